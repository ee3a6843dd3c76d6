"""The command line of Meja Humas. Each command imports what it needs, so that `--help` answers at once."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from bot.finding import Finding
    from bot.settings import Settings
    from storage.database import EveryOfficeDb
    from storage.records import Account, Office

T = TypeVar("T")

HERE = Path(__file__).resolve().parent
EXAMPLES = """\b
Examples:
  main.py doctor                              what is wrong, and what to do about it
  main.py invite --role admin                 let the first admin of the office join
  main.py office add "Humas Kab. Teladan"     a second office in the same installation
  main.py account add < token.txt             a bot whose token lies in a file
"""

cli = typer.Typer(
    help="Meja Humas: a press desk in chat. Settings come from the environment and .env; .env.example explains them.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # they print local variables, and with them secrets
)
office_commands = typer.Typer(help="The press offices of this installation.", no_args_is_help=True, rich_markup_mode=None)
account_commands = typer.Typer(help="The bots through which the offices speak.", no_args_is_help=True, rich_markup_mode=None)
cli.add_typer(office_commands, name="office")
cli.add_typer(account_commands, name="account")

OfficeName = Annotated[str, typer.Option("--office", help="Its name; may be left out while there is one office.")]
RegisterFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="An XLSX or CSV file.")]
WithoutAsking = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


class Invited(StrEnum):
    """The roles that somebody may be invited to."""

    JOURNALIST = "journalist"
    DRAFTER = "drafter"
    VERIFIER = "verifier"
    APPROVER = "approver"
    OFFICIAL = "official"
    ADMIN = "admin"
    AUDITOR = "auditor"
    TREASURER = "treasurer"


class Only(StrEnum):
    """What a process can be started for alone."""

    WEB = "web"
    LANES = "lanes"
    JOBS = "jobs"


@cli.command()
def run(
    only: Annotated[list[Only], typer.Option(help="One of its duties alone, on PostgreSQL; may be given twice.")] = [],  # noqa: B006 - typer copies it
) -> None:
    """Serve the real accounts until stopped (Ctrl-C)."""
    from bot.app import Duty
    from bot.serve import run_office

    _run(run_office(_settings(), frozenset(Duty(each) for each in only or Only)))


@cli.command()
def demo() -> None:
    """Open a press desk to try in the browser. Needs no token; nothing leaves this machine."""
    from bot.sandbox.serve import run_demo

    _run(run_demo(_settings()))


@cli.command()
def migrate() -> None:
    """Bring the database to this version. `run` does so by itself at its start."""
    from storage.migrate import upgrade

    steps = upgrade(_settings().database_url)
    typer.echo(f"✅ Took {', '.join(steps)}" if steps else "✅ Nothing to do")


@cli.command()
def doctor() -> None:
    """Say what is wrong, and what to do about it.

    Looks at settings, database, offices, accounts, clock, events and audit, one line each. Exit status 1 where
    anything is wrong.
    """
    from bot.health import examine
    from bot.settings import SettingsError, read_settings

    try:
        settings = read_settings()
    except SettingsError as wrong:
        typer.echo("\n".join(f"❌ settings: {line}" for line in str(wrong).splitlines()))
        raise typer.Exit(1) from None
    findings = _run(examine(settings, datetime.now(UTC)))
    typer.echo("\n".join(str(each) for each in findings))
    if not all(each.good for each in findings):
        raise typer.Exit(1)


@cli.command()
def backup(target: Annotated[Path, typer.Argument(help="The archive to write, such as meja-23nov.tar.gz.")]) -> None:
    """Write database and files into one archive. The desk goes on meanwhile."""
    from bot.backup import back_up
    from bot.makers import files_of
    from storage.copies import path_of

    settings = _settings()
    made = back_up(path_of(settings.database_url), files_of(settings), target, datetime.now(UTC))
    size = target.stat().st_size / 1_000_000
    typer.echo(
        f"✅ {target}: the database and {len(made.files)} files, {size:.1f} MB. The secret key is not in it: keep it apart"
    )
    if made.missing:
        typer.echo(f"⚠️ {len(made.missing)} files that the database names were not there, the first {made.missing[0]}")


@cli.command()
def restore(
    source: Annotated[Path, typer.Argument(help="What backup wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Also where there is an installation; it is moved aside.")] = False,
) -> None:
    """Put a backup in place. What waits in it is held until staff choose."""
    from bot.makers import files_of
    from bot.restore import restore as put_back
    from storage.copies import path_of

    settings, now = _settings(), datetime.now(UTC)
    path, files = path_of(settings.database_url), files_of(settings)
    done = _run(put_back(path, files, source, now, force=force))
    typer.echo(f"✅ Restored as of {done.manifest.made_at[:16]} UTC, with {len(done.manifest.files)} files")
    if done.aside:
        typer.echo(f"⏳ What was there lies in {done.aside}")
    held()


@cli.command()
def held(
    office: OfficeName = "",
    send: Annotated[bool, typer.Option("--send", help="Let all of it go; some may arrive twice.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Throw it away; none of it is sent.")] = False,
    hold: Annotated[bool, typer.Option("--hold", help="Hold all that waits, as after a restore with pg_restore.")] = False,
) -> None:
    """Say what is held since a restore; let it go, or drop it."""
    from bot.held import decide, told
    from bot.opening import opened
    from storage import restored

    if send + drop + hold > 1:
        raise typer.BadParameter("choose one of --send, --drop and --hold")

    async def work() -> list[str]:
        async with opened(_settings()) as db:
            if hold:
                await restored.hold(db, datetime.now(UTC))
            if send or drop:
                await decide(db, await _office(db, office), datetime.now(UTC), send=send)
            return await told(db)

    typer.echo("\n".join(_run(work())))


@cli.command("audit-pack")
def audit_pack(
    month: Annotated[str, typer.Option(help="Such as 2026-11.")],
    target: Annotated[Path, typer.Argument(help="The ZIP to write; audit-2026-11.zip where none is named.")] = Path(),
    office: OfficeName = "",
    language: Annotated[str, typer.Option(help="id or en.")] = "id",
) -> None:
    """Write what an auditor needs of a month into a ZIP."""
    from bot.audit_pack import write
    from handlers.ledger.pack import MakePack
    from storage.database import Database
    from storage.records import Language

    try:
        first, spoken = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC).date(), Language(language)
    except ValueError as wrong:
        raise typer.BadParameter(f"{month} in {language} is no month in a language: say 2026-11 and id or en") from wrong
    path = target if target.name else Path(f"audit-{month}.zip")

    async def work() -> int:
        database = Database(_settings().database_url)
        try:
            async with database.read() as db:
                own = await _office(db, office)
            return await write(database, MakePack(own.id, first, spoken), path, datetime.now(UTC))
        finally:
            await database.close()

    typer.echo(f"✅ {path}: {_run(work())} links")


@cli.command("verify-evidence")
def verify_evidence() -> None:
    """Say whether verdicts and pages are as they were frozen."""
    from bot.evidence import examine
    from bot.makers import files_of
    from storage.database import Database

    settings = _settings()

    async def work() -> "Sequence[Finding]":
        database = Database(settings.database_url)
        try:
            return await examine(database, files_of(settings))
        finally:
            await database.close()

    findings = _run(work())
    typer.echo("\n".join(str(each) for each in findings))
    if not all(each.good for each in findings):
        raise typer.Exit(1)


@cli.command("verify-audit")
def verify_audit(
    seal: Annotated[str, typer.Option(help="A seal that was noted down: does a row still bear it?")] = "",
) -> None:
    """Say whether the log is as it was sealed.

    Names the first link that is broken. Pages and verdicts: see verify-evidence.
    """
    from bot.evidence import examine_log
    from storage import audit, offices
    from storage.database import Database

    settings = _settings()

    async def work() -> "tuple[Sequence[Finding], bool]":
        database = Database(settings.database_url)
        try:
            async with database.read() as db:
                own = [db.of(each) for each in await offices.all_offices(db)] if seal else []
                stands = not seal or any([await audit.stands(each, seal) for each in own])
            return await examine_log(database), stands
        finally:
            await database.close()

    findings, stands = _run(work())
    typer.echo("\n".join(str(each) for each in findings))
    if not stands:
        typer.echo(f"❌ No row bears the seal {seal} any more")
    if not stands or not all(each.good for each in findings):
        raise typer.Exit(1)


PersonNumber = Annotated[int, typer.Argument(help="The person's number, as tickets and the log name it.")]


@cli.command("export-person")
def export_person(
    person: PersonNumber,
    folder: Annotated[Path, typer.Option(help="Where dataku.json and dataku.txt are written.")] = Path(),
    office: OfficeName = "",
) -> None:
    """Write what an office holds of a person."""
    from handlers.privacy import export
    from storage import people

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> tuple[str, str]:
        own = db.of(await _office(db, office))
        found = await people.find(own, person)
        if found is None:
            raise typer.BadParameter(f"the office knows nobody with the number {person}")
        return await export.texts(own, found.id)

    for name, text in zip(("dataku.json", "dataku.txt"), _in_database(deed), strict=True):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        typer.echo(f"✅ {folder / name}")


@cli.command("erase-person")
def erase_person(
    person: PersonNumber,
    office: OfficeName = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a person, but for what the law keeps."""
    from bot.custody import forget
    from bot.makers import files_of
    from handlers.privacy.forget import Forget
    from storage import audit, erasing, people
    from storage.database import Database
    from storage.records import PersonId

    if not yes:
        typer.confirm(f"Erase person {person}? This cannot be taken back", abort=True)

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "tuple[dict[str, int], Sequence[str]]":
        own = db.of(await _office(db, office))
        if await people.find(own, person) is None:
            raise typer.BadParameter(f"the office knows nobody with the number {person}")
        touched, unneeded = await erasing.erase(own, PersonId(person))
        facts = {"by": "command line", "rows": touched}
        await audit.note(own, None, "erase", f"person:{person}", datetime.now(UTC), facts)
        return touched, unneeded

    async def afterwards() -> None:
        database = Database(_settings().database_url)
        try:
            await forget(database, files_of(_settings()), Forget(tuple(unneeded)))
        finally:
            await database.close()

    touched, unneeded = _in_database(deed)
    _run(afterwards())
    counted = ", ".join(f"{name} {number}" for name, number in touched.items())
    typer.echo(f"✅ {sum(touched.values())} rows erased or emptied: {counted}")
    typer.echo("Backups made before this still hold them: drop those, or erase again after a restore")


@cli.command()
def invite(
    role: Annotated[Invited, typer.Option(help="What they will be to the office.")],
    office: OfficeName = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="How long the code can be used.")] = 7,
) -> None:
    """Print a join code that works once, as link and QR code. Send it to one person."""
    import secrets

    from bot.setup import join_links
    from storage import audit, join_codes
    from storage.records import Role

    code, now = secrets.token_urlsafe(12), datetime.now(UTC)
    until = now + timedelta(days=days)

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "Office":
        chosen = await _office(db, office)
        own = db.of(chosen)
        await join_codes.add(own, code, Role(role), until)
        await audit.note(own, None, "invited", f"role:{role}", now, {"by": "command line"})
        return chosen

    chosen = _in_database(deed)
    links = _run(join_links(_settings(), chosen, code))
    typer.echo(f"✅ {chosen.name}: joins one person as {role}, until {until:%d %b %Y %H:%M} UTC")
    for link in links:
        typer.echo(f"\n{link}\n")
        _show_qr(link)
    if not links:
        typer.echo(f"⚠️ No bot could be asked for its name. To join, write to the office's bot:\n\n/start {code}")


def _show_qr(link: str) -> None:
    import segno

    segno.make(link, error="m").terminal(compact=True)


@cli.command("import-outlets")
def import_outlets(file: RegisterFile, office: OfficeName = "", yes: WithoutAsking = False) -> None:
    """Read in the register of outlets, after a dry run."""
    _import("outlets", file, office, yes=yes)


@cli.command("import-people")
def import_people(file: RegisterFile, office: OfficeName = "", yes: WithoutAsking = False) -> None:
    """Read in whom to expect; nobody is written to."""
    _import("people", file, office, yes=yes)


def _import(kind: str, file: Path, office: str, *, yes: bool) -> None:
    from bot import registers
    from handlers.imports.columns import Kind

    async def look(db: "EveryOfficeDb", _settings: "Settings") -> tuple[Any, Any, Any]:
        return await registers.checked(db.of(await _office(db, office)), Kind(kind), file, datetime.now(UTC))

    try:
        held, plan, remarks = _in_database(look)
    except (OSError, ValueError) as fault:
        typer.echo(f"❌ {file}: {fault}", err=True)
        raise typer.Exit(1) from None
    for line in remarks:
        typer.echo(line)
    typer.echo(f"New or with more: {plan.made}. Unchanged: {plan.unchanged}. Lines left out: {plan.left_out}.")
    go_on = plan.made > 0 and (yes or typer.confirm("Apply?"))

    async def settle(db: "EveryOfficeDb", _settings: "Settings") -> bool:
        own = db.of(await _office(db, office))
        if not go_on:
            await registers.dropped(own, held)
        return go_on and await registers.applied(own, held, plan, datetime.now(UTC))

    done = _in_database(settle)
    typer.echo("✅ Applied" if done else "Nothing was changed")


@cli.command()
def templates(
    submit: Annotated[bool, typer.Option("--submit", help="Put forward what the platform does not have yet.")] = False,
) -> None:
    """Say what Meta thinks of the office's templates.

    Also what it has changed since it was last asked: category, quality, or that one was paused.
    """
    from bot.setup import approvals
    from storage import accounts
    from storage.records import ChannelKind

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "list[Account]":
        return [each for each in await accounts.everyone(db) if each.kind is ChannelKind.WHATSAPP]

    found = _in_database(deed)
    for account in found:
        for each in _run(approvals(_settings(), account, submit=submit)):
            typer.echo(f"{account.name} {each}")
    if not found:
        typer.echo("❌ There is no WhatsApp number. Set MEJA_WHATSAPP_TOKEN, or type: main.py account add --kind whatsapp")
        raise typer.Exit(1)


@cli.command()
def import_holidays(file: Annotated[Path, typer.Argument(help="XLSX or CSV: date, name, kind, decree.")]) -> None:
    """Take in holidays; years that the file holds are replaced.

    National ones and collective leave, for every office.
    """
    from bot.sheets import Unreadable, read_rows
    from handlers.offices.holiday_lines import Wrong, read
    from storage import holidays, offices

    now = datetime.now(UTC)
    try:
        days = read(read_rows(file.read_bytes()), now.date())
    except (OSError, Unreadable, Wrong) as fault:
        raise typer.BadParameter(str(fault)) from None

    async def deed(db: "EveryOfficeDb", settings: "Settings") -> int:
        every = await offices.all_offices(db)
        for office in every:
            await holidays.put(db.of(office), days, now)
        return len(every)

    typer.echo(f"✅ {len(days)} days, {days[0].day} to {days[-1].day}, for {_in_database(deed)} office(s)")


@office_commands.command("add")
def add_office(
    name: Annotated[str, typer.Argument(help="As people read it.")],
    zone: Annotated[str, typer.Option(help="The zone of its clock, such as Asia/Makassar.")] = "",
) -> None:
    """Add a press office."""
    from zoneinfo import available_timezones

    from storage import offices

    if zone and zone not in available_timezones():
        raise typer.BadParameter(f"there is no zone {zone}; write it as Asia/Jakarta, Asia/Makassar or Asia/Jayapura")
    if not 0 < len(name.strip()) <= 200:
        raise typer.BadParameter("an office's name has 1 to 200 characters")

    async def deed(db: "EveryOfficeDb", settings: "Settings") -> "Office":
        if await offices.office_by_name(db, name.strip()):
            raise typer.BadParameter(f"there is an office called {name.strip()} already")
        return await offices.add_office(db, name.strip(), zone or settings.timezone)

    added = _in_database(deed)
    typer.echo(f"✅ {added.name} ({added.zone}). Next: main.py account add --office '{added.name}'")


@office_commands.command("change")
def change_office(
    office: OfficeName = "",
    name: Annotated[str, typer.Option(help="What it is called from now on.")] = "",
    contact: Annotated[str, typer.Option(help="Whom people may ask about their data: a name with a number or an address.")] = "",
) -> None:
    """Change an office's name, or the contact that its privacy notice names."""
    from storage import offices

    if not (name.strip() or contact.strip()) or max(len(name), len(contact)) > 200:
        raise typer.BadParameter("say --name, --contact or both, each of 200 characters at most")

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "Office":
        held = await _office(db, office)
        namesake = await offices.office_by_name(db, name.strip())
        if namesake and namesake.id != held.id:
            raise typer.BadParameter(f"there is an office called {name.strip()} already")
        return await offices.introduce(db.of(held), name.strip() or held.name, contact.strip())

    changed = _in_database(deed)
    typer.echo(f"✅ {changed.name}. Its notice names: {changed.settings['privacy_contact'] or changed.name}")


@office_commands.command("list")
def list_offices() -> None:
    """List the press offices."""
    from storage import offices

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "tuple[Office, ...]":
        return await offices.all_offices(db)

    for each in _in_database(deed):
        typer.echo(f"{each.id:>4}  {each.zone:<16} {each.name}")


class Platform(StrEnum):
    """What an account can be on."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"


@account_commands.command("add")
def add_account(
    office: OfficeName = "",
    kind: Annotated[Platform, typer.Option(help="What the account is on.")] = Platform.TELEGRAM,
    phone_id: Annotated[str, typer.Option(help="WhatsApp: the id of the phone number.")] = "",
    business_id: Annotated[str, typer.Option(help="WhatsApp: the id of the business account.")] = "",
) -> None:
    """Add a bot or a number, or renew its secrets.

    Asks for the secrets, or reads them from a pipe, one a line: of a bot its token; of a number its token, the app's secret
    and the verify token.
    """
    from bot.makers import WhatsAppKeys
    from bot.setup import enter_number, enter_token

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "Office":
        return await _office(db, office)

    chosen = _in_database(deed)
    if kind is Platform.TELEGRAM:
        account = _run(enter_token(_settings(), chosen, _secret("Token from BotFather")))
    else:
        token, app_secret, verify_token = (_secret(each) for each in ("Token from Meta", "App secret", "Verify token"))
        keys = WhatsAppKeys(token, business_id, app_secret, verify_token)
        account = _run(enter_number(_settings(), chosen, phone_id, keys))
    typer.echo(f"✅ {account.kind} {account.name} speaks for {chosen.name}, in a desk that runs within seconds.")
    typer.echo("Try it: main.py doctor")


def _secret(name: str) -> str:
    typed = typer.prompt(name, hide_input=True) if sys.stdin.isatty() else sys.stdin.readline()
    return str(typed).strip()


@account_commands.command("list")
def list_accounts() -> None:
    """List the bots, never their tokens."""
    from storage import accounts, offices

    async def deed(db: "EveryOfficeDb", _settings: "Settings") -> "list[tuple[Account, Office]]":
        return [(each, await offices.office_by_id(db, each.office_id)) for each in await accounts.everyone(db)]

    for account, office in _in_database(deed):
        note = f" ({account.note})" if account.note else ""
        typer.echo(f"{account.id:>4}  {account.kind:<10} {account.name:<16} {account.state}{note}  {office.name}")


def _settings() -> "Settings":
    from bot.settings import read_settings

    return read_settings()


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end, on the faster loop where there is one."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    return uvloop.run(work)


def _in_database(deed: "Callable[[EveryOfficeDb, Settings], Awaitable[T]]") -> T:
    """One transaction on the migrated database, with the first office and account of the settings in it."""
    from bot.opening import opened

    async def work() -> T:
        settings = _settings()
        async with opened(settings) as db:
            return await deed(db, settings)

    return _run(work())


async def _office(db: "EveryOfficeDb", name: str) -> "Office":
    """The office of that name, or the only one."""
    from storage import offices

    known = await offices.all_offices(db)
    fitting = [each for each in known if name in {each.name, ""}]
    if len(fitting) != 1:
        raise typer.BadParameter("choose one with --office: " + ", ".join(f"'{each.name}'" for each in known))
    return fitting[0]


def main() -> None:
    """Run the command line; what a person can mend is told in a sentence, not in a traceback."""
    try:
        cli()
    except Exception as wrong:
        if not isinstance(wrong, _mendable()):
            raise
        typer.echo("\n".join(f"❌ {line}" for line in str(wrong).splitlines()), err=True)
        sys.exit(1)


def _mendable() -> tuple[type[Exception], ...]:
    from bot.alone import Taken
    from bot.channels.base import SendError
    from bot.opening import Refused
    from bot.seals import Sealed
    from bot.settings import SettingsError
    from bot.web import PortTaken
    from storage.migrate import TooNew

    return PortTaken, Refused, Sealed, SendError, SettingsError, Taken, TooNew


if __name__ == "__main__":
    main()
