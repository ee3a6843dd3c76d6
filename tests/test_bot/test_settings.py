"""Settings are checked at the start, and an error names the setting and what to do, never what was typed."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import NAMES, Settings, SettingsError, TelegramMode, read_settings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text()


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def complaint(monkeypatch: pytest.MonkeyPatch, **given: str) -> str:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    return str(caught.value)


def test_nothing_need_be_set() -> None:
    settings = read_settings()
    assert settings.database_url == "sqlite+aiosqlite:///var/meja.db"
    assert (settings.timezone, settings.http_host, settings.telegram_mode) == ("Asia/Jakarta", "127.0.0.1", TelegramMode.POLLING)


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("MEJA_OFFICE_NAME=Humas Kab. Teladan\nMEJA_HTTP_PORT=9000\nPGHOST=somewhere\n")
    monkeypatch.setenv("MEJA_HTTP_PORT", "9001")
    settings = read_settings()
    assert (settings.office_name, settings.http_port) == ("Humas Kab. Teladan", 9001)


def test_settings_stay_as_they_were_checked() -> None:
    settings = read_settings()
    with pytest.raises(ValidationError, match="frozen"):
        settings.http_port = 1  # type: ignore[misc]  # that it is forbidden is what is tested


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("sqlite:///var/desk.db", "sqlite+aiosqlite:///var/desk.db"),
        ("postgres://desk@db/meja", "postgresql+psycopg://desk@db/meja"),
        ("postgresql://desk@db/meja", "postgresql+psycopg://desk@db/meja"),
        ("postgresql+psycopg://desk@db/meja", "postgresql+psycopg://desk@db/meja"),
    ],
)
def test_a_database_is_named_as_people_write_it(monkeypatch: pytest.MonkeyPatch, typed: str, used: str) -> None:
    monkeypatch.setenv("MEJA_DATABASE_URL", typed)
    assert read_settings().database_url == used


@pytest.mark.parametrize(
    ("name", "typed", "help_in_it"),
    [
        ("MEJA_TIMEZONE", "WIB-Bandung", "Asia/Jakarta"),
        ("MEJA_TIMEZONE", "../../etc/passwd", "Asia/Jakarta"),
        ("MEJA_DATABASE_URL", "mysql://desk:pa55word@db/meja", "sqlite:/// or postgresql://"),
        ("MEJA_DATABASE_URL", "var/desk.db", "sqlite:///"),
        ("MEJA_SECRET_KEY", "hunter2", "token_urlsafe"),
        ("MEJA_SECRET_KEY", "x" * 40 + ",short-old", "token_urlsafe"),
        ("MEJA_HTTP_PORT", "eighty", "integer"),
        ("MEJA_HTTP_PORT", "70000", "65535"),
        ("MEJA_PUBLIC_URL", "desk.teladan.example", "https://"),
        ("MEJA_PUBLIC_URL", "https://press.example.id/?a=b", "without anything after"),
        ("MEJA_TELEGRAM_TOKEN", "123:abc", "BotFather"),
        ("MEJA_TELEGRAM_API", "ftp://files.example", "https://"),
        ("MEJA_TELEGRAM_MODE", "push", "'polling' or 'webhook'"),
        ("MEJA_TELEGRAM_SECRET", "has spaces in it!", "letters, digits"),
        ("MEJA_TELEGRAM_RATE", "31", "MEJA_TELEGRAM_PAID_BROADCAST=true"),
        ("MEJA_WHATSAPP_RATE", "1001", "1000"),
        ("MEJA_WHATSAPP_TOKEN", "too short", "system user"),
        ("MEJA_WHATSAPP_PHONE_ID", "+62 812", "not the phone number itself"),
        ("MEJA_WHATSAPP_APP_SECRET", "no secret", "basic settings"),
        ("MEJA_WHATSAPP_GRAPH_VERSION", "latest", "v23.0"),
        ("MEJA_OFFICE_NAME", "   ", "at least 1 character"),
    ],
)
def test_an_error_names_the_setting_and_the_way_out(
    monkeypatch: pytest.MonkeyPatch, name: str, typed: str, help_in_it: str
) -> None:
    said = complaint(monkeypatch, **{name: typed})
    assert said.startswith(f"{name}: ")
    assert help_in_it in said
    assert typed.strip() == "" or typed not in said


def test_every_error_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = complaint(monkeypatch, MEJA_TIMEZONE="Mars/Olympus", MEJA_HTTP_PORT="0")
    assert [line.split(":")[0] for line in sorted(said.splitlines())] == ["MEJA_HTTP_PORT", "MEJA_TIMEZONE"]


@pytest.mark.parametrize("where", ["environment", "file"])
def test_a_misspelled_setting_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, where: str) -> None:
    if where == "file":
        (tmp_path / ".env").write_text("MEJA_TELEGRAM_TOKN=12345:secret\n")
        said = complaint(monkeypatch)
    else:
        said = complaint(monkeypatch, MEJA_TELEGRAM_TOKN="12345:secret")
    assert said == "MEJA_TELEGRAM_TOKN: there is no such setting; did you mean MEJA_TELEGRAM_TOKEN?"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "MEJA_PUBLIC_URL"),
        ({"MEJA_PUBLIC_URL": "http://press.example.id"}, "MEJA_PUBLIC_URL"),
        ({"MEJA_PUBLIC_URL": "https://press.example.id"}, "MEJA_TELEGRAM_SECRET"),
    ],
)
def test_a_webhook_needs_an_address_and_a_secret(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], missing: str) -> None:
    said = complaint(monkeypatch, MEJA_TELEGRAM_MODE="webhook", **given)
    assert said.startswith(f"{missing}: ")


@pytest.mark.parametrize("missing", ["PHONE_ID", "BUSINESS_ID", "APP_SECRET", "VERIFY_TOKEN"])
def test_a_whatsapp_token_needs_the_rest_beside_it(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    given = {
        "TOKEN": "EAAinvented" * 3,
        "PHONE_ID": "106540352242922",
        "BUSINESS_ID": "102290129340398",
        "APP_SECRET": "0123456789abcdef" * 2,
        "VERIFY_TOKEN": "an-invented-word-of-ours",
    }
    said = complaint(monkeypatch, **{f"MEJA_WHATSAPP_{name}": value for name, value in given.items() if name != missing})
    assert said.startswith(f"MEJA_WHATSAPP_{missing}: ")


def test_no_secret_shows_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = {
        "MEJA_SECRET_KEY": "planted-key-" * 4,
        "MEJA_TELEGRAM_TOKEN": "12345:" + "planted-token-" * 3,
        "MEJA_TELEGRAM_SECRET": "planted-webhook-secret",
        "MEJA_WHATSAPP_TOKEN": "planted-token-of-meta",
        "MEJA_WHATSAPP_VERIFY_TOKEN": "planted-webhook-word",
        "MEJA_WHATSAPP_PHONE_ID": "106540352242922",
        "MEJA_WHATSAPP_BUSINESS_ID": "102290129340398",
        "MEJA_WHATSAPP_APP_SECRET": "0123456789abcdef" * 2,
        "MEJA_DATABASE_URL": "postgresql://desk:planted-password@db/meja",
    }
    for name, value in planted.items():
        monkeypatch.setenv(name, value)
    assert "planted" not in repr(read_settings())
    assert "planted" not in str(read_settings())


def test_the_example_explains_every_setting_and_no_other() -> None:
    shown = re.findall(r"^#(MEJA_\w+)=", EXAMPLE, re.MULTILINE)
    assert sorted(shown) == sorted(NAMES), "Keep .env.example in step with bot/settings.py"


def test_the_example_would_do_as_it_stands(tmp_path: Path) -> None:
    filled = tmp_path / "filled"
    filled.write_text(re.sub(r"^#(MEJA_)", r"\1", EXAMPLE, flags=re.MULTILINE))
    settings, defaults = read_settings(filled), Settings()
    examples = {  # these have no default to show
        "secret_key", "public_url", "heartbeat_url", "telegram_token", "telegram_secret", "whatsapp_token", "whatsapp_phone_id",
        "whatsapp_business_id", "whatsapp_app_secret", "whatsapp_verify_token",
    }  # fmt: skip
    for name in Settings.model_fields.keys() - examples:
        assert getattr(settings, name) == getattr(defaults, name), f"{name} in .env.example is not its default"
