"""The platform's own examples and the decided classes of its codes, which lie beside the project only where it is built."""

import json
from pathlib import Path

import pytest

from bot.channels.whatsapp.failures import CODES
from bot.channels.whatsapp.inbound import events, understand

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NUMBER = "106540352242922"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="they are not beside this copy")

PASSED = {"Reaction Message", "Group Create Message", "Group Settings Update", "Group Remove Participants"}
UNDERSTOOD = {
    "said": {
        "Text Message", "Text Message with Context (Product Inquiry)", "Text Message from Click to WhatsApp Ad", "Image Message",
    },
    "pressed": {"Button Message", "Interactive List Reply Message", "Interactive Button Reply Message"},
    "moved": {"System Message"},
    "unreadable": {"Location Message", "Contact Sharing Message", "Unsupported Message", "Order Message", *PASSED},
}  # fmt: skip


def test_every_example_of_a_notification_is_understood() -> None:
    examples = json.loads((DATA / "whatsapp_examples_v23.json").read_text())["webhooks"]["POST /whatsapp/webhooks"]
    told = {name: understand(event.body) for name, body in examples.items() for event in events(body, NUMBER)}
    assert {kind: {name for name, each in told.items() if each.happening == kind} for kind in UNDERSTOOD} == UNDERSTOOD
    assert {name for name, each in told.items() if not each.chat} == PASSED
    assert set(told) == set(examples)


def test_every_code_is_in_the_class_that_was_decided() -> None:
    decided = json.loads((DATA / "whatsapp_errors.json").read_text())["codes"]
    classes: dict[str, set[int]] = {}
    for code, each in decided.items():
        classes.setdefault(each["class"], set()).add(int(code))
    permissions = set(range(200, 300))
    assert {name: set(codes) - permissions for name, codes in CODES.items()} == classes
    assert permissions < set(CODES["stop_channel"])
    assert sum(len(codes) for codes in CODES.values()) == len({code for codes in CODES.values() for code in codes})
