"""ONE contract for every channel: inherit a suite and give it a world to play in.

What a channel cannot do is asked of its abilities; then what holds instead is tested, never nothing.
"""

from dataclasses import dataclass, replace
from typing import Protocol

import pytest

from bot.channels.base import Channel, Problem, SendError
from bot.files import Files
from messages.card import BEGIN, END, Block, Card, Choice, Enclosure, Part, Place, Style, texts
from messages.fit import Downgrade, Phrases, fit
from messages.inbound import Happening, Inbound
from storage.records import Fate, File, FileId, FileKind, Language

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
# What no channel may change, whatever it means to somebody's markup.
HOSTILE = {
    "markup of one kind": "<b>tebal</b> <script>alert(1)</script> &amp; &lt;",
    "markup of another": "*tebal* _miring_ ~coret~ ||rahasia|| `kode` [kata](https://a.id) \\* > # + - = { } . !",
    "an unclosed mark": "*belum ditutup _dan lagi `",
    "an address": "https://a.id/?x=<y>&z=[1](2)",
    "names and commands": "/start @semua #tagar $RUPIAH",
    "right to left": "\u202eterbalik\u202c مرحبا שלום",
    "joined characters": FAMILY * 20,
    "accents in pieces": "e\u0301" * 40,
    "quotes": "\"'; DROP TABLE people; --",
    "lines": "satu\n\n\n\ndua\ttiga",
    "blanks in Fluent": "{ $nama } { -merek }",
}
PHRASES = Phrases("Pilih", "Lainnya", "Silakan pilih:")
BUTTONS = ((Choice("Setuju", "approve.1.vabc"), Choice("Tolak", "refuse.1")), (Choice("Buka", url="https://contoh.id/a"),))
PHOTO = b"\x89PNG not a picture, but nobody looks"


@dataclass(frozen=True)
class Shown:
    """A message of the bot as a person sees it: without styles, its buttons one after the other; an album is one."""

    id: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()  # label, and token or address
    files: tuple[str, ...] = ()  # their kinds
    quotes: str = ""  # the id of the message that it quotes
    marked: str = ""  # the words as they were sent, where a channel sets the marks of its styles among them


class World(Protocol):
    """A channel and the people behind it."""

    @property
    def channel(self) -> Channel:
        """The channel itself."""

    @property
    def files(self) -> Files:
        """Where it finds the bytes of files."""

    def person(self) -> str:
        """The chat of somebody who may be written to."""

    def nobody(self) -> str:
        """A chat that does not exist."""

    def blocks(self, chat: str) -> None:
        """That person stops the bot."""

    def shows(self, chat: str) -> list[Shown]:
        """What the bot wrote to a person, as it stands now."""

    async def says(self, chat: str, text: str = "", document: bytes = b"") -> Inbound:
        """A person writes; the event as the desk understands it."""

    async def presses(self, chat: str, label: str) -> Inbound:
        """A person presses a button; the event as the desk understands it."""

    async def hears(self) -> list[Inbound]:
        """What came in since the last look, besides what people say and press: what became of messages."""

    def spinning(self) -> int:
        """Presses that were not acknowledged yet."""

    def uploads(self) -> int:
        """Files that went up so far."""

    def offered(self, chat: str, language: Language) -> list[str]:
        """The commands that a chat is offered; `chat` empty means everybody."""


def part(*paragraphs: str, files: tuple[Enclosure, ...] = (), choices: tuple[tuple[Choice, ...], ...] = ()) -> Part:
    return Part(texts(*paragraphs), choices, files)


def enclosed(world: World, number: int, kind: FileKind = FileKind.PHOTO, name: str = "") -> Enclosure:
    digest = world.files.keep_now(PHOTO + bytes([number]))
    return Enclosure(File(FileId(number), kind, name, "", len(PHOTO) + 1, digest))


def asking(world: World) -> tuple[tuple[Choice, ...], ...]:
    """Choices that stand in one message of this channel."""
    return BUTTONS if world.channel.abilities.links_among_choices else BUTTONS[:1]


def offered(rows: tuple[tuple[Choice, ...], ...]) -> tuple[tuple[str, str], ...]:
    """Choices as they are seen."""
    return tuple((choice.label, choice.token or choice.url) for row in rows for choice in row)


async def failed(call: object) -> SendError:
    """The error that a call ends with."""
    with pytest.raises(SendError) as caught:
        await call  # type: ignore[misc]  # a coroutine of any result
    return caught.value


class ContractSuite:
    """What every channel does."""

    async def test_a_text_arrives(self, world: World) -> None:
        chat = world.person()
        receipt = await world.channel.send(chat, part("Rekan media,", "rilis baru: banjir surut."))
        assert [(each.id, each.text) for each in world.shows(chat)] == [
            (receipt.platform_id, "Rekan media,\n\nrilis baru: banjir surut.")
        ]

    async def test_styles_change_no_word(self, world: World) -> None:
        chat = world.person()
        blocks = (Block("Judul 🏛️", Style.TITLE), Block(f"Kode {BEGIN}R-231{END} siap"), Block("catatan kecil", Style.QUIET))
        await world.channel.send(chat, Part(blocks))
        assert world.shows(chat)[0].text == "Judul 🏛️\n\nKode R-231 siap\n\ncatatan kecil"

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    async def test_hostile_words_arrive_unaltered(self, world: World, text: str) -> None:
        chat, label = world.person(), text[: min(40, world.channel.abilities.label_limit)]
        await world.channel.send(chat, part(text, choices=((Choice(label, "look.1"),),)))
        assert [(each.marked or each.text, each.buttons[0][0]) for each in world.shows(chat)] == [(text, label)]

    async def test_thousands_of_emoji_arrive_in_as_many_messages_as_they_need(self, world: World) -> None:
        chat, text = world.person(), "🌊" * (world.channel.abilities.text_limit + 1)
        for each in fit(Card(texts(text)), world.channel.abilities, {}).parts:
            await world.channel.send(chat, each)
        assert "".join(each.text for each in world.shows(chat)) == text
        assert len(world.shows(chat)) > 1

    async def test_a_long_text_arrives_whole_and_its_buttons_stand_last(self, world: World) -> None:
        chat, paragraphs = world.person(), [f"Paragraf {each}. " + "kata " * 150 for each in range(12)]
        card = Card(texts(*(each.strip() for each in paragraphs)), BUTTONS)
        fitted = fit(card, world.channel.abilities, {}, PHRASES)
        for each in fitted.parts:
            await world.channel.send(chat, each)
        shown, said = (
            world.shows(chat),
            {Downgrade.LINK_IN_TEXT: "Buka: https://contoh.id/a", Downgrade.CHOICES_APART: "Silakan pilih:"},
        )
        meant = [each.strip() for each in paragraphs] + [words for each, words in said.items() if each in fitted.downgrades]
        assert "\n\n".join(each.text for each in shown) == "\n\n".join(meant)
        assert [bool(each.buttons) for each in shown] == [False] * (len(shown) - 1) + [True]

    async def test_buttons_are_pressed_and_every_press_is_acknowledged(self, world: World) -> None:
        chat = world.person()
        receipt = await world.channel.send(chat, part("Setujui rilis ini?", choices=asking(world)))
        assert world.shows(chat)[0].buttons == offered(asking(world))
        event = await world.presses(chat, "Tolak")
        assert (event.happening, event.chat, event.token) == (Happening.PRESSED, chat, "refuse.1")
        assert event.platform_id == receipt.platform_id
        await world.channel.acknowledge(event)
        assert world.spinning() == 0
        await world.channel.acknowledge(event)  # late or twice: no error

    async def test_a_link_alone_is_a_button(self, world: World) -> None:
        chat = world.person()
        await world.channel.send(chat, part("Baca di sini", choices=BUTTONS[1:]))
        assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Baca di sini", offered(BUTTONS[1:]))]

    async def test_words_come_in(self, world: World) -> None:
        chat = world.person()
        event = await world.says(chat, "https://contoh.id/berita/1")
        assert (event.happening, event.chat, event.text) == (Happening.SAID, chat, "https://contoh.id/berita/1")
        assert event.key
        assert event.user_key

    async def test_a_message_is_replaced_with_its_buttons_or_amended_by_one_that_quotes_it(self, world: World) -> None:
        chat, then = world.person(), part("Terkirim 3 dari 3 ✅")
        first = await world.channel.send(chat, part("Terkirim 1 dari 3", choices=asking(world)))
        if world.channel.abilities.can_replace:
            second = await world.channel.replace(chat, first.platform_id, then)
            assert second.platform_id == first.platform_id
            assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Terkirim 3 dari 3 ✅", ())]
        else:
            assert (await failed(world.channel.replace(chat, first.platform_id, then))).problem is Problem.REFUSED
            await world.channel.send(chat, replace(then, quotes=first.platform_id))
            assert [(each.text, each.quotes, each.buttons) for each in world.shows(chat)] == [
                ("Terkirim 1 dari 3", "", offered(asking(world))),
                ("Terkirim 3 dari 3 ✅", first.platform_id, ()),
            ]

    async def test_replaced_with_the_same_is_no_error_where_anything_is_replaced(self, world: World) -> None:
        chat, same = world.person(), part("Tetap", choices=asking(world))
        receipt = await world.channel.send(chat, same)
        if world.channel.abilities.can_replace:
            assert await world.channel.replace(chat, receipt.platform_id, same) == receipt
        else:
            assert (await failed(world.channel.replace(chat, receipt.platform_id, same))).problem is Problem.REFUSED
        assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Tetap", offered(asking(world)))]

    async def test_what_is_not_there_cannot_be_replaced(self, world: World) -> None:
        fault = await failed(world.channel.replace(world.person(), "987654", part("Halo")))
        assert fault.problem is Problem.REFUSED

    async def test_a_message_is_withdrawn_or_stands(self, world: World) -> None:
        chat = world.person()
        gone = await world.channel.send(chat, part("Keliru"))
        await world.channel.send(chat, part("Benar"))
        if world.channel.abilities.can_withdraw:
            await world.channel.withdraw(chat, gone.platform_id)
            assert [each.text for each in world.shows(chat)] == ["Benar"]
        else:
            assert (await failed(world.channel.withdraw(chat, gone.platform_id))).problem is Problem.REFUSED
            assert [each.text for each in world.shows(chat)] == ["Keliru", "Benar"]

    async def test_a_photo_with_words_and_buttons(self, world: World) -> None:
        chat = world.person()
        await world.channel.send(chat, part("Bupati meninjau tanggul", files=(enclosed(world, 1),), choices=asking(world)))
        shown = world.shows(chat)
        assert [(each.text, each.files, each.buttons) for each in shown] == [
            ("Bupati meninjau tanggul", ("photo",), offered(asking(world)))
        ]

    async def test_words_under_a_photo_are_replaced_or_stand(self, world: World) -> None:
        chat, photo = world.person(), enclosed(world, 1)
        receipt = await world.channel.send(chat, part("Setujui?", files=(photo,), choices=asking(world)))
        then = part("Disetujui ✅", files=(photo,))
        if world.channel.abilities.can_replace:
            await world.channel.replace(chat, receipt.platform_id, then)
            assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Disetujui ✅", ())]
        else:
            assert (await failed(world.channel.replace(chat, receipt.platform_id, then))).problem is Problem.REFUSED
            assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Setujui?", offered(asking(world)))]

    async def test_photos_then_their_words_with_buttons(self, world: World) -> None:
        chat, files = world.person(), {each: enclosed(world, each) for each in (1, 2, 3)}
        card = Card(texts("Tiga foto dari lapangan"), asking(world), (1, 2, 3))
        for each in fit(card, world.channel.abilities, files, PHRASES).parts:
            await world.channel.send(chat, each)
        albums = [("photo",) * 3] if world.channel.abilities.album_limit >= 3 else [("photo",)] * 3
        assert [(each.text, each.files, each.buttons) for each in world.shows(chat)] == [
            *(("", album, ()) for album in albums),
            ("Tiga foto dari lapangan", (), offered(asking(world))),
        ]

    async def test_an_album_with_words_is_one_message_and_is_withdrawn_whole_where_there_are_albums(self, world: World) -> None:
        chat = world.person()
        album = part("Dua foto", files=tuple(enclosed(world, each) for each in (1, 2)))
        if world.channel.abilities.album_limit > 1:
            receipt = await world.channel.send(chat, album)
            assert [(each.text, each.files) for each in world.shows(chat)] == [("Dua foto", ("photo", "photo"))]
            await world.channel.withdraw(chat, receipt.platform_id)
        else:
            assert (await failed(world.channel.send(chat, album))).problem is Problem.REFUSED
        assert world.shows(chat) == []

    async def test_a_place_stands_on_a_map_before_its_words(self, world: World) -> None:
        chat, place = world.person(), Place(-3.4012, 104.8312, "Pendopoan Contoh", "Jl. Teladan 1")
        for each in fit(Card(texts("Parkir di belakang"), asking(world), place=place), world.channel.abilities, {}).parts:
            await world.channel.send(chat, each)
        assert [(each.text, each.buttons) for each in world.shows(chat)] == [
            ("Pendopoan Contoh\n\nJl. Teladan 1\n\n-3.4012, 104.8312", ()),
            ("Parkir di belakang", offered(asking(world))),
        ]

    async def test_a_document(self, world: World) -> None:
        chat = world.person()
        await world.channel.send(chat, part("Naskah", files=(enclosed(world, 4, FileKind.DOCUMENT, "naskah rilis.docx"),)))
        assert [(each.text, each.files) for each in world.shows(chat)] == [("Naskah", ("document",))]

    @pytest.mark.parametrize("numbers", [(1,), (1, 2)], ids=["one file", "an album"])
    async def test_a_file_goes_up_once(self, world: World, numbers: tuple[int, ...]) -> None:
        size, files = world.channel.abilities.album_limit, tuple(enclosed(world, each) for each in numbers)
        albums = [files[start : start + size] for start in range(0, len(files), size)]
        chat, handles = world.person(), dict[int, str]()
        for album in albums:
            handles |= (await world.channel.send(chat, part("Pertama", files=album))).handles
        assert set(handles) == set(numbers)
        before, chat = world.uploads(), world.person()
        for album in albums:
            known = tuple(Enclosure(each.file, handles[each.file.id]) for each in album)
            await world.channel.send(chat, part("Kedua", files=known))
        assert world.uploads() == before
        assert [each.files for each in world.shows(chat)] == [("photo",) * len(album) for album in albums]

    async def test_a_file_comes_in_and_is_fetched_up_to_its_limit(self, world: World) -> None:
        event = await world.says(world.person(), document=b"isi naskah")
        handle = event.files[0].handle
        assert await world.channel.download(handle, 10) == b"isi naskah"
        assert (await failed(world.channel.download(handle, 9))).problem is Problem.REFUSED
        assert (await failed(world.channel.download("no such handle", 10))).problem is Problem.REFUSED

    async def test_who_blocked_the_bot_or_never_was_is_gone_at_once_or_as_it_is_told_later(self, world: World) -> None:
        blocked = world.person()
        world.blocks(blocked)
        for chat in (blocked, world.nobody()):
            if world.channel.abilities.told_later:
                receipt = await world.channel.send(chat, part("Halo"), "row:7")
                (told,) = await world.hears()
                assert (told.happening, told.fate, told.problem) == (Happening.FATE, Fate.FAILED, Problem.GONE)
                assert (told.chat, told.platform_id, told.reference) == (chat, receipt.platform_id, "row:7")
            else:
                assert (await failed(world.channel.send(chat, part("Halo")))).problem is Problem.GONE
        assert world.shows(blocked) == []

    async def test_what_is_too_large_is_refused(self, world: World) -> None:
        chat, abilities = world.person(), world.channel.abilities
        photo = (enclosed(world, 1),)
        for each in (part("a" * (abilities.text_limit + 1)), part("a" * (abilities.caption_limit + 1), files=photo), part("")):
            assert (await failed(world.channel.send(chat, each))).problem is Problem.REFUSED
        assert world.shows(chat) == []

    async def test_exactly_what_fits_arrives(self, world: World) -> None:
        chat, abilities = world.person(), world.channel.abilities
        await world.channel.send(chat, part("é" * abilities.text_limit))
        await world.channel.send(chat, part("é" * abilities.caption_limit, files=(enclosed(world, 1),)))
        assert [len(each.text) for each in world.shows(chat)] == [abilities.text_limit, abilities.caption_limit]

    async def test_a_menu_for_one_and_for_all_where_there_are_menus(self, world: World) -> None:
        chat, entries = (
            world.person(),
            {Language.ID: (("bantuan", "Yang bisa dilakukan"),), Language.EN: (("help", "What can be done"),)},
        )
        await world.channel.menu("", entries)
        await world.channel.menu(
            chat, {Language.ID: (*entries[Language.ID], ("rilis", "Daftar rilis")), Language.EN: entries[Language.EN]}
        )
        if world.channel.abilities.can_offer:
            assert world.offered("", Language.ID) == ["bantuan"]
            assert world.offered(chat, Language.ID) == ["bantuan", "rilis"]
            assert world.offered(chat, Language.EN) == ["help"]
        else:
            assert world.offered(chat, Language.ID) == world.offered("", Language.ID) == []
