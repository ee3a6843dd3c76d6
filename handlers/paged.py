"""*lagi*: goes on with the list that was shown last in a chat, whichever feature showed it."""

from collections.abc import Mapping

from handlers.turn import Handler, Reply, Turn, say
from messages.inbound import Inbound
from storage import outbox


def going_on(lists: Mapping[str, Handler]) -> Handler:
    """A handler that hands on to that of the newest list; `lists` names each by the subject of its card."""

    async def more(event: Inbound, turn: Turn) -> Reply:
        shown = [
            (row.id, subject)
            for subject in lists
            if (row := await outbox.said_about(turn.db, turn.account.id, event.chat, subject))
        ]
        return await lists[max(shown)[1]](event, turn) if shown else say("release_no_more", asked="")

    return more
