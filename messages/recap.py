"""The sheets of a recap in the reader's language: (name, titles, rows) each, from the numbers and rows it is given."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from messages.ledger import STAGES
from messages.links import reason, state
from messages.people import MEDIA
from messages.wording import Words
from storage.records import LinkState, Stage

Facts = Mapping[str, Any]
Row = tuple[str | int | date | None, ...]
Page = tuple[str, tuple[str, ...], Sequence[Row]]

# What is counted, in the order of its columns.
SUMS = (
    "all", LinkState.RECOGNISED, LinkState.RECEIVED, LinkState.REFUSED, LinkState.WITHDRAWN, LinkState.NOTED,
    Stage.RECAPPED, Stage.INVOICED, Stage.ORDERED, Stage.PAID, Stage.CORRECTED,
)  # fmt: skip
NAMES = {
    "all": "recap-sum-all", LinkState.RECOGNISED: "recap-sum-recognised", LinkState.RECEIVED: "recap-sum-waiting",
    LinkState.REFUSED: "recap-sum-refused", LinkState.WITHDRAWN: "recap-sum-withdrawn", LinkState.NOTED: "recap-sum-noted",
    Stage.RECAPPED: "recap-sum-recapped", Stage.INVOICED: "recap-sum-invoiced", Stage.ORDERED: "recap-sum-ordered",
    Stage.PAID: "recap-sum-paid", Stage.CORRECTED: "recap-sum-corrected",
}  # fmt: skip


def sums(words: Words, title: str, counted: Mapping[str, int]) -> Page:
    """How many there are of each status."""
    rows = [(words(NAMES[each]), counted[each]) for each in SUMS]
    return words("recap-page-sums"), (title, words("recap-column-number")), rows


def outlets(words: Words, grouped: Sequence[Mapping[str, Any]]) -> Page:
    """The numbers of each outlet."""
    titles = (words("recap-column-outlet"), words("recap-column-medium"), *_sum_titles(words))
    rows = [
        (each["name"] or words("recap-no-outlet"), words(MEDIA[each["about"]]) if each["about"] else "", *_sums(each))
        for each in grouped
    ]
    return words("recap-page-outlets"), titles, rows


def releases(words: Words, grouped: Sequence[Mapping[str, Any]]) -> Page:
    """The numbers of each release."""
    titles = (words("recap-column-release"), words("recap-column-headline"), *_sum_titles(words))
    rows = [(each["name"] or words("recap-no-release"), each["about"], *_sums(each)) for each in grouped]
    return words("recap-page-releases"), titles, rows


def _sum_titles(words: Words) -> tuple[str, ...]:
    return tuple(words(NAMES[each]) for each in SUMS)


def _sums(group: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(group["sums"][each] for each in SUMS)


def listed(words: Words, rows: Sequence[Facts]) -> Page:
    """Every link with its code. Moments are those of the office's clock."""
    titles = tuple(
        words(each)
        for each in (
            "recap-column-code", "recap-column-received", "recap-column-outlet", "recap-column-sender", "recap-column-release",
            "recap-column-headline", "recap-column-address", "recap-column-state", "recap-column-decided", "recap-column-reason",
            "recap-column-stage", "recap-column-recap", "recap-column-document", "recap-column-reference", "recap-column-dated",
        )
    )  # fmt: skip
    states = {each: state(words, each) for each in {row["state"] for row in rows}}  # named once, not for each of thousands
    stages = {each: words(STAGES[each]) if each else "" for each in {row["stage"] for row in rows}}
    return words("recap-page-links"), titles, [_row(words, row, states, stages) for row in rows]


def _row(words: Words, row: Facts, states: Mapping[str, str], stages: Mapping[str, str]) -> Row:
    return (
        f"L-{row['number']}", row["received_at"], row["outlet"], row["sender"], f"R-{row['release']}" if row["release"] else "",
        row["headline"], row["address"], states[row["state"]], row["decided_at"], _why(words, row["reason"]),
        stages[row["stage"]], row["recap"].strftime("%m/%Y") if row["recap"] else "",
        row["document"], row["reference"], row["dated"],
    )  # fmt: skip


def changes(words: Words, found: Sequence[Facts]) -> Page:
    """What came into this recap from an earlier month, and what it takes out of an earlier recap."""
    titles = tuple(
        words(each)
        for each in (
            "recap-column-code", "recap-column-change", "recap-column-received", "recap-column-outlet", "recap-column-state",
            "recap-column-decided", "recap-column-reason", "recap-column-recapped",
        )
    )  # fmt: skip
    rows = [
        (
            f"L-{each['number']}", words("recap-taken-out" if each["stage"] == Stage.CORRECTED else "recap-came-late"),
            each["received_at"], each["outlet"], state(words, each["state"]), each["decided_at"],
            _why(words, each["reason"]), each["at"],
        )
        for each in found
    ]  # fmt: skip
    return words("recap-page-changes"), titles, rows


def _why(words: Words, why: str) -> str:
    return reason(words, why) if why else ""
