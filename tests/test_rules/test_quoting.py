"""Quotes: how they are typed, and what keeps a release back because of them."""

from datetime import UTC, datetime

import pytest

from handlers.releases import quoting
from storage.records import PersonId, Quote, QuoteState, ReleaseId

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
SAID = "Stok cukup untuk dua pekan, kami utamakan lansia dan balita"
FULAN = "Ir. Fulan, Kepala BPBD"
BODY = f'Beras tiba.\n\n"{SAID}," ujar {FULAN}.'
W, A, C, X = QuoteState.WAITING, QuoteState.AGREED, QuoteState.CHANGED, QuoteState.WITHDRAWN


def quote(state: QuoteState, words: str = SAID, speaker: str = FULAN) -> Quote:
    version = quoting.fingerprint(words, speaker)
    return Quote(1, ReleaseId(1), words, speaker, version, PersonId(1), PersonId(2), state, NOW, None, None, None)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (f'R-231 "{SAID}" dari {FULAN}', SAID, FULAN),
        (f"R-231 “{SAID},” dari {FULAN}.", SAID, FULAN),
        (f'r231 "{SAID}" {FULAN}', SAID, FULAN),
        (f'R-231: "{SAID}," ujar {FULAN}', SAID, FULAN),
        (f"R-231 {SAID} dari {FULAN}", SAID, FULAN),
        (f'231 "{SAID}"', SAID, ""),
        (f"R-231 {SAID}", SAID, ""),
        ("R-231", "", ""),
        ('R-231 "Kapan banjir surut?" from Ir. Fulan', "Kapan banjir surut?", "Ir. Fulan"),
    ],
)
def test_a_quote_and_its_speaker_are_told_apart(text: str, words: str, speaker: str) -> None:
    assert quoting.typed(text) == (words, speaker)


@pytest.mark.parametrize(
    ("quotes", "body", "why"),
    [
        ([quote(W)], BODY, ["waiting"]),
        ([quote(A)], BODY, []),
        ([quote(C)], BODY, ["withdrawn"]),
        ([quote(X)], BODY, ["withdrawn"]),
        ([quote(X), quote(A)], BODY, []),  # proposed once more, and agreed to
        ([quote(X), quote(A, speaker="Sekda")], BODY, ["withdrawn"]),  # agreed to as somebody else's
        ([quote(A)], BODY.replace("dua pekan", "tiga pekan"), ["altered"]),  # one word, and it needs agreement anew
        ([quote(A)], BODY.replace(",", ""), ["altered"]),
        ([quote(A)], BODY.replace(" ", "\n"), []),  # only its lines are broken otherwise
        ([quote(W)], BODY.replace("dua pekan", "tiga pekan"), ["waiting"]),
        ([quote(X)], BODY.replace("dua pekan", "tiga pekan"), []),
        ([quote(C), quote(A, "Stok cukup untuk tiga pekan")], 'Beras tiba. "Stok cukup untuk tiga pekan," ujar Fulan.', []),
        ([quote(state) for state in (W, A, C, X)], "Beras tiba di tiga desa pada hari Minggu.", []),  # it is not in the text
        ([quote(A), quote(A, SAID.replace("dua", "tiga"))], BODY.replace("dua", "tiga"), []),  # a correction, agreed to
        ([quote(A), quote(W, SAID.replace("dua", "tiga"))], BODY.replace("dua", "tiga"), ["altered", "waiting"]),
        ([], BODY, []),
    ],
)
def test_what_nobody_agreed_to_as_it_stands_keeps_a_release_back(quotes: list[Quote], body: str, why: list[str]) -> None:
    assert [each for _, each in quoting.unsettled(quotes, body)] == why


def test_a_quote_gets_into_the_text_once() -> None:
    once = quoting.with_quote("Beras tiba.", SAID, FULAN)
    assert once == BODY
    assert quoting.with_quote(once, SAID, FULAN) == once
    assert quoting.with_quote("A.", "Kapan surut?", "Fulan") == 'A.\n\n"Kapan surut?" ujar Fulan.'
    assert quoting.exchanged(BODY, SAID, "Stok cukup", FULAN) == f'Beras tiba.\n\n"Stok cukup," ujar {FULAN}.'
    assert quoting.exchanged("Beras tiba.", SAID, "Stok cukup", "Fulan").endswith('"Stok cukup," ujar Fulan.')


def test_quotes_have_limits() -> None:
    for words, why in (("ya 12345678901", "short"), ("a" * 601, "long")):
        with pytest.raises(ValueError, match=why):
            quoting.checked(words)
    assert quoting.checked(SAID) == SAID
    assert quoting.fingerprint(SAID, FULAN) != quoting.fingerprint(SAID, "Sekda")
