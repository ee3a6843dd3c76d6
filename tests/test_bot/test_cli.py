"""The command line as somebody types it: a real process, a database of its own, a Telegram of the project's own."""

import re
import socket
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.approvals import DRAFTS
from storage import migrate, offices, tables
from storage.database import Database
from storage.records import Language, Role, Standing
from tests.channels.telegram_server import CUT, TelegramServer
from tests.channels.whatsapp_server import WhatsAppServer, error
from tests.terminal import KEY, Terminal

STEPS = ", ".join(migrate._steps())


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as telegram:
        yield telegram
        assert telegram.violations == []


@pytest.fixture
def terminal(tmp_path: Path, server: TelegramServer) -> Terminal:
    return Terminal(tmp_path, {"MEJA_SECRET_KEY": KEY, "MEJA_TELEGRAM_API": server.url, "MEJA_OFFICE_NAME": "Humas Kab. Teladan"})


async def admit(terminal: Terminal, role: Role) -> None:
    """Somebody of the office, as if they had joined."""
    database = Database(f"sqlite+aiosqlite:///{terminal.path}")
    async with database.write() as every:
        db = every.of((await offices.all_offices(every))[0])
        values = {"role": role, "standing": Standing.ACTIVE, "language": Language.ID, "created_at": datetime.now(UTC)}
        await db.add(tables.people, name="Ani Contoh", **values)
    await database.close()


async def test_help_lists_every_command_with_examples(terminal: Terminal) -> None:
    said = await terminal.types("--help")
    assert said.status == 0
    for command in ("run", "demo", "migrate", "doctor", "invite", "office", "account"):
        assert re.search(rf"^  {command}\s+[A-Z]", said.out, re.MULTILINE), command
    assert "main.py invite --role admin" in said
    assert "..." not in said.out.split("Commands:")[1], "a command's first sentence is too long for the list"


@pytest.mark.parametrize("command", ["run", "demo", "migrate", "doctor", "invite", "office add", "office list", "account add"])
async def test_every_command_explains_itself(terminal: Terminal, command: str) -> None:
    said = await terminal.types(*command.split(), "--help")
    assert said.status == 0
    assert not terminal.path.exists()


async def test_a_new_desk_is_looked_at_mended_and_found_healthy(terminal: Terminal, server: TelegramServer) -> None:
    said = await terminal.types("doctor")
    assert said.status == 1
    assert f"❌ database: lacks {STEPS}. Type: main.py migrate" in said
    assert not terminal.path.exists(), "looking changes nothing"

    assert f"✅ Took {STEPS}" in await terminal.types("migrate")

    added = await terminal.types("account", "add", piped=f"{server.token}\n")
    assert added.out.startswith("✅ telegram 7000 speaks for Humas Kab. Teladan")
    said = await terminal.types("doctor")
    assert said.status == 1
    assert "❌ office: Humas Kab. Teladan has no admin. Type: main.py invite --role admin" in said

    await admit(terminal, Role.ADMIN)
    said = await terminal.types("doctor")
    assert said.status == 0, said.out
    assert "❌" not in said
    assert re.search(r"^✅ telegram 7000: @\w+ answers$", said.out, re.MULTILINE)
    assert "✅ database: SQLite, journal wal, synchronous 2" in said
    assert "✅ Humas Kab. Teladan: 0 verdicts and 0 bundles" in await terminal.types("verify-evidence")
    pack = terminal.path.with_name("audit.zip")
    assert "audit.zip: 0 links" in await terminal.types("audit-pack", "--month", "2026-11", str(pack))
    assert "index.html" in ZipFile(pack).namelist()


async def test_a_person_is_exported_and_erased_and_the_log_stays_whole(terminal: Terminal, tmp_path: Path) -> None:
    await terminal.types("office", "list")  # which makes the first office
    await admit(terminal, Role.JOURNALIST)
    assert "dataku.json" in await terminal.types("export-person", "1", "--folder", str(tmp_path / "for Ani"))
    assert "Ani Contoh" in (tmp_path / "for Ani" / "dataku.txt").read_text(encoding="utf-8")
    said = await terminal.types("erase-person", "1", "--yes")
    assert "people 1" in said
    held = b"".join(each.read_bytes() for each in terminal.path.parent.glob("meja.db*"))
    assert b"Ani Contoh" not in held
    said = await terminal.types("verify-audit", "--seal", "0123456789abcdef")
    assert (said.status, "0 rows of the audit are linked" in said, "bears the seal" in said) == (1, True, True)


async def test_a_wrong_setting_is_named_and_nothing_is_started(terminal: Terminal) -> None:
    for command in ("doctor", "run"):
        said = await terminal.types(command, MEJA_TIMEZONE="Mars/Olympus")
        assert said.status == 1
        assert "MEJA_TIMEZONE: no such zone" in said
        assert "Traceback" not in said


async def test_run_without_an_account_says_what_to_do(terminal: Terminal) -> None:
    said = await terminal.types("run")
    assert said.status == 1
    assert "MEJA_TELEGRAM_TOKEN" in said.err
    assert "Traceback" not in said


async def test_an_invitation_is_a_link_a_picture_and_works_once(terminal: Terminal, server: TelegramServer) -> None:
    said = await terminal.types("invite", "--role", "drafter", "--days", "2", MEJA_TELEGRAM_TOKEN=server.token)
    assert said.status == 0
    link = re.search(r"https://t\.me/\w+\?start=([\w-]{16})$", said.out, re.MULTILINE)
    assert link, said.out
    assert said.out.count("█") > 100, "the QR code"
    with sqlite3.connect(terminal.path) as raw:
        kept = raw.execute("SELECT role, digest FROM join_codes").fetchall()
        noted = raw.execute("SELECT deed, object, facts FROM audit").fetchall()
    raw.close()
    assert [role for role, _ in kept] == ["drafter"]
    assert link[1] not in str(kept) + str(noted), "the code itself is kept nowhere"
    assert [(deed, about) for deed, about, _ in noted] == [("invited", "role:drafter")]


async def test_an_invitation_can_be_made_while_telegram_is_away(terminal: Terminal, server: TelegramServer) -> None:
    server.fail("getMe", CUT)
    said = await terminal.types("invite", "--role", "admin", MEJA_TELEGRAM_TOKEN=server.token)
    assert said.status == 0
    assert re.search(r"^/start [\w-]{16}$", said.out, re.MULTILINE)


@pytest.mark.parametrize("role", ["guest", "boss"])
async def test_nobody_is_invited_to_a_role_that_is_none(terminal: Terminal, role: str) -> None:
    said = await terminal.types("invite", "--role", role)
    assert said.status == 2
    assert "journalist" in said.err


async def test_offices_are_added_listed_and_told_apart(terminal: Terminal) -> None:
    assert (await terminal.types("office", "list")).out.split() == ["1", "Asia/Jakarta", "Humas", "Kab.", "Teladan"]
    added = await terminal.types("office", "add", "Humas Kab. Tetangga", "--zone", "Asia/Makassar")
    assert added.out.startswith("✅ Humas Kab. Tetangga (Asia/Makassar)")
    again = await terminal.types("office", "add", " Humas Kab. Tetangga ")
    assert again.status == 2
    assert "already" in again
    assert "there is no zone WIB" in await terminal.types("office", "add", "Humas Kab. Lain", "--zone", "WIB")
    renamed = await terminal.types("office", "change", "--office", "Humas Kab. Tetangga", "--name", "Humas Kab. Misal")
    assert renamed.out == "✅ Humas Kab. Misal. Its notice names: Humas Kab. Misal\n"
    named = await terminal.types("office", "change", "--office", "Humas Kab. Misal", "--contact", "Bagian Humas, 0711-000000")
    assert "Its notice names: Bagian Humas" in named
    taken = await terminal.types("office", "change", "--office", "Humas Kab. Misal", "--name", "Humas Kab. Teladan")
    assert "already" in taken
    assert (await terminal.types("office", "change")).status == 2
    unclear = await terminal.types("invite", "--role", "admin")
    assert unclear.status == 2
    assert "'Humas Kab. Teladan', 'Humas Kab. Misal'" in unclear


async def test_a_token_is_never_shown_nor_kept_as_it_is(terminal: Terminal, server: TelegramServer) -> None:
    said = [await terminal.types("account", "add", piped=server.token), await terminal.types("account", "list")]
    server.fail("getMe", CUT)
    said += [await terminal.types("doctor"), await terminal.types("account", "add", piped=server.token[:-1] + "!")]
    assert "✅" in said[0]
    assert "telegram   7000" in said[1]
    assert "did not answer" in said[2]
    assert "That is no token" in said[3]
    assert all("planted" not in each for each in said)
    assert all(b"planted" not in path.read_bytes() for path in terminal.path.parent.rglob("*") if path.is_file())


async def test_the_settings_seed_the_first_office_and_bot_only_once(terminal: Terminal, server: TelegramServer) -> None:
    first = {"MEJA_TELEGRAM_TOKEN": server.token}
    assert "7000" in await terminal.types("account", "list", **first)
    changed = {"MEJA_TELEGRAM_TOKEN": server.token.replace("7000", "7001"), "MEJA_OFFICE_NAME": "Humas Lain"}
    assert "7001" not in await terminal.types("account", "list", **changed)
    assert "Humas Lain" not in await terminal.types("office", "list", **changed)


async def test_a_taken_port_is_named_with_the_way_out(terminal: Terminal) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = await terminal.types("demo", MEJA_HTTP_PORT=str(port), MEJA_TELEGRAM_TOKEN="")
    assert (said.status, said.err) == (
        1,
        f"❌ Port {port} is taken by another program. Choose another: MEJA_HTTP_PORT={port + 1}\n",
    )


async def test_a_whatsapp_number_is_added_looked_at_and_invited_to(terminal: Terminal) -> None:
    async with WhatsAppServer() as meta:
        ours = {"MEJA_WHATSAPP_API": meta.url, "MEJA_TELEGRAM_TOKEN": ""}
        secrets = f"{meta.token}\n{meta.app_secret}\n{meta.verify_token}\n"
        ids = ("--phone-id", meta.phone_id, "--business-id", meta.business_id)
        added = await terminal.types("account", "add", "--kind", "whatsapp", *ids, piped=secrets, **ours)
        assert added.out.startswith(f"✅ whatsapp {meta.phone_id} speaks for Humas Kab. Teladan"), added
        assert meta.token not in terminal.path.read_bytes().decode("latin-1")
        seen = await terminal.types("doctor", **ours)
        assert f"✅ whatsapp {meta.phone_id}: @{meta.account.phone} answers" in seen
        assert f"❌ whatsapp {meta.phone_id}: not approved: rilis_baru (id), rilis_baru (en), kabar (id)" in seen
        asked = await terminal.types("templates", **ours)
        assert asked.out.count("❌ not there") == len(DRAFTS)
        put = await terminal.types("templates", "--submit", **ours)
        assert put.out.count("⏳ PENDING") == len(DRAFTS)
        invited = await terminal.types("invite", "--role", "admin", **ours)
        assert re.search(r"https://wa\.me/\d+\?text=mulai%20\S+", invited.out)
        assert meta.violations == []


async def test_what_meta_changes_is_said(terminal: Terminal) -> None:
    async with WhatsAppServer() as meta:
        ours = {"MEJA_WHATSAPP_API": meta.url, "MEJA_TELEGRAM_TOKEN": ""}
        secrets = f"{meta.token}\n{meta.app_secret}\n{meta.verify_token}\n"
        ids = ("--phone-id", meta.phone_id, "--business-id", meta.business_id)
        await terminal.types("account", "add", "--kind", "whatsapp", *ids, piped=secrets, **ours)
        await terminal.types("templates", "--submit", **ours)
        meta.decides("rilis_baru", "APPROVED")
        meta.recategorises("rilis_baru", "MARKETING")
        said = await terminal.types("templates", **ours)
        for each in meta.state.templates:
            each.status = "APPROVED"
        assert f"✅ whatsapp {meta.phone_id}: {len(DRAFTS)} templates approved" in await terminal.types("doctor", **ours)
        meta.fail("templates", error(190))
        assert "its templates cannot be seen" in await terminal.types("doctor", **ours)
    assert "rilis_baru (id): ✅ APPROVED, MARKETING" in said
    assert "⚠️ status was PENDING, is APPROVED" in said
    assert "⚠️ category was UTILITY, is MARKETING" in said


async def test_a_register_is_read_in_after_a_dry_run(terminal: Terminal) -> None:
    await terminal.types("migrate")
    await terminal.types("office", "add", "Humas Kab. Teladan")
    file = terminal.folder / "media.csv"
    file.write_text("nama_media;website;jenis\nTeladan Pos;www.teladanpos.example;cetak\nMisal;bukan;siber\n", encoding="utf-8")
    said = await terminal.types("import-outlets", str(file), piped="n\n")
    assert "line 3: “bukan” is no site" in said
    assert "Nothing was changed" in said
    said = await terminal.types("import-outlets", str(file), "--yes")
    assert "✅ Applied" in said
    said = await terminal.types("import-outlets", str(file), "--yes")
    assert "Unchanged: 2" in said
    file.write_text("apa;saja\n1;2\n", encoding="utf-8")
    assert (await terminal.types("import-people", str(file))).status == 1
