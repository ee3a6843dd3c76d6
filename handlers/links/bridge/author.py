"""*milik L-12 Rina*: staff say who wrote a link that came from a group."""

from handlers.grammar import code_in, simplify
from handlers.links.address import site, title
from handlers.links.doubt import Doubt
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, group_imports, links, people
from storage.group_imports import is_nobody
from storage.records import Link, Person

NAMED = 5  # journalists who are named where several could be meant


async def name(event: Inbound, turn: Turn) -> Reply:
    """*milik L-12 Rina*. A name that several bear is asked again with them all."""
    code, _, who = turn.argument.partition(" ")
    number = code_in(code, "L")
    link = await links.by_number(turn.db, number) if number else None
    if link is None:
        return say("link_unknown", number=str(number), own=False) if number else say("group_whose_how")
    nobody = await people.by_id(turn.db, link.person_id)
    if not is_nobody(turn.db, nobody):
        return say("group_whose_known", code=link.code, author=nobody.name)
    wanted = set(simplify(who).split())
    found = [each for each in await group_imports.journalists(turn.db) if wanted and wanted <= set(simplify(each.name).split())]
    if len(found) != 1:
        return say("group_whose_several", code=link.code, names=[each.name for each in found[:NAMED]], typed=who[:60])
    return await _named(link, nobody, found[0], turn)


async def _named(link: Link, nobody: Person, author: Person, turn: Turn) -> Reply:
    """The link is theirs; whether they write for its outlet is looked at as for any other."""
    doubt = Doubt.NONE if link.doubt == Doubt.ORPHAN and link.outlet_id in await _own(author, turn) else Doubt(link.doubt)
    doubt = Doubt.OTHER if doubt is Doubt.ORPHAN else doubt
    if not await group_imports.belongs(turn.db, link, nobody, author, doubt):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "name_author", links.about(link), turn.now, {"author": author.id})
    [seen] = await links.seen(turn.db, [link])
    line = {"code": link.code, "outlet": seen.outlet or site(link.address), "title": title(link.address), "release": seen.release}
    return Reply(
        say("group_whose_named", code=link.code, author=author.name).cards,
        (News(author.id, Saying("group_receipt", {"links": [line]})),),
    )


async def _own(author: Person, turn: Turn) -> list[int | None]:
    return [author.outlet_id, *await people.outlets_of(turn.db, author.id)]
