"""Rule: what a site's robots.txt lets us fetch, as RFC 9309 reads it: our group or everybody's, the longest pattern wins."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

AGENT = "mejahumas"
EVERYBODY = "*"
ASCII = "".join(map(chr, range(33, 127)))
ALLOWED, DISALLOWED = "allow", "disallow"


class Pattern(NamedTuple):
    """A line of robots.txt: a path that begins so, where `*` is anything and `$` at the end is the end."""

    path: str
    allowed: bool

    def fits(self, path: str) -> bool:
        """Whether a path begins so. Takes time in proportion to both, whatever the stars."""
        first, *others = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for number, part in enumerate(others, 1):
            last = number == len(others) and self.path.endswith("$")
            found = path.rfind(part, at) if last else path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return at == len(path) or not self.path.endswith("$")


def patterns(robots: str, agent: str = AGENT) -> tuple[Pattern, ...]:
    """What a robots.txt says to an agent."""
    groups: dict[str, list[Pattern]] = {}
    named: list[str] = []
    open_group = False
    for key, value in _lines(robots):
        if key == "user-agent":
            named = [*named, value.lower()] if open_group else [value.lower()]
            open_group = True
            groups.setdefault(value.lower(), [])
        elif key in {ALLOWED, DISALLOWED}:
            open_group = False
            for each in named if value else ():
                groups[each].append(Pattern(quote(value, safe=ASCII), key == ALLOWED))
    return tuple(groups.get(agent, groups.get(EVERYBODY, ())))


def _lines(robots: str) -> Iterator[tuple[str, str]]:
    for line in robots.removeprefix("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        yield key.strip().lower(), value.strip()


def may_fetch(said: Sequence[Pattern], path: str) -> bool:
    """Whether a path with its query may be fetched; of patterns that are equally long the kinder counts."""
    fitting = [(len(each.path), each.allowed) for each in said if each.fits(path)]
    return max(fitting, default=(0, True))[1]
