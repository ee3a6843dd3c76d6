"""Parts, and the very requests that say them on WhatsApp."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import file_name
from bot.channels.whatsapp.outbound import ABILITIES, heard, message, recipient, wording
from messages.card import BEGIN, END, Block, Choice, Enclosure, Part, Style, Template, bare, texts
from storage.records import File, FileId, FileKind, Json, Language
from tests.channels.whatsapp_display import displayed
from tests.channels.whatsapp_schema import schema


def title(text: str) -> Block:
    return Block(text, Style.TITLE)


def quiet(text: str) -> Block:
    return Block(text, Style.QUIET)


def bold(text: str) -> str:
    return f"{BEGIN}{text}{END}"


WORDINGS: dict[str, tuple[tuple[Block, ...], str]] = {
    "nothing": ((), ""),
    "plain": (texts("satu", "dua"), "satu\n\ndua"),
    "a title": ((title("Judul"), Block("isi")), "*Judul*\n\nisi"),
    "small print": ((Block("isi"), quiet("catatan")), "isi\n\n_catatan_"),
    "emphasis": ((Block(f"kode {bold('R-231')} siap"),), "kode *R-231* siap"),
    "emphasis at both ends": ((Block(f"{bold('batal')} atau {bold('selesai')}"),), "*batal* atau *selesai*"),
    "emphasis beside punctuation": ((Block(f"ketik {bold('R-1')}: ({bold('a')})."),), "ketik *R-1*: (*a*)."),
    "a title in lines": ((title("satu\ndua"),), "*satu*\n*dua*"),
    "a title with blanks around it": ((title("  Judul "),), "  *Judul* "),
    "an empty title": ((title(""),), ""),
    "a title of blanks": ((title("  "),), "  "),
    "emphasis in a title is no more than the title": ((title(f"a {bold('b')}"),), "*a b*"),
    "emphasis in small print takes its place": ((quiet(f"a {bold('b')}"),), "a *b*"),
    "a picture sign at the end": ((title("Banjir 🏛️"),), "*Banjir 🏛️*"),
    # where a mark would be taken for something else, the style is dropped
    "emphasis that begins in a word": ((Block(f"ke{bold('R-1')} x"),), "keR-1 x"),
    "emphasis that ends in a word": ((Block(f"x {bold('R-1')}nya"),), "x R-1nya"),
    "emphasis before an accent": ((Block(f"x {bold('e')}\u0301"),), "x e\u0301"),
    "emphasis before half a sign": ((Block(f"x {bold('R-1')}\u200d"),), "x R-1\u200d"),
    "a title that begins with an accent": ((title("\u0301a"),), "\u0301a"),
    "a title that ends with half a sign": ((title("a\u200d"),), "a\u200d"),
    "a title that turns around": ((title("kata \u202eterbalik"),), "kata \u202eterbalik"),
    "a star in a title": ((title("Harga 5*"),), "Harga 5*"),
    "an address in small print": ((quiet("https://a.id/x_y"),), "https://a.id/x_y"),
    "somebody's own marks": ((Block(f"*tebal* dan {bold('R-1')}"),), "*tebal* dan R-1"),
    "somebody's own marks in another line": ((Block(f"*tebal*\ndan {bold('R-1')}"),), "*tebal*\ndan *R-1*"),
    "somebody's own code": ((title("Judul"), Block("```\nkode")), "Judul\n\n```\nkode"),
    "a mark that lost its other half": ((Block(f"a {BEGIN}b"),), "a b"),
}


@pytest.mark.parametrize(("blocks", "text"), WORDINGS.values(), ids=WORDINGS)
def test_styles_stand_where_they_are_safe(blocks: tuple[Block, ...], text: str) -> None:
    assert wording(blocks) == text


PARAGRAPHS = st.lists(
    st.builds(Block, st.text(st.sampled_from(f"ab. 🌊é\u0301\u200d{BEGIN}{END}\n"), max_size=12), st.sampled_from(Style))
)
MARKED = st.lists(st.builds(Block, st.text(st.sampled_from(f"ab *_~`{BEGIN}{END}\n"), max_size=12), st.sampled_from(Style)))


@given(PARAGRAPHS)
def test_what_a_phone_shows_is_every_word_and_no_mark(blocks: list[Block]) -> None:
    assert displayed(wording(blocks))[0] == "\n\n".join(bare(each.text) for each in blocks)


@given(MARKED)
def test_a_line_with_somebodys_marks_is_sent_as_it_is(blocks: list[Block]) -> None:
    plain = "\n\n".join(bare(each.text) for each in blocks).split("\n")
    for sent, line in zip(wording(blocks).split("\n"), plain, strict=True):
        assert sent == line or not set("*_~`") & set(line)
        assert sent.replace("*", "").replace("_", "") == line.replace("*", "").replace("_", "")


def enclosed(number: int, kind: FileKind = FileKind.PHOTO, handle: str = "900", size: int = 1, name: str = "") -> Enclosure:
    return Enclosure(File(FileId(number), kind, name, "", size, "a" * 64), handle)


def said(kind: str, **contents: Any) -> Json:
    return {"messaging_product": "whatsapp", "recipient_type": "individual", "type": kind, kind: contents}


def asked(kind: str, action: Json, **more: Any) -> Json:
    return said("interactive", type=kind, body={"text": "Setujui?"}, action=action, **more)


def reply(token: str, label: str) -> Json:
    return {"type": "reply", "reply": {"id": token, "title": label}}


def worded(value: str) -> Json:
    return {"type": "text", "text": value}


def quick(index: str, token: str) -> Json:
    return {"type": "button", "sub_type": "quick_reply", "index": index, "parameters": [{"type": "payload", "payload": token}]}


YES, NO, OPEN = Choice("Setuju", "approve.1"), Choice("Tolak", "refuse.1"), Choice("Buka", url="https://contoh.id")
LONG = Choice("Kirim ke semua wartawan daring hari ini", "send.1")
BUTTONS = {"buttons": [reply("approve.1", "Setuju"), reply("refuse.1", "Tolak")]}
ROWS = [
    {"id": "approve.1", "title": "Setuju"},
    {"id": "send.1", "title": "Kirim ke semua wartawan", "description": "daring hari ini"},
]
ASK = Part(texts("Setujui?"), ((YES, NO),))
RELEASE = Template("rilis_baru", Language.ID, ("R-231", "Beras untuk 312 KK"), ("read_full.231", "later.231"))
MESSAGES: dict[str, tuple[Part, Json]] = {
    "words": (Part(texts("Halo")), said("text", body="Halo", preview_url=False)),
    "styled words": (Part((title("Judul"),)), said("text", body="*Judul*", preview_url=False)),
    "an answer": (
        Part(texts("Halo"), quotes="wamid.1"),
        {**said("text", body="Halo", preview_url=False), "context": {"message_id": "wamid.1"}},
    ),
    "reply buttons": (ASK, asked("button", BUTTONS)),
    "reply buttons in rows": (replace(ASK, choices=((YES,), (NO,))), asked("button", BUTTONS)),
    "reply buttons under a picture": (
        replace(ASK, files=(enclosed(1),)),
        asked("button", BUTTONS, header={"type": "image", "image": {"id": "900"}}),
    ),
    "reply buttons under a document": (
        replace(ASK, files=(enclosed(1, FileKind.DOCUMENT, name="naskah.pdf"),)),
        asked("button", BUTTONS, header={"type": "document", "document": {"id": "900", "filename": "naskah.pdf"}}),
    ),
    "a list": (
        Part(texts("Setujui?"), ((YES,), (LONG,)), menu="Pilih"),
        asked("list", {"button": "Pilih", "sections": [{"rows": ROWS}]}),
    ),
    "a link": (
        Part(texts("Setujui?"), ((OPEN,),)),
        asked("cta_url", {"name": "cta_url", "parameters": {"display_text": "Buka", "url": "https://contoh.id"}}),
    ),
    "a picture": (Part(files=(enclosed(1),)), said("image", id="900")),
    "a picture with words": (Part(texts("Banjir"), files=(enclosed(1),)), said("image", id="900", caption="Banjir")),
    "a film": (Part(files=(enclosed(1, FileKind.VIDEO),)), said("video", id="900")),
    "sound": (Part(files=(enclosed(1, FileKind.AUDIO),)), said("audio", id="900")),
    "a voice": (Part(files=(enclosed(1, FileKind.VOICE),)), said("audio", id="900")),
    "a document with words": (
        Part(texts("Naskah"), files=(enclosed(4, FileKind.DOCUMENT, name="naskah.docx"),)),
        said("document", id="900", filename="naskah.docx", caption="Naskah"),
    ),
    "a template": (
        Part(template=RELEASE),
        said("template", name="rilis_baru", language={"code": "id"}, components=[
            {"type": "body", "parameters": [worded("R-231"), worded("Beras untuk 312 KK")]},
            quick("0", "read_full.231"), quick("1", "later.231"),
        ]),
    ),
    "a template without blanks": (
        Part(texts("in these words"), template=Template("kabar", Language.EN)),
        said("template", name="kabar", language={"code": "en"}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("part", "body"), MESSAGES.values(), ids=MESSAGES)
@pytest.mark.parametrize("chat", ["628123456789", "ID.13491208655302741918"])
def test_a_message(part: Part, body: Json, chat: str) -> None:
    made = message(part)
    assert made.body == body
    assert json.loads(b'{"to": "1", ' + made.tail) == {"to": "1", **body}
    assert schema().of_message({**recipient(chat), "biz_opaque_callback_data": "row:1", **body}) == []


def test_that_a_message_was_read_has_the_shape_of_the_platforms_example() -> None:
    assert schema().of_message(heard("wamid.1")) == []


def test_a_style_is_dropped_before_it_makes_a_message_too_long() -> None:
    exact, below = "a" * ABILITIES.text_limit, "a" * (ABILITIES.text_limit - 2)
    assert message(Part((title(exact),))).body["text"]["body"] == exact
    assert message(Part((title(below),))).body["text"]["body"] == f"*{below}*"


def test_every_kind_of_file_is_sent_or_refused_aloud() -> None:
    for kind in FileKind:
        part = Part(files=(enclosed(1, kind),))
        if kind is FileKind.STICKER:
            with pytest.raises(ValueError, match="sends no sticker"):
                message(part)
        else:
            assert message(part).body["type"] in {"image", "document", "video", "audio"}


def numbered(count: int, label: str = "Pilihan") -> tuple[tuple[Choice, ...], ...]:
    return tuple((Choice(f"{label} {each}", f"look.{each}"),) for each in range(1, count + 1))


UNSAYABLE: dict[str, Part] = {
    "nothing": Part(),
    "blanks": Part(texts("  \n ")),
    "too many words": Part(texts("a" * 4097)),
    "too many words above buttons": replace(ASK, blocks=texts("a" * 1025)),
    "too many words under a picture": Part(texts("a" * 1025), files=(enclosed(1),)),
    "buttons without words": replace(ASK, blocks=()),
    "two pictures": Part(files=(enclosed(1), enclosed(2))),
    "a picture that is too large": Part(files=(enclosed(1, handle="", size=ABILITIES.shrinks_up_to + 1),)),
    "a film that is too large": Part(files=(enclosed(1, FileKind.VIDEO, "", ABILITIES.film_limit + 1),)),
    "a document that is too large": Part(files=(enclosed(1, FileKind.DOCUMENT, "", ABILITIES.upload_limit + 1),)),
    "words under a voice": Part(texts("Halo"), files=(enclosed(1, FileKind.VOICE),)),
    "buttons under a voice": replace(ASK, files=(enclosed(1, FileKind.VOICE),)),
    "a list under a picture": replace(ASK, files=(enclosed(1),), menu="Pilih"),
    "a link under a picture": replace(ASK, choices=((OPEN,),), files=(enclosed(1),)),
    "four buttons": replace(ASK, choices=numbered(4)),
    "two buttons alike": replace(ASK, choices=((YES, replace(NO, label="Setuju")),)),
    "two buttons that carry the same": replace(ASK, choices=((YES, replace(NO, token="approve.1")),)),
    "a button that is too long": replace(ASK, choices=((Choice("a" * 21, "look.1"),),)),
    "a button without words": replace(ASK, choices=((Choice(" ", "look.1"),),)),
    "a button that carries nothing": replace(ASK, choices=((Choice("Lihat"),),)),
    "a button that carries too much": replace(ASK, choices=((Choice("Lihat", "a" * 201),),)),
    "a link beside a button": replace(ASK, choices=((YES, OPEN),)),
    "a button beside a link": replace(ASK, choices=((OPEN, YES),)),
    "two links": replace(ASK, choices=((OPEN, OPEN),)),
    "a link that is too long": replace(ASK, choices=((replace(OPEN, label="a" * 21),),)),
    "eleven rows": replace(ASK, choices=numbered(11), menu="Pilih"),
    "a row that is too long": replace(ASK, choices=((Choice("a" * 97, "look.1"),),), menu="Pilih"),
    "two rows that carry the same": replace(ASK, choices=((YES, replace(NO, token="approve.1")),), menu="Pilih"),
    "a list that opens with too many words": replace(ASK, menu="a" * 21),
    "a blank with a line break": Part(template=replace(RELEASE, values=("satu\ndua",))),
    "a blank with a tab": Part(template=replace(RELEASE, values=("satu\tdua",))),
    "a blank with a gap": Part(template=replace(RELEASE, values=("satu    dua",))),
    "a blank left blank": Part(template=replace(RELEASE, values=(" ",))),
}


@pytest.mark.parametrize("part", UNSAYABLE.values(), ids=UNSAYABLE)
def test_what_cannot_be_said_in_one_message_fails_aloud(part: Part) -> None:
    with pytest.raises(ValueError, match=r"\bhas\b|stand|at most|carries|is filled|no words"):
        message(part)


def test_a_large_file_that_is_known_already_needs_no_way_up() -> None:
    known = enclosed(1, size=10**9)
    assert message(Part(files=(known,))).body["image"] == {"id": "900"}


@pytest.mark.parametrize(
    ("chat", "field"),
    [("628123456789", "to"), ("ID.1349", "recipient"), ("US.ENT.11815799212886844830", "recipient")],
)
def test_a_person_is_named_by_phone_or_by_id(chat: str, field: str) -> None:
    assert recipient(chat) == {field: chat}


@pytest.mark.parametrize("chat", ["", "+628", "id.1", "ID.", "ID", "ID.1/2", "٠١٢", "nobody", 'ID.1", "to": "2'])
def test_what_names_nobody_says_so(chat: str) -> None:
    with pytest.raises(ValueError, match="neither"):
        recipient(chat)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "document5"),
        ('a"b\\c/d.docx', "a_b_c_d.docx"),
        ("a\r\nX: y.docx", "a__X: y.docx"),
        ("naskah é 🌊.docx", "naskah é 🌊.docx"),
    ],
)
def test_a_file_is_named_so_that_it_can_stand_in_a_header(name: str, shown: str) -> None:
    assert file_name(enclosed(5, FileKind.DOCUMENT, name=name)) == shown
