"""Pictures of codes: what a camera reads from a sheet of paper."""

import io

PIXELS = 12  # of one square: ten centimetres wide at 300 dots an inch
EDGE = 4  # squares of white around it, as the standard asks


def qr_code(text: str) -> bytes:
    """A QR code of a text as a PNG, readable with a quarter of it torn off. Blocking."""
    import segno  # noqa: PLC0415 - only where a door is set up

    drawn = io.BytesIO()
    segno.make(text, error="q", micro=False).save(drawn, kind="png", scale=PIXELS, border=EDGE)
    return drawn.getvalue()
