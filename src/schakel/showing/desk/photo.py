"""A photo of the evidence as a browser may have it: opened with care, made small, and written anew as a plain JPEG."""

import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_MOST_BYTES = 30 * 1024 * 1024
_MOST_PIXELS = 60_000_000
SIDE = 640


def small_photo(file: Path) -> bytes | None:
    """The bytes of a JPEG of at most 640 pixels a side, without anything that was written beside the picture.

    None if the file is gone, no picture, or larger than a photo is.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        with Image.open(file, formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (2 * SIDE, 2 * SIDE))
            small = ImageOps.exif_transpose(picture)
            small.thumbnail((SIDE, SIDE))
            plain = Image.new("RGB", small.size)
            plain.paste(small.convert("RGB"))
            out = io.BytesIO()
            plain.save(out, "JPEG", quality=82)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
