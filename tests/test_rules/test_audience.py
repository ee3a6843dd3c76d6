"""Whom a release or an invitation is for."""

import pytest

from handlers.audience import EVERYBODY, audience, media, said, toggled
from storage.records import Medium, Role

KEPT = (
    ("", ()),
    ("online", (Medium.ONLINE,)),
    ("tv,online", (Medium.ONLINE, Medium.TV)),
    ("print,radio", (Medium.PRINT, Medium.RADIO)),
    ("telex", ()),
)


@pytest.mark.parametrize(("kept", "wanted"), KEPT)
def test_what_is_kept_names_media(kept: str, wanted: tuple[Medium, ...]) -> None:
    assert media(kept) == wanted
    assert audience(kept).media == wanted
    assert audience(kept).roles == (Role.JOURNALIST,)


TOGGLES = (
    ("", "online", "online"),
    ("online", "tv", "online,tv"),
    ("online,tv", "online", "tv"),
    ("tv", "tv", EVERYBODY),
    ("online,print,tv", "radio", EVERYBODY),
    ("online,tv", "all", EVERYBODY),
    ("online", "telex", EVERYBODY),
)


@pytest.mark.parametrize(("kept", "chosen", "wanted"), TOGGLES)
def test_a_medium_goes_in_and_out(kept: str, chosen: str, wanted: str) -> None:
    assert toggled(kept, chosen) == wanted


@pytest.mark.parametrize("medium", Medium)
def test_toggling_twice_changes_nothing(medium: Medium) -> None:
    for kept in ("print", "online,tv", "radio"):
        once = toggled(kept, medium)
        assert toggled(once, medium) == kept or once == EVERYBODY


SAID = (
    ("semua", EVERYBODY),
    ("Semua media", EVERYBODY),
    ("online", "online"),
    ("media siber", "online"),
    ("Online dan TV", "online,tv"),
    ("tv, radio", "tv,radio"),
    ("cetak & online", "online,print"),
    ("online cetak tv radio", EVERYBODY),
    ("all", EVERYBODY),
    ("print and radio", "print,radio"),
    ("wartawan olahraga", None),
    ("online kecuali tv", None),
    ("", None),
    ("media", None),
)


@pytest.mark.parametrize(("typed", "wanted"), SAID)
def test_an_audience_is_typed(typed: str, wanted: str | None) -> None:
    assert said(typed) == wanted
