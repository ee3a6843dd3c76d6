"""Which files each platform takes, by what is told of them."""

from messages.papers import refused
from storage.records import ChannelKind, FileKind

W, T = ChannelKind.WHATSAPP, ChannelKind.TELEGRAM
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REFUSED = {
    (FileKind.DOCUMENT, "naskah.docx", DOCX): False,
    (FileKind.DOCUMENT, "NASKAH.DOCX", ""): False,
    (FileKind.DOCUMENT, "naskah.docx", "application/octet-stream"): False,
    (FileKind.DOCUMENT, "foto asli.jpg", ""): False,
    (FileKind.DOCUMENT, "foto asli.png", "image/png"): False,
    (FileKind.PHOTO, "", ""): False,
    (FileKind.VIDEO, "", "video/mp4"): False,
    (FileKind.VIDEO, "giat.mov", "video/quicktime"): True,
    (FileKind.DOCUMENT, "foto.zip", "application/zip"): True,
    (FileKind.DOCUMENT, "foto.heic", "image/heic"): True,
    (FileKind.DOCUMENT, "naskah.odt", ""): True,
    (FileKind.DOCUMENT, "naskah", ""): True,
}


def test_what_whatsapp_does_not_take_is_known_when_it_is_handed_in() -> None:
    assert {each: refused({T, W}, *each) for each in REFUSED} == REFUSED
    assert not any(refused({T}, *each) for each in REFUSED)
