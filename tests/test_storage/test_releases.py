"""Releases: numbers without holes, a guarded move, versions kept once, and readers counted once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from storage import files, offices, outbox, releases
from storage.database import OfficeDb
from storage.records import FileId, FileKind, Person, Purpose, Release, ReleaseId, Role, RowState, Status
from storage.tables import outbox as rows
from storage.tables import release_versions
from tests.test_storage.conftest import NOW, Desk, together

LATER = NOW + timedelta(hours=1)


async def drafted(desk: Desk, headline: str = "Beras disalurkan", body: str = "Isi.", author: Person | None = None) -> Release:
    author = author or await desk.person("Dina", Role.DRAFTER)
    async with desk.db() as db:
        return await releases.add(db, author, headline, body, NOW)


async def with_status(desk: Desk, release: Release, status: Status, **values: object) -> Release:
    async with desk.db() as db:
        assert await releases.move(db, release, status, **values)
        return await releases.by_id(db, release.id)


async def picture(db: OfficeDb, desk: Desk, kind: FileKind = FileKind.PHOTO, name: str = "") -> FileId:
    file_id = await files.add(db, kind, name, "image/jpeg", 9, desk.account.id, "handle", NOW)
    await files.fetched(db, file_id, f"digest of {file_id}", 9)
    return file_id


async def test_numbers_have_no_holes_and_no_doubles(desk: Desk, neighbour: Desk) -> None:
    async def give_up() -> None:
        async with desk.db() as db:
            await offices.next_number(db, "release")
            raise LookupError

    dina = await desk.person("Dina", Role.DRAFTER)
    works = [drafted(desk, author=dina) for _ in range(40)]
    done = await asyncio.gather(*works, *(give_up() for _ in range(10)), return_exceptions=True)
    assert sorted(each.number for each in done if isinstance(each, Release)) == list(range(1, 41))
    assert [(each.number, each.code) for each in (await drafted(neighbour), await drafted(neighbour))] == [(1, "R-1"), (2, "R-2")]


async def test_a_number_is_found_in_its_office_alone(desk: Desk, neighbour: Desk) -> None:
    theirs, ours = await drafted(neighbour), await drafted(desk)
    async with desk.db() as db:
        assert await releases.by_number(db, 1) == ours
        assert await releases.by_number(db, 2) is None
        assert await releases.find(db, theirs.id) is None
        with pytest.raises(LookupError):
            await releases.by_id(db, theirs.id)


async def test_of_two_who_move_a_release_one_does(desk: Desk) -> None:
    release = await drafted(desk)
    moved = await together(
        desk, *(lambda db, to=to: releases.move(db, release, to) for to in (Status.SUBMITTED, Status.DISCARDED, Status.SUBMITTED))
    )
    assert sorted(map(bool, moved)) == [False, False, True]


@pytest.mark.parametrize(("status", "print_"), [(Status.SUBMITTED, ""), (Status.DRAFT, "another text")])
async def test_a_release_that_is_no_longer_as_it_was_read_is_not_moved(desk: Desk, status: Status, print_: str) -> None:
    release = await drafted(desk)
    async with desk.db() as db:
        assert await releases.move(db, release, status, fingerprint=print_)
        assert not await releases.move(db, release, Status.APPROVED, approved="the old text")
        kept = await releases.by_id(db, release.id)
    assert (kept.status, kept.approved) == (status, "")


async def test_each_version_is_kept_once_with_its_writer(desk: Desk) -> None:
    release = await drafted(desk)
    sari, budi = await desk.person("Sari", Role.APPROVER), await desk.person("Budi", Role.DRAFTER)
    async with desk.db() as db:
        for print_, writer in (("one", sari), ("two", budi), ("one", budi)):  # back to a text that Sari wrote
            await releases.note_version(db, replace(release, fingerprint=print_), writer, NOW)
        assert await releases.writers(db, release) == {release.author_id, sari.id, budi.id}
        kept = await db.rows(db.of(release_versions).order_by(release_versions.c.id))
    assert [(row.fingerprint, row.author_id) for row in kept] == [("one", sari.id), ("two", budi.id)]


async def test_what_is_scheduled_comes_in_its_order(desk: Desk, neighbour: Desk) -> None:
    for each, hours in ((neighbour, 0), (desk, 3), (desk, 1)):
        await with_status(each, await drafted(each), Status.SCHEDULED, launch_at=NOW + timedelta(hours=hours))
    await with_status(desk, await drafted(desk), Status.SENT, launch_at=NOW)
    async with desk.db() as db:
        assert await releases.next_launch(db) == NOW + timedelta(hours=1)
        assert await releases.due(db, NOW) == ()
        assert [each.number for each in await releases.due(db, NOW + timedelta(days=1))] == [2, 1]


async def test_releases_are_listed_by_status_and_author(desk: Desk) -> None:
    dina, budi = await desk.person("Dina", Role.DRAFTER), await desk.person("Budi", Role.DRAFTER)
    for author in (dina, budi, dina):
        await drafted(desk, author=author)
    async with desk.db() as db:
        await releases.move(db, (await releases.in_status(db, [Status.DRAFT]))[0], Status.SENT)
        assert [each.number for each in await releases.in_status(db, Status)] == [3, 2, 1]
        assert [each.number for each in await releases.in_status(db, [Status.DRAFT], dina)] == [1]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["beras"], [2, 1]),
        (["BERAS", "desa"], [2]),
        (["jalan"], [3]),
        (["100%"], [3]),  # a wildcard of the database, and only a sign to people
        (["_"], []),
        (["%"], [3]),
        (["beras", "jalan"], []),
        ([], [3, 2, 1]),
    ],
)
async def test_releases_are_found_by_all_words(desk: Desk, neighbour: Desk, words: list[str], found: list[int]) -> None:
    dina = await desk.person("Dina", Role.DRAFTER)
    for headline, body in (
        ("Beras disalurkan", "Ke kota."),
        ("Bantuan", "Beras ke Desa Contoh."),
        ("Jalan putus", "Selesai 100%."),
    ):
        await drafted(desk, headline, body, dina)
    await drafted(neighbour, "Beras tetangga")
    async with desk.db() as db:
        assert [each.number for each in await releases.search(db, words, [Status.DRAFT])] == found
        assert await releases.search(db, words, [Status.SENT]) == ()


async def test_releases_are_found_by_their_day(desk: Desk) -> None:
    dina = await desk.person("Dina", Role.DRAFTER)
    first, _ = [await drafted(desk, author=dina) for _ in range(2)]
    await with_status(desk, first, Status.SENT, launched_at=LATER)
    async with desk.db() as db:
        spans = ((NOW, LATER), (LATER, LATER + timedelta(hours=1)), (NOW - timedelta(hours=1), NOW))
        found = [await releases.search(db, [], Status, span) for span in spans]
    assert [[each.number for each in some] for some in found] == [[2], [1], []], "by its launch; before that by when it was begun"


async def test_photos_keep_their_order_and_their_credits(desk: Desk) -> None:
    release = await drafted(desk)
    async with desk.db() as db:
        ids = [await picture(db, desk) for _ in range(3)]
        for each, credit in zip(ids, ("", "Rina", ""), strict=True):
            await releases.add_photo(db, release.id, each, credit)
        assert await releases.set_credit(db, release.id, "Humas", only_missing=True) == 2
        assert [each.credit for each in await releases.photos(db, release.id)] == ["Humas", "Rina", "Humas"]
        assert await releases.set_credit(db, release.id, "Paul", only_missing=False) == 3
        assert await releases.drop_photos(db, release.id, (ids[1], FileId(99))) == 1
        await releases.add_photo(db, release.id, ids[1], "Rina")
        assert [each.file.id for each in await releases.photos(db, release.id)] == [ids[0], ids[2], ids[1]]
        found = await releases.with_file(db, ids[2])
        assert found
        assert (found.id, await releases.with_file(db, FileId(99))) == (release.id, None)


async def test_originals_are_documents_over_the_same_bytes_made_once(desk: Desk) -> None:
    release = await drafted(desk)
    async with desk.db() as db:
        for kind, name in ((FileKind.PHOTO, ""), (FileKind.PHOTO, "banjir.jpg"), (FileKind.DOCUMENT, "naskah.pdf")):
            await releases.add_photo(db, release.id, await picture(db, desk, kind, name), "")
        first, again = [await releases.originals(db, release, NOW) for _ in range(2)]
        made = [await files.by_id(db, each) for each in first]
        shown = [each.file for each in await releases.photos(db, release.id)]
    assert first == again
    assert [each.name for each in made] == ["R-1-1.jpg", "banjir.jpg", "naskah.pdf"]
    assert {each.kind for each in made} == {FileKind.DOCUMENT}
    assert [each.digest for each in made] == [each.digest for each in shown]


async def test_a_reader_counts_once_and_only_if_it_was_sent_to_them(desk: Desk) -> None:
    release, rina, dina = await drafted(desk), await desk.person(), await desk.person("Sari", Role.APPROVER)
    await desk.tell(rina, "release", purpose=Purpose.RELEASE, subject=releases.subject(release.id))
    opened = await together(desk, *[lambda db: releases.opened(db, release, rina, NOW)] * 3)
    assert sorted(map(bool, opened)) == [False, False, True]
    async with desk.db() as db:
        assert await releases.opened(db, release, dina, NOW)
        assert await releases.opens(db, release.id) == 1


@pytest.mark.parametrize("state", RowState)
async def test_a_sending_goes_on_until_every_message_has_found_its_end(desk: Desk, state: RowState) -> None:
    release, rina = await drafted(desk), await desk.person()
    await desk.tell(rina, "release", purpose=Purpose.RELEASE, subject=releases.subject(release.id))
    ended = {RowState.SENT, RowState.FAILED, RowState.UNSURE, RowState.CANCELLED}
    async with desk.db() as db:
        await db.change(rows, state=state)
        assert await releases.still_waiting(db, release.id) is (state in releases.BUSY)
        assert (state in ended) is not (state in outbox.UNSENT or state is RowState.CALLING)
        assert not await releases.still_waiting(db, ReleaseId(11)), "another release's"


async def test_the_line_that_tells_somebody_of_a_sending_is_their_latest(desk: Desk) -> None:
    release, dina, sari = await drafted(desk), await desk.person("Dina", Role.DRAFTER), await desk.person("Sari", Role.APPROVER)
    async with desk.db() as db:
        assert await releases.progress_lines(db, release.id) == ()
    for minutes, who in enumerate((dina, dina, sari)):
        await desk.tell(who, "line", NOW + timedelta(minutes=minutes), subject=releases.progress(release.id))
    async with desk.db() as db:
        lines = await releases.progress_lines(db, release.id)
    assert [(row.person_id, at) for row, at in lines] == [
        (dina.id, NOW + timedelta(minutes=1)),
        (sari.id, NOW + timedelta(minutes=2)),
    ]
