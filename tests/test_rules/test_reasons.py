"""Reasons as verifiers type them: what a journalist can do something with, and what was only muttered."""

import pytest

from handlers.links.reasons import LONGEST, typed

REASONS: dict[str, str] = {
    "Tayang lima hari setelah giat": "Tayang lima hari setelah giat",
    "foto lama": "foto lama",
    "halaman sudah dihapus.\nMohon maaf": "halaman sudah dihapus. Mohon maaf",
    "alasannya: foto lama": "foto lama",
    "Published five days late": "Published five days late",
    "kedaluwarsanya": "kedaluwarsanya",
    "tunggu surat tugas": "tunggu surat tugas",
    "a" * LONGEST: "a" * LONGEST,
}
NO_REASONS: dict[str, tuple[str, ...]] = {
    "few": (
        "bentar", "Bentar ya", "sebentar ya pak", "tunggu dulu", "tungguuu", "ya", "yaaa", "ok", "okee siap", "hmm", "hmmmmm",
        "nanti dulu ya bang", "wait a moment", "hilang", "x", "🙏 bentar 🙏", "tes tes",
    ),
    "letters": ("", "...", "99", "🙏🙏"),
    "long": ("a" * (LONGEST + 1), "🙏" * 4096),
}  # fmt: skip


@pytest.mark.parametrize("text", REASONS)
def test_words_that_say_something_are_a_reason(text: str) -> None:
    assert typed(text) == REASONS[text]


@pytest.mark.parametrize(("fault", "text"), [(fault, text) for fault, texts in NO_REASONS.items() for text in texts])
def test_what_says_nothing_is_named(fault: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"^{fault}$"):
        typed(text)
