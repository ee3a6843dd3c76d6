"""Cards on a channel with few buttons, lists, lone links and no albums: each downgrade, and that nothing is lost."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp.outbound import ABILITIES, message
from messages.card import Block, Card, Choice, Enclosure, Part, bare, texts
from messages.fit import MORE, Downgrade, Fitted, Phrases, TooMuch, fit, heading
from messages.token import read
from messages.wording import Words
from storage.records import File, FileId, FileKind, Language

PHRASES = Phrases("Pilih", "Lainnya", "Silakan pilih:")
YES, NO, OPEN, OTHER = (
    Choice("Setuju", "approve.1"), Choice("Tolak", "refuse.1"), Choice("Buka", url="https://contoh.id/a"),
    Choice("Arsip", url="https://contoh.id/b"),
)  # fmt: skip
LONG = Choice("Kirim ke semua wartawan daring hari ini", "send.1")
Rows = tuple[tuple[Choice, ...], ...]


def numbered(count: int, start: int = 0) -> Rows:
    return tuple((Choice(f"Pilihan {each}", f"look.{each + 1}"),) for each in range(start, start + count))


def more(start: int) -> Rows:
    return ((Choice("Lainnya", f"more.{start}"),),)


def file(number: int, kind: FileKind = FileKind.PHOTO, size: int = 1) -> Enclosure:
    return Enclosure(File(FileId(number), kind, "", "", size, "a" * 64))


def listed(rows: Rows, *paragraphs: str) -> Part:
    return Part(texts(*paragraphs or ("Mana?",)), rows, menu="Pilih")


WORDS, PHOTO, DOCUMENT = texts("Mana?"), file(1), file(2, FileKind.DOCUMENT)
BODY, LONGER = "a" * 1024, "a" * 1025
FILES = {
    1: PHOTO,
    2: DOCUMENT,
    3: file(3),
    4: file(4, FileKind.VOICE),
    5: file(5, size=5_000_001),
    6: file(6, FileKind.VIDEO, 16_000_001),
    7: file(7, size=25_000_001),
}
D = Downgrade
FITS: dict[str, tuple[Card, tuple[Part, ...], set[Downgrade]]] = {
    # one to three short choices are reply buttons, more or longer ones a list, very many a list in pages
    "three choices": (Card(WORDS, numbered(3)), (Part(WORDS, numbered(3)),), set()),
    "two in a row": (Card(WORDS, ((YES, NO),)), (Part(WORDS, ((YES, NO),)),), set()),
    "four choices": (Card(WORDS, numbered(4)), (listed(numbered(4)),), {D.LISTED}),
    "four in two rows": (
        Card(WORDS, ((YES, NO), (LONG, Choice("Lihat", "look.1")))),
        (listed(((YES,), (NO,), (LONG,), (Choice("Lihat", "look.1"),))),),
        {D.LISTED},
    ),
    "one long label": (Card(WORDS, ((YES, LONG),)), (listed(((YES,), (LONG,))),), {D.LISTED}),
    "a label as long as a button": (
        Card(WORDS, ((Choice("a" * 20, "look.1"),),)),
        (Part(WORDS, ((Choice("a" * 20, "look.1"),),)),),
        set(),
    ),
    "two labels alike": (
        Card(WORDS, ((YES, Choice("Setuju", "look.1")),)),
        (listed(((YES,), (Choice("Setuju", "look.1"),))),),
        {D.LISTED},
    ),
    "ten choices": (Card(WORDS, numbered(10)), (listed(numbered(10)),), {D.LISTED}),
    "eleven choices": (Card(WORDS, numbered(11)), (listed(numbered(9) + more(9)),), {D.LISTED, D.PAGED}),
    "a label that fills a row": (
        Card(WORDS, ((Choice("a" * 96, "look.1"),),)),
        (listed(((Choice("a" * 96, "look.1"),),)),),
        {D.LISTED},
    ),
    "a label that is longer than a row": (
        Card(WORDS, ((Choice("a" * 97, "look.1"),),)),
        (listed(((Choice("a" * 95 + "…", "look.1"),),)),),
        {D.LISTED, D.LABEL_CUT},
    ),
    # a link alone is a button, among choices it stands in the text
    "one link": (Card(WORDS, ((OPEN,),)), (Part(WORDS, ((OPEN,),)),), set()),
    "one link with many words on it": (
        Card(WORDS, ((replace(OPEN, label="a" * 21),),)),
        (Part(WORDS, ((replace(OPEN, label="a" * 19 + "…"),),)),),
        {D.LABEL_CUT},
    ),
    "a link and a choice": (
        Card(WORDS, ((YES, OPEN),)),
        (Part(texts("Mana?", "Buka: https://contoh.id/a"), ((YES,),)),),
        {D.LINK_IN_TEXT},
    ),
    "links in rows of their own": (
        Card(WORDS, ((OPEN,), (YES, NO), (OTHER,))),
        (Part(texts("Mana?", "Buka: https://contoh.id/a\nArsip: https://contoh.id/b"), ((YES, NO),)),),
        {D.LINK_IN_TEXT},
    ),
    "two links": (
        Card(WORDS, ((OPEN, OTHER),)),
        (Part(texts("Mana?", "Buka: https://contoh.id/a\nArsip: https://contoh.id/b")),),
        {D.LINK_IN_TEXT},
    ),
    # files go one by one; words stand under the last where there is nothing to choose, choices under a lone one
    "a picture with words": (Card(WORDS, (), (1,)), (Part(WORDS, files=(PHOTO,)),), set()),
    "a picture with words and buttons": (Card(WORDS, numbered(3), (1,)), (Part(WORDS, numbered(3), (PHOTO,)),), set()),
    "a picture with words and a list": (
        Card(WORDS, numbered(4), (1,)),
        (Part(files=(PHOTO,)), listed(numbered(4))),
        {D.LISTED, D.CAPTION_APART},
    ),
    "a picture with words and a link": (
        Card(WORDS, ((OPEN,),), (1,)),
        (Part(files=(PHOTO,)), Part(WORDS, ((OPEN,),))),
        {D.CAPTION_APART},
    ),
    "pictures with words": (
        Card(WORDS, (), (1, 3)),
        (Part(files=(PHOTO,)), Part(WORDS, files=(FILES[3],))),
        {D.ALBUM_SPLIT},
    ),
    "pictures with words and buttons": (
        Card(WORDS, numbered(2), (1, 3)),
        (Part(files=(PHOTO,)), Part(files=(FILES[3],)), Part(WORDS, numbered(2))),
        {D.ALBUM_SPLIT, D.CAPTION_APART},
    ),
    "a picture and a document": (
        Card(WORDS, (), (1, 2)),
        (Part(files=(PHOTO,)), Part(WORDS, files=(DOCUMENT,))),
        set(),
    ),
    "pictures without words": (Card((), (), (1, 3)), (Part(files=(PHOTO,)), Part(files=(FILES[3],))), {D.ALBUM_SPLIT}),
    "a voice with words": (Card(WORDS, (), (4,)), (Part(files=(FILES[4],)), Part(WORDS)), {D.CAPTION_APART}),
    "a picture with a long caption": (
        Card(texts(LONGER), (), (1,)),
        (Part(files=(PHOTO,)), Part(texts(LONGER))),
        {D.CAPTION_APART},
    ),
    "a picture that is too large": (Card(WORDS, (), (5,)), (Part(WORDS, files=(FILES[5],)),), {D.PHOTO_SMALLER}),
    "a picture that is larger still": (
        Card(WORDS, (), (7,)),
        (Part(WORDS, files=(replace(FILES[7], file=replace(FILES[7].file, kind=FileKind.DOCUMENT)),)),),
        {D.PHOTO_AS_DOCUMENT},
    ),
    "a film that is too large": (
        Card((), (), (6,)),
        (Part(files=(replace(FILES[6], file=replace(FILES[6].file, kind=FileKind.DOCUMENT)),)),),
        {D.FILM_AS_DOCUMENT},
    ),
    # a long text goes first, what is to be chosen stands under a prompt
    "as many words as stand above buttons": (Card(texts(BODY), numbered(2)), (Part(texts(BODY), numbered(2)),), set()),
    "more words than stand above buttons": (
        Card(texts(LONGER), numbered(2)),
        (Part(texts(LONGER)), Part(texts("Silakan pilih:"), numbered(2))),
        {D.CHOICES_APART},
    ),
    "more words than stand above a list": (
        Card(texts(LONGER), numbered(4)),
        (Part(texts(LONGER)), listed(numbered(4), "Silakan pilih:")),
        {D.LISTED, D.CHOICES_APART},
    ),
    "more words than stand above a link": (
        Card(texts(LONGER), ((OPEN,),)),
        (Part(texts(LONGER)), Part(texts("Silakan pilih:"), ((OPEN,),))),
        {D.CHOICES_APART},
    ),
    "more words than one message holds": (
        Card(texts("a" * 4000, "b" * 1000), numbered(2)),
        (Part(texts("a" * 4000)), Part(texts("b" * 1000), numbered(2))),
        {D.SPLIT},
    ),
    "many more words than one message holds": (
        Card(texts("a" * 4000, "b" * 4000), numbered(2)),
        (Part(texts("a" * 4000)), Part(texts("b" * 4000)), Part(texts("Silakan pilih:"), numbered(2))),
        {D.SPLIT, D.CHOICES_APART},
    ),
    "choices without words": (Card((), numbered(2)), (Part(texts("Silakan pilih:"), numbered(2)),), set()),
    "a picture with choices and no words": (
        Card((), numbered(2), (1,)),
        (Part(texts("Silakan pilih:"), numbered(2), (PHOTO,)),),
        set(),
    ),
    "nothing": (Card(), (), set()),
}


@pytest.mark.parametrize(("card", "parts", "downgrades"), FITS.values(), ids=FITS)
def test_a_card(card: Card, parts: tuple[Part, ...], downgrades: set[Downgrade]) -> None:
    assert fit(card, ABILITIES, FILES, PHRASES) == Fitted(parts, frozenset(downgrades))
    for each in parts:
        message(each)


PAGES = {0: numbered(9) + more(9), 9: numbered(9, 9) + more(18), 18: numbered(7, 18)}


@pytest.mark.parametrize(("start", "rows"), PAGES.items())
def test_later_pages_hold_choices_alone(start: int, rows: Rows) -> None:
    card = Card((*WORDS, Block("b" * 900)), numbered(25), (1,))
    parts = fit(card, ABILITIES, FILES, PHRASES, start).parts
    assert parts[-1].choices == rows
    assert (len(parts), parts[-1].blocks) == ((2, card.blocks) if start == 0 else (1, texts("Silakan pilih:")))


def test_the_last_page_needs_no_row_for_more() -> None:
    assert fit(Card(WORDS, numbered(19)), ABILITIES, {}, PHRASES, 9).parts[0].choices == numbered(10, 9)


TOO_MUCH: dict[str, tuple[Card, int]] = {
    "a document that nobody may send": (Card(files=(9,)), 0),
    "a page beyond the last": (Card(WORDS, numbered(25)), 25),
    "a page of choices that have none": (Card(WORDS, numbered(10)), 9),
    "a page of buttons": (Card(WORDS, numbered(2)), 1),
}


@pytest.mark.parametrize(("card", "start"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_cannot_be_said_fails_aloud(card: Card, start: int) -> None:
    with pytest.raises(TooMuch, match=r"more than|no page"):
        fit(card, ABILITIES, {9: file(9, FileKind.DOCUMENT, 100_000_001)}, PHRASES, start)


@pytest.mark.parametrize("language", Language)
def test_the_desks_own_phrases_fit(language: Language) -> None:
    words = Words(language, "Asia/Jakarta", "Humas Kab. Teladan")
    phrases = Phrases(words("desk-choose"), words("desk-more"), words("desk-prompt"))
    for each in fit(Card(texts(LONGER), numbered(25)), ABILITIES, {}, phrases).parts:
        message(each)


HEADINGS = {
    "Setuju": ("Setuju", ""), "a" * 24: ("a" * 24, ""), "a" * 25: ("a" * 24, "a"),
    "Kirim ke semua wartawan daring": ("Kirim ke semua wartawan", "daring"),
    "Kirim ke semua para rekan media": ("Kirim ke semua para", "rekan media"),
    "dua puluh empat persis a b": ("dua puluh empat persis a", "b"),
}  # fmt: skip


@pytest.mark.parametrize(("label", "shown"), HEADINGS.items())
def test_a_long_label_goes_on_below_its_title(label: str, shown: tuple[str, str]) -> None:
    assert heading(label, ABILITIES) == shown


LABELS = st.text(st.sampled_from("ab c🌊é"), min_size=1, max_size=120).filter(lambda label: label.strip() == label)
CHOICES = st.lists(st.tuples(LABELS, st.booleans()), max_size=25)
BLOCKS = st.lists(st.builds(Block, st.text(st.sampled_from("ab. 🌊é\n*_"), min_size=1, max_size=40)), max_size=3)


def rows_of(drawn: list[tuple[str, bool]]) -> Rows:
    return tuple(
        (Choice(label, url=f"https://contoh.id/{at}") if link else Choice(label, f"look.{at + 1}"),)
        for at, (label, link) in enumerate(drawn)
    )


@given(
    BLOCKS.filter(lambda blocks: not blocks or any(each.text.strip() for each in blocks)),
    CHOICES,
    st.integers(0, 5000),
    st.sets(st.integers(1, 6)),
)
def test_whatever_is_meant_can_be_said_and_nothing_is_lost(
    blocks: list[Block], drawn: Any, more_words: int, files: set[int]
) -> None:
    words = (*blocks, *texts("kata " * (more_words // 5)))
    card = Card(words, rows_of(drawn), tuple(sorted(files)))
    parts = fit(card, ABILITIES, FILES, PHRASES).parts
    for each in parts:
        message(each)
    said = "\n\n".join(bare(block.text) for part in parts for block in part.blocks)
    assert "".join("".join(block.text for block in words).split()) in "".join(said.split())
    assert sorted(each.file.id for part in parts for each in part.files) == sorted(files)
    offered = reached(card, parts)
    for row in card.choices:
        assert row[0].token in offered or row[0].url in offered or row[0].url in said


def reached(card: Card, parts: tuple[Part, ...]) -> set[str]:
    """What can be chosen, also on later pages."""
    found: set[str] = set()
    for part in parts:
        for choice in (each for row in part.choices for each in row):
            token = read(choice.token)
            further = fit(card, ABILITIES, FILES, PHRASES, token.object).parts if token and token.action == MORE else ()
            found |= reached(card, further) if further else {choice.token, choice.url}
            for each in further:
                message(each)
    return found - {""}


def test_a_label_is_one_line_that_begins_with_a_word() -> None:
    [part] = fit(Card(texts("Mana?"), ((Choice("\r\n\t " * 9 + "Rina\n\nContoh", "look.1"),),)), ABILITIES, {}, PHRASES).parts
    assert part.choices == ((Choice("Rina Contoh", "look.1"),),)
    message(part)  # it can be said
