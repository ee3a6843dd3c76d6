"""The Cloud API's templates: what may be submitted, and what may be sent with one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.channels.whatsapp_state import Json, Refusal, State, Stored, Template

NAME, BODY, HEADER, FOOTER, LABEL, BUTTONS = 512, 1024, 60, 60, 25, 10
CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")
BLANK = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
# The platform says "more than 4 consecutive spaces"; whoever keeps below four is safe with every reading of that.
UNCLEAN = re.compile(r"[\n\r\t]| {4}")
KINDS = {"quick_reply": "QUICK_REPLY", "url": "URL", "phone_number": "PHONE_NUMBER"}
# What may be asked of a template; what it does not have is left out of the answer.
FIELDS = frozenset(
    "id name language status category components parameter_format rejected_reason quality_score previous_category "
    "correct_category sub_category message_send_ttl_seconds library_template_name cta_url_link_tracking_opted_out "
    "degrees_of_freedom_spec".split()
)
UNSENDABLE = {"PAUSED": 132015, "DISABLED": 132016}


def wrong(title: str, message: str, subcode: int = 2388299) -> Refusal:
    """How the platform turns a submission down."""
    return Refusal(100, error_subcode=subcode, is_transient=False, error_user_title=title, error_user_msg=message)


def component(components: list[Json], kind: str) -> Json:
    """The header, body, footer or buttons; empty where there are none."""
    return next((each for each in components if str(each.get("type", "")).upper() == kind), {})


def blanks(text: str) -> list[str]:
    """The names of the blanks, each once, in their order."""
    return list(dict.fromkeys(BLANK.findall(text)))


# submitted


def submit(state: State, body: Json) -> Json:
    """A template for review."""
    _check_names(state, body)
    components = body["components"]
    text = component(components, "BODY").get("text", "")
    _check_body(text, component(components, "BODY"), named=body.get("parameter_format", "").upper() == "NAMED")
    _check_rest(components)
    template = Template(
        str(state.number()),
        body["name"],
        body["language"],
        body["category"].upper(),
        components,
        named=body.get("parameter_format", "").upper() == "NAMED",
    )
    state.templates.append(template)
    return {"id": template.id, "status": template.status, "category": template.category}


def _check_names(state: State, body: Json) -> None:
    if not re.fullmatch(rf"[a-z0-9_]{{1,{NAME}}}", body["name"]):
        raise wrong("Invalid name", "Names hold only lowercase letters, numbers and underscores.", 2388023)
    if body["category"].upper() not in CATEGORIES:
        raise Refusal(100, f"Param category must be one of {CATEGORIES}")
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", body["language"]):
        raise Refusal(100, f"Param language is not supported: {body['language']}")
    if any((each.name, each.language) == (body["name"], body["language"]) for each in state.templates):
        raise wrong("Content in this language already exists", "There is already content in this language.", 2388024)


def _check_body(text: str, body: Json, *, named: bool) -> None:
    if not text.strip() or len(text) > BODY:
        raise wrong("Invalid body", f"The body holds 1 to {BODY} characters.", 2388040)
    found = blanks(text)
    if not named and found != [str(at + 1) for at in range(len(found))]:
        raise wrong("Invalid variables", "Variables are numbered from 1 without gaps.", 2388040)
    if text.strip().startswith("{{") or text.strip().endswith("}}"):
        raise wrong("Leading or trailing variables", "Variables can't be at the start or end of the template.")
    if "\n\n\n" in text or "\t" in text or "     " in text:
        raise wrong("Invalid format", "No more than two line breaks, no tabs, no more than four spaces.", 2388047)
    example = body.get("example", {})
    given = example.get("body_text_named_params", []) if named else (example.get("body_text") or [[]])[0]
    if len(given) != len(found):
        raise wrong("Missing sample text", "Add sample text for all variables of the body.", 2388043)


def _check_rest(components: list[Json]) -> None:
    header = component(components, "HEADER")
    if len(header.get("text", "")) > HEADER or "\n" in header.get("text", ""):
        raise wrong("Invalid header", f"The header holds at most {HEADER} characters in one line.", 2388040)
    if len(component(components, "FOOTER").get("text", "")) > FOOTER:
        raise wrong("Invalid footer", f"The footer holds at most {FOOTER} characters.", 2388040)
    buttons = component(components, "BUTTONS").get("buttons", [])
    if len(buttons) > BUTTONS or any(not 1 <= len(each["text"]) <= LABEL for each in buttons):
        raise wrong("Invalid buttons", f"At most {BUTTONS} buttons of at most {LABEL} characters.", 2388040)
    kinds = [each["type"] == "QUICK_REPLY" for each in buttons]
    if sum(left != right for left, right in pairwise(kinds)) > 1:
        raise wrong("Invalid buttons", "Quick replies stand together.", 2388060)


def show(template: Template, fields: str = "") -> Json:
    """As the API shows it; without `fields` what its example shows."""
    everything = {
        "id": template.id,
        "name": template.name,
        "language": template.language,
        "status": template.status,
        "category": template.category,
        "components": template.components,
        "parameter_format": "NAMED" if template.named else "POSITIONAL",
        "rejected_reason": template.reason,
        "quality_score": {"score": template.quality, "date": template.rated},
        **({"previous_category": template.previous} if template.previous else {}),
    }
    asked = [each for each in fields.split(",") if each] or ["name", "language", "status", "category", "components"]
    unheard = [each for each in asked if each not in FIELDS]
    if unheard:
        raise Refusal(100, f"Tried accessing nonexisting field ({unheard[0]})")
    return {name: everything[name] for name in dict.fromkeys(["id", *asked]) if name in everything}


# sent


def used(state: State, sent: Json) -> tuple[Template, Json]:
    """The approved template of a message, and what a phone shows of it. Raises Refusal."""
    name, language = sent["name"], sent["language"]["code"]
    template = next((each for each in state.templates if (each.name, each.language) == (name, language)), None)
    if template is None or template.status not in ("APPROVED", *UNSENDABLE):
        raise Refusal(132001, f"template name ({name}) does not exist in {language}")
    if template.status in UNSENDABLE:
        raise Refusal(UNSENDABLE[template.status], f"template name ({name}) is {template.status.lower()}")
    given = sent.get("components", [])
    header, body = (_filled(state, template, given, kind) for kind in ("HEADER", "BODY"))
    if len(body["text"]) > BODY:
        raise Refusal(132005, f"Translated text too long: {len(body['text'])}")
    footer = component(template.components, "FOOTER").get("text", "")
    shown = {"header": header["text"], "text": body["text"], "footer": footer, "template": name}
    return template, {**shown, **header["file"], "buttons": list(_buttons(template, given))}


def _filled(state: State, template: Template, given: list[Json], kind: str) -> Json:
    """The words of a component with its blanks filled, and its file."""
    parameters = component(given, kind).get("parameters", [])
    own = component(template.components, kind)
    if own.get("format", "TEXT").upper() != "TEXT":
        return {"text": "", "file": _header_file(state, own["format"].lower(), parameters)}
    text = own.get("text", "")
    names = blanks(text)
    if len(parameters) != len(names):
        counts = f"number of localizable_params ({len(parameters)}) does not match the expected number of params ({len(names)})"
        raise Refusal(132000, f"{kind.lower()}: {counts}")
    values = {name: _value(each) for name, each in zip(_named(template, names, parameters), parameters, strict=True)}
    return {"text": BLANK.sub(lambda found: values[found[1]], text), "file": {}}


def _named(template: Template, names: list[str], parameters: list[Json]) -> list[str]:
    """The blank that each parameter fills."""
    if not template.named:
        return names
    given = [each.get("parameter_name", "") for each in parameters]
    if sorted(given) != sorted(names):
        raise Refusal(132012, "Parameter name is missing or empty")
    return given


def _value(parameter: Json) -> str:
    """What stands for a blank."""
    kind = parameter["type"]
    text = parameter["text"] if kind == "text" else parameter[kind]["fallback_value"]
    if not isinstance(text, str) or not text.strip():
        raise Refusal(131008, "Required parameter is missing: text of a parameter must be a non-empty string")
    if UNCLEAN.search(text):
        raise Refusal(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
    return text


def _header_file(state: State, kind: str, parameters: list[Json]) -> Json:
    if len(parameters) != 1 or parameters[0]["type"] != kind:
        raise Refusal(132012, f"header: Format mismatch, expected {kind.upper()}")
    return file_of(state, kind, parameters[0][kind])


def _buttons(template: Template, given: list[Json]) -> Iterator[tuple[str, str, str]]:
    """Kind, label, and token or address of each button."""
    own = component(template.components, "BUTTONS").get("buttons", [])
    filled: dict[int, Json] = {}
    for each in given:
        if each["type"].lower() == "button":
            at = int(each["index"])
            if at >= len(own) or own[at]["type"] != KINDS.get(each["sub_type"].lower()):
                raise Refusal(131009, f"Button at index {at} of type {each['sub_type']} does not exist in the template")
            filled[at] = each["parameters"][0]
    for at, button in enumerate(own):
        yield _button(button, filled.get(at), at)


def _button(button: Json, given: Json | None, at: int) -> tuple[str, str, str]:
    kind, label = button["type"], button["text"]
    if kind != "URL":
        return kind, label, given["payload"] if given else label
    address = button["url"]
    if bool(BLANK.search(address)) != (given is not None):
        raise Refusal(131008, f"buttons: Button at index {at} of type Url requires a parameter")
    return kind, label, BLANK.sub(lambda _: _value(given or {}), address)


def file_of(state: State, kind: str, value: Json) -> Json:
    """A file by its id or its address, as a phone shows it. Raises Refusal."""
    if ("id" in value) == ("link" in value):
        raise Refusal(131008, f"{kind}: exactly one of id and link is required")
    if "link" in value:
        if not re.match(r"https?://[^/\s]+", value["link"]):
            raise Refusal(131009, f"{kind}: link is no URL")
        return {"kind": kind, "file": value["link"]}
    stored = state.stored(value["id"])
    if stored is None:
        raise Refusal(131009, f"{kind}: Media ID {value['id']} does not exist or has expired")
    _check_kind(kind, stored)
    return {"kind": kind, "file": value["id"]}


def _check_kind(kind: str, stored: Stored) -> None:
    if kind not in (stored.kind, "document"):
        raise Refusal(131053, f"a file of type {stored.mime} cannot be sent as {kind}")


def called(template: Template) -> dict[str, Any]:
    """How the platform names a template in what it tells."""
    return {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
    }
