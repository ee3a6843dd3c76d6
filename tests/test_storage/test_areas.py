"""H4: districts are found in what people wrote, however they wrote it; nobody is left out for a district that is not theirs."""

from storage import areas, people
from storage.tables import people as people_table
from tests.test_storage.conftest import Desk

# what somebody wrote of their area, a district -> whether they cover it, whether it is itself named
WRITTEN = (
    ("Kayuagung", "kayuagung", True, True),
    ("Kec. Kayu Agung", "kayuagung", True, True),
    ("KAYUAGUNG", "kayu agung", True, True),
    ("kec.Mesuji,Lempuing", "lempuing", True, True),
    ("Kecamatan  Mesuji / Lempuing", "mesuji", True, True),
    ("Mesuji dan sekitarnya", "mesuji", True, True),
    ("liputan Mesuji", "mesuji", True, False),
    ("Mesuji Makmur", "mesuji", True, False),
    ("Mesuji Makmur", "mesuji makmur", True, True),
    ("Kab. Ogan Komering Ilir", "ogan komering ilir", True, True),
    ("Sidokerto", "oker", False, False),
    ("100% Contoh", "%", False, False),
    ("", "mesuji", False, False),
)


async def test_a_district_is_found_in_what_somebody_wrote(desk: Desk) -> None:
    person = await desk.person()
    found = []
    for area, name, _, _ in WRITTEN:
        async with desk.db() as db:
            await people.change(db, person.id, area=area)
            columns = (each(people_table.c.area, [name]).label(each.__name__) for each in (areas.covers, areas.named))
            row = await db.row(db.of(people_table, *columns))
        assert row
        found.append((area, name, bool(row.covers), bool(row.named)))
    assert tuple(found) == WRITTEN
