"""Three hundred articles of each of several seeds, judged.

    python -m tests.bench.verdicts [seed ...]

Without seeds: those that were used while the judge was tuned, fresh ones that nobody has seen, and two of these read from the
pages of several families of outlets. Prints the confusion tables and what was wrong; writes var/bench/verdicts.json.
"""

import json
import secrets
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from handlers.links.verify import Outcome
from tests.bench.verdicts.cases import Maker
from tests.bench.verdicts.judging import Judged, copies_found, judge, judge_seeds, shares, table
from tests.bench.verdicts.pages import from_pages

TUNED = tuple(range(1, 9))
WORLD = 300  # articles of a seed
RIGHT, RIGHT_IN_CLASS = 0.95, 0.85


def report(name: str, found: list[Judged], seeds: Sequence[int]) -> dict[str, object]:
    """Print and give the figures."""
    right = sum(each.right for each in found) / len(found)
    classes, kinds = shares(found, by_kind=False), shares(found, by_kind=True)
    silent = [each for each in found if each.silent]
    milliseconds = sorted(each.seconds * 1000 for each in found)
    copies = [copies_found([each.case for each in found[first : first + WORLD]]) for first in (0, WORLD)[: len(seeds)]]
    print(f"\n{name}: seeds {', '.join(map(str, seeds))}; {len(found)} articles; {right:.1%} right")
    _print_table(found)
    print(
        "by how it was made: " + ", ".join(f"{kind} {share:.0%}" for kind, share in sorted(kinds.items(), key=lambda one: one[1]))
    )
    print(f"silent refusals: {len(silent)}" + "".join(f"\n  {_said(each)}" for each in silent[:20]))
    median, p95 = statistics.median(milliseconds), milliseconds[int(len(milliseconds) * 0.95)]
    print(f"a verdict takes {median:.1f} ms (p95 {p95:.1f})")
    print("copies, precision and recall of pairs: " + ", ".join(f"{one:.3f} {other:.3f}" for one, other in copies))
    good = right >= RIGHT and min(classes.values()) >= RIGHT_IN_CLASS and not silent
    return {
        "seeds": list(seeds), "articles": len(found), "right": right, "classes": classes, "kinds": kinds, "silent": len(silent),
        "table": table(found), "ms_median": median, "ms_p95": p95, "copies": copies, "good": good,
    }  # fmt: skip


def _print_table(found: list[Judged]) -> None:
    counted, classes = table(found), shares(found, by_kind=False)
    print(f"{'':14}" + "".join(f"{each:>12}" for each in Outcome) + "       right")
    for truth, given in counted.items():
        print(f"{truth:14}" + "".join(f"{given[each]:>12}" for each in Outcome) + f"{classes.get(truth, 1):>12.1%}")


def _said(each: Judged) -> str:
    case, found = each.case, each.verdict
    return f"{case.kind}: {case.article.title[:60]} is {case.truth}, not {found.outcome} {found.measured}"


def main() -> None:
    """Measure, print and write."""
    asked = tuple(map(int, sys.argv[1:]))
    fresh = tuple(10_000 + secrets.randbelow(10**6) for _ in range(8))
    runs = {"asked": asked} if asked else {"tuned": TUNED, "fresh": fresh}
    found = {name: report(name, judge_seeds(seeds), seeds) for name, seeds in runs.items()}
    if not asked:
        read = [each for seed in fresh[:2] for each in judge(from_pages(Maker(seed).world()))]
        found["pages"] = report("read from pages", read, fresh[:2])
    path = Path("var/bench/verdicts.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, indent=1))
    good = all(each["good"] for each in found.values())
    print("\ngood" if good else "\nNOT good")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
