"""The privacy notice that people agree to: its version, its text as it was shown, and who agreed when."""

from typing import Final

from handlers.turn import Turn
from messages import cards
from messages.wording import Words
from storage import audit, notices, retention
from storage.records import Language

NOTICE: Final = "2026-11-25.2"  # the version of the privacy notice; other sentences are another (tests/test_rules/test_notice.py)


async def agreed(turn: Turn) -> None:
    """Consent is recorded with the notice's version and the moment, and the text of that version is kept once."""
    office, language = turn.db.office, Language(turn.person.language)
    words = Words(language, office.zone, office.name, office.settings.get("privacy_contact", ""))
    days = await retention.days(turn.db)
    shown = [cards.render(card, {"days": days}, words) for card in ("people_notice", "people_notice_full")]
    text = "\n\n".join(block.text for card in shown for block in card.blocks)
    await notices.keep(turn.db, NOTICE, language, text, turn.now)
    await notices.withdraw_consent(turn.db, turn.person.id, turn.now)  # an earlier one, of another version
    await notices.consent(turn.db, turn.person.id, NOTICE, turn.now)
    await audit.note(turn.db, turn.person, "consent", f"person:{turn.person.id}", turn.now, {"notice": NOTICE})
