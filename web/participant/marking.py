"""The EXERCISE mark inside a picture: whoever saves or forwards it takes the mark along (rules.md 38)."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from simulator.refusal import Refusal

PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
VIOLET, WHITE = (91, 42, 134), (255, 255, 255)
MOST_PIXELS = 40_000_000


@lru_cache(maxsize=64)
def mark_picture(content: bytes, ending: str, words: str) -> bytes:
    """Give the picture with a violet band above and below that says *words*; what it told of its maker is gone.

    Refuse what is not the picture its name says, or too large to open.
    """
    try:
        with Image.open(io.BytesIO(content), formats=[PICTURES[ending]]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refusal("picture_unreadable")
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Refusal("picture_unreadable") from None
    band = max(24, picture.height // 16)
    marked = Image.new("RGB", (picture.width, picture.height + 2 * band), VIOLET)
    marked.paste(picture, (0, band))
    pen, font = ImageDraw.Draw(marked), ImageFont.load_default(size=band * 0.6)
    for middle in (band / 2, marked.height - band / 2):
        pen.text((marked.width / 2, middle), words, fill=WHITE, font=font, anchor="mm")
    stored = io.BytesIO()
    marked.save(stored, PICTURES[ending], quality=85)
    return stored.getvalue()
