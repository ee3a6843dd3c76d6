"""Whose an address is, by the register."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.links.canonical import canonical
from handlers.match import How, Kind, Match, Registration, host_and_path, match, of_one_article, resemblance

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "outlet_cases.json"
TODAY = date(2026, 11, 23)

SUARA, KABAR, DAERAH, RADIO, BLOG, LAMA, DESK, BARU = range(1, 9)
REGISTER = (
    Registration(SUARA, "suaracontoh.id"),
    Registration(KABAR, "kabar.jaringan.id"),
    Registration(DAERAH, "daerah.jaringan.id"),
    Registration(RADIO, "radiocontoh.co.id", "/teladan"),
    Registration(BLOG, "blogcontoh.blogspot.com"),
    Registration(LAMA, "lamacontoh.com", until=date(2023, 12, 31)),
    Registration(DESK, "radiocontoh.co.id", "/teladan/kota"),
    Registration(BARU, "barucontoh.id", since=date(2026, 12, 1)),
)

CASES: dict[str, tuple[str, Kind, int | None]] = {
    "the host": ("https://suaracontoh.id/x", Kind.OURS, SUARA),
    "www.": ("https://www.suaracontoh.id/x", Kind.OURS, SUARA),
    "m.": ("https://m.suaracontoh.id/x", Kind.OURS, SUARA),
    "amp.": ("https://amp.suaracontoh.id/x", Kind.OURS, SUARA),
    "no scheme": ("suaracontoh.id/x", Kind.OURS, SUARA),
    "capitals, dot and port": ("HTTPS://SuaraContoh.ID.:443/x", Kind.OURS, SUARA),
    "a name before the host": ("https://rina:x@suaracontoh.id/x", Kind.OURS, SUARA),
    "one network, two outlets": ("https://daerah.jaringan.id/x", Kind.OURS, DAERAH),
    "the other of the network": ("https://kabar.jaringan.id/read/1/x", Kind.OURS, KABAR),
    "a third of the network": ("https://wisata.jaringan.id/x", Kind.ASK, None),
    "the network itself": ("https://jaringan.id/x", Kind.ASK, None),
    "a part of an outlet": ("https://sport.suaracontoh.id/x", Kind.ASK, None),
    "the path": ("https://radiocontoh.co.id/teladan/x", Kind.OURS, RADIO),
    "the path alone": ("https://radiocontoh.co.id/teladan", Kind.OURS, RADIO),
    "the path in capitals": ("https://radiocontoh.co.id/Teladan/x", Kind.OURS, RADIO),
    "the longer path": ("https://radiocontoh.co.id/teladan/kota/x", Kind.OURS, DESK),
    "a path is whole parts": ("https://radiocontoh.co.id/teladankota/x", Kind.ASK, None),
    "another path": ("https://radiocontoh.co.id/lain/x", Kind.ASK, None),
    "no path": ("https://radiocontoh.co.id", Kind.ASK, None),
    "the path as a question": ("https://radiocontoh.co.id/?/teladan", Kind.ASK, None),
    "a blog in its country": ("https://blogcontoh.blogspot.co.id/2026/11/x.html", Kind.OURS, BLOG),
    "a blog in another": ("https://blogcontoh.blogspot.sg/x", Kind.OURS, BLOG),
    "another blog": ("https://lainnyasekali.blogspot.com/x", Kind.ASK, None),
    "no longer theirs": ("https://lamacontoh.com/x", Kind.ASK, None),
    "not theirs yet": ("https://barucontoh.id/x", Kind.ASK, None),
    "another port": ("https://suaracontoh.id:8443/x", Kind.ASK, None),
    "nobody's": ("https://wartacontoh.net/x", Kind.ASK, None),
    "a name that is no host": ("https://suaracontoh.id@evil.id/x", Kind.ASK, None),
    "a backslash ends the host": ("https://evil.id\\@suaracontoh.id/x", Kind.ASK, None),
    "nothing": ("", Kind.ASK, None),
    "words": ("bukan alamat", Kind.ASK, None),
    "a Cyrillic letter": ("https://suaracоntoh.id/x", Kind.LOOKALIKE, SUARA),
    "the same in its ASCII form": ("https://xn--suaracntoh-jvi.id/x", Kind.LOOKALIKE, SUARA),
    "a letter with a mark": ("https://suaracontóh.id/x", Kind.LOOKALIKE, SUARA),
    "a digit for a letter": ("https://suarac0ntoh.id/x", Kind.LOOKALIKE, SUARA),
    "two digits for letters": ("https://suarac0nt0h.id/x", Kind.LOOKALIKE, SUARA),
    "rn for m": ("https://larnacontoh.com/x", Kind.LOOKALIKE, LAMA),
    "one letter more": ("https://suaraacontoh.id/x", Kind.LOOKALIKE, SUARA),
    "one letter less": ("https://suarcontoh.id/x", Kind.LOOKALIKE, SUARA),
    "two letters swapped": ("https://suaracontho.id/x", Kind.LOOKALIKE, SUARA),
    "a dash between": ("https://suara-contoh.id/x", Kind.LOOKALIKE, SUARA),
    "a little more": ("https://suaracontohku.com/x", Kind.LOOKALIKE, SUARA),
    "much more": ("https://suaracontohindonesia.com/x", Kind.ASK, None),
    "the name of another's host": ("https://kabar.jaringan.id.example.com/x", Kind.LOOKALIKE, KABAR),
    "the same with dashes": ("https://kabar-jaringan-id.example.com/x", Kind.LOOKALIKE, KABAR),
    "the dot left out": ("https://kabarjaringan.id/x", Kind.LOOKALIKE, KABAR),
    "the network misspelled": ("https://kabar.jarinqan.id/x", Kind.LOOKALIKE, KABAR),
    "the ending cut": ("https://lamacontoh.co/x", Kind.LOOKALIKE, LAMA),
    "the same name elsewhere": ("https://suaracontoh.net/x", Kind.ASK, None),
}  # fmt: skip


@pytest.mark.parametrize(("address", "kind", "outlet"), CASES.values(), ids=CASES)
def test_whose_an_address_is(address: str, kind: Kind, outlet: int | None) -> None:
    assert match(address, TODAY, REGISTER) == Match(kind, outlet)


HOWS: dict[str, tuple[How, str, str]] = {
    "https://suaracоntoh.id/x": (How.SIGNS, "suaracontoh.id", "о"),
    "https://xn--suaracntoh-jvi.id/x": (How.SIGNS, "suaracontoh.id", "о"),
    "https://suarac0ntoh.id/x": (How.SIGNS, "suaracontoh.id", ""),
    "https://suara-contoh.id/x": (How.SIGNS, "suaracontoh.id", ""),
    "https://larnacontoh.com/x": (How.SIGNS, "lamacontoh.com", ""),
    "https://suaracontohku.com/x": (How.LONGER, "suaracontoh.id", ""),
    "https://suaracontoo.com/x": (How.SPELLED, "", ""),
    "https://suarcontoh.id/x": (How.SPELLED, "suaracontoh.id", ""),
    "https://kabar.jaringan.id.example.com/x": (How.WITHIN, "kabar.jaringan.id", ""),
    "https://kabar-jaringan-id.example.com/x": (How.WITHIN, "kabar.jaringan.id", ""),
    "https://lamacontoh.co/x": (How.ENDING, "lamacontoh.com", ""),
}  # fmt: skip


def test_staff_are_told_by_what_a_host_could_be_taken_for_another() -> None:
    for address, (how, host, signs) in HOWS.items():
        found = resemblance(address, REGISTER)
        kind = match(address, TODAY, REGISTER).kind
        assert (found is None) == (kind is not Kind.LOOKALIKE) == (not host), address
        assert found is None or (found.how, found.host, "".join(found.signs)) == (how, host, signs), address


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (date(2023, 12, 31), Kind.OURS),
        (date(2024, 1, 1), Kind.ASK),
    ],
)
def test_the_last_day_still_counts(on: date, kind: Kind) -> None:
    assert match("https://lamacontoh.com/x", on, REGISTER).kind is kind


def test_the_first_day_counts() -> None:
    assert match("https://barucontoh.id/x", date(2026, 11, 30), REGISTER).kind is Kind.ASK
    assert match("https://barucontoh.id/x", date(2026, 12, 1), REGISTER) == Match(Kind.OURS, BARU)


def test_short_names_are_alike_by_chance() -> None:
    register = (Registration(1, "rri.co.id"),)
    assert match("https://tri.co.id/x", TODAY, register) == Match(Kind.ASK)


def test_cases_of_the_shared_register() -> None:
    if not SHARED.exists():
        pytest.skip("the shared cases are not beside the project")
    held = json.loads(SHARED.read_text())
    register: list[Registration] = []
    for number, row in enumerate(held["register"]):
        for place in row["hosts"]:
            known = {"host": place} if isinstance(place, str) else place
            host, path = host_and_path(known["host"])
            until = date.fromisoformat(known["until"]) if "until" in known else None
            register.append(Registration(number, host, path, until=until))
    names = [row["name"] for row in held["register"]]
    for case in held["cases"]:
        for address in (case["url"], canonical(case["url"]).address):
            found = match(address, TODAY, register)
            said = names[found.outlet] if found.kind is Kind.OURS and found.outlet is not None else found.kind.value
            assert said == case["expect"], (address, case["why"])


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Aksaranews.co", ("aksaranews.co", "")),
        ("www.arungmedia.com", ("arungmedia.com", "")),
        ("https://rri.co.id/palembang", ("rri.co.id", "/palembang")),
        ("HTTP://www.Contoh.id/Oki/?utm=1#x", ("contoh.id", "/Oki")),
        (" <https://m.contoh.id/>, ", ("contoh.id", "")),
        ("blogcontoh.blogspot.co.id", ("blogcontoh.blogspot.com", "")),
        ("contoh.id:443", ("contoh.id", "")),
        ("cоntoh.id", ("xn--cntoh-jye.id", "")),
    ],
)
def test_dirty_values_become_a_place(typed: str, place: tuple[str, str]) -> None:
    assert host_and_path(typed) == place


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("redaksi@contoh.id", "email"),
        ("belum ada", "host"),
        ("-", "host"),
        ("localhost", "host"),
        ("192.168.1.1", "host"),
        ("contoh.id:8080", "host"),
        ("con toh.id", "host"),
        ("contoh..id", "host"),
        ("contoh.id/" + "kota" * 60, "host"),
    ],
)
def test_nonsense_is_no_place(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        host_and_path(typed)


@given(st.text(max_size=80))
def test_no_text_raises_more_than_its_reason(text: str) -> None:
    match(text, TODAY, REGISTER)
    try:
        host, path = host_and_path(text)
    except ValueError as reason:
        assert str(reason) in {"empty", "email", "host"}  # noqa: PT017 - which of them depends on the text
    else:
        assert host_and_path(host + path) == (host, path)


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("contoh.id", False), ("https://www.contoh.id/", False), ("contoh.id/daerah", False), ("contoh.id/daerah/oki", False),
        ("https://contoh.id/?ref=wa", False), ("contoh-kabar-teladan-misal.id", False), ("contoh.id/kabar-oki", False),
        ("https://contoh.id/2026/11/24/banjir-surut", True), ("contoh.id/banjir-di-pampangan-surut", True),
        ("contoh.id/berita/12345", True), ("contoh.id/baca.html", True), ("https://contoh.id/?p=123", True),
        ("contoh.id/a/b/c", True), ("https://contoh.id/berita/baca.php?x=1#atas", True),
    ],
)  # fmt: skip
def test_an_article_is_told_from_a_site(typed: str, article: bool) -> None:
    assert of_one_article(typed) is article
