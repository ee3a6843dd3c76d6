"""Plain words as commands: what is understood, what is left as the argument, and what is not guessed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.grammar import Understood, choice_in, code_in, courteous, greets, simplify, thanks, understand, yes_no

VOCABULARY = {
    "rilis": "find", "release": "find", "buat rilis": "draft", "kirim": "send", "kirim ulang": "resend", "status": "status",
    "bantuan": "help", "help": "help", "batal": "cancel", "dataku": "mydata", "daftar": "register", "daftar pengumuman": "coming",
    "pengumuman": "announce", "start": "start", "jeda": "pause", "jadwal": "agenda", "daftar rilis": "find", "tolong": "help",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "simple"),
    [
        ("Status", "status"), ("  STATUS  ", "status"), ("/status", "status"), ("/status@meja_bot", "status"),
        ("status.", "status"),
        ("bang status dong", "status"), ("izin kak, status ya 🙏", "status"), ("Mohon  kirim\nulang", "kirim ulang"),
        ("/kirim_ulang", "kirim ulang"),
        ("sta\u200btus", "status"), ("ｓｔａｔｕｓ", "status"), ("ya", "ya"), ("halo kak", "halo"),
        ("kak", "kak"), ("*status*", "status"), ("", ""), ("🙏🙏", ""), ("…", ""), ("status\u00a0", "status"),
    ],
)  # fmt: skip
def test_courtesies_and_marks_fall_away(typed: str, simple: str) -> None:
    assert simplify(typed) == simple


@pytest.mark.parametrize(
    ("typed", "command", "argument", "exact"),
    [
        # alone
        ("status", "status", "", True),
        ("Status ya kak", "status", "", True),
        ("bang izin status", "status", "", True),
        ("saya mau daftar", "register", "", True),
        ("mau buat rilis", "draft", "", True),
        ("STATUS!!", "status", "", True),
        # the longest phrase wins
        ("kirim ulang", "resend", "", True),
        ("daftar pengumuman", "coming", "", True),
        ("buat rilis", "draft", "", True),
        # what follows is kept as typed
        ("status 10482", "status", "10482", False),
        ("status L-10482 dong kak", "status", "L-10482", False),
        ("rilis Banjir Pampangan", "find", "Banjir Pampangan", False),
        ("kirim R-232 besok 08.00 ya", "send", "R-232 besok 08.00", False),
        ("kirim: R-232", "send", "R-232", False),
        ("pengumuman\nBesok libur.\n\nTerima kasih ya", "announce", "Besok libur.\n\nTerima kasih ya", False),
        ("buat rilis JUDUL Besar\nisi ya", "draft", "JUDUL Besar\nisi ya", False),
        # one slip of the thumb
        ("statsu", "status", "", False),
        ("kirm R-2", "send", "R-2", False),
        ("sttus 12", "status", "12", False),
        ("bantuann", "help", "", False),
        ("bantun", "help", "", False),
        ("datakuu", "mydata", "", False),
        ("pengumumman", "announce", "", False),
        ("kirim ulamg", "send", "ulamg", False),  # an exact phrase stands before a guess
        # courtesies that are commands of their own
        ("tolong", "help", "", True),
        ("tolong status", "status", "", True),
        ("tolong dong kak kirim R-12 ya", "send", "R-12", False),
        ("halo kak mau lihat status ya", "status", "", True),
        ("selamat pagi min, mau cek status", "status", "", True),
    ],
)
def test_commands_are_understood(typed: str, command: str, argument: str, exact: bool) -> None:
    found = understand(typed, VOCABULARY)
    assert found == Understood(command, argument, exact, slashed=False)


@pytest.mark.parametrize(
    ("typed", "command", "argument", "exact"),
    [
        ("/status", "status", "", True),
        ("/status@meja_bot 10482", "status", "10482", False),
        ("/kirim_ulang R-232", "resend", "R-232", False),
        ("/start abc_DEF", "start", "abc_DEF", False),
        (" /help", "help", "", True),
    ],
)
def test_a_slash_is_noted(typed: str, command: str, argument: str, exact: bool) -> None:
    assert understand(typed, VOCABULARY) == Understood(command, argument, exact, slashed=True)


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "🙏", "halo", "selamat pagi", "jedda", "jead", "stts", "banjir di Pampangan",
        "https://suaracontoh.id/status", "/status/saya", "4", "x" * 5000, "😀" * 4096,
    ],
)  # fmt: skip
def test_nothing_is_guessed(typed: str) -> None:
    assert understand(typed, VOCABULARY) is None


def test_a_slip_between_two_commands_is_not_guessed() -> None:
    assert understand("kirin", {"kirim": "send", "kirik": "other"}) is None
    assert understand("kirin", {"kirim": "send", "kirik": "send"}) == Understood("send", "", exact=False, slashed=False)


@given(st.text(max_size=80))
@example("/_")
@example("İ status")
@example("/status\u200b@x ")
def test_any_text_is_taken_calmly(text: str) -> None:
    found = understand(text, VOCABULARY)
    assert found is None or found.argument in text
    assert simplify(text) == " ".join(simplify(text).split())
    code_in(text, "R")
    yes_no(text)
    index = choice_in(text, 3)
    assert index is None or 0 <= index < 3


@given(
    st.sampled_from(sorted(VOCABULARY)),
    st.sampled_from(["", "kak ", "izin bang ", "halo "]),
    st.sampled_from(["", " ya", " dong 🙏"]),
)
def test_every_phrase_is_understood_among_courtesies(phrase: str, before: str, after: str) -> None:
    found = understand(before + phrase.upper() + after, VOCABULARY)
    assert found
    assert (found.command, found.exact) == (VOCABULARY[phrase], True)


@pytest.mark.parametrize(
    ("typed", "prefix", "number"),
    [
        ("R-231", "R", 231), ("r231", "R", 231), ("R 231", "R", 231), ("R.231", "R", 231), ("R–231", "R", 231),
        ("rilis 231", "R", 231),
        ("rilis nomor 231", "R", 231), ("siaran pers no. 231", "R", 231), ("231", "R", 231), ("no 231", "R", 231),
        ("R-0231", "R", 231),
        ("tolong R-231 ya", "R", 231), ("R-231 besok 08.00", "R", 231), ("R-\u200b231", "R", 231), ("(R-231)", "R", 231),
        ("link 10482", "L", 10482), ("tautan 10482", "L", 10482), ("L-10482", "L", 10482), ("l10482", "L", 10482),
        ("T-77", "T", 77), ("tanya 77", "T", 77), ("U-58", "U", 58), ("undangan 58", "U", 58), ("P-12", "P", 12),
        ("pengumuman 12", "P", 12), ("p12", "P", 12),
        ("L-10482", "R", None), ("R-231", "P", None), ("R-0", "R", None), ("R-", "R", None), ("", "R", None),
        ("banjir 2026", "R", None),
        ("https://x.id/R-231", "R", None), ("R-231a", "R", None), ("PR-231", "R", None), ("R-99999999999", "R", None),
        ("Rp 231", "R", None),
        ("-231", "R", None), ("pukul 8", "P", None), ("tiap jam 8", "P", None),
    ],
)  # fmt: skip
def test_codes(typed: str, prefix: str, number: int | None) -> None:
    assert code_in(typed, prefix) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ya", True), ("Ya kak", True), ("iya", True), ("y", True), ("yes", True), ("ok", True), ("oke siap", True),
        ("setuju", True),
        ("betul, lanjut", True), ("👍", True), ("boleh ya", True),
        ("tidak", False), ("nggak", False), ("gak jadi", False), ("no", False), ("jangan dulu", False), ("tidak setuju", False),
        ("bukan", False), ("belum", False), ("tdk usah pak", False),
        ("", None), ("mungkin", None), ("ya tapi besok", None), ("kak", None), ("2", None), ("yayasan", None),
        ("oke banget nih beritanya", None),
    ],
)  # fmt: skip
def test_yes_and_no(typed: str, meant: bool | None) -> None:
    assert yes_no(typed) is meant


@pytest.mark.parametrize(
    ("typed", "count", "index"),
    [
        ("1", 3, 0), ("2", 3, 1), ("2.", 3, 1), (" 2 ", 3, 1), ("nomor 2", 3, 1), ("no. 2", 3, 1), ("no 2 kak", 3, 1),
        ("pilih 3", 3, 2),
        ("yang kedua", 3, 1), ("dua", 3, 1), ("2️⃣", 3, 1), ("10", 10, 9),
        ("0", 3, None), ("4", 3, None), ("-1", 3, None), ("", 3, None), ("2 atau 3", 3, None), ("1", 0, None), ("2026", 3, None),
        ("satuan", 3, None), ("1.5", 3, None),
    ],
)  # fmt: skip
def test_typed_choices(typed: str, count: int, index: int | None) -> None:
    assert choice_in(typed, count) == index


@pytest.mark.parametrize(
    "typed",
    ["terima kasih", "Makasih min 🙏", "siap bang", "ok", "Oke, terima kasih banyak ya", "🙏🙏", "Thank you!", "👍"],
)
def test_thanks_want_no_answer(typed: str) -> None:
    assert thanks(typed)


@pytest.mark.parametrize(
    "typed", ["", "…", "halo", "terima kasih, kapan rilisnya?", "kasih tahu jadwalnya", "banyak", "you", "ya"]
)
def test_what_says_more_than_thanks_is_not_swallowed(typed: str) -> None:
    assert not thanks(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "selamat pagi", "Selamat pagi pak", "pagi", "siang kak 🙏", "assalamualaikum wr wb", "Assalamu'alaikum", "halo",
        "Hai min", "permisi", "good morning", "hello there", "selamat malam semuanya", "halo, apa kabar?",
    ],
)  # fmt: skip
def test_a_greeting_is_one(typed: str) -> None:
    assert greets(typed)
    assert courteous(typed)


@pytest.mark.parametrize("typed", ["", "selamat", "pagi ini ada acara apa", "halo status", "Siang Contoh", "terima kasih", "kak"])
def test_what_says_more_or_less_is_no_greeting(typed: str) -> None:
    assert not greets(typed)


@pytest.mark.parametrize(("typed", "meant"), [("ya", True), ("oke siap", True), ("👍", True), ("makasih", True), ("Rina", False)])
def test_courtesy_is_no_news(typed: str, meant: bool) -> None:
    assert courteous(typed) is meant
