"""What an event asks for: in a form and outside, by word, button, link and code; and when nothing is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.router import LONG, UNHEARD, Found, Verdict, find, opened, takes_number
from handlers import grammar, routes
from handlers.permissions import ALLOWED, Permission
from handlers.route import Button, Command, Step
from handlers.turn import Handler
from messages.inbound import Attachment, Happening, Inbound
from messages.token import Token
from storage.records import FileKind, Language, OfficeId, Person, PersonId, Role, Standing

V = Verdict
LINK, HOME = "https://suaracontoh.id/2026/11/banjir-surut", "https://suaracontoh.id"
NOVEL = "Bupati meninjau banjir di Pampangan pagi ini. " * 12
SENTENCE = "Rina Contoh dari kota"


def somebody(role: Role, standing: Standing | None = None) -> Person:
    standing = standing or (Standing.NEW if role is Role.GUEST else Standing.ACTIVE)
    return Person(PersonId(7), OfficeId(1), "Rina Contoh", role, standing, Language.ID)


def said(text: str = "", *kinds: FileKind, happening: Happening = Happening.SAID) -> Inbound:
    return Inbound("1", "c", "u", happening, text=text, files=tuple(Attachment(kind, "h") for kind in kinds))


def pressed(token: Token | str) -> Inbound:
    return Inbound("1", "c", "u", Happening.PRESSED, token=str(token))


def called(handler: Handler | None) -> str:
    """A handler as it stands in routes.py: register.show."""
    return f"{handler.__module__.rpartition('.')[2]}.{getattr(handler, '__name__', '')}" if handler else ""


J, D, E, G, A = Role.JOURNALIST, Role.DRAFTER, Role.VERIFIER, Role.GUEST, Role.ADMIN
PHOTO, DOCUMENT, VOICE, STICKER = FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VOICE, FileKind.STICKER
# who, in which step, says what -> the verdict, the handler, what it is given
Case = tuple[Role, str | None, Inbound, Verdict, str]
CASES: dict[str, Case] = {
    # no form is open
    "a command": (J, None, said("status"), V.RUN, "status.show"),
    "a command with courtesies": (J, None, said("Assalamualaikum bang, izin status ya"), V.RUN, "status.show"),
    "a command with more": (J, None, said("status L-12 dong"), V.RUN, "status.show"),
    "a command behind a slash": (J, None, said("/kirim_ulang@mejabot R-12"), V.RUN, "report.resend"),
    "a command in English": (J, None, said("link status"), V.RUN, "status.show"),
    "a command misspelled": (J, None, said("statsu"), V.RUN, "status.show"),
    "a command that takes a text": (D, None, said(f"pengumuman {NOVEL}"), V.RUN, "announce.begin"),
    "a word of a command that opens a whole text": (D, None, said(f"laporan {NOVEL}"), V.RUN, "draft.material"),
    "the same from somebody who drafts nothing": (J, None, said(f"status {NOVEL}"), V.NOTHING, ""),
    "cancel": (J, None, said("Batal"), V.CANCEL, ""),
    "cancel, politely, in English": (J, None, said("please cancel 🙏"), V.CANCEL, ""),
    "a link": (J, None, said(f"Izin link bang {LINK}"), V.RUN, "submit.hear"),
    "a link before a command": (J, None, said(f"status {LINK}"), V.RUN, "submit.hear"),
    "a command with a slash before a link": (J, None, said(f"/status {LINK}"), V.RUN, "status.show"),
    "a link of somebody who sends none": (D, None, said(LINK), V.RUN, "submit.hear"),  # and is refused in a sentence
    "a command before a link of theirs": (E, None, said(f"media {LINK}"), V.RUN, "register.show"),
    "a link with a photo": (J, None, said(LINK, PHOTO), V.RUN, "submit.hear"),
    "a code of a release": (J, None, said("r 12"), V.RUN, "read.by_code"),
    "a code of a link": (J, None, said("L-12"), V.RUN, "status.hear"),
    "a code of an announcement": (J, None, said("P-12"), V.RUN, "coming.show_one"),
    "six digits": (J, None, said("123 456"), V.RUN, "connect.hear"),
    "a long text of somebody who drafts": (D, None, said(NOVEL), V.RUN, "draft.material"),
    "a photo of somebody who drafts": (D, None, said("", PHOTO), V.RUN, "draft.material"),
    "a long text of a journalist": (J, None, said(NOVEL), V.NOTHING, ""),  # nobody tells them of drafts
    "a photo of a journalist": (J, None, said("", PHOTO), V.RUN, "prove.hear"),
    "a voice note": (J, None, said("", VOICE), V.RUN, "prove.hear"),
    "a forwarded link": (E, None, said(f"Rilis bupati tadi\n{LINK}"), V.RUN, "bring.gather"),
    "a sticker": (D, None, said("", STICKER), V.WORDS_PLEASE, ""),
    "a location": (J, None, said(happening=Happening.UNREADABLE), V.WORDS_PLEASE, ""),
    "nothing at all": (J, None, said(" \u200b"), V.NOTHING, ""),
    "thanks": (J, None, said("terima kasih bang 🙏"), V.RUN, "help.nod"),
    "thanks of a stranger": (G, None, said("terima kasih"), V.NOTHING, ""),
    "stop, of somebody who sends": (D, None, said("Stop!"), V.RUN, "launch.pause"),
    "stop, of a journalist": (J, None, said("STOP"), V.RUN, "leave.leave"),
    "small talk": (J, None, said("apa kabar banjirnya"), V.NOTHING, ""),
    "4,096 emoji": (J, None, said("🌊" * 4096), V.NOTHING, ""),
    # in a form
    "an answer": (G, "join_name", said(SENTENCE), V.RUN, "register.hear_name"),
    "an answer that opens like a command": (G, "join_name", said("Media Contoh Teladan"), V.RUN, "register.hear_name"),
    "an answer that is nearly a command": (G, "join_name", said("statsu"), V.RUN, "register.hear_name"),
    "a whole command": (G, "join_name", said("bantuan"), V.RUN, "help.show"),
    "a whole command, politely": (G, "join_name", said("mohon bantuan kak"), V.RUN, "help.show"),
    "a command with a code": (J, "pause_span", said("status L-12 dong"), V.RUN, "status.show"),
    "a command of others": (G, "join_name", said("kirim"), V.RUN, "register.hear_name"),
    "a command of others with a code": (J, "pause_span", said("kirim R-12"), V.RUN, "leave.hear_span"),
    "a command that answers": (D, "launch_confirm", said("kirim ya"), V.RUN, "launch.answer_confirm"),
    "stop, with a code": (D, "draft_text", said("stop R-12"), V.RUN, "launch.pause"),
    "a slash with more": (J, "pause_span", said("/rilis banjir"), V.RUN, "read.find"),
    "cancel in a form": (G, "join_name", said("batal aja kak"), V.RUN, "register.hear_name"),
    "cancel alone in a form": (G, "join_name", said("batal ya kak"), V.CANCEL, ""),
    "a look-up where a few words are wanted": (D, "correction_source", said("rilis banjir"), V.RUN, "read.find"),
    "another command there": (D, "correction_source", said("kirim R-2 besok 08.00"), V.RUN, "launch.send"),
    "one of others there": (D, "correction_source", said("tim SAR Contoh"), V.RUN, "correction.hear_source"),
    "a few words behind the question": (D, "correction_source", said("sumber: rilis BPBD"), V.RUN, "correction.hear_source"),
    "a few words": (D, "correction_source", said("BPBD Kab. Teladan"), V.RUN, "correction.hear_source"),
    "a long text in a form": (D, "draft_body", said(NOVEL), V.RUN, "edit.set_body"),
    "a text with a link in a form of somebody who sends none": (E, "outlet_host", said(LINK), V.RUN, "edit.hear_host"),
    "a link in a form": (J, "pause_span", said(LINK), V.RUN, "submit.hear"),
    "a front page in a form": (J, "profile_area", said(HOME), V.RUN, "profile.hear_area"),
    "a voice note in a form": (G, "join_name", said("", VOICE), V.WORDS_PLEASE, ""),
    "a photo where words are wanted": (G, "join_name", said("", PHOTO), V.WORDS_PLEASE, ""),
    "a photo with words": (G, "join_name", said("Rina Contoh", PHOTO), V.RUN, "register.hear_name"),
    "a photo where files are taken": (D, "draft_text", said("", PHOTO), V.RUN, "draft.gather"),
    "a document where files are taken": (D, "draft_text", said("", DOCUMENT), V.RUN, "draft.gather"),
    "a sticker where files are taken": (D, "draft_text", said("", STICKER), V.WORDS_PLEASE, ""),
    "a voice note with words": (D, "draft_text", said("Bupati", VOICE), V.WORDS_PLEASE, ""),
    "nothing at all in a form": (G, "join_name", said(" \n"), V.WORDS_PLEASE, ""),
    "a step that is no more": (J, "step_of_last_year", said("status"), V.RUN, "status.show"),
    # buttons
    "a button": (J, None, pressed(Token("read", 12)), V.RUN, "read.one"),
    "a button in a form": (G, "join_name", pressed(Token("help")), V.RUN, "help.show"),
    "a button of their own": (J, None, pressed(Token("link_also", 3, owner=7)), V.RUN, "submit.also"),
    "a button of somebody else": (J, None, pressed(Token("link_also", 3, owner=8)), V.FOREIGN, ""),
    "a button that is no more": (J, None, pressed(Token("button_of_old", 3)), V.STALE, ""),
    "a token of nobody": (J, None, pressed("😈'; DROP TABLE people"), V.STALE, ""),
    "a token with more behind it": (J, None, pressed("read.12\nread.13"), V.STALE, ""),
    "an empty token": (J, None, pressed(""), V.STALE, ""),
}


@pytest.mark.parametrize(("role", "step", "event", "verdict", "handler"), CASES.values(), ids=CASES)
def test_what_is_asked_for(role: Role, step: str | None, event: Inbound, verdict: Verdict, handler: str) -> None:
    found = find(event, step, somebody(role))
    assert (found.verdict, called(found.handler)) == (verdict, handler)


@pytest.mark.parametrize(
    ("typed", "handler"),
    [
        ("kantor kami pindah", "verify.add"), ("kirim surat tugas besok ya", "verify.add"), (LINK, "verify.add"),
        ("media saya ganti nama, https://contoh.id", "verify.add"), ("ya", "verify.add"), ("namanya salah", "profile.mend"),
        ("profil", "profile.show"), ("batalin aja daftarnya", "leave.withdraw"), ("status", "status.show"),
        ("/kirim R-12", "launch.send"), ("terima kasih", "help.nod"), ("selamat pagi", "help.greet"), ("bantuan", "help.show"),
    ],
)  # fmt: skip
def test_words_of_somebody_who_waits_are_for_staff_unless_they_are_a_command(typed: str, handler: str) -> None:
    assert called(find(said(typed), None, somebody(G, Standing.WAITING)).handler) == handler


def test_every_verdict_is_reached() -> None:
    assert {verdict for _, _, _, verdict, _ in CASES.values()} == set(Verdict)


@pytest.mark.parametrize(
    ("text", "argument"),
    [("status", ""), ("status L-12 dong kak", "L-12"), ("/status_L-12", ""), ("rilis Banjir Pampangan", "Banjir Pampangan")],
)
def test_a_handler_gets_what_followed_the_command(text: str, argument: str) -> None:
    assert find(said(text), None, somebody(J)).argument == argument


def test_a_command_is_none_where_a_whole_text_follows_it() -> None:
    assert find(said(f"status {'x' * LONG}"), None, somebody(J)).verdict is V.RUN
    assert find(said(f"status {'x' * (LONG + 1)}"), None, somebody(J)).verdict is V.NOTHING


# Whether a form stays open, and whether what was gathered is closed first.
OPEN: dict[str, tuple[Inbound, bool, bool]] = {
    "a look-up": (said("status"), True, True),
    "another form": (said("jeda"), False, True),
    "an answer": (said("3 hari"), False, False),
    "a link": (said(LINK), True, False),
    "a button that looks up": (pressed(Token("profile")), True, True),
    "a button that opens a form": (pressed(Token("profile_name")), False, True),
    "cancel": (said("batal"), False, True),
}


@pytest.mark.parametrize(("event", "aside", "closes"), OPEN.values(), ids=OPEN)
def test_what_leaves_a_form_open(event: Inbound, aside: bool, closes: bool) -> None:
    found = find(event, "pause_span", somebody(J))
    assert (found.aside, found.closes) == (aside, closes)


# --- every row --------------------------------------------------------------------------------------


def row(found: Found) -> tuple[Verdict, Handler | None, Permission]:
    return found.verdict, found.handler, found.permission


@pytest.mark.parametrize(
    ("command", "phrase"), [(each, phrase) for each in routes.COMMANDS for phrase in each.words], ids=lambda each: str(each)[:40]
)
def test_every_word_leads_to_its_command(command: Command, phrase: str) -> None:
    for typed in (phrase, f"/{phrase.replace(' ', '_')}", f"{phrase.title()} ya kak"):
        answers = command.common and not typed.startswith("/")  # words that answer where a form asks
        for step in (None,) if answers else (None, "join_name"):
            assert row(find(said(typed), step, allowed(command))) == (V.RUN, command.handler, command.permission), typed


def allowed(command: Command) -> Person:
    return somebody(next(role for role in (A, J, Role.OFFICIAL) if command.permission in ALLOWED[role]))


@pytest.mark.parametrize("button", routes.BUTTONS, ids=lambda button: button.action)
def test_every_button_leads_to_its_handler(button: Button) -> None:
    token = Token(button.action, 3, "v1", 7)
    found = find(pressed(token), None, somebody(G))
    assert (*row(found), found.token, found.aside) == (V.RUN, button.handler, button.permission, token, button.aside)


@pytest.mark.parametrize("step", routes.STEPS, ids=lambda step: step.name)
def test_every_step_hears_words_and_files_only_where_it_takes_them(step: Step) -> None:
    heard = (V.RUN, step.handler, step.permission)
    assert row(find(said(SENTENCE), step.name, somebody(G))) == heard
    for kind in FileKind:
        found = row(find(said("", kind), step.name, somebody(G)))
        assert found == (heard if step.files and kind not in UNHEARD else (V.WORDS_PLEASE, None, Permission.ANYBODY)), kind


@given(st.text(max_size=60), st.sampled_from([None, *(step.name for step in routes.STEPS)]), st.sampled_from(Role))
def test_any_text_is_an_answer_in_a_form_and_never_raises(text: str, step: str | None, role: Role) -> None:
    found = find(said(text), step, somebody(role))
    assert (found.handler is not None) == (found.verdict is V.RUN)
    assert step is None or found.verdict in {V.RUN, V.CANCEL, V.WORDS_PLEASE}
    assert find(pressed(text), step, somebody(role)).verdict in {V.RUN, V.STALE, V.FOREIGN}


NUMBERS = {  # what is typed in which step -> whether it may be the number of a choice
    (None, "2"): True, (None, "no. 2"): True, (None, "(12)"): True, (None, "yang ketiga"): True, (None, "2️⃣"): True,
    (None, "100"): False, (None, "0"): False, (None, "8.30"): False, (None, "16.250"): False, (None, "R-2"): False,
    (None, "2 hari"): False, ("leave_confirm", "2"): True, ("launch_when", "8"): False, ("join_name", "2"): False,
    ("review_decision", "1"): False, ("gone_step", "1"): True,
}  # fmt: skip


def test_a_number_is_a_choice_where_the_step_hears_none_itself() -> None:
    assert {(step, text): takes_number(said(text), step) for step, text in NUMBERS} == NUMBERS
    assert not takes_number(said("2", PHOTO), None)
    assert not takes_number(pressed(Token("help")), None)


OPENED = {"/start R-231": "R-231", "mulai r 231": "r 231", "/start R-231 ya": "/start R-231 ya"}


def test_a_link_that_carries_a_code_says_what_typing_it_would() -> None:
    assert {text: opened(said(text)).text for text in OPENED} == OPENED


# --- codes ------------------------------------------------------------------------------------------

SPELLINGS = (
    "{0}-12", "{0}12", "{0} 12", "{0}.12", "{0}#12", "{0}\u201112", "{0}\u201312", "{0} - 12", "{0}-12 ya kak", "{0}-0012",
)  # fmt: skip
ALONE = {
    "R": "read.by_code", "L": "status.hear", "U": "answer.one", "T": "hold.one", "P": "coming.show_one", "D": "erase.one",
    "B": "block.one",
}  # fmt: skip
BEHIND = {
    "laporan {0}": ("R", "report.show"), "kirim {0}": ("R", "launch.send"), "hentikan {0}": ("R", "launch.pause"),
    "lanjut {0}": ("R", "launch.resume"), "batal {0}": ("R", "launch.unschedule"), "topik {0} kesehatan": ("R", "topic.ask"),
    "status {0}": ("L", "status.show"), "akui {0}": ("L", "recognise.typed"), "tolak {0} salah": ("L", "refuse.refuse"),
    "keberatan {0}": ("L", "appeal.show"), "kirim {0} ": ("U", "launch.send"), "hadir {0}": ("U", "answer.yes"),
    "hentikan {0} ": ("P", "coming.hear_stop"), "buka blokir {0}": ("B", "block.lift"),
}  # fmt: skip


def test_a_code_is_read_however_it_is_spelled() -> None:
    for spelling in SPELLINGS:
        for letter, handler in ALONE.items():
            for typed in (spelling.format(letter), spelling.format(letter.lower())):
                found = find(said(typed), None, somebody(A))
                assert (called(found.handler), grammar.code_in(found.argument or typed, letter)) == (handler, 12), typed
        for words, (letter, handler) in BEHIND.items():
            for typed in (words.format(spelling.format(each)) for each in (letter, letter.lower())):
                found = find(said(typed), None, somebody(A))
                assert (called(found.handler), grammar.code_in(found.argument, letter)) == (handler, 12), typed
