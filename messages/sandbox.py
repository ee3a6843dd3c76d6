"""What the sandbox's API answers to requests it cannot serve: one sentence each, saying what to do next."""

from messages.wording import Words

FAULTS: dict[str, str] = {
    "foreign": "sandbox-foreign",
    "no_page": "sandbox-no-page",
    "no_method": "sandbox-no-method",
    "no_person": "sandbox-no-person",
    "no_file": "sandbox-no-file",
    "no_json": "sandbox-no-json",
    "no_form": "sandbox-no-form",
    "field": "sandbox-field",
    "text": "sandbox-text",
    "text_length": "sandbox-text-length",
    "nothing": "sandbox-nothing",
    "file_size": "sandbox-file-size",
    "file_number": "sandbox-file-number",
    "token": "sandbox-token",
    "seconds": "sandbox-seconds",
    "after": "sandbox-after",
    "body_size": "sandbox-body-size",
}


def fault(words: Words, name: str, /, **facts: str) -> str:
    """The sentence for a fault."""
    return words(FAULTS[name], **facts)
