"""Which words of a chat message are links, and where each begins and ends."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.links.extract import links_in, without_tail

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "message_cases.json"

ONE, TWO = "https://a.id/x", "https://b.id/y"
ARCHIVE = "https://web.archive.org/web/20260101000000"

FOUND: dict[str, tuple[str, tuple[str, ...]]] = {
    "full stop of the sentence": (f"izin link {ONE}.", (ONE,)),
    "a space slipped into the host": ("https://suara teladan.id/b/1.", ("https://suara teladan.id/b/1",)),
    "a scheme and a word, and a link in the next line": (f"https://suara\n{ONE}", (ONE,)),
    "a scheme, a word, and a whole link": (f"https://suara {ONE}", (ONE,)),
    "markdown": (f"[Baca]({ONE})", (ONE,)),
    "angle brackets": (f"<{ONE}>", (ONE,)),
    "round brackets": (f"(baca: {ONE})", (ONE,)),
    "round brackets right around it": (f"({ONE})lagi", (ONE,)),
    "square brackets": (f"[{ONE}]", (ONE,)),
    "straight quotes": (f'"{ONE}"', (ONE,)),
    "curly quotes": (f"“{ONE}”", (ONE,)),
    "single quotes": (f"'{ONE}' tayang", (ONE,)),
    "back quotes": (f"`{ONE}`", (ONE,)),
    "bold": (f"*{ONE}*", (ONE,)),
    "italic": (f"_{ONE}_", (ONE,)),
    "an italic phrase": (f"_baca {ONE}_", (ONE,)),
    "an underscore that is the link's own": ("https://a.id/x_", ("https://a.id/x_",)),
    "struck through": (f"~{ONE}~", (ONE,)),
    "emoji on both sides": (f"👉{ONE}👈", (ONE,)),
    "several emoji": (f"{ONE}🙏🏽🙏🏽", (ONE,)),
    "numbered without a space": (f"1.{ONE}\n2)www.b.id/y", (ONE, "www.b.id/y")),
    "numbered on one line": (f"1. {ONE} 2. {TWO}", (ONE, TWO)),
    "numbered without a scheme": ("1.suaracontoh.id/x", ("suaracontoh.id/x",)),
    "glued": (f"{ONE}{TWO}", (ONE, TWO)),
    "glued after a slash": (f"{ONE}/{TWO}", (f"{ONE}/", TWO)),
    "glued by commas and semicolons": (f"{ONE},{TWO};https://c.id/z", (ONE, TWO, "https://c.id/z")),
    "glued by commas without a scheme": ("a.id/x,www.b.id/y", ("a.id/x", "www.b.id/y")),
    "glued by a bar": (f"{ONE}|{TWO}", (ONE, TWO)),
    "glued by an invisible space": (f"{ONE}\u200b {TWO}\ufeff", (ONE, TWO)),
    "capital scheme": ("Https://A.id/X", ("Https://A.id/X",)),
    "all capitals": ("HTTPS://A.ID/X", ("HTTPS://A.ID/X",)),
    "no scheme, with a path": ("sumsel.tribunnews.com/sumsel/1/x", ("sumsel.tribunnews.com/sumsel/1/x",)),
    "no scheme, www": ("Link : www.a.id/x", ("www.a.id/x",)),
    "no scheme, a host alone": ("suaracontoh.co.id", ("suaracontoh.co.id",)),
    "no scheme, small letters in a sentence": ("tayang di suaracontoh.id kak", ("suaracontoh.id",)),
    "a shortener": ("s.id/ABC dan bit.ly/x", ("s.id/ABC", "bit.ly/x")),
    "a word before the colon": (f"link:{ONE}", (ONE,)),
    "a word before the equals sign": (f"Linknya={ONE}", (ONE,)),
    "a broken scheme": ("https//a.id/x http:/b.id/y", ("a.id/x", "b.id/y")),
    "a scheme torn off": ("https:// a.id/x", ("a.id/x",)),
    "dots that trail off": (f"{ONE}..... Selasa", (ONE,)),
    "an ellipsis": (f"{ONE}…", (ONE,)),
    "brackets that belong to the path": ("https://a.id/Banjir_(OKI)", ("https://a.id/Banjir_(OKI)",)),
    "an address inside a parameter": (f"https://a.id/l?u={TWO}", (f"https://a.id/l?u={TWO}",)),
    "an address inside an archive": (f"{ARCHIVE}/{ONE}", (f"{ARCHIVE}/{ONE}",)),
    "the same link twice": (f"{ONE} lagi {ONE}", (ONE,)),
    "a name before the host": ("https://user@a.id/x", ("https://user@a.id/x",)),
    "a port": ("a.id:8080/x", ("a.id:8080/x",)),
    "a caption": (f"*BUPATI TINJAU BANJIR*\n\n_Kayuagung_ – warga …\n\n{ONE}\n\n_Baca selengkapnya_", (ONE,)),
    "a no-break space": (f"{ONE}\u00a0{TWO}", (ONE, TWO)),
    "a file of a site is still a link": ("www.a.id/rilis.pdf", ("www.a.id/rilis.pdf",)),
    "letters with marks": ("https://a.id/é/ü", ("https://a.id/é/ü",)),
}  # fmt: skip

NONE: dict[str, str] = {
    "an e-mail address": "redaksi@suaracontoh.id",
    "an e-mail address with its scheme": "mailto:redaksi@suaracontoh.id",
    "an account": "@suaracontoh.id",
    "a title": "Fulan, S.Sos.M.Si",
    "titles with commas": "Drs. H. Fulan, S.H.,M.H.",
    "a title with two capitals": "Fulan A.Md.Kom dan Ibu M.Pd.I",
    "a doctor": "dr.Fulan.Sp.OG",
    "files": "rilis.pdf foto.jpg naskah.docx",
    "a time": "pukul 06.45 WIB",
    "a span of time": "08.00-10.00",
    "money": "Rp2.020.000.000,- atau Rp.5.000/kg",
    "abbreviations": "dst. dll. a.n. d/a s.d. p.m.",
    "an abbreviated place": "Kab.OKI, kec.kayuagung",
    "a number of a letter": "Nomor: 480/231/DISKOMINFO/XI/2026",
    "a date": "tgl.23/11 dan 22/11/2026",
    "a version": "v1.2.3",
    "a byline in capitals": "KOMPAS.COM, KAYUAGUNG – Bupati",
    "a byline": "KOMPAS.com - Bupati meninjau",
    "a sentence without its space": "Sudah tayang.Id terima kasih",
    "a scheme alone": "https:// dan https://. dan http://a",
    "this machine": "https://localhost/x",
    "www alone": "www. dan www.suaracontoh",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "links"), FOUND.values(), ids=FOUND)
def test_links_are_found_as_typed(text: str, links: tuple[str, ...]) -> None:
    assert links_in(text) == links


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert links_in(text) == ()


def test_messages_of_the_shared_cases() -> None:
    if not SHARED.exists():
        pytest.skip("the shared cases are not beside the project")
    for case in json.loads(SHARED.read_text()):
        assert list(links_in(case["text"])) == case["links"], case["text"]


def test_twenty_one_links_are_all_found() -> None:
    links = tuple(f"https://suaracontoh.id/berita/{number}" for number in range(21))
    assert links_in("\n".join(links)) == links


@given(st.text(max_size=300))
def test_any_text_gives_links_that_are_found_again(text: str) -> None:
    for link in links_in(text):
        assert link
        assert not any(sign.isspace() for sign in link)


@given(st.text(alphabet=".,;:!?()[]<>*_~\"'🙏 \n", max_size=30), st.text(alphabet=' \n\t"<[{|👉', min_size=1, max_size=10))
def test_no_punctuation_around_it_hides_a_link(after: str, before: str) -> None:
    assert ONE in [without_tail(link) for link in links_in(f"{before}{ONE} {after}")]


HOSTILE = {
    "dots": ".",
    "brackets": "([<{",
    "hosts": "a.id,",
    "schemes": "https://",
    "schemes with a letter": "https://a",
    "archives": "/20260101000000/https://",
    "labels": "a-",
    "labels with dots": "a.",
    "italics": " _",
    "closing brackets": "https://a.id/x)",
    "at signs": "a@",
    "commas": ",",
    "www": "www.",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_anything_is_read_in_a_moment(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    links_in(text)
    assert time.process_time() - start < 5  # seconds; a search that goes back over itself takes hours
