"""What becomes of a link: an example, and each reason by itself. How often it is right is measured in tests/bench."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.links.article import Article
from handlers.links.copies import clusters
from handlers.links.doubt import Doubt
from handlers.links.similarity import traits
from handlers.links.verify import Earlier, Known, Outcome, Reason, Sent, Verdict, verify
from storage.records import Medium, Rules
from tests.bench.verdicts.judging import judge_seeds, shares

JAKARTA = ZoneInfo("Asia/Jakarta")
AT = datetime(2026, 11, 22, 14, 10, tzinfo=JAKARTA)
RULES = Rules(version=3, since=date(2026, 1, 1), reference="Perbup Contoh 1/2026", author_id=None)
FLOOD = Known(
    231, "PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR PAMPANGAN",
    """KAYUAGUNG – Pemerintah kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir di Kecamatan Pampangan, \
Minggu (22/11/2026).

"Stok cukup untuk dua pekan, kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Bantuan senilai Rp2,02 miliar itu diangkut 14 perahu dari Dermaga Misal.

Warga, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.

(Rilis Diskominfo/ab)""",
    AT,
)  # fmt: skip
COPY = Article(
    "Pemkab Salurkan Beras untuk 312 KK Terdampak Banjir Pampangan", AT + timedelta(hours=2), "",
    FLOOD.body.replace("KAYUAGUNG –", "KAYUAGUNG, Misalpos.example –").replace("(Rilis Diskominfo/ab)", "Editor: Fulanah"),
    "", "Misal Pos", hidden=False,
)  # fmt: skip
RETOLD = replace(
    COPY, title="312 Keluarga Korban Banjir Pampangan Terima Beras",
    text="""Sebanyak 312 KK yang rumahnya terendam di Pampangan mendapat kiriman beras, Minggu, 22 November 2026.
Nilai bantuan mencapai Rp. 2.020.000.000,- dan dibawa dengan 14 perahu.
Siti Contoh, seorang warga, meminta jalan yang terputus lekas dibenahi.""",
)  # fmt: skip
ELSEWHERE = replace(
    COPY, title="Bazar Ramaikan Alun-alun Umpama",
    text="""Bazar di Alun-alun Umpama diikuti 57 pedagang, Senin (23/11/2026).
Omzet hari pertama ditaksir Rp85 juta menurut ketua panitia, Budi Ibarat.
Pengunjung datang dari tiga kecamatan dan memadati lapangan hingga malam.""",
)  # fmt: skip
QUOTED = replace(
    ELSEWHERE,
    text=ELSEWHERE.text
    + '\n"Stok cukup untuk dua pekan, kami utamakan lansia dan balita," kata Kepala BPBD Fulan bin Fulan dan Siti Contoh.',
)
LAST_YEAR = replace(
    RETOLD, title="Banjir Pampangan, 540 Keluarga Terima Beras",
    text="""Pemerintah kabupaten menyalurkan beras kepada 540 kepala keluarga terdampak banjir di Pampangan, Jumat (14/11/2025).
"Perahu kami tambah agar semua kebagian," ujar Kepala BPBD, Drs. Andai Umpama.
Bantuan senilai Rp890 juta itu diangkut 9 truk dari Gudang Ibarat.""",
)  # fmt: skip
SENT = Sent(7, "misalpos.example", AT + timedelta(hours=3), Medium.ONLINE, Doubt.NONE)


def judged(article: Article, sent: Sent = SENT, earlier: Sequence[Earlier] = (), rules: Rules = RULES) -> Verdict:
    return verify(article, sent, (FLOOD,), earlier, rules, JAKARTA)


@pytest.mark.parametrize("article", [COPY, RETOLD, replace(COPY, published=None)])
def test_a_copy_and_a_text_of_ones_own_are_recognised(article: Article) -> None:
    found = judged(article)
    assert (found.outcome, found.release, found.reasons, found.rules) == (Outcome.RECOGNISED, 231, (), 3)
    assert found.measured["score"] >= 50
    assert found.measured["until"] == "2026-11-24T23:59:59+07:00"


@pytest.mark.parametrize("article", [ELSEWHERE, LAST_YEAR, replace(ELSEWHERE, text="", title="")])
def test_another_event_is_of_no_release(article: Article) -> None:
    assert judged(article).reasons == (Reason.NO_RELEASE,)
    assert judged(article).outcome is Outcome.UNRELATED


GAMBLING = "Situs slot gacor hari ini, RTP live tertinggi, bonus new member dan deposit pulsa, gampang maxwin!"
RAID = "Polisi menggerebek judi online di Kecamatan Contoh; situs judi itu menawarkan slot online kepada warga."
LATER = replace(SENT, at=AT + timedelta(days=4))
NEXT_DAY = replace(COPY, published=AT + timedelta(days=4))
DOUBTFUL: dict[str, tuple[Article, Sent, Reason | Doubt]] = {
    "only a quote": (QUOTED, SENT, Reason.EXCERPT),
    "only a part": (replace(RETOLD, text=f"{RETOLD.text}\n{ELSEWHERE.text}\n{LAST_YEAR.text}"), SENT, Reason.PARTLY),
    "behind a wall": (replace(COPY, text="", hidden=True), SENT, Reason.HIDDEN),
    "a day that cannot be": (replace(COPY, published=AT - timedelta(days=90)), SENT, Reason.DATES),
    "sent late, published in time": (COPY, LATER, Reason.DATES),
    "late, but not by what a group says": (NEXT_DAY, replace(LATER, told=AT + timedelta(hours=3)), Reason.TOLD),
    "of a release that is too old but for what a group says": (
        NEXT_DAY,
        replace(SENT, at=AT + timedelta(days=20), told=AT + timedelta(hours=3)),
        Reason.TOLD,
    ),
    "a copy with gambling in it": (replace(COPY, text=f"{COPY.text}\n{GAMBLING}"), SENT, Reason.SPAM),
    "gambling in another text": (replace(ELSEWHERE, text=f"{ELSEWHERE.text}\n{GAMBLING}"), SENT, Reason.SPAM),
    "a look-alike": (COPY, replace(SENT, doubt=Doubt.LOOKALIKE), Doubt.LOOKALIKE),
    "nobody's site": (ELSEWHERE, replace(SENT, doubt=Doubt.UNKNOWN), Doubt.UNKNOWN),
    "another's outlet, and late": (NEXT_DAY, replace(LATER, doubt=Doubt.OTHER), Doubt.OTHER),
}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_doubtful_is_looked_at(case: str) -> None:
    article, sent, reason = DOUBTFUL[case]
    found = judged(article, sent)
    assert found.outcome is Outcome.QUEUE
    assert reason in found.reasons


def test_news_that_tells_of_gambling_is_no_advertisement_of_it() -> None:
    assert judged(replace(COPY, text=f"{COPY.text}\n{RAID}")).outcome is Outcome.RECOGNISED


def test_a_name_in_two_spellings_is_the_same_person_in_both() -> None:
    """Beside a quote it counts in the second spelling too, where the first stands elsewhere in the text."""
    spelled = QUOTED.text.replace("Fulan bin Fulan dan Siti Contoh", "Sitti Contoh") + "\nKetua RT Siti Contoh hadir."
    release = replace(FLOOD, body=FLOOD.body.replace("Fulan bin Fulan", "Siti Contoh"))
    assert verify(replace(QUOTED, text=spelled), SENT, (release,), (), RULES, JAKARTA).reasons == (Reason.EXCERPT,)


def test_late_by_both_proofs_is_late_and_a_medium_with_more_days_is_not() -> None:
    assert (judged(NEXT_DAY, LATER).outcome, judged(NEXT_DAY, LATER).reasons) == (Outcome.LATE, (Reason.LATE,))
    assert judged(NEXT_DAY, replace(LATER, medium=Medium.TV)).outcome is Outcome.RECOGNISED


def test_a_release_with_a_deadline_of_its_own_keeps_it() -> None:
    longer = replace(FLOOD, until=AT + timedelta(days=9))
    assert verify(NEXT_DAY, LATER, (longer,), (), RULES, JAKARTA).outcome is Outcome.RECOGNISED


def test_thresholds_are_the_offices() -> None:
    score = judged(RETOLD).measured["score"]
    assert judged(RETOLD, rules=replace(RULES, recognised=score)).outcome is Outcome.RECOGNISED
    assert judged(RETOLD, rules=replace(RULES, recognised=score + 1)).reasons == (Reason.PARTLY,)
    below = replace(RULES, recognised=99, doubtful=judged(LAST_YEAR).measured.get("score", 0))
    assert judged(RETOLD, rules=below).outcome is Outcome.QUEUE


def test_two_releases_that_are_as_close_leave_it_to_a_person() -> None:
    again = replace(FLOOD, id=232)
    assert verify(COPY, SENT, (FLOOD, again), (), RULES, JAKARTA).reasons == (Reason.TWO,)


@pytest.mark.parametrize(("days", "outcome"), [(-1, Outcome.UNRELATED), (13, Outcome.LATE), (15, Outcome.UNRELATED)])
def test_a_release_is_meant_from_its_launch_for_a_fortnight(days: int, outcome: Outcome) -> None:
    at = AT + timedelta(days=days)
    assert judged(replace(COPY, published=at), replace(SENT, at=at)).outcome is outcome


def test_the_third_site_with_one_persons_text_is_looked_at_and_anothers_is_not() -> None:
    same = [Earlier(number, 7, host, COPY.title, COPY.text) for number, host in ((1, "a.example"), (2, "b.example"))]
    assert judged(COPY, earlier=same[:1]).outcome is Outcome.RECOGNISED
    found = judged(COPY, earlier=same)
    assert (found.outcome, found.reasons, found.copies) == (Outcome.QUEUE, (Reason.COPIES,), (1, 2))
    others = [replace(each, sender=8) for each in same]
    assert (judged(COPY, earlier=others).outcome, judged(COPY, earlier=others).copies) == (Outcome.RECOGNISED, (1, 2))
    retold = [replace(each, text=RETOLD.text) for each in same]
    assert judged(COPY, earlier=retold).copies == ()


def test_one_text_under_several_addresses_is_one_cluster() -> None:
    dressed = replace(COPY, text=f"{COPY.text}\nBaca juga: Bazar Umpama\nIkuti berita kami di Google News")
    pages = (COPY, RETOLD, dressed, ELSEWHERE, RETOLD, replace(COPY, text=""))
    assert clusters([traits(each.title, each.text) for each in pages]) == (0, 1, 0, 3, 1, 5)


HOSTILE = {
    "numbers": "1" * 3000 + "x\n" + "1 " * 50_000 + "x",
    "names": " ".join(f"Contoh{chr(97 + each % 26)} Misal{each}" for each in range(20_000)) + ".",
    "quotes": '"' + "a " * 50_000,
    "titles": "MAAAAAAAAAAAAA" * 5000,
    "a line": "Foto (Foto: " * 20_000,
    "dashes": "A – " * 50_000,
    "letters": "\u0301" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_is_made_to_be_slow_is_not(name: str) -> None:
    started = time.perf_counter()
    assert judged(replace(COPY, title="", text=HOSTILE[name])).outcome is Outcome.UNRELATED
    assert time.perf_counter() - started < 2


def test_sixty_articles_of_a_world_nobody_tuned_for_are_judged_as_a_person_would() -> None:
    found = judge_seeds((424_242,), share=0.2)
    wrong = [(each.case.kind, each.case.truth, each.verdict) for each in found if not each.right]
    assert len(wrong) <= 0.05 * len(found), wrong
    assert min(shares(found, by_kind=False).values()) >= 0.85, wrong
    assert not [each for each in found if each.silent]
