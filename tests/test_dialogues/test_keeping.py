"""*masa simpan*, *periksa log*, *dataku* and *privasi*: how long, whether the log is whole, and what is held of whoever asks."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from handlers import notice
from storage import audit, join_codes, notices
from storage.records import Role, Standing
from storage.tables import addresses, consents, files, inbox, outbox
from storage.tables import audit as log
from storage.tables import notices as notice_texts
from tests.desk import EVERYWHERE, Desk


@pytest.mark.parametrize("setting", ["en"], indirect=True)  # the same in every language and on every channel
async def test_what_is_too_old_goes_at_night_and_is_counted(desk: Desk) -> None:
    adi, rina = await desk.staff(Role.ADMIN, "Adi Teladan"), await desk.journalist("Rina Contoh")
    await rina.says("ubah masa simpan percakapan 5", "change retention chats 5")  # the refusal
    rina.sees_not("✅")
    await adi.says("masa simpan", "retention")
    adi.sees("percakapan dan pesan: 90 hari", "conversations and messages: 90 days")
    adi.sees("bukti tayang: 10 tahun", "proof of publication: 10 years")
    await adi.says("ubah masa simpan percakapan 5", "change retention chats 5")
    adi.sees("Paling sedikit 14 hari", "At least 14 days")
    await adi.says("ubah masa simpan", "change retention")
    adi.sees("Belum kami pahami", "did not understand")
    await adi.says("ubah masa simpan percakapan 20", "change retention chats 20")
    adi.sees("percakapan dan pesan: 20 hari", "conversations and messages: 20 days")
    budi = await desk.journalist("Budi Misal")
    await budi.says("berhenti", "leave")
    await budi.says("ya", "yes")
    gone = await budi.record()
    sinta, tuti = await desk.journalist("Sinta Misal"), await desk.staff(Role.AUDITOR, "Tuti Teladan")
    await sinta.says("hapus data saya", "delete my data")
    await sinta.presses("Ya", "Yes")
    await sinta.presses("Batalkan permintaan", "Take the request back")  # and never comes back
    others = [(await each.record()).id for each in (sinta, tuti)]
    await desk.off(days=25)  # the nights between were missed: one look does it
    await rina.says("status")
    async with desk.db() as db:
        assert [row for row in await db.rows(db.of(outbox)) if row.created_at < desk.now - timedelta(days=20) and row.chat] == []
        assert len(await db.rows(db.of(inbox))) > 3, "raw events are kept for 30 days"
        assert len(await db.rows(db.of(addresses).where(addresses.c.person_id == gone.id))) == 1
    await desk.off(days=7)
    async with desk.db() as db:
        assert await db.rows(db.of(inbox).where(inbox.c.received_at < desk.now - timedelta(days=31))) == []
        assert await db.rows(db.of(addresses).where(addresses.c.person_id == gone.id)) == []
        assert await db.rows(db.of(outbox).where(outbox.c.person_id == gone.id, outbox.c.chat != "")) == []
        assert await db.rows(db.of(addresses).where(addresses.c.person_id == others[0])) == []
        dropped = {row.object: row.facts for row in await db.rows(db.of(log).where(log.c.deed == "drop"))}
    assert set(dropped) >= {"retention:chats", "retention:events", "retention:leavers"}
    assert dropped["retention:leavers"]["rows"] == 2  # of Budi and Sinta
    await desk.off(days=35)  # an auditor's time ran out by itself
    async with desk.db() as db:
        assert await db.rows(db.of(addresses).where(addresses.c.person_id == others[1])) == []


@EVERYWHERE
async def test_an_auditor_checks_the_log_in_chat_for_thirty_days(desk: Desk) -> None:
    tuti = await desk.staff(Role.AUDITOR, "Tuti Teladan")
    rina = await desk.journalist("Rina Contoh")
    await rina.says("periksa log", "check log")  # the refusal
    rina.sees_not("✅")
    await tuti.says("periksa log", "check log")
    tuti.sees("✅ Log utuh", "✅ The log is whole")
    async with desk.db() as db:
        head = (await audit.examine(db)).head
    await tuti.says(f"periksa log {head[:16]}", f"check log {head[:16]}")
    tuti.sees("masih ada di log", "still stands in the log")
    await tuti.says("periksa log 0123456789abcdef", "check log 0123456789abcdef")
    tuti.sees("tidak ada di log", "is not in this log")
    await desk.later(seconds=1)
    await tuti.says("berhenti", "leave")
    await tuti.says("periksa log", "check log")  # the interruption
    tuti.sees("✅ Log utuh", "✅ The log is whole")
    await tuti.says("tidak", "no")
    assert (await tuti.record()).standing is Standing.ACTIVE
    async with desk.app.database.write() as every:
        await every.run(text("UPDATE audit SET deed = 'nothing' WHERE seal = :seal"), [{"seal": head}])
    await desk.later(seconds=1)
    await tuti.says("periksa log", "check log")
    tuti.sees("❌ Log tidak utuh", "❌ The log is not whole")
    await desk.off(days=31)
    assert (await tuti.record()).standing is Standing.LEFT
    await tuti.says("periksa log", "check log")
    tuti.sees_not("⏳")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_an_auditor_who_comes_again_has_thirty_days_again(desk: Desk) -> None:
    tuti = await desk.staff(Role.AUDITOR, "Tuti Teladan")
    await desk.later(seconds=1)
    await tuti.says("berhenti")
    await tuti.says("ya")
    await desk.off(days=29)
    async with desk.db() as db:
        await join_codes.add(db, "kode-baru", Role.AUDITOR, desk.now + timedelta(days=7))
    await tuti.says("/start kode-baru")
    await desk.off(days=29)
    await tuti.says("periksa log")
    tuti.sees("✅ Log utuh")


async def test_what_is_held_of_somebody_is_sent_to_them_alone(desk: Desk) -> None:
    adi, rina = await desk.staff(Role.ADMIN, "Adi Teladan"), await desk.journalist("Rina Contoh", hosts=["contoh.id"])
    budi = await desk.journalist("Budi Misal")
    await rina.says("https://contoh.id/berita/123")
    await desk.later(seconds=10)
    await rina.says("hemat", "text only")
    await rina.says("dataku", "my data")
    assert len(rina.pictures()) == 2, "what was asked for comes on a weak signal too"
    own = files.c.person_id == (await rina.record()).id
    async with desk.db() as db:
        kept = {row.name: desk.app.files.read_now(row.digest).decode() for row in await db.rows(db.of(files).where(own))}
    held = json.loads(kept["dataku.json"])["tables"]
    assert held["people"]["rows"][0]["name"] == "Rina Contoh"
    assert held["links"]["rows"][0]["address"].endswith("contoh.id/berita/123")
    assert "Budi Misal" not in kept["dataku.json"]
    assert desk.pick(("Dihapus bila Anda memintanya", "Erased when you ask for it")) in kept["dataku.txt"]
    adi.silent()
    budi.silent()
    for _ in range(2):
        await rina.says("dataku", "my data")
    await rina.says("dataku", "my data")  # the repeat
    rina.sees("sudah tiga kali", "three times today")


@EVERYWHERE
async def test_another_version_of_the_notice_asks_again_once_and_says_how_long_things_are_kept(desk: Desk) -> None:
    adi, rina = await desk.staff(Role.ADMIN, "Adi Teladan"), await desk.journalist("Rina Contoh")
    for _ in range(2):  # the repeat
        await adi.says("ubah masa simpan percakapan 60", "change retention chats 60")
        adi.sees("✅ Diubah: percakapan dan pesan", "✅ Changed: conversations and messages")
    await adi.says("blokir rina", "block rina")
    await adi.says("masa simpan", "retention")  # the interruption
    adi.sees("percakapan dan pesan: 60 hari", "conversations and messages: 60 days")
    adi.sees("masih menunggu", "still waiting")
    await rina.says("terima kasih", "thanks")  # their talk is open
    person = await rina.record()
    async with desk.db() as db:
        await notices.consent(db, person.id, "2022-03-02", desk.now)
    await desk.later(minutes=1)
    rina.sees("kami perbarui", "has changed")
    await rina.presses("Baca lengkap", "Read it all")
    rina.sees("dataku", "my data")
    rina.sees("60 hari", "60 days")
    yes = rina.button("Setuju", "I agree")
    await rina.presses_token(yes)
    rina.sees("persetujuan Anda dicatat", "consent is noted")
    await rina.presses_token(yes)
    await rina.says("dataku", "my data")
    assert len(rina.pictures()) == 2
    await desk.off(days=3)
    assert rina.reads().count("kami perbarui") + rina.reads().count("has changed") <= 1
    async with desk.db() as db:
        given = [(row.notice, row.withdrawn_at is None) for row in await db.rows(db.of(consents).order_by(consents.c.id))]
        shown = await db.rows(db.of(notice_texts))
    assert given == [("2022-03-02", False), (notice.NOTICE, True)]
    assert [row.version for row in shown] == [notice.NOTICE]
    assert "72" in shown[0].text
    assert desk.pick(("60 hari", "60 days")) in shown[0].text
