"""Shapes that the platform's collection of examples lacks, as examples, each with the page of its documentation.

The pages stand under developers.facebook.com/documentation/business-messaging/whatsapp/.
"""

from typing import Any

Json = dict[str, Any]

# messages (reference of the endpoint) and business-scoped-user-ids: any message may quote, carry our reference,
# and name a person by user id instead of phone.
COMMON_OUT: Json = {
    "to": "16505551234",
    "recipient": "US.13491208655302741918",
    "recipient_type": "individual",
    "type": "text",
    "context": {"message_id": "wamid.x"},
    "biz_opaque_callback_data": "row-1",
}

HEAD: Json = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "16505551234"}
TEXT_HEADER: Json = {"type": "text", "text": "a header"}
IMAGE_HEADER: Json = {"type": "image", "image": {"id": "1"}}
DOCUMENT_HEADER: Json = {"type": "document", "document": {"id": "1", "filename": "a.pdf"}}
VIDEO_HEADER: Json = {"type": "video", "video": {"link": "https://contoh.id/a.mp4"}}
BODY: Json = {"text": "a body"}
FOOTER: Json = {"text": "a footer"}
REPLIES: Json = {"buttons": [{"type": "reply", "reply": {"id": "1", "title": "Yes"}}]}


def interactive(kind: str, action: Json, header: Json | None = None, footer: Json | None = None) -> Json:
    """An interactive message of a kind."""
    outer = {name: value for name, value in (("header", header), ("footer", footer)) if value}
    return {**HEAD, "type": "interactive", "interactive": {"type": kind, "body": BODY, "action": action, **outer}}


def template(*components: Json) -> Json:
    """A template message with its components."""
    named = {"name": "a_template", "language": {"code": "id"}}
    return {**HEAD, "type": "template", "template": {**named, "components": list(components)}}


CALL: Json = {"name": "cta_url", "parameters": {"display_text": "Open", "url": "https://contoh.id/"}}
ROWS: Json = {"button": "Choose", "sections": [{"rows": [{"id": "1", "title": "One"}]}]}
SAID: Json = {"button": "Choose", "sections": [{"title": "All", "rows": [{"id": "1", "title": "One", "description": "a"}]}]}

MESSAGES: list[Json] = [
    # messages/text-messages, /reaction-messages, /sticker-messages
    {**HEAD, "type": "text", "text": {"body": "a"}},
    {**HEAD, "type": "text", "text": {"body": "a", "preview_url": False}},
    {**HEAD, "type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "a"}},
    {**HEAD, "type": "sticker", "sticker": {"id": "1"}},
    {**HEAD, "type": "sticker", "sticker": {"link": "https://contoh.id/a.webp"}},
    # messages/image-messages, /video-messages, /document-messages, /audio-messages: captions and names are optional
    {**HEAD, "type": "image", "image": {"id": "1"}},
    {**HEAD, "type": "image", "image": {"id": "1", "caption": "a caption"}},
    {**HEAD, "type": "image", "image": {"link": "https://contoh.id/a.jpg", "caption": "a caption"}},
    {**HEAD, "type": "video", "video": {"id": "1"}},
    {**HEAD, "type": "video", "video": {"link": "https://contoh.id/a.mp4", "caption": "a caption"}},
    {**HEAD, "type": "document", "document": {"id": "1"}},
    {**HEAD, "type": "document", "document": {"id": "1", "filename": "a.pdf", "caption": "a caption"}},
    {**HEAD, "type": "document", "document": {"link": "https://contoh.id/a.pdf", "filename": "a.pdf", "caption": "a caption"}},
    {**HEAD, "type": "audio", "audio": {"id": "1", "voice": True}},
    {**HEAD, "type": "audio", "audio": {"link": "https://contoh.id/a.ogg"}},
    # messages/interactive-reply-buttons-messages: header and footer are optional
    interactive("button", REPLIES),
    interactive("button", REPLIES, TEXT_HEADER, FOOTER),
    interactive("button", REPLIES, IMAGE_HEADER),
    interactive("button", REPLIES, DOCUMENT_HEADER),
    interactive("button", REPLIES, VIDEO_HEADER),
    # messages/interactive-list-messages: titles of sections where there are several, descriptions of rows as one likes
    interactive("list", ROWS),
    interactive("list", SAID, TEXT_HEADER, FOOTER),
    # messages/interactive-cta-url-messages
    interactive("cta_url", CALL),
    interactive("cta_url", CALL, TEXT_HEADER, FOOTER),
    interactive("cta_url", CALL, IMAGE_HEADER),
    # messages/template-messages: without blanks, and with payloads under its buttons
    {**HEAD, "type": "template", "template": {"name": "a_template", "language": {"code": "id"}}},
    template({"type": "body", "parameters": [{"type": "text", "text": "a word"}]}),
    template({"type": "button", "sub_type": "quick_reply", "index": 0, "parameters": [{"type": "payload", "payload": "1"}]}),
    # templates/components: named blanks, files above, addresses that end in a blank
    template({"type": "body", "parameters": [{"type": "text", "parameter_name": "title", "text": "a word"}]}),
    template({"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]}),
    template({"type": "header", "parameters": [{"type": "document", "document": {"id": "1", "filename": "a.pdf"}}]}),
    template({"type": "header", "parameters": [{"type": "document", "document": {"link": "https://contoh.id/a.pdf"}}]}),
    template({"type": "header", "parameters": [{"type": "video", "video": {"id": "1"}}]}),
    template({"type": "header", "parameters": [{"type": "video", "video": {"link": "https://contoh.id/a.mp4"}}]}),
    template({"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "R-1"}]}),
    # messages/mark-messages-as-read: without the sign that somebody types
    {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.x"},
    {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.x", "typing_indicator": {"type": "text"}},
]

# templates/components and templates/overview: what a submission may carry besides
TEMPLATES: list[Json] = [
    {"name": "a", "language": "id", "category": "UTILITY", "components": [{"type": "BODY", "text": "a"}]},
    {
        "name": "a",
        "language": "id",
        "category": "UTILITY",
        "components": [
            {"type": "BODY", "text": "{{1}}", "example": {"body_text": [["a"]]}},
            {"type": "FOOTER", "text": "a"},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a"}]},
        ],
    },
    {
        "name": "a",
        "language": "id",
        "category": "UTILITY",
        "parameter_format": "named",
        "allow_category_change": True,
        "components": [
            {
                "type": "BODY",
                "text": "{{title}}",
                "example": {"body_text_named_params": [{"param_name": "title", "example": "a word"}]},
            },
            {"type": "HEADER", "format": "TEXT", "text": "a", "example": {"header_text": ["a"]}},
            {
                "type": "BUTTONS",
                "buttons": [
                    {"type": "URL", "text": "Open", "url": "https://contoh.id/{{1}}", "example": ["https://contoh.id/a"]}
                ],
            },
        ],
    },
]

# webhooks/reference/messages/* and business-scoped-user-ids: what any incoming message may carry.
COMMON_IN: Json = {"from": "16505551234", "from_user_id": "US.1", "context": {"from": "1555", "id": "wamid.x"}}
FILE: Json = {"mime_type": "a/b", "sha256": "x", "id": "1"}
STAMP: Json = {"from": "1650", "id": "wamid.x", "timestamp": "1"}
ROW: Json = {"id": "1", "title": "a"}
PRICING: Json = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "service"}
STATUS: Json = {"id": "wamid.x", "status": "sent", "timestamp": "1"}
WHO: Json = {"recipient_id": "1650", "recipient_user_id": "US.1", "biz_opaque_callback_data": "row-1"}
WHY: Json = {"code": 1, "title": "a", "message": "a", "error_data": {"details": "a"}, "href": "https://contoh.id/"}
NAMED: Json = {"message_template_id": 1, "message_template_name": "a", "message_template_language": "id"}

ITEMS: dict[str, list[Json]] = {
    "messages": [
        # webhooks/reference/messages/text, /button, /interactive, /reaction, /location, /contacts, /unsupported
        {**STAMP, "type": "text", "text": {"body": "a"}},
        {**STAMP, "type": "button", "button": {"payload": "1", "text": "a"}},
        {**STAMP, "type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "1", "title": "a"}}},
        {**STAMP, "type": "interactive", "interactive": {"type": "list_reply", "list_reply": {**ROW, "description": "a"}}},
        {**STAMP, "type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "a"}},
        {**STAMP, "type": "location", "location": {"latitude": 1.0, "longitude": 1.0}},
        {**STAMP, "type": "contacts", "contacts": [{"name": {"formatted_name": "a"}, "phones": [{"phone": "1"}]}]},
        {**STAMP, "type": "unsupported", "errors": [{"code": 1, "title": "a", "message": "a", "error_data": {"details": "a"}}]},
        # webhooks/reference/messages/image, /document, /video, /audio, /sticker: a caption where there is one
        {**STAMP, "type": "image", "image": FILE},
        {**STAMP, "type": "image", "image": {**FILE, "caption": "a"}},
        {**STAMP, "type": "document", "document": {**FILE, "filename": "a.pdf"}},
        {**STAMP, "type": "document", "document": {**FILE, "caption": "a"}},
        {**STAMP, "type": "video", "video": FILE},
        {**STAMP, "type": "video", "video": {**FILE, "caption": "a"}},
        {**STAMP, "type": "audio", "audio": {**FILE, "voice": True}},
        {**STAMP, "type": "sticker", "sticker": {**FILE, "animated": False}},
        # webhooks/reference/messages/interactive: a row without a description
        {**STAMP, "type": "interactive", "interactive": {"type": "list_reply", "list_reply": ROW}},
        # webhooks/reference/messages/reaction: taken back, there is no sign
        {**STAMP, "type": "reaction", "reaction": {"message_id": "wamid.x"}},
        # webhooks/reference/messages/system and business-scoped-user-ids
        {**STAMP, "type": "system", "system": {"body": "a", "type": "user_changed_number", "wa_id": "1", "user_id": "US.1"}},
        {**STAMP, "type": "system", "system": {"body": "a", "type": "user_changed_number", "wa_id": "1"}},
        {**STAMP, "type": "system", "system": {"body": "a", "type": "user_changed_user_id", "user_id": "US.1"}},
    ],
    # webhooks/reference/messages/status, and business-scoped-user-ids for who is named when
    "statuses": [STATUS, {**STATUS, **WHO, "pricing": PRICING}, {**STATUS, **WHO, "errors": [WHY]}],
    # webhooks/reference/user_preferences
    "user_preferences": [
        {"wa_id": "1", "user_id": "US.1", "detail": "a", "category": "marketing_messages", "value": "stop", "timestamp": 1},
        {"detail": "a", "category": "marketing_messages", "value": "stop", "timestamp": 1},
    ],
    # business-scoped-user-ids: the one notification that names both ids
    "user_id_update": [
        {"wa_id": "1", "detail": "a", "user_id": {"previous": "US.1", "current": "US.2"}, "timestamp": "1"},
        {"detail": "a", "user_id": {"previous": "US.1", "current": "US.2"}, "timestamp": "1"},
    ],
    # webhooks/reference/message_template_status_update, /template_category_update, /message_template_quality_update
    "message_template_status_update": [{**NAMED, "event": "APPROVED", "reason": "NONE"}],
    "template_category_update": [{**NAMED, "previous_category": "UTILITY", "new_category": "MARKETING"}],
    "message_template_quality_update": [{**NAMED, "previous_quality_score": "GREEN", "new_quality_score": "RED"}],
}
