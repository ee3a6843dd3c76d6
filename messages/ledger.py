"""What is said on the way to payment: previews, what was marked, and what each owner learns of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.imports import UNREAD, beside
from messages.people import plain
from messages.wording import Words
from storage.records import LinkState, Stage

Facts = Mapping[str, Any]

STAGES = {
    Stage.RECAPPED: "ledger-stage-recapped", Stage.INVOICED: "ledger-stage-invoiced", Stage.ORDERED: "ledger-stage-ordered",
    Stage.PAID: "ledger-stage-paid", Stage.CORRECTED: "ledger-stage-corrected",
}  # fmt: skip
TITLES = {
    Stage.RECAPPED: "ledger-title-recapped", Stage.INVOICED: "ledger-title-invoiced", Stage.ORDERED: "ledger-title-ordered",
    Stage.PAID: "ledger-title-paid",
}  # fmt: skip
NOTHING = {
    Stage.RECAPPED: "ledger-none-recapped", Stage.INVOICED: "ledger-none-invoiced", Stage.ORDERED: "ledger-none-ordered",
    Stage.PAID: "ledger-none-paid",
}  # fmt: skip
HELD = {  # who has it now
    Stage.NONE: "ledger-held-none", Stage.RECAPPED: "ledger-held-recapped", Stage.INVOICED: "ledger-held-invoiced",
    Stage.ORDERED: "ledger-held-ordered",
}  # fmt: skip
MISSING = {
    "document": "ledger-missing-document", "number": "ledger-missing-number", "day": "ledger-missing-day",
    "ahead": "ledger-missing-ahead",
}  # fmt: skip
WRONG = {"none": "imports-no-file", "large": "imports-too-large"}
FAULTS = {
    "code": "ledger-fault-code", "twice": "ledger-fault-twice", "stage": "ledger-fault-stage", "date": "ledger-fault-date",
    "ahead": "ledger-fault-ahead", "paper": "ledger-fault-paper", "unknown": "ledger-fault-unknown",
    "state": "ledger-fault-state", "order": "ledger-fault-order",
}  # fmt: skip
NAMED = 20  # codes that are named one by one


def stage(words: Words, code: str) -> str:
    """A stage's name."""
    return words(STAGES[Stage(code)])


def held_by(words: Words, code: str) -> str:
    """Who holds a recognised link that has come so far; empty where nobody need do anything."""
    return words(HELD[Stage(code)], office=words.office) if Stage(code) in HELD else ""


def progress(words: Words, counts: Mapping[str, int], paper: Facts) -> str:
    """How many have been recapped, invoiced and paid, with the newest document."""
    line = words(
        "ledger-progress", recapped=counts.get(Stage.RECAPPED, 0), invoiced=counts.get(Stage.INVOICED, 0),
        paid=counts.get(Stage.PAID, 0),
    )  # fmt: skip
    if paper["document"]:
        dated = date.fromisoformat(paper["dated"]).strftime("%d-%m") if paper["dated"] else ""
        line = words("ledger-progress-paper", line=line, paper=" ".join(each for each in (paper["document"], dated) if each))
    corrected = counts.get(Stage.CORRECTED, 0)
    return words("ledger-progress-corrected", line=line, corrected=corrected) if corrected else line


def step(words: Words, each: Facts) -> str:
    """One step: when, to what, by which document, and who marked it."""
    to = stage(words, each["stage"]) if each["stage"] else words("ledger-stage-none")
    line = words("ledger-step", when=words.moment(each["at"]), stage=to, by=each["by"])
    if each["undoes"]:
        return words("ledger-step-undone", step=line, was=stage(words, each["was"]))
    return words("ledger-step-paper", step=line, paper=_paper(words, each)) if each["document"] else line


def _paper(words: Words, facts: Facts) -> str:
    dated = words.weekday(date.fromisoformat(facts["dated"])) if facts["dated"] else ""
    return " ".join(each for each in (facts["document"], facts["reference"], dated) if each)


def _month(words: Words, facts: Facts) -> str:
    return words.month_of(date.fromisoformat(facts["month"]))


def _codes(words: Words, numbers: Sequence[int]) -> str:
    shown = ", ".join(f"L-{each}" for each in numbers[:NAMED])
    left = len(numbers) - NAMED
    return words("ledger-codes-more", codes=shown, more=left) if left > 0 else shown


def preview(words: Words, facts: Facts) -> Card:
    """What would be marked, and what would not."""
    title = words(TITLES[Stage(facts["stage"])], month=_month(words, facts))
    named = words("ledger-of-outlet", title=title, outlet=facts["name"]) if facts["name"] else title
    ready = words("ledger-ready", links=facts["links"], outlets=facts["outlets"])
    lines = (
        words("ledger-changed") if facts["changed"] else "",
        ready if facts["links"] else words(NOTHING[Stage(facts["stage"])]),
        words("ledger-paper", paper=_paper(words, facts)) if facts["document"] else "",
        words("ledger-out", links=len(facts["out"]), codes=_codes(words, facts["out"])) if facts["out"] else "",
        words("ledger-left", links=len(facts["left"]), codes=_codes(words, facts["left"])) if facts["left"] else "",
        words("ledger-away", links=len(facts["away"]), codes=_codes(words, facts["away"])) if facts["away"] else "",
        words("ledger-looking", links=facts["looking"]) if facts["looking"] else "",
        words("ledger-file-follows") if facts["stage"] == Stage.RECAPPED else "",
    )
    if not facts["able"]:
        return Card((Block(named, Style.TITLE), *texts(*lines)))
    yes = button(words("ledger-button-mark", stage=stage(words, facts["stage"])), "ledger_yes", version=facts["mark"])
    return Card((Block(named, Style.TITLE), *texts(*lines)), ((yes, button(words("ledger-button-no"), "ledger_no")),))


def marked(words: Words, facts: Facts) -> Card:
    """Done, and how to take it back."""
    done = words("ledger-marked", links=facts["links"], stage=stage(words, facts["stage"]), people=facts["people"])
    out = words("ledger-marked-out", links=len(facts["out"])) if facts["out"] else ""
    return Card(
        texts(done, out, words("ledger-undo-until")), ((button(words("ledger-button-undo"), "ledger_undo", facts["batch"]),),)
    )


def undone(words: Words, facts: Facts) -> Card:
    """All of it stands where it stood."""
    return Card(texts(words("ledger-undone", links=facts["links"])))


def news(words: Words, facts: Facts) -> Card:
    """What an owner learns: their own numbers, and nothing of others."""
    lines = [
        words("ledger-news-part", links=each["links"], stage=stage(words, each["stage"]), codes=_shown(words, each))
        for each in facts["parts"]
    ]
    paper = words("ledger-paper", paper=_paper(words, facts)) if facts["document"] else ""
    return Card(texts(words("ledger-news"), "\n".join(lines), paper, words("ledger-news-status")))


def news_back(words: Words, facts: Facts) -> Card:
    """What an owner learned was taken back."""
    lines = [
        words("ledger-news-back-part", links=each["links"], stage=stage(words, each["stage"]), codes=_shown(words, each))
        for each in facts["parts"]
    ]
    return Card(texts(words("ledger-news-back"), "\n".join(lines), words("ledger-news-status")))


def _shown(words: Words, part: Facts) -> str:
    codes, more = ", ".join(part["codes"]), part["links"] - len(part["codes"])
    return words("ledger-codes-more", codes=codes, more=more) if more > 0 else codes


def coming(words: Words, facts: Facts) -> Card:
    """The file is on its way."""
    return Card(texts(words("ledger-coming", days=_days(words, facts))))


def file(words: Words, facts: Facts) -> Card:
    """The file, with its most important numbers."""
    counted = facts["sums"]
    days = _days(words, facts)
    title = words("ledger-file", days=days)
    named = words("ledger-of-outlet", title=title, outlet=facts["name"]) if facts["name"] else title
    line = words(
        "ledger-file-sums", links=counted["all"], recognised=counted[LinkState.RECOGNISED], recapped=counted[Stage.RECAPPED]
    )
    version = f"{facts['days']}o{facts['outlet']}"
    rows = () if facts["text"] else ((button(words("ledger-button-csv"), "recap_csv", facts["start"], version=version),),)
    return Card(texts(f"{named}: {line}"), rows, (facts["file"],))


def _days(words: Words, facts: Facts) -> str:
    first, last = date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])
    if first == last:
        return words.weekday(first)
    if first.day == 1 and (last - first).days >= 27:
        return words.month_of(first)
    return words("ledger-days", first=words.weekday(first), last=words.weekday(last))


def no_outlet(words: Words, facts: Facts) -> Card:
    """No such outlet, or more than one."""
    near = words("ledger-near", outlets=", ".join(facts["near"])) if facts["near"] else ""
    return Card(texts(words("ledger-no-outlet", typed=facts["typed"]), near))


def invoice_how(words: Words, facts: Facts) -> Card:
    """How *tagih rekap* is said."""
    return Card(texts(_wrong(words, facts), words("ledger-invoice-how")))


def pay_how(words: Words, facts: Facts) -> Card:
    """How *bayar rekap* is said, and what is missing."""
    return Card(texts(_wrong(words, facts), words("ledger-pay-how")))


def _wrong(words: Words, facts: Facts) -> str:
    return words(MISSING[facts["wrong"]]) if facts["wrong"] else ""


def sheet_how(words: Words, facts: Facts) -> Card:
    """Which columns a sheet needs."""
    problem = words(WRONG[facts["wrong"]]) if facts["wrong"] else ""
    return Card(texts(problem, words("ledger-sheet-how")))


def reading(words: Words, facts: Facts) -> Card:
    """It is being read."""
    return Card(texts(words("imports-reading", name=facts["name"])))


def unread(words: Words, facts: Facts) -> Card:
    """It gave no lines, and what to do."""
    why = words("ledger-unread-titles") if facts["fault"] == "titles" else words(UNREAD[facts["fault"]])
    return Card(texts(words("imports-unread", name=facts["name"]), why))


def dry_run(words: Words, facts: Facts) -> Card:
    """What would be marked, and every line that would not, with why."""
    title = Block(words("imports-title", name=facts["name"]), Style.TITLE)
    ready = [words("ledger-sheet-ready", links=number, stage=stage(words, each)) for each, number in facts["stages"].items()]
    same = words("ledger-sheet-same", links=facts["same"]) if facts["same"] else ""
    empty = words("ledger-sheet-empty", lines=facts["empty"]) if facts["empty"] else ""
    wrong = [
        words("ledger-sheet-line", line=str(each["line"]), said=each["said"], why=words(FAULTS[each["why"]]))
        for each in facts["problems"]
    ]
    more = words("ledger-sheet-more", more=facts["more"]) if facts["more"] else ""
    lines = (
        words("ledger-changed") if facts["changed"] else "",
        "\n".join(ready) or words("ledger-sheet-nothing"),
        "\n".join(each for each in (same, empty, beside(words, facts)) if each),
        "\n".join((words("ledger-sheet-wrong"), *wrong, more)).strip() if wrong else "",
    )
    if not facts["sheet"]:
        return Card((title, *texts(*lines)))
    yes = button(words("ledger-button-apply", links=sum(facts["stages"].values())), "ledger_apply", facts["sheet"])
    return Card((title, *texts(*lines)), ((yes, button(words("ledger-button-no"), "ledger_drop")),))


def applied(words: Words, facts: Facts) -> Card:
    """Done, and how to take it back."""
    undo = button(words("ledger-button-undo"), "ledger_undo", facts["batch"])
    return Card(texts(words("ledger-applied", links=facts["links"]), words("ledger-undo-until")), ((undo,),))


CARDS = {
    "ledger_sheet_how": sheet_how,
    "ledger_reading": reading,
    "ledger_unread": unread,
    "ledger_dry_run": dry_run,
    "ledger_applied": applied,
    "ledger_preview": preview,
    "ledger_marked": marked,
    "ledger_left": plain("ledger-nothing-marked"),
    "ledger_undone": undone,
    "ledger_built_on": plain("ledger-built-on"),
    "ledger_news": news,
    "ledger_news_back": news_back,
    "ledger_coming": coming,
    "ledger_file": file,
    "ledger_no_outlet": no_outlet,
    "ledger_recap_how": plain("ledger-recap-how"),
    "ledger_invoice_how": invoice_how,
    "ledger_pay_how": pay_how,
}
