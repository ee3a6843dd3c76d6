"""Invented releases of one fortnight: a topic, a place, people, numbers and a day, and every form in which they are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from random import Random

from tests.bench.verdicts.more_topics import ABOUT, MORE
from tests.bench.verdicts.topics import TOPICS, Topic

ALL_TOPICS = TOPICS + MORE
WIB = timezone(timedelta(hours=7))
TODAY = datetime(2026, 11, 24, 21, 0, tzinfo=WIB)

DISTRICTS = (
    "Umpama Ilir|Misal Jaya|Contoh Makmur|Andai Raya|Teladan Selatan|Pangkal Misal|Lubuk Umpama|Tanjung Contoh|Sungai Andai"
    "|Mesuji Contoh|Cengal Misal|Pedamaran Umpama"
).split("|")
VILLAGES = (
    "Suka Contoh|Muara Umpama|Ulak Misal|Bumi Andai|Sido Teladan|Talang Contoh|Rantau Misal|Air Umpama|Kota Andai|Pulau Contoh"
    "|Makarti Misal|Jua Umpama|Serdang Andai|Lebung Teladan"
).split("|")
FIRST = (
    "Candra|Siti|Rahmat|Dewi|Yusuf|Lina|Ja'far|Ratna|Hendra|Mulyadi|Nurul|Agus|Fitri|Bambang|Wulan|Syahrul|Eka|Darmawan".split(
        "|"
    )
)
LAST = "Contoh|Teladan|Misalnya|Umpama|Andaian|Permisalan|Ibarat|Laksana|Tamsil|Syahdan".split("|")
BEFORE = ("Ir.", "Dr.", "H.", "Drs.", "Plt.", "")
BEHIND = (", M.Si.", ", S.STP., M.M.", ", S.Sos.", ", S.KM.", "")
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()

Forms = Mapping[str, Sequence[str]]
"""For each blank the ways to write it: the release's own first."""


@dataclass(frozen=True)
class Invented:
    """A release: what happened, in which forms it is written, and the text that went out."""

    id: int
    topic: Topic
    forms: Forms
    launched: datetime
    title: str
    paragraphs: tuple[str, ...]
    about: bool  # ends with the paragraph that many releases share

    @property
    def body(self) -> str:
        """The text without its headline, as the office keeps it."""
        return "\n\n".join(self.paragraphs)


def releases(chance: Random, per_topic: int = 3) -> tuple[Invented, ...]:
    """Those of the last fortnight, several of each topic."""
    found = [_release(chance, topic, _moment(chance)) for topic in ALL_TOPICS for _ in range(per_topic)]
    return tuple(replace(each, id=number) for number, each in enumerate(sorted(found, key=lambda one: one.launched), 1))


def earlier(chance: Random, per_topic: int = 3) -> tuple[Invented, ...]:
    """Those of the six weeks before."""
    found = [
        _release(chance, topic, _moment(chance) - timedelta(days=chance.randint(15, 45))) for topic in ALL_TOPICS * per_topic
    ]
    return tuple(replace(each, id=-number) for number, each in enumerate(found, 1))


def another(chance: Random, topic: Topic, near: datetime) -> Invented:
    """A release on the same topic of the same days that never went out from this desk."""
    return _release(chance, topic, near - timedelta(hours=chance.uniform(0, 60)))


def year_ago(chance: Random, release: Invented) -> Invented:
    """What the same office sent a year ago on the same topic and the same district: other people, other numbers."""
    old = release.launched - timedelta(days=365 + chance.randint(-20, 20))
    made = _release(chance, release.topic, old, {"kec": release.forms["kec"]})
    return replace(made, id=0)


def said(text: str, forms: Forms, chance: Random | None = None) -> str:
    """A sentence with its blanks filled: as the release writes them, or with chance in any form."""
    filled = {name: (chance.choice(ways) if chance else ways[0]) for name, ways in forms.items()}
    return text.format(**filled)


def person(chance: Random) -> tuple[str, ...]:
    """Somebody with titles, without, and as journalists misspell them."""
    plain = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    whole = f"{chance.choice(BEFORE)} {plain}{chance.choice(BEHIND)}".strip()
    variant = plain.replace("Candra", "Chandra").replace("Ja'far", "Ja’far").replace("Syahrul", "Sahrul")
    return whole, plain, variant


def filled(chance: Random, topic: Topic, day: datetime, given: Forms | None = None) -> Forms:
    """The blanks of one event."""
    numbers = {f"n{at}": _number(chance.randint(*span)) for at, span in enumerate(topic.numbers, 1)}
    return {
        "kec": (chance.choice(DISTRICTS),),
        "desa": (chance.choice(VILLAGES),),
        "tgl": _day(day),
        "rp": _money(chance.randint(*topic.money)),
        "pejabat": person(chance),
        "warga": person(chance)[1:],
        "umur": (str(chance.randint(19, 70)),),
        **numbers,
        **(given or {}),
    }


def _moment(chance: Random) -> datetime:
    day = TODAY - timedelta(days=chance.randint(1, 12))
    return day.replace(hour=chance.randint(8, 18), minute=chance.randint(0, 59))


def _release(chance: Random, topic: Topic, launched: datetime, given: Forms | None = None) -> Invented:
    forms = filled(chance, topic, launched, given)
    about = chance.random() < 0.5
    return Invented(
        0, topic, forms, launched, _title(chance, topic, forms), _paragraphs(chance, topic, forms, about=about), about
    )


def _title(chance: Random, topic: Topic, forms: Forms) -> str:
    title = said(topic.titles[0], forms)
    return title.upper() if chance.random() < 0.3 else title


def _paragraphs(chance: Random, topic: Topic, forms: Forms, *, about: bool) -> tuple[str, ...]:
    facts = [said(first, forms) for first, _ in topic.facts]
    verbs = chance.sample(("ujar", "terang", "kata", "ungkap", "pungkas"), 2)
    spoken = [
        f'"{said(words, forms)}," {verb} {topic.office} Kabupaten Teladan, {forms["pejabat"][0]}.'
        for (words, _), verb in zip(topic.quotes, verbs, strict=True)
    ]
    citizen = (
        f'Warga, {forms["warga"][0]} ({forms["umur"][0]}), menyampaikan harapannya. "{said(topic.citizen[0], forms)}," katanya.'
    )
    opening = f"KOTA MISAL – {said(topic.leads[0], forms)}"
    middle = (facts[0], facts[1], spoken[0], facts[2], citizen, facts[3], spoken[1])
    dropped = chance.sample(facts[2:], chance.choice((0, 0, 1)))
    kept = tuple(each for each in middle if each not in dropped)
    return (opening, *kept, *((ABOUT,) if about else ()), "(Rilis Diskominfo/ab)")


def _number(value: int) -> tuple[str, ...]:
    dotted = f"{value:,}".replace(",", ".")
    return (dotted, dotted, str(value))


def _money(millions: int) -> tuple[str, ...]:
    """As releases write it: Rp2,02 miliar is Rp. 2.020.000.000,-."""
    dots = f"{millions * 1_000_000:,}".replace(",", ".")
    for size, word, short in ((1_000_000, "triliun", "T"), (1000, "miliar", "M"), (1, "juta", "juta")):
        if millions >= size:
            amount = f"{millions / size:.2f}".rstrip("0").rstrip(".").replace(".", ",")
            exact = (f"Rp. {dots},-", f"Rp {dots}") if millions * 100 % size == 0 else ()
            return (f"Rp{amount} {word}", f"Rp {amount} {word}", f"Rp{amount} {short}", *exact)
    raise ValueError(millions)


def _day(day: datetime) -> tuple[str, ...]:
    name, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    return (
        f"{name} ({day.day}/{day.month}/{day.year})", f"{name}, {day.day} {month} {day.year}", f"{name} ({day.day}/{day.month})",
        f"{name} ({day.day} {month} {day.year})",
    )  # fmt: skip
