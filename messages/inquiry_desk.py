"""Questions as staff see them: what waits, who holds it, and the answer before it goes out."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.inquiries import ENDED, named, problem, short, state, terms
from messages.wording import Words
from storage.records import InquiryState

Facts = Mapping[str, Any]
Row = tuple[Choice, ...]


def _who(words: Words, facts: Facts) -> str:
    if not facts["asker"]:
        return words("inquiry-from-gone")
    return words("inquiry-from", asker=facts["asker"], outlet=facts["outlet"]) if facts["outlet"] else facts["asker"]


def _asked(words: Words, facts: Facts) -> list[str]:
    return [words("inquiry-words", words=each) for each in facts["questions"]] or [words("inquiry-erased")]


def _due(words: Words, facts: Facts) -> str:
    return words("inquiry-was-due" if facts["late"] else "inquiry-due", due=words.moment(facts["due"]))


def _row(words: Words, facts: Facts) -> Row:
    """What whoever looks may do with it."""
    answer = button(words("inquiry-button-answer"), "inq_answer", facts["id"])
    if facts["state"] == InquiryState.WITHDRAWN:
        return ()
    if facts["state"] in ENDED:
        return (button(words("inquiry-button-correct"), "inq_answer", facts["id"]),)
    if facts["mine"]:
        return (answer, button(words("inquiry-button-forward"), "inq_forward", facts["id"]))
    if facts["holder"]:
        return (button(words("inquiry-button-over"), "inq_over", facts["id"], version=str(facts["seen"])),)
    return (button(words("inquiry-button-take"), "inq_take", facts["id"]), answer)


def _card(words: Words, facts: Facts, head: str, *below: str) -> Card:
    row = _row(words, facts)
    title = Block(head, Style.TITLE)
    return Card((title, *texts(_who(words, facts), *_asked(words, facts), *below)), (row,) if row else ())


def new(words: Words, facts: Facts) -> Card:
    """A question, or a further one, to whoever has the duty or holds it."""
    sentence = "inquiry-new-interview" if facts["interview"] else "inquiry-new"
    head = words(sentence if facts["new"] else "inquiry-more", named=named(words, facts))
    return _card(words, facts, head, _due(words, facts))


def desk(words: Words, facts: Facts) -> Card:
    """One of them, whole."""
    answered = [f"{each['words']}\n{terms(words, each)}" for each in facts["answers"]]
    open_still = facts["state"] not in ENDED
    return _card(words, facts, named(words, facts), *answered, state(words, facts), _due(words, facts) if open_still else "")


def taken(words: Words, facts: Facts) -> Card:
    """It is theirs."""
    return _card(words, facts, words("inquiry-taken", named=named(words, facts)), _due(words, facts), _hint(words, facts))


def _hint(words: Words, facts: Facts) -> str:
    return words("inquiry-hint", code=facts["code"])


def handed(words: Words, facts: Facts) -> Card:
    """A colleague gave it to them."""
    return _card(words, facts, words("inquiry-handed", named=named(words, facts), by=facts["by"]), _due(words, facts))


def reminder(words: Words, facts: Facts) -> Card:
    """It runs out soon."""
    return _card(words, facts, words("inquiry-reminder", named=named(words, facts)), state(words, facts), _due(words, facts))


def late(words: Words, facts: Facts) -> Card:
    """It has run out."""
    return _card(words, facts, words("inquiry-late", named=named(words, facts)), state(words, facts), _due(words, facts))


def queue(words: Words, facts: Facts) -> Card:
    """All that wait."""
    if not facts["items"]:
        return Card(texts(words("inquiry-queue-empty")))
    lines = [_line(words, each) for each in facts["items"]]
    rows = [(button(each["code"], "inq_show", each["id"]),) for each in facts["items"]]
    if facts["page"] < facts["pages"]:
        rows.append((button(words("inquiry-button-next"), "inq_queue", facts["page"] + 1),))
    return Card((Block(words("inquiry-queue", count=facts["total"]), Style.TITLE), *texts(*lines)), tuple(rows))


def _line(words: Words, each: Facts) -> str:
    head = f"{named(words, each)}: {short(each['words']) or words('inquiry-erased')}"
    return f"{head}\n{state(words, each)} {_due(words, each)}"


def lost(words: Words, facts: Facts) -> Card:
    """Somebody else has it now."""
    return Card(texts(words("inquiry-lost", code=facts["code"], by=facts["by"])))


def gone(words: Words, facts: Facts) -> Card:
    """Whoever asked withdrew it."""
    return Card(texts(words("inquiry-gone", code=facts["code"], asker=facts["asker"])))


def whither(words: Words, facts: Facts) -> Card:
    """To which office."""
    wrong = words("inquiry-wrong-unit") if facts["problem"] else ""
    return Card(texts(wrong, words("inquiry-whither", code=facts["code"])))


def handed_on(words: Words, facts: Facts) -> Card:
    """A colleague has it."""
    return Card(texts(words("inquiry-handed-on", code=facts["code"], to=facts["to"])))


def forwarded(words: Words, facts: Facts) -> Card:
    """It lies with another office; the text for them comes next."""
    said = words("inquiry-forwarded", code=facts["code"], unit=facts["unit"])
    return Card(texts(said, _hint(words, facts)))


def letter(words: Words, facts: Facts) -> Card:
    """The text to be passed on; it names nobody who asked."""
    opens = words("inquiry-letter", named=named(words, facts))
    sentence = "inquiry-letter-end-interview" if facts["interview"] else "inquiry-letter-end"
    closes = words(sentence, due=words.moment(facts["due"]), office=words.office)
    return Card(texts(words("inquiry-letter-to", unit=facts["unit"]), opens, *_asked(words, facts), closes))


def ask_answer(words: Words, facts: Facts) -> Card:
    """Asks for the answer."""
    sentence = "inquiry-ask-meeting" if facts["interview"] else "inquiry-ask-answer"
    return Card(texts(problem(words, facts, 2000), words(sentence, code=facts["code"])))


def ask_source(words: Words, facts: Facts) -> Card:
    """Asks who may be quoted."""
    row = (button(words("inquiry-button-background"), "inq_background", facts["inquiry"]),)
    timeless = words("inquiry-no-hour") if facts["interview"] else ""
    return Card(texts(problem(words, facts, 200), timeless, words("inquiry-ask-source")), (row,))


def preview(words: Words, facts: Facts) -> Card:
    """What will be read, word for word."""
    more = words("inquiry-asked-more") if facts["changed"] else ""
    if facts["before"]:
        more = words("inquiry-answered-first", by=facts["by"], words=short(facts["before"]))
    sentence = "inquiry-preview-correction" if facts["corrects"] else "inquiry-preview"
    title = words(sentence, code=facts["code"], asker=facts["asker"] or words("inquiry-from-gone"))
    asked = words("inquiry-words", words=facts["question"]) if facts["question"] else ""
    row = (
        button(words("inquiry-button-send"), "inq_send", facts["inquiry"]),
        button(words("inquiry-button-change"), "inq_change", facts["inquiry"]),
    )
    wordless = words("inquiry-answer-no-files") if facts["files"] else ""
    blocks = (*texts(more), Block(title, Style.TITLE), *texts(asked, facts["words"], terms(words, facts), wordless))
    return Card(blocks, (row,))


def sent(words: Words, facts: Facts) -> Card:
    """It is on its way."""
    sentence = "inquiry-sent-correction" if facts["corrects"] else "inquiry-sent"
    return Card(texts(words(sentence, code=facts["code"], asker=facts["asker"] or words("inquiry-from-gone"))))


def agreed(words: Words, facts: Facts) -> Card:
    """Whoever asked for an interview takes the hour."""
    when = words.moment(facts["meets_at"])
    return Card(texts(words("inquiry-agreed-by", asker=facts["asker"], named=named(words, facts), moment=when)))


def duty(words: Words, facts: Facts) -> Card:
    """Who hears of questions."""
    names = ", ".join(facts["names"])
    said = words("inquiry-duty-one" if facts["alone"] else "inquiry-duty-all", names=names)
    return Card(texts(said, words("inquiry-duty-how") if facts["may"] else ""))


def duty_set(words: Words, facts: Facts) -> Card:
    """Somebody has the duty, or all share it."""
    return Card(texts(words("inquiry-duty-set", name=facts["name"]) if facts["name"] else words("inquiry-duty-shared")))


def duty_yours(words: Words, facts: Facts) -> Card:
    """They have the duty."""
    return Card(texts(words("inquiry-duty-yours", by=facts["by"])))


def duty_whom(words: Words, facts: Facts) -> Card:
    """Nobody, or several, are called so."""
    sentence = "inquiry-duty-several" if facts["names"] else "inquiry-duty-nobody"
    return Card(texts(words(sentence, sought=facts["sought"]), "\n".join(f"• {each}" for each in facts["names"])))


CARDS = {
    "inquiry_new": new, "inquiry_desk": desk, "inquiry_taken": taken, "inquiry_handed": handed, "inquiry_reminder": reminder,
    "inquiry_late": late, "inquiry_queue": queue, "inquiry_lost": lost, "inquiry_gone": gone, "inquiry_whither": whither,
    "inquiry_handed_on": handed_on, "inquiry_forwarded": forwarded, "inquiry_letter": letter, "inquiry_ask_answer": ask_answer,
    "inquiry_ask_source": ask_source, "inquiry_preview": preview, "inquiry_sent": sent, "inquiry_duty": duty,
    "inquiry_agreed": agreed, "inquiry_duty_set": duty_set, "inquiry_duty_yours": duty_yours, "inquiry_duty_whom": duty_whom,
}  # fmt: skip
