"""The office's accounts on the platforms. Secrets come in and go out encrypted; the key is not here."""

from collections.abc import Sequence

from sqlalchemy import String, literal, select, update

from storage import offices
from storage.database import EveryOfficeDb, OfficeDb, as_record, as_records
from storage.records import Account, AccountId, AccountState, ChannelKind, Office
from storage.tables import accounts, installation

_NAME = "name of account "


async def add(db: EveryOfficeDb, office: Office, kind: ChannelKind, name: str, secret: str) -> Account:
    """A new account, ready for use. `secret` is already encrypted."""
    values = {"office_id": office.id, "kind": kind, "name": name, "secret": secret, "state": AccountState.READY}
    return await by_id(db, AccountId(await db.added(accounts, **values)))


async def by_id(db: EveryOfficeDb, account_id: AccountId) -> Account:
    """One account; LookupError where there is none."""
    row = await db.row(select(accounts).where(accounts.c.id == account_id))
    if row is None:
        raise LookupError(f"no account {account_id}")
    return as_record(Account, row)


async def everyone(db: EveryOfficeDb) -> tuple[Account, ...]:
    """All accounts, oldest first."""
    return as_records(Account, await db.rows(select(accounts).order_by(accounts.c.id)))


async def stop(db: EveryOfficeDb, account_id: AccountId, why: str) -> bool:
    """Note that an account cannot be used, and why; False where it was stopped already."""
    runs = (accounts.c.id == account_id, accounts.c.state != AccountState.BROKEN)
    return await db.run(update(accounts).where(*runs).values(state=AccountState.BROKEN, note=why[:500])) == 1


async def resume(db: OfficeDb, account_id: AccountId) -> bool:
    """Try an account of the office again; False where it was not stopped."""
    stopped = (accounts.c.id == account_id, accounts.c.state == AccountState.BROKEN)
    return await db.change(accounts, *stopped, state=AccountState.READY, note="") == 1


async def stopped(db: EveryOfficeDb, account_id: AccountId) -> bool:
    """Whether an account is stopped now."""
    return (await by_id(db, account_id)).state is AccountState.BROKEN


async def advance(db: EveryOfficeDb, account_id: AccountId, cursor: int) -> None:
    """Remember how far the platform's events have been stored. Never moves back."""
    await db.run(update(accounts).where(accounts.c.id == account_id, accounts.c.cursor < cursor).values(cursor=cursor))


async def renew(db: EveryOfficeDb, account_id: AccountId, secret: str) -> None:
    """Give an account its new, encrypted secret and let it be used again."""
    await db.run(update(accounts).where(accounts.c.id == account_id).values(secret=secret, state=AccountState.READY, note=""))


async def call(db: EveryOfficeDb, account_id: AccountId, name: str) -> None:
    """Remember an account's public name, as it stands in links; who answers people cannot ask the platform."""
    await offices.remember(db, f"{_NAME}{account_id}", name)


async def names(db: OfficeDb) -> Sequence[tuple[ChannelKind, str]]:
    """The office's accounts that have told their public name, with their platform."""
    known = installation.c.key == literal(_NAME) + accounts.c.id.cast(String)
    query = db.of(accounts, accounts.c.kind, installation.c.value).join(installation, known)
    return [(ChannelKind(row.kind), str(row.value)) for row in await db.rows(query.order_by(accounts.c.id))]


async def kind(db: OfficeDb, account_id: AccountId) -> ChannelKind:
    """The platform of one account of the office."""
    return ChannelKind(await db.value(db.of(accounts, accounts.c.kind).where(accounts.c.id == account_id)))


async def kinds(db: OfficeDb) -> set[ChannelKind]:
    """The platforms on which people can write to the office."""
    return {ChannelKind(row.kind) for row in await db.rows(db.of(accounts, accounts.c.kind).distinct())}
