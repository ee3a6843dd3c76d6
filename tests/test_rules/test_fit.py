"""One card -> the messages a channel can carry: where a text is parted, what stands under which pictures, and what is said.

Channels with lists and lone links are in test_fit_whatsapp.py.
"""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.abilities import Abilities
from messages.card import Block, Card, Choice, Enclosure, Part, Style, texts
from messages.fit import SEPARATOR, Downgrade, Fitted, Phrases, TooMuch, fit, length
from storage.records import File, FileId, FileKind

USUAL = Abilities()
TIGHT = Abilities(text_limit=20, asking_limit=20, caption_limit=12, album_limit=3, buttons_limit=4, label_limit=8)
PROMPT = Phrases(prompt="Silakan pilih:")
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
WAVE, FLAG, HAND, ACCENT, KEYCAP = "🌊", "🇮🇩", "👍🏽", "e\u0301", "1\ufe0f\u20e3"
YES, NO = Choice("Setuju", "approve.1"), Choice("Tolak", "refuse.1")
ROW = ((YES, NO),)


def file(number: int, kind: FileKind = FileKind.PHOTO, size: int = 1, handle: str = "") -> Enclosure:
    return Enclosure(File(FileId(number), kind, "", "", size, "a" * 64), handle)


def held(count: int, kind: FileKind = FileKind.PHOTO) -> dict[int, Enclosure]:
    return {number: file(number, kind) for number in range(1, count + 1)}


def said(fitted: Fitted) -> list[str]:
    """The words of each message."""
    return [SEPARATOR.join(block.text for block in part.blocks) for part in fitted.parts]


def files(fitted: Fitted) -> list[list[int]]:
    """The files of each message."""
    return [[each.file.id for each in part.files] for part in fitted.parts]


# --- texts ------------------------------------------------------------------------------------------

FULL = "x" * 4096
SPLITS: dict[str, tuple[tuple[str, ...], list[str]]] = {  # paragraphs -> the words of each message
    "nothing": ((), []),
    "a text that fits to the last sign": ((FULL,), [FULL]),
    "one sign more": ((FULL + "y",), [FULL, "y"]),
    "two paragraphs that fit together": (("x" * 2047, "y" * 2047), ["x" * 2047 + "\n\n" + "y" * 2047]),
    "two that do not": (("x" * 2048, "y" * 2047), ["x" * 2048, "y" * 2047]),
    "at a paragraph inside a block": (("x" * 3000 + "\n\n" + "y" * 2000,), ["x" * 3000, "y" * 2000]),
    "at a line": (("x" * 3000 + "\n" + "y. " * 600 + "y",), ["x" * 3000, "y. " * 600 + "y"]),
    "at a sentence": (("x" * 3000 + ". Besok " + "y" * 2000,), ["x" * 3000 + ".", "Besok " + "y" * 2000]),
    "at a question": (("x" * 3000 + "? Besok " + "y" * 2000,), ["x" * 3000 + "?", "Besok " + "y" * 2000]),
    "at a space": (("x" * 3000 + " " + "y" * 2000,), ["x" * 3000, "y" * 2000]),
    "no good place in the second half": (("x" * 100 + " " + "y" * 5000,), ["x" * 100 + " " + "y" * 3995, "y" * 1005]),
    "a space that fell to the seam": ((FULL + " y",), [FULL, "y"]),
    "4,096 emoji": ((WAVE * 4096,), [WAVE * 2048, WAVE * 2048]),
    "an emoji that does not fit whole": (("x" + WAVE * 2048,), ["x" + WAVE * 2047, WAVE]),
    "families": (("xy" + FAMILY * 512,), ["xy" + FAMILY * 511, FAMILY]),
    "flags": (("xy" + FLAG * 1024,), ["xy" + FLAG * 1023, FLAG]),
    "skins": (("xy" + HAND * 1024,), ["xy" + HAND * 1023, HAND]),
    "accents in pieces": (("x" + ACCENT * 2048,), ["x" + ACCENT * 2047, ACCENT]),
    "keycaps": (("xy" + KEYCAP * 1365,), ["xy" + KEYCAP * 1364, KEYCAP]),
    "nothing but accents": (("\u0301" * 4097,), ["\u0301" * 4096, "\u0301"]),
    "nothing but spaces": ((" " * 9000,), []),
    "an empty paragraph": (("", "y", " "), ["y"]),
    "spaces before the words": ((" " * 9000 + "y",), ["y"]),
    "twenty thousand signs": (("x" * 20_000,), [FULL, FULL, FULL, FULL, "x" * 3616]),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "messages"), SPLITS.values(), ids=SPLITS)
def test_a_text_is_parted_at_the_best_place(paragraphs: tuple[str, ...], messages: list[str]) -> None:
    fitted = fit(Card(tuple(Block(each) for each in paragraphs)), USUAL, {})
    assert said(fitted) == messages
    assert fitted.downgrades == ({Downgrade.SPLIT} if len(messages) > 1 else set())


@pytest.mark.parametrize(("text", "units", "signs"), [("abc", 3, 3), (WAVE, 2, 1), (FAMILY, 8, 5), ("é", 1, 1), ("", 0, 0)])
def test_a_length_is_what_the_channel_counts(text: str, units: int, signs: int) -> None:
    assert (length(text, USUAL), length(text, replace(USUAL, utf16=False))) == (units, signs)


def test_a_channel_that_counts_signs_takes_more_emoji() -> None:
    assert said(fit(Card(texts(WAVE * 4096)), replace(USUAL, utf16=False), {})) == [WAVE * 4096]


def test_only_the_first_piece_of_a_title_is_one() -> None:
    first, second = fit(Card((Block("x" * 5000, Style.TITLE),)), USUAL, {}).parts
    assert (first.blocks[0].style, second.blocks[0].style) == (Style.TITLE, Style.PLAIN)
    small = fit(Card((Block("x" * 5000, Style.QUIET),)), USUAL, {}).parts
    assert [part.blocks[0].style for part in small] == [Style.QUIET, Style.QUIET]


# --- pictures ---------------------------------------------------------------------------------------

SHORT, LONG = "x" * 1024, "x" * 1025
# files, words, choices -> files and words of each message, at which of them the choices stand, and the downgrades
PICTURES: dict[str, tuple[int, str, bool, list[tuple[list[int], str]], int | None, set[Downgrade]]] = {
    "a picture": (1, "", False, [([1], "")], None, set()),
    "a picture with its caption": (1, SHORT, False, [([1], SHORT)], None, set()),
    "a caption that is too long follows": (1, LONG, False, [([1], ""), ([], LONG)], None, {Downgrade.CAPTION_APART}),
    "an emoji in a caption counts two": (
        1, "x" * 1022 + WAVE * 2, False, [([1], ""), ([], "x" * 1022 + WAVE * 2)], None, {Downgrade.CAPTION_APART},
    ),
    "a picture with buttons": (1, SHORT, True, [([1], SHORT)], 0, set()),
    "buttons go with the words": (1, LONG, True, [([1], ""), ([], LONG)], 1, {Downgrade.CAPTION_APART}),
    "an album": (10, "", False, [(list(range(1, 11)), "")], None, set()),
    "an album with its caption": (2, SHORT, False, [([1, 2], SHORT)], None, set()),
    "an album takes no buttons": (2, SHORT, True, [([1, 2], ""), ([], SHORT)], 1, {Downgrade.CAPTION_APART}),
    "eleven pictures": (
        11, SHORT, False, [(list(range(1, 11)), ""), ([11], ""), ([], SHORT)], None,
        {Downgrade.ALBUM_SPLIT, Downgrade.CAPTION_APART},
    ),
    "eleven pictures without words": (11, "", False, [(list(range(1, 11)), ""), ([11], "")], None, {Downgrade.ALBUM_SPLIT}),
    "a picture and a text of two messages": (
        1, FULL + " y", True, [([1], ""), ([], FULL), ([], "y")], 2, {Downgrade.CAPTION_APART, Downgrade.SPLIT},
    ),
    "a picture alone with buttons": (1, "", True, [([1], "Silakan pilih:")], 0, set()),
    "an album alone with buttons": (2, "", True, [([1, 2], ""), ([], "Silakan pilih:")], 1, set()),
}  # fmt: skip


@pytest.mark.parametrize(("count", "words", "asks", "messages", "asked", "downgrades"), PICTURES.values(), ids=PICTURES)
def test_pictures_words_and_buttons(
    count: int, words: str, asks: bool, messages: list[tuple[list[int], str]], asked: int | None, downgrades: set[Downgrade]
) -> None:
    card = Card(texts(words), ROW if asks else (), tuple(range(1, count + 1)))
    fitted = fit(card, USUAL, held(count), PROMPT)
    assert list(zip(files(fitted), said(fitted), strict=True)) == messages
    assert [at for at, part in enumerate(fitted.parts) if part.choices] == ([] if asked is None else [asked])
    assert fitted.downgrades == downgrades


def test_kinds_of_files_do_not_share_an_album() -> None:
    enclosures = {1: file(1), 2: file(2, FileKind.DOCUMENT), 3: file(3), 4: file(4, FileKind.DOCUMENT)}
    fitted = fit(Card(texts("Rilis"), files=(1, 2, 3, 4)), USUAL, enclosures)
    assert (files(fitted), said(fitted)) == ([[1, 3], [2, 4], []], ["", "", "Rilis"])


HEAVY = {
    "a picture as large as a picture may be": (file(1, size=10_000_000), FileKind.PHOTO, set()),
    "a picture that is larger": (file(1, size=10_000_001), FileKind.DOCUMENT, {Downgrade.PHOTO_AS_DOCUMENT}),
    "one that the platform has already": (file(1, size=10_000_001, handle="AgAC"), FileKind.PHOTO, set()),
    "a document": (file(1, FileKind.DOCUMENT, 50_000_000), FileKind.DOCUMENT, set()),
}


@pytest.mark.parametrize(("enclosure", "kind", "downgrades"), HEAVY.values(), ids=HEAVY)
def test_a_picture_too_large_goes_as_a_document(enclosure: Enclosure, kind: FileKind, downgrades: set[Downgrade]) -> None:
    fitted = fit(Card(files=(1,)), USUAL, {1: enclosure})
    assert [each.file.kind for each in fitted.parts[0].files] == [kind]
    assert fitted.downgrades == downgrades


# --- choices ----------------------------------------------------------------------------------------

LABELS = {
    "as long as a label may be": ("x" * 64, "x" * 64),
    "one sign longer": ("x" * 65, "x" * 63 + "…"),
    "cut behind a word": ("x" * 62 + " yz", "x" * 62 + "…"),
    "emoji count two": (WAVE * 33, WAVE * 31 + "…"),
    "a family stays whole": ("x" * 58 + FAMILY, "x" * 58 + "…"),
}


@pytest.mark.parametrize(("label", "shown"), LABELS.values(), ids=LABELS)
def test_a_label_that_is_too_long_is_cut(label: str, shown: str) -> None:
    fitted = fit(Card(texts("Mana?"), ((Choice(label, "look.1"),),)), USUAL, {})
    assert fitted.parts[0].choices == ((Choice(shown, "look.1"),),)
    assert fitted.downgrades == ({Downgrade.LABEL_CUT} if shown != label else set())


def test_a_hundred_buttons_are_shown_and_one_more_fails_aloud() -> None:
    rows = tuple((Choice(f"{each}", f"look.{each + 1}"),) for each in range(101))
    assert len(fit(Card(texts("Mana?"), rows[:100]), USUAL, {}).parts[0].choices) == 100
    with pytest.raises(TooMuch, match="100 buttons"):
        fit(Card(texts("Mana?"), rows), USUAL, {})


def test_a_file_that_no_message_can_carry_fails_aloud() -> None:
    with pytest.raises(TooMuch, match="50000000 bytes"):
        fit(Card(files=(1,)), USUAL, {1: file(1, FileKind.DOCUMENT, 50_000_001)})


# --- whatever is said -------------------------------------------------------------------------------

SIGNS = st.text(alphabet=st.sampled_from("ab .!?\n-é\u0301\u200d\ufe0f🌊👨👩🏽🇮🇩1"), max_size=90)
BLOCKS = st.lists(st.builds(Block, SIGNS | st.text(max_size=60), st.sampled_from(Style)), max_size=4)
CHOICES = st.lists(st.lists(st.builds(Choice, SIGNS.filter(str.strip), st.just("look.1")), min_size=1, max_size=2), max_size=2)
KINDS = st.lists(st.sampled_from([FileKind.PHOTO, FileKind.DOCUMENT]), max_size=8)
CHANNELS = st.sampled_from(
    [TIGHT, replace(TIGHT, utf16=False), replace(TIGHT, buttons_with_album=True), replace(USUAL, text_limit=50)]
)


def bare(words: str) -> str:
    return "".join(words.split())


def carried(part: Part, abilities: Abilities) -> bool:
    """Whether the channel takes a message as it is."""
    words = sum(length(block.text, abilities) for block in part.blocks) + len(SEPARATOR) * max(0, len(part.blocks) - 1)
    labels = [choice.label for choice in chain(*part.choices)]
    return (
        words <= (abilities.caption_limit if part.files else abilities.text_limit)
        and len(part.files) <= abilities.album_limit
        and len({each.file.kind for each in part.files}) <= 1
        and (len(part.files) < 2 or not labels or abilities.buttons_with_album)
        and all(0 < length(label, abilities) <= abilities.label_limit for label in labels)
        and all(block.text.strip() for block in part.blocks)
        and bool(part.files or part.blocks)
    )


@given(BLOCKS, CHOICES, KINDS, CHANNELS)
def test_whatever_is_said_can_be_carried_and_nothing_is_lost(
    blocks: list[Block], rows: list[list[Choice]], kinds: list[FileKind], abilities: Abilities
) -> None:
    enclosures = {number: file(number, kind) for number, kind in enumerate(kinds, 1)}
    card = Card(tuple(blocks), tuple(tuple(row) for row in rows), tuple(enclosures))
    fitted = fit(card, abilities, enclosures, Phrases(prompt="?"))
    assert [part for part in fitted.parts if not carried(part, abilities)] == []
    meant = bare("".join(block.text for block in blocks))
    assert bare("".join(said(fitted))) in {meant, meant + "?" * bool(rows)}
    assert sorted(chain(*files(fitted))) == list(enclosures)
    assert [choice.token for part in fitted.parts for choice in chain(*part.choices)] == [each.token for each in chain(*rows)]
    assert [at for at, part in enumerate(fitted.parts) if part.choices] in ([], [len(fitted.parts) - 1])


@given(st.integers(0, 60), st.sampled_from([FAMILY, FLAG, HAND, KEYCAP, ACCENT]), CHANNELS)
def test_a_text_is_never_cut_inside_what_is_seen_as_one(before: int, sign: str, abilities: Abilities) -> None:
    messages = said(fit(Card(texts("x" * before + sign * 30)), abilities, {}))
    assert sum(each.count(sign) for each in messages) == 30
