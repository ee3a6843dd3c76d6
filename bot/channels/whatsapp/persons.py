"""Whom an item of a notification is about. Pure.

The platform names people by an id of theirs in our business, and by phone where they do not hide it. Both change
with their number, and only some notifications carry both.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.channels.whatsapp.fields import clean, digits, have, typed, want
from storage.records import Json

Names = tuple[str, str]  # the fields in which an item names a person: by id, and by phone
SENDER: Final = ("from_user_id", "from")
RECEIVER: Final = ("recipient_user_id", "recipient_id")
OWNER: Final = ("user_id", "wa_id")
NAMES: Final = (*SENDER, *RECEIVER, *OWNER)
FROM_TO: Final = re.compile(r"from (\S+) to \S+$")  # some notifications say only in a sentence whom they mean


def known(contacts: Sequence[object], items: int) -> Mapping[str, Json]:
    """The contacts of a change by each of their names; the one of its one item also as "", since it needs none. ValueError."""
    every = [typed(each, dict) for each in contacts]
    named = {name: each for each in every for field in OWNER if (name := have(each, field, str, ""))}
    return named | ({"": every[0]} if len(every) == items == 1 else {})


def contact_of(item: Json, contacts: Mapping[str, Json]) -> Json:
    """The contact of an item among the known; empty where there is none."""
    for field in NAMES:
        if (name := item.get(field)) and isinstance(name, str) and name in contacts:
            return contacts[name]
    return contacts.get("", {})


def who(item: Json, contact: Json, names: Names) -> str:
    """A person as we know them: their id in our business where there is one, else their phone. ValueError."""
    found = have(item, names[0], str, "") or have(contact, "user_id", str, "") or phone(item, contact, names)
    if not found:
        raise ValueError("nobody is named")
    return clean(found)


def phone(item: Json, contact: Json, names: Names) -> str:
    """Their phone's digits; empty where it is hidden."""
    return digits(have(item, names[1], str, "") or have(contact, "wa_id", str, ""))


def called(contact: Json) -> str:
    """What they call themselves."""
    return clean(have(have(contact, "profile", dict, {}), "name", str, "")).strip()


def before(item: Json) -> str:
    """Who somebody was before they changed their number: an id, or a phone where no id is told. ValueError."""
    system = want(item, "system", dict)
    told = FROM_TO.search(have(system, "body", str, ""))
    found = have(system, "previous_user_id", str, "") or (told[1] if told else "") or have(item, "from", str, "")
    if not found:
        raise ValueError("somebody who is not named has changed")
    return clean(found) if found[:1].isalpha() else digits(found)


def after(item: Json) -> str:
    """Who they are since. ValueError."""
    return who(want(item, "system", dict), {}, OWNER)


def both(item: Json) -> tuple[str, str]:
    """The id somebody had and the one they have. ValueError."""
    changed = want(item, "user_id", dict)
    return clean(want(changed, "previous", str)), clean(want(changed, "current", str))
