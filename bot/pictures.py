"""Pictures that are too large for a platform are made smaller: one at a time, beside the loop, the original left as it is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Final

FORMATS: Final = ("JPEG", "PNG", "WEBP")
MOST: Final = 60_000_000  # pixels that are unpacked: 180 MB of memory, and only of one picture at a time
STEPS: Final = ((2560, 85), (1600, 80), (1024, 70))  # longest side in pixels, and quality: the first that is small enough
ALONE: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")


async def smaller(path: Path, limit: int) -> bytes:
    """The picture as a JPEG of at most `limit` bytes, without what its camera wrote beside it. ValueError for no picture."""
    return await asyncio.get_running_loop().run_in_executor(ALONE, _smaller, path, limit)


async def bare(content: bytes) -> bytes:
    """The picture without anything that was written beside it: place, camera, names. ValueError for no picture."""
    return await asyncio.get_running_loop().run_in_executor(ALONE, _bare, content)


def _bare(content: bytes) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - only where a picture comes as a proof

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST:
                raise ValueError(f"a picture of {picture.width} × {picture.height} is unpacked by nobody")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError(f"no picture that can be read: {type(fault).__name__}") from fault
    upright.info.clear()  # a comment would be written again
    made = BytesIO()
    upright.save(made, "JPEG", quality=92)
    return made.getvalue()


def _smaller(path: Path, limit: int) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - only where a picture is too large

    try:
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST:
                raise ValueError(f"a picture of {picture.width} × {picture.height} is unpacked by nobody")
            picture.draft("RGB", (STEPS[0][0], STEPS[0][0]))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError(f"no picture that can be read: {type(fault).__name__}") from fault
    for side, quality in STEPS:
        upright.thumbnail((side, side))
        made = BytesIO()
        upright.save(made, "JPEG", quality=quality, optimize=True)
        if made.tell() <= limit:
            return made.getvalue()
    raise ValueError(f"a picture that does not become smaller than {limit} bytes")
