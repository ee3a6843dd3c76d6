"""The Cloud API's endpoints that a desk uses: the request as it came, to what it asks of the state."""

import base64
import hashlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.channels.whatsapp_messages import mark_read, send
from tests.channels.whatsapp_schema import schema
from tests.channels.whatsapp_state import OURS, Json, Refusal, State
from tests.channels.whatsapp_templates import show, submit

LINK_LASTS = 300.0  # seconds that a download address works
MEGABYTE = 1024 * 1024
# What a number may be asked for besides; what it does not have is left out of the answer.
ALSO = frozenset(
    "conversational_automation quality_score webhook_configuration new_name_status account_mode is_on_biz_app "
    "is_official_business_account is_pin_enabled is_preverified_number search_visibility health_status certificate "
    "eligibility_for_api_business_global_search new_certificate last_onboarded_time country_code country_dial_code "
    "whatsapp_business_manager_messaging_limit".split()
)
LARGEST = 120 * MEGABYTE  # of a request
# What may be uploaded: kind and size by type.
TYPES: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("image/jpeg", "image/png"), ("image", 5 * MEGABYTE)),
    **dict.fromkeys(("video/mp4", "video/3gpp"), ("video", 16 * MEGABYTE)),
    **dict.fromkeys(("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"), ("audio", 16 * MEGABYTE)),
    "image/webp": ("sticker", 500 * 1024),
    **dict.fromkeys(
        (
            "text/plain", "application/pdf", "application/vnd.ms-powerpoint", "application/msword", "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("document", 100 * MEGABYTE),
    ),
}  # fmt: skip


def unknown(node: str, verb: str) -> Refusal:
    """The answer where nothing has that id."""
    why = "does not exist, cannot be loaded due to missing permissions, or does not support this operation."
    return Refusal(100, f"Unsupported {verb} request. Object with ID '{node}' {why}", error_subcode=33)


async def parsed(request: web.Request) -> Json:
    """The body of a request."""
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict) or (body.get("messaging_product", "whatsapp") != "whatsapp"):
        raise Refusal(100, "The parameter messaging_product is required.")
    return body


def check(state: State, faults: list[str]) -> None:
    """A request of another shape is remembered, and refused as the platform refuses it."""
    state.violations += faults
    if faults:
        missing = any(each.endswith("is missing") for each in faults)
        raise Refusal(131008 if missing else 100, "; ".join(faults))


async def messages(state: State, request: web.Request) -> Json:
    """A message, or a sign that one was read."""
    body = await parsed(request)
    check(state, schema().of_message(body))
    return mark_read(state, body) if body.get("status") == "read" else send(state, body)


async def upload(state: State, request: web.Request) -> Json:
    """A file."""
    form = await request.post()
    given = form.get("file")
    if form.get("messaging_product") != "whatsapp" or not isinstance(given, web.FileField):
        raise Refusal(100, "The parameters messaging_product and file are required.")
    mime = given.content_type.partition(";")[0].strip()
    if mime not in TYPES:
        raise Refusal(100, f"Param file must be a file with one of the following types: {', '.join(TYPES)}. Received {mime}.")
    with given.file as stream:
        content = stream.read()
    kind, limit = TYPES[mime]
    if not 0 < len(content) <= limit:
        raise Refusal(131053, f"a file of type {mime} holds 1 to {limit} bytes, {len(content)} given")
    state.uploads += 1
    return {"id": state.keep(kind, mime, given.filename, content, OURS)}


async def media(state: State, request: web.Request) -> Json:
    """Where a file can be fetched, for five minutes."""
    number = request.match_info["node"]
    stored = state.stored(number)
    if stored is None:
        raise unknown(number, "get")
    key = f"{state.number()}-{hashlib.sha256(number.encode()).hexdigest()[:12]}"
    state.links[key] = (number, state.now() + LINK_LASTS)
    known = {"id": number, "mime_type": stored.mime, "sha256": hashlib.sha256(stored.content).hexdigest()}
    address = f"{state.media_root}/attachments/{key}"
    return {"messaging_product": "whatsapp", "url": address, **known, "file_size": str(len(stored.content))}


async def delete_media(state: State, request: web.Request) -> Json:
    """A file is no longer needed."""
    if state.stored(request.match_info["node"]) is None:
        raise unknown(request.match_info["node"], "delete")
    del state.media[request.match_info["node"]]
    return {"success": True}


async def phone(state: State, request: web.Request) -> Json:
    """What the number is."""
    everything: Json = {
        "id": state.account.phone_id,
        "verified_name": state.verified_name,
        "code_verification_status": "VERIFIED",
        "display_phone_number": f"+{state.account.phone}",
        "quality_rating": state.quality,
        "platform_type": "CLOUD_API",
        "throughput": {"level": state.level},
        "name_status": "APPROVED",
        "status": "CONNECTED",
        "messaging_limit_tier": "TIER_250",
    }
    asked = [each for each in request.query.get("fields", "").split(",") if each]
    unheard = [each for each in asked if each not in everything and each not in ALSO]
    if unheard:
        raise Refusal(100, f"Tried accessing nonexisting field ({unheard[0]})")
    return {name: everything[name] for name in dict.fromkeys(["id", *(asked or everything)]) if name in everything}


async def templates(state: State, request: web.Request) -> Json:
    """Templates, page by page."""
    query = request.query
    wanted = [each for each in state.templates if query.get("name", "") in each.name]
    for name in ("status", "category", "language"):
        wanted = [each for each in wanted if getattr(each, name) in query.get(name, getattr(each, name)).split(",")]
    summary = {"summary": summed(state)} if "summary" in query else {}
    start, size = at_cursor(query.get("after", "")), int(query.get("limit") or 25)
    page = wanted[start : start + size]
    if not page:
        return {"data": [], **summary}
    paging: Json = {"cursors": {"before": cursor(start), "after": cursor(start + len(page))}}
    further = {"next": str(request.url.update_query(after=cursor(start + size)))} if start + size < len(wanted) else {}
    return {"data": [show(each, query.get("fields", "")) for each in page], "paging": {**paging, **further}, **summary}


def summed(state: State) -> Json:
    """How many templates there are, and may be."""
    count = len(state.templates)
    limits = {"message_template_count": count, "message_template_limit": 250}
    return {"total_count": count, **limits, "are_translations_complete": False}


def cursor(at: int) -> str:
    """A place in a list, which is nobody's business."""
    return base64.b64encode(f"at{at}".encode()).decode()


def at_cursor(given: str) -> int:
    """The place that a cursor means."""
    try:
        return int(base64.b64decode(given, validate=True).decode().removeprefix("at") or 0)
    except ValueError:
        raise Refusal(100, "Param after is no valid cursor") from None


async def propose(state: State, request: web.Request) -> Json:
    """A template for review."""
    body = await parsed(request)
    check(state, schema().of_template(body))
    return submit(state, body)


# By verb, by what the number in the path is, and by what of it is meant.
ROUTES = {
    ("POST", "phone", "messages"): "messages",
    ("POST", "phone", "media"): "upload",
    ("GET", "object", ""): "media",
    ("DELETE", "object", ""): "delete_media",
    ("GET", "phone", ""): "phone",
    ("GET", "business", "message_templates"): "templates",
    ("POST", "business", "message_templates"): "submit",
}
METHODS: dict[str, Callable[[State, web.Request], Awaitable[Json]]] = {
    "messages": messages,
    "upload": upload,
    "media": media,
    "delete_media": delete_media,
    "phone": phone,
    "templates": templates,
    "submit": propose,
}
