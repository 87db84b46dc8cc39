"""Every picture of a drill carries the EXERCISE mark inside."""

import io

import pytest
from PIL import Image

from tests.cast import refused
from web.participant.marking import PICTURES, VIOLET, mark_picture

ANYTHING_BUT_VIOLET = (12, 200, 30)


def picture(kind: str, **more) -> bytes:
    stored = io.BytesIO()
    Image.new("RGB", (320, 200), ANYTHING_BUT_VIOLET).save(stored, kind, **more)
    return stored.getvalue()


@pytest.mark.parametrize(("ending", "kind"), sorted(PICTURES.items()))
def test_a_band_above_and_below_says_so(ending, kind):
    marked = Image.open(io.BytesIO(mark_picture(picture(kind), ending, "EXERCÍCIO"))).convert("RGB")

    assert marked.size == (320, 248)
    for row in (2, marked.height - 3):
        assert all(abs(a - b) < 12 for a, b in zip(marked.getpixel((2, row)), VIOLET, strict=True))
    bands = marked.crop((0, 0, 320, 24)).getcolors(maxcolors=10_000)
    assert any(sum(colour) > 700 for _count, colour in bands)
    assert abs(marked.getpixel((160, 124))[1] - ANYTHING_BUT_VIOLET[1]) < 12


def test_what_a_picture_told_of_its_maker_is_gone():
    place = Image.Exif()
    place[0x010F] = "A camera"
    assert b"A camera" not in mark_picture(picture("JPEG", exif=place), ".jpg", "EXERCISE")


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", picture("PNG")[:80]])
def test_what_is_no_picture_is_refused(content):
    with refused("picture_unreadable"):
        mark_picture(content, ".png", "EXERCISE")


def test_a_picture_of_another_kind_than_its_name_is_refused():
    with refused("picture_unreadable"):
        mark_picture(picture("WEBP"), ".png", "EXERCISE")
