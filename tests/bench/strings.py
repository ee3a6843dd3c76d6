"""2,000 hostile strings through every card, on every channel, and through every export.

    python -m tests.bench.strings [--strings 2000] [--every 1] [--shown 20]

Each string stands in every card, or in one of `--every` by turns, wherever the card takes text, in Indonesian or English: it
must be the card with any other text and this in its place. One in `--shown` is then taken to the phones of all channels. All go
through every export. Prints how much was looked at and which losses are known; writes var/bench/strings.json. Ends with 1
where anything arrived that is neither the input nor a mark of our own.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.whatsapp.fields import clean
from storage.records import Language
from tests.bench import strings_channels, strings_exports
from tests.bench.results import show, write
from tests.bench.strings_cards import Filled, differs, filled, speaker
from tests.bench.strings_channels import CHANNELS, arrived
from tests.bench.strings_exports import EXPORTS
from tests.bench.strings_hostile import strings

Outcome = Mapping[str, Any]


def measure(texts: Sequence[str], cards: Sequence[Filled], shown: int, every: int = 1) -> Outcome:
    """Take these strings through these cards, every so manieth, some of them to the phones, and all through the exports."""
    counted, wrong = Counter[str](), list[str]()
    came_in = [clean(each) for each in texts]
    for at, text in enumerate(came_in):
        language = list(Language)[at // every % len(Language)]
        for number, each in enumerate(cards[at % every :: every], at):
            counted["cards"] += 1
            wrong += [f"{each.name} in {language}: {fault}" for fault in _in_card(each, language, text)]
            if number % shown == 0:
                counted["messages"] += len(CHANNELS)
                wrong += [f"{each.name} in {language}: {fault}" for fault in _on_phones(each, language, text)]
    for name, look in EXPORTS.items():
        counted[name] = len(came_in)
        wrong += look(came_in)
    return {"strings": len(texts), "cards": len(cards), "counted": counted, "wrong": wrong}


def _in_card(each: Filled, language: Language, text: str) -> Iterator[str]:
    try:
        for wanted, said in differs(each, language, text):
            yield f"{said!r:.120} for {wanted!r:.120}"
    except Exception as fault:  # noqa: BLE001 - whatever a card raises of a text is a fault to be shown
        yield f"{fault!r:.200} for {text!r:.80}"


def _on_phones(each: Filled, language: Language, text: str) -> Iterator[str]:
    try:
        yield from arrived(each.card(speaker(language), text), speaker(language))
    except Exception as fault:  # noqa: BLE001 - whatever a channel raises of it is one too
        yield f"{fault!r:.200} on a phone for {text!r:.80}"


def report(found: Outcome) -> bool:
    """Print what was looked at; gives whether nothing went wrong."""
    show(["through", "times"], [[name, number] for name, number in found["counted"].items()])
    for name, why in {**strings_channels.LOSSES, **strings_exports.LOSSES}.items():
        print(f"known loss  {name}: {why}")
    for each in found["wrong"][:60]:
        print(f"WRONG  {each}")
    print(f"{found['strings']:,} strings, {found['cards']} cards, {len(found['wrong'])} of them wrong")
    return not found["wrong"]


def main(arguments: Sequence[str] | None = None) -> bool:
    """Look, print and write."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.strings")
    asked.add_argument("--strings", type=int, default=2000)
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--shown", type=int, default=20)
    given = asked.parse_args(arguments)
    cards, unknown = filled()
    print(f"{len(cards)} cards have facts; of these nothing is known that would do: {', '.join(unknown) or 'none'}")
    found = measure(strings(given.strings), cards, given.shown, given.every)
    good = report(found)
    write("strings", {"good": good, **found, "unknown": unknown})
    return good


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
