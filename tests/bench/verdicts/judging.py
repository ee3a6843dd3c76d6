"""The judge and the truth side by side: what was right, what was wrong, and what nobody would have noticed."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from handlers.links.canonical import Kind
from handlers.links.copies import clusters
from handlers.links.doubt import judged
from handlers.links.similarity import traits
from handlers.links.verify import Earlier, Known, Outcome, Sent, Verdict, verify
from handlers.match import match
from storage.records import Medium, Rules
from tests.bench.verdicts.cases import Case, Maker, World

SHIPPED = Rules(version=1, since=date(2026, 1, 1), reference="", author_id=None)
ZONE = ZoneInfo("Asia/Jakarta")
SILENT = frozenset({Outcome.UNRELATED, Outcome.LATE})  # no person looks


@dataclass(frozen=True)
class Judged:
    """A case and what became of it."""

    case: Case
    verdict: Verdict
    seconds: float

    @property
    def right(self) -> bool:
        """The outcome, the release where one is meant, and the reason where one decides."""
        truth, found = self.case.truth, self.verdict
        release = truth.release in {None, found.release}
        return found.outcome == truth.outcome and release and (not truth.reason or truth.reason in found.reasons)

    @property
    def silent(self) -> bool:
        """Whether somebody was refused wrongly and nobody is to look."""
        return not self.right and self.verdict.outcome in SILENT


def judge(world: World) -> list[Judged]:
    """All cases in the order in which they came, each beside those before it."""
    known = [Known(each.id, each.title, each.body, each.launched) for each in (*world.releases, *world.earlier)]
    earlier: list[Earlier] = []
    found = []
    for case in world.cases:
        host = urlsplit(case.address).netloc
        _, doubt = judged(Kind.ARTICLE, match(case.address, case.sent.date(), world.register), case.own)
        started = time.perf_counter()
        verdict = verify(case.article, Sent(case.sender, host, case.sent, Medium.ONLINE, doubt), known, earlier, SHIPPED, ZONE)
        found.append(Judged(case, verdict, time.perf_counter() - started))
        earlier.append(Earlier(len(earlier), case.sender, host, case.article.title, case.article.text))
    return found


def judge_seeds(seeds: Iterable[int], share: float = 1.0) -> list[Judged]:
    """Those of several worlds."""
    return [each for seed in seeds for each in judge(Maker(seed).world(share))]


def table(found: Iterable[Judged]) -> dict[str, Counter[str]]:
    """For each true outcome, how often each was given."""
    counted: dict[str, Counter[str]] = {each: Counter() for each in Outcome}
    for each in found:
        counted[each.case.truth.outcome][each.verdict.outcome] += 1
    return counted


def shares(found: Iterable[Judged], *, by_kind: bool) -> dict[str, float]:
    """The share of right verdicts for each true outcome, or for each way an article was made."""
    right, total = Counter[str](), Counter[str]()
    for each in found:
        name = each.case.kind if by_kind else each.case.truth.outcome
        total[name] += 1
        right[name] += each.right
    return {name: right[name] / total[name] for name in total}


def copies_found(cases: list[Case]) -> tuple[float, float]:
    """Of the pairs that were said to be one text, those that are; of those that are, those that were found."""
    said = clusters([traits(each.article.title, each.article.text) for each in cases if not each.article.hidden])
    true = [each.text for each in cases if not each.article.hidden]
    pairs = [(said[one] == said[other], true[one] == true[other]) for one, other in combinations(range(len(true)), 2)]
    both = sum(1 for one, other in pairs if one and other)
    return both / max(1, sum(one for one, _ in pairs)), both / max(1, sum(other for _, other in pairs))
