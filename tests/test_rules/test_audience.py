"""Whom a release or an invitation is for."""

import pytest

from handlers.audience import EVERYBODY, audience, media, said, segment, toggled
from storage.records import Medium, Role, Topic

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


SEGMENTS = (
    ("ke: online, topik kesehatan, kec Kayuagung", "online,area:kayuagung", Topic.HEALTH, ((), (), ())),
    ("to: online and tv, district Kayuagung", "online,tv,area:kayuagung", None, ((), (), ())),
    ("kelompok Banjir, kecuali kec. Mesuji", "not_area:mesuji", None, (("banjir",), (), ())),
    ("semua kecuali Rina Contoh dan Andi", "", None, ((), (), ("Rina Contoh", "Andi"))),
    ("semua media kecuali cetak", "online,tv,radio", None, ((), (), ())),
    ("kecuali kelompok Banjir", "", None, ((), ("banjir",), ())),
    ("semua", "", None, ((), (), ())),
)


@pytest.mark.parametrize(("typed", "kept", "topic", "names"), SEGMENTS)
def test_a_segment_is_taken_apart(typed: str, kept: str, topic: Topic | None, names: tuple[tuple[str, ...], ...]) -> None:
    found = segment(typed)
    assert found
    assert (found.kept([]), found.topic) == (kept, topic)
    assert (found.groups, found.but_groups, found.but_people) == names


@pytest.mark.parametrize("typed", ["", "kecuali", "telepati", "online, topik angin", "ke:", "kec"])
def test_what_names_nothing_known_is_no_segment(typed: str) -> None:
    assert segment(typed) is None


def test_districts_and_groups_stay_when_a_medium_goes_in_or_out() -> None:
    assert toggled("online,area:kayuagung,group:3", "tv") == "online,tv,area:kayuagung,group:3"
    assert toggled("online,area:kayuagung,group:3", "all") == EVERYBODY
    held = audience("online,area:kayuagung,not_area:mesuji,group:3")
    assert (held.media, held.areas, held.but_areas, held.groups) == ((Medium.ONLINE,), ("kayuagung",), ("mesuji",), (3,))
