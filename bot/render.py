"""An outbox row becomes the messages of its channel; equal rows of a broadcast are rendered once."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from messages.abilities import Abilities
from messages.card import Card, Enclosure, Part
from messages.cards import render
from messages.desk import phrases
from messages.fit import fit
from messages.plain import LIMIT, plain
from messages.templates import shown, template_for
from messages.wording import Words
from storage import files, offices
from storage.database import EveryOfficeDb
from storage.outbox import BULK
from storage.records import AccountId, File, OfficeId, OutboxRow

FOREVER = datetime.min.replace(tzinfo=UTC)


class Renderer:
    """Renders the rows of one claim. Thrown away after it, so that nothing it shares can grow old."""

    def __init__(self, db: EveryOfficeDb, account_id: AccountId, abilities: Abilities, now: datetime) -> None:
        self._db = db
        kept = abilities.keeps_files_for
        self._good_since = now - kept if kept else FOREVER
        self._account_id = account_id
        self._abilities = abilities
        self._done: dict[tuple[OfficeId, str, str, int, str, str], tuple[Part, ...]] = {}
        self._words: dict[tuple[OfficeId, str], Words] = {}

    async def parts(self, row: OutboxRow) -> tuple[Part, ...]:
        """The messages of a row's card, in order. Raises what rendering raises: a card is a promise."""
        asked = row.purpose not in BULK  # what is said to many nobody asked for
        form = f"{row.plain:d}{asked:d}" if row.plain else ""
        key = (row.office_id, row.card, row.language, row.page, form, json.dumps(row.facts, sort_keys=True))
        if key not in self._done:
            words = await self.speaker(row)
            card, abilities = render(row.card, row.facts, words), self._abilities
            if row.plain:
                card = plain(card, words, asked=asked)
                abilities = replace(abilities, text_limit=min(abilities.text_limit, LIMIT))
            self._done[key] = fit(card, abilities, await self._enclosures(card), phrases(words), row.page).parts
        return self._done[key]

    async def said(self, row: OutboxRow) -> Part:
        """The one message that a row was sent as, with the choices it shows."""
        template = template_for(row.card, row.facts, await self.speaker(row)) if row.template else None
        if template:
            card = shown(template)
            return Part(card.blocks, card.choices)
        parts = await self.parts(row)
        return parts[min(row.part, len(parts)) - 1]

    async def speaker(self, row: OutboxRow) -> Words:
        """The sentences in which a row is said."""
        key = (row.office_id, row.language)
        if key not in self._words:
            office = await offices.office_by_id(self._db, row.office_id)
            contact = office.settings.get("privacy_contact", "")
            self._words[key] = Words(row.language, office.zone, office.name, contact)
        return self._words[key]

    async def _enclosures(self, card: Card) -> dict[int, Enclosure]:
        found: Sequence[File] = await files.some(self._db, card.files) if card.files else ()
        handles = await files.handles(self._db, self._account_id, card.files, self._good_since) if found else {}
        return {file.id: Enclosure(file, handles.get(file.id, "")) for file in found}
