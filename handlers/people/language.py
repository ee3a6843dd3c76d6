"""*bahasa*: the language in which the desk speaks to me; what waits for me follows."""

from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, outbox, people
from storage.records import Language

SPOKEN = {
    "indonesia": Language.ID, "indonesian": Language.ID, "id": Language.ID,
    "inggris": Language.EN, "english": Language.EN, "en": Language.EN,
}  # fmt: skip


async def show(event: Inbound, turn: Turn) -> Reply:
    """*bahasa*, or *bahasa inggris*."""
    wanted = SPOKEN.get(turn.argument.strip().casefold())
    return await _speak(wanted, turn) if wanted else say("people_languages")


async def indonesian(event: Inbound, turn: Turn) -> Reply:
    """*bahasa indonesia*."""
    return await _speak(Language.ID, turn)


async def english(event: Inbound, turn: Turn) -> Reply:
    """*english*."""
    return await _speak(Language.EN, turn)


async def pick(event: Inbound, turn: Turn) -> Reply:
    """By button."""
    known = turn.token.version in set(Language)
    return await _speak(Language(turn.token.version), turn) if known else say("people_languages")


async def _speak(language: Language, turn: Turn) -> Reply:
    if language is not turn.person.language:
        await people.change(turn.db, turn.person.id, language=language)
        await outbox.language_of(turn.db, turn.person.id, language)
        await audit.note(turn.db, turn.person, "language", f"person:{turn.person.id}", turn.now, {"to": language})
    return say("people_language_set")
