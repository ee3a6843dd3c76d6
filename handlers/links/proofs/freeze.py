"""The job of taking in a proof: its files are fetched, freed of what cameras write beside a picture, and frozen."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.limits import deadline
from handlers.links.check import own_until
from handlers.links.verify import ENDLESS, Outcome, Reason
from messages.card import News, Saying
from storage import audit, files, jobs, links, people, proofs, releases, rules, verdicts
from storage.database import OfficeDb
from storage.proofs import Proof, Source
from storage.records import Json, Link, LinkState

PROOF = "proof"  # why a person looks: no program can read a page of paper or a broadcast


@dataclass(frozen=True)
class Take:
    """An errand: the files of a proof, each at most `limit` bytes, and what is written beside them in the bundle."""

    sources: tuple[Source, ...]
    limit: int
    about: Json


@dataclass(frozen=True)
class Taken:
    """What came of it: each file's SHA-256 and size, and the bundle's SHA-256; or the fault, named by what to do next."""

    kept: tuple[tuple[str, int], ...] = ()
    evidence: str = ""
    fault: str = ""


class TakeProof:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Take | None:
        """The proof's files; None where it was taken back, or they are here."""
        link, proof = await _waiting(db, facts)
        if link is None or proof is None:
            return None
        about = {"code": link.code, "medium": proof.medium, "day": proof.day.isoformat(), "place": proof.place,
                 "received": link.received_at.isoformat()}  # fmt: skip
        return Take(tuple(await proofs.sources(db, proof)), facts["limit"], about)

    async def tell(self, db: OfficeDb, facts: Json, found: Taken, now: datetime) -> tuple[News, ...]:
        """Freeze it and let a person look; a file that cannot be had, or is here already, ends the link, and so is said."""
        link, proof = await _waiting(db, facts)
        if link is None or proof is None:
            return ()
        if found.fault in {"busy", "unsure"} and await _again(db, facts, now):
            return ()
        if found.fault:
            return await _ended(db, link, now, {"fault": found.fault, "known": ""})
        before = await proofs.same(db, proof, found.kept[0][0])
        if before:
            return await _ended(db, link, now, {"fault": "", "known": f"L-{before}"})
        for source, (digest, size) in zip(await proofs.sources(db, proof), found.kept, strict=True):
            await files.fetched(db, source.id, digest, size)
        await proofs.kept(db, proof, found.kept[0][0])
        await _judged(db, link, proof, found.evidence, now)
        return ()


async def _waiting(db: OfficeDb, facts: Json) -> tuple[Link | None, Proof | None]:
    link = await links.find(db, facts["link"])
    waits = link is not None and link.state is LinkState.RECEIVED and await verdicts.of_link(db, link.id) is None
    return (link, await proofs.of_link(db, facts["link"])) if waits else (None, None)


async def _again(db: OfficeDb, facts: Json, now: datetime) -> bool:
    tries = facts.get("tries", 0)
    if tries >= len(jobs.PAUSES):
        return False
    again = {**facts, "tries": tries + 1}
    await jobs.add(db, "take_proof", f"proof:{facts['link']}:{tries + 1}", again, now + jobs.PAUSES[tries])
    return True


async def _ended(db: OfficeDb, link: Link, now: datetime, why: Json) -> tuple[News, ...]:
    sender = await people.by_id(db, link.person_id)
    await links.take_back(db, link, sender, now)
    await audit.note(db, None, "take_back", links.about(link), now, why)
    return (News(sender.id, Saying("proof_ended", {"code": link.code, **why})),)


async def until_of(db: OfficeDb, link: Link, proof: Proof) -> datetime | None:
    """Until when a proof counts, by the rules of the day on which it came; None where it is of no release."""
    release = await releases.find(db, link.release_id) if link.release_id else None
    if release is None or release.launched_at is None:
        return None
    days = (await rules.in_force(db, link.received_at)).days(proof.medium)
    until = own_until(release, proof.medium) or deadline(release.launched_at, days, ZoneInfo(db.office.zone))
    return None if until == ENDLESS else until


async def _judged(db: OfficeDb, link: Link, proof: Proof, evidence: str, now: datetime) -> None:
    """What is measured of it is when it came; the rest is a person's to see."""
    until = await until_of(db, link, proof)
    reasons = [PROOF, *([Reason.LATE] if until and link.received_at > until else [])]
    measured = {"sent": link.received_at.isoformat(), "day": proof.day.isoformat(), "until": until.isoformat() if until else ""}
    version = (await rules.in_force(db, link.received_at)).version
    verdict = {"outcome": Outcome.QUEUE, "reasons": reasons, "release_id": None, "measured": measured}
    await verdicts.add(db, link, at=now, evidence=evidence, rules_version=version, **verdict, copies=[])
    await audit.note(db, None, "check", links.about(link), now, verdict | {"rules": version, "evidence": evidence})
