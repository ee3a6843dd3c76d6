"""How articles are made from releases: quoting, rewording, shortening, copying; and what only resembles that.

Each gives a title and paragraphs, without what the outlet puts around them.
"""

import re
from collections.abc import Sequence
from random import Random

from tests.bench.verdicts.more_topics import ABOUT, COLOUR, STORIES
from tests.bench.verdicts.releases import Invented, another, filled, said

Text = tuple[str, list[str]]
"""A title and paragraphs."""

SAME = (
    (
        "menyalurkan|membagikan|menyerahkan",
        "Pemerintah Kabupaten Teladan|Pemkab Teladan|Pemda Teladan",
        "Kecamatan|Kec.|Kecamatan",
    ),
    ("menggelar|mengadakan|menyelenggarakan", "sebanyak|sejumlah|sekitar", "kepala keluarga|KK|keluarga"),
    ("melaksanakan|melakukan", "ditargetkan|dipatok|diharapkan", "hingga|sampai", "mendapat|memperoleh|menerima"),
    ("terdampak|korban|yang terkena", "dikerahkan|diturunkan", "warga|masyarakat", "hektare|hektar|ha"),
)
GROUPS = tuple(group.split("|") for row in SAME for group in row)
VERBS = "ujar terang kata ungkap pungkas jelas tutur beber".split()


def copied(chance: Random, release: Invented) -> Text:
    """Word for word, under the release's title or a new one; the office's last line stays or goes."""
    keep = 1 if chance.random() < 0.3 else 0
    return _title(chance, release, 0.7), [*_plain(release, keep)]


def shortened(chance: Random, release: Invented) -> Text:
    """The opening and two to four of the paragraphs behind it, word for word."""
    first, *rest = _plain(release)
    body = [each for each in rest if each != ABOUT]
    kept = sorted(chance.sample(range(len(body)), min(len(body), chance.randint(2, 4))))
    return _title(chance, release, 0.6), [first, *(body[at] for at in kept)]


def reworded(chance: Random, release: Invented) -> Text:
    """Everything in other words and another order, with the same facts; quotes stay or are retold."""
    facts = [said(other, release.forms, chance) for _, other in release.topic.facts]
    kept = chance.sample(facts, chance.randint(3, 4))
    paragraphs = [_lead(chance, release), *kept, *(_retold(chance, release, at, direct=chance.random() < 0.5) for at in (0, 1))]
    if chance.random() < 0.5:
        paragraphs.append(
            f"Sementara itu, {release.forms['warga'][0]} menuturkan {said(release.topic.citizen[1], release.forms)}."
        )
    return _title(chance, release, 0.15), _swapped(chance, _with_colour(chance, paragraphs, 1))


def brief(chance: Random, release: Invented) -> Text:
    """Three sentences in other words."""
    facts = chance.sample([said(other, release.forms, chance) for _, other in release.topic.facts], 2)
    return _title(chance, release, 0.2), _swapped(
        chance, [_lead(chance, release), *facts, _retold(chance, release, 0, direct=False)]
    )


def quoting(chance: Random, release: Invented) -> Text:
    """A report of one's own on the event that quotes the release."""
    facts = chance.sample([said(other, release.forms, chance) for _, other in release.topic.facts], 2)
    paragraphs = [
        _lead(chance, release),
        *(_retold(chance, release, at, direct=True) for at in (0, 1)),
        *facts,
        _citizen(release),
    ]
    return _title(chance, release, 0.3), _with_colour(chance, paragraphs, 2)


def half(chance: Random, release: Invented) -> Text:
    """A report on something else of the same kind, in which a part of the release is told too."""
    title, own = of_another(chance, release)
    told = [_plain(release)[0], *chance.sample(_plain(release)[1:4], 1)]
    return title, [*own[:4], "Pada kesempatan berbeda, hal serupa juga berlangsung.", *told, *own[4:]]


def quote_elsewhere(chance: Random, release: Invented) -> Text:
    """Another story, in which somebody says what they say in the release."""
    title, own = story(chance, release)
    return title, [*own[:3], _retold(chance, release, chance.randrange(2), direct=True), *own[3:]]


def roundup(chance: Random, releases: Sequence[Invented]) -> Text:
    """Short news of the day: one of the release, the rest of anything."""
    mine = releases[0]
    items = [_plain(mine)[0], *_plain(mine)[1:2], story(chance, mine)[1][0], story(chance, mine)[1][0]]
    items.append(
        _lead(
            chance, another(chance, chance.choice([each for each in releases if each.topic != mine.topic]).topic, mine.launched)
        )
    )
    chance.shuffle(items)
    return chance.choice(("Kilas Daerah Hari Ini", "Sepekan Teladan dalam Berita", "Rangkuman Berita Teladan")), items


def of_another(chance: Random, release: Invented) -> Text:
    """An article on another event of the same topic, of which this desk has sent no release."""
    event = another(chance, release.topic, release.launched)
    return chance.choice((reworded, reworded, shortened, copied))(chance, event)


def of_last_year(chance: Random, old: Invented) -> Text:
    """An article on what happened a year ago."""
    return chance.choice((copied, reworded, shortened))(chance, old)


def story(chance: Random, release: Invented) -> Text:
    """An article of the outlet's own that has nothing to do with any release."""
    title, sentences = chance.choice(STORIES)
    small = {name: (str(chance.randint(*span)),) for name, span in (("n1", (19, 70)), ("n2", (2, 9)), ("n3", (2, 5)))}
    forms = filled(chance, release.topic, release.launched, small)
    paragraphs = [said(each, forms, chance) for each in sentences]
    quote = f'"Kami berharap semua pihak menahan diri," kata {forms["pejabat"][1]}.'
    return said(title, forms), _with_colour(chance, [*paragraphs, quote], 2)


def about_only(chance: Random, release: Invented) -> Text:
    """A story of its own that ends with the paragraph on the regency."""
    title, own = story(chance, release)
    return title, [*own, ABOUT]


def _plain(release: Invented, tail: int = 0) -> list[str]:
    """The release's paragraphs without its own dateline and, mostly, its last line."""
    first, *rest = release.paragraphs
    return [first.partition(" – ")[2], *(rest if tail else rest[:-1])]


def _title(chance: Random, release: Invented, same: float) -> str:
    if chance.random() < same:
        return release.title if chance.random() < 0.6 else release.title.title()
    return said(chance.choice(release.topic.titles[1:]), release.forms, chance)


def _lead(chance: Random, release: Invented) -> str:
    return said(chance.choice(release.topic.leads[1:]), release.forms, chance)


def _retold(chance: Random, release: Invented, at: int, *, direct: bool) -> str:
    words, indirect = (said(each, release.forms) for each in release.topic.quotes[at])
    who = f"{release.topic.office} {chance.choice(release.forms['pejabat'])}"
    return f'"{words}," {chance.choice(VERBS)} {who}.' if direct else f"Menurut {who}, {indirect}."


def _citizen(release: Invented) -> str:
    return f'"{said(release.topic.citizen[0], release.forms)}," ucap {release.forms["warga"][0]}, seorang warga.'


def _with_colour(chance: Random, paragraphs: list[str], most: int) -> list[str]:
    for line in chance.sample(COLOUR, chance.randint(0, most)):
        paragraphs.insert(chance.randint(1, len(paragraphs)), line)
    return paragraphs


def _swapped(chance: Random, paragraphs: list[str]) -> list[str]:
    """Words changed for others of the same meaning."""
    return [_with_synonyms(chance, each) for each in paragraphs]


def _with_synonyms(chance: Random, sentence: str) -> str:
    for group in GROUPS:
        used = next((word for word in group if re.search(rf"\b{re.escape(word)}(?!\w)", sentence)), None)
        if used and chance.random() < 0.5:
            sentence = sentence.replace(used, chance.choice(group), 1)
    return sentence
