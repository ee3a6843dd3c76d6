"""Rule: what becomes of a link once its page was read: which release it is of, whether in time, and what a person must see.

Whoever asks gets the reasons, all that was measured and the version of the rules, so that it can be shown years later.
What is doubtful goes to a person; only what is certainly no release's, or late by both proofs, is told so at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.limits import deadline
from handlers.links.article import Article
from handlers.links.copies import same_text
from handlers.links.doubt import Doubt
from handlers.links.similarity import Likeness, Traits, likenesses, traits
from handlers.links.spam import gambling
from handlers.links.timing import When, timeliness
from storage.records import Json, Medium, Rules

ENDLESS = datetime(9999, 1, 1, tzinfo=UTC)  # the deadline of a release for which links count without one
RELATED = timedelta(days=14)  # how long a release is what articles may be about
CLEAR = 10  # percent by which the best release leads the second
SHARES = ("score", "title", "marks", "told", "wording")


class Outcome(StrEnum):
    """What is decided, or by whom it is to be."""

    RECOGNISED = "recognised"
    QUEUE = "queue"  # a person looks
    UNRELATED = "unrelated"  # of no release: recorded as coverage of the outlet's own
    LATE = "late"


class Reason(StrEnum):
    """Why, in the order in which it is asked. The doubts about the sender and the outlet have names of their own: `Doubt`."""

    HIDDEN = "hidden"  # not all of the page could be read
    SPAM = "spam"  # advertisements of gambling stand in it
    PARTLY = "partly"  # alike, but not enough to be sure
    EXCERPT = "excerpt"  # a paragraph of a release in an article on something else
    TWO = "two"  # as much of one release as of another
    DATES = "dates"  # the page's day speaks against the day the link came
    TOLD = "told"  # late, but for what a group's export says of when the link was posted
    COPIES = "copies"  # the sender's same text on several sites
    LATE = "late"
    NO_RELEASE = "no_release"


Reasons = tuple[Reason | Doubt, ...]


@dataclass(frozen=True)
class Known:
    """A release that went out. `until` is its own deadline where it has one; else the rules say, per medium."""

    id: int
    headline: str
    body: str
    launched: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Earlier:
    """An article that came before."""

    link: int
    sender: int
    host: str
    title: str
    text: str


@dataclass(frozen=True)
class Sent:
    """A link as it came: from whom, when, and what the register says of its host."""

    sender: int
    host: str
    at: datetime
    medium: Medium
    doubt: Doubt
    told: datetime | None = None  # when it was posted in a group, as the group's export says


@dataclass(frozen=True)
class Verdict:
    """What was decided, why, and by what. `copies` are the links that came before with the same text."""

    outcome: Outcome
    release: int | None
    reasons: Reasons
    measured: Json  # whole percents, moments in ISO form, numbers
    copies: tuple[int, ...]
    rules: int


def verify(
    article: Article, sent: Sent, releases: Sequence[Known], earlier: Sequence[Earlier], rules: Rules, zone: ZoneInfo
) -> Verdict:
    """Judge an article. `releases` may go back further than a fortnight: what they all share then tells nothing of one."""
    read = traits(article.title, article.text)
    alike = tuple(each for each in earlier if same_text(read, traits(each.title, each.text)))
    best, of_text = _of_release(_closest(read, sent, releases), rules)
    measured = _measured(article, sent, best)
    unsure = _of_page(article, sent) + of_text
    release = next((each for each in releases if best and each.id == best.release), None)
    when = When.IN_TIME
    if release:
        until = release.until or deadline(release.launched, rules.days(sent.medium), zone)
        when = timeliness(sent.at, article, release.launched, until, sent.told)
        hosts = {sent.host} | {each.host for each in alike if each.sender == sent.sender}
        measured |= {"until": "" if until == ENDLESS else until.isoformat(), "hosts": len(hosts)}
        unsure += _of_time(when) + ((Reason.COPIES,) if len(hosts) >= rules.copies else ())
    outcome, reasons = _outcome(unsure, when)
    return Verdict(outcome, release.id if release else None, reasons, measured, tuple(each.link for each in alike), rules.version)


def _closest(read: Traits, sent: Sent, releases: Sequence[Known]) -> list[Likeness]:
    """The releases of the fortnight before, the most alike first; before what a group says, too, where that is longer ago."""
    since = min(sent.told or sent.at, sent.at) - RELATED
    ready = {each.id: traits(each.headline, each.body) for each in releases if each.launched <= sent.at}
    recent = {each.id: ready[each.id] for each in releases if since <= each.launched <= sent.at}
    return likenesses(read, recent, list(ready.values()))


def _of_release(found: Sequence[Likeness], rules: Rules) -> tuple[Likeness | None, Reasons]:
    """The release that is meant, and what is doubtful about that. A paragraph of one counts where the whole is alike to none."""
    first, second = [*(percent(each.score) for each in found[:2]), 0, 0][:2]
    if first >= rules.recognised:
        return found[0], (Reason.TWO,) if first - second < CLEAR else ()
    if first >= rules.doubtful:
        return found[0], (Reason.PARTLY,)
    excerpt = next((each for each in found if each.excerpt), None)
    return excerpt, (Reason.EXCERPT,) if excerpt else (Reason.NO_RELEASE,)


def _of_page(article: Article, sent: Sent) -> Reasons:
    doubt: Reasons = (sent.doubt,) if sent.doubt else ()
    spam = (Reason.SPAM,) if gambling(f"{article.title}\n{article.text}") else ()
    return (*doubt, *((Reason.HIDDEN,) if article.hidden else ()), *spam)


def _of_time(when: When) -> Reasons:
    return {When.CONFLICT: (Reason.DATES,), When.TOLD: (Reason.TOLD,)}.get(when, ())


def _outcome(unsure: Reasons, when: When) -> tuple[Outcome, Reasons]:
    """Where a person has to look anyway, they decide about the time as well."""
    late: Reasons = (Reason.LATE,) if when is When.LATE else ()
    if unsure == (Reason.NO_RELEASE,):
        return Outcome.UNRELATED, unsure
    if unsure:
        return Outcome.QUEUE, unsure + late
    return (Outcome.LATE, late) if late else (Outcome.RECOGNISED, ())


def _measured(article: Article, sent: Sent, best: Likeness | None) -> Json:
    """What was measured of the release that is meant."""
    page = article.published.isoformat() if article.published else ""
    shares = {name: percent(getattr(best, name)) for name in SHARES} if best else {}
    posted = {"posted": sent.told.isoformat()} if sent.told else {}
    return {"sent": sent.at.isoformat(), "published": page, **posted, **shares}


def percent(share: float) -> int:
    """A share as whole percents, as staff read it and as the rules name it."""
    return round(share * 100)
