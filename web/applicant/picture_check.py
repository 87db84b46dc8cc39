"""Pictures are made anew: what comes out shows the same and carries nothing else, neither a place nor a program."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from simulator.refusal import Refusal

FORMATS = {"png": "PNG", "jpg": "JPEG"}
MOST_PIXELS = 40_000_000


def remade(content: bytes, kind: str) -> bytes:
    """Give the picture without anything beside its pixels; refuse one that cannot be read, or is too large to open."""
    try:
        with Image.open(io.BytesIO(content), formats=[FORMATS[kind]]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refusal("picture_too_large", megapixels=MOST_PIXELS // 1_000_000)
            upright = ImageOps.exif_transpose(opened)
            picture = upright.convert("RGBA" if kind == "png" and _is_clear(upright) else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Refusal("picture_broken") from None
    bare, stored = Image.new(picture.mode, picture.size), io.BytesIO()
    bare.paste(picture)
    bare.save(stored, FORMATS[kind], quality=90)
    return stored.getvalue()


def _is_clear(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info
