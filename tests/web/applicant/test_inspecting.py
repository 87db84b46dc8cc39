"""What an uploaded file really is: by its bytes, and nothing that may act is taken."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from simulator.refusal import Refusal
from tests.applying import pdf, picture
from tests.cast import refused
from web.applicant.inspecting import inspect_file
from web.applicant.pdf_check import ACTIVE, MOST_UNPACKED

PDF_TAIL = b"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
TEXT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office:document-content/>"}


def with_inside(inside):
    return b"%PDF-1.7\n" + inside + PDF_TAIL


def packed(inside, described=b"<</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode>>", pack=zlib.compress):
    """Write a PDF with an object stream."""
    data = pack(inside)
    return with_inside(
        b"5 0 obj\n" + described.replace(b"%d", b"%d" % len(data)) + b"\nstream\r\n" + data + b"\nendstream\nendobj\n"
    )


def zipped(parts, **more):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | more).items():
            archive.writestr(name, content)
    return stored.getvalue()


def test_what_shows_and_does_nothing_else_is_taken():
    assert inspect_file(pdf(), "carta.pdf") == ("pdf", pdf())
    assert inspect_file(packed(b"1 0 << /Type /Catalog >>"), "x")[0] == "pdf"
    assert inspect_file(zipped(WORD), "x.docx")[0] == "docx"
    assert inspect_file(zipped(TEXT), "x")[0] == "odt"
    link = b"<Relationship Type='x/relationships/hyperlink' Target='https://x' TargetMode='External'/>"
    assert inspect_file(zipped(WORD, **{"word/_rels/document.xml.rels": link}), "x")[0] == "docx"


@pytest.mark.parametrize("name", ACTIVE)
@pytest.mark.parametrize("way", [b"/%s", b"<</S/%s/X(y)>>", b"/#%02x%s"])
def test_a_pdf_that_acts_is_refused_however_it_is_written(name, way):
    word = name.encode()
    written = way % (word[0], word[1:]) if b"#" in way else way % word
    for content in (with_inside(written + b" "), packed(b"1 0 " + written + b" ")):
        with refused("pdf_acts"):
            inspect_file(content, "x.pdf")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"MZ\x90\x00 program", "file_no_pdf"),
        (b"<html><script>alert(1)</script>", "file_no_pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "file_no_pdf"),
        (b"GIF89a", "file_no_pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 macro document", "file_old_office"),
        (b"%PDF-x", "file_no_pdf"),
        (b"%PDF-1.7 half of it", "file_cut_off"),
        (b"%PDF-1.7 \n%%EOF", "file_cut_off"),
        (with_inside(b"/Encrypt 5 0 R"), "pdf_locked"),
        (with_inside(b"/#45ncrypt 5 0 R"), "pdf_locked"),
        (with_inside(b"/Type /ObjStm"), "pdf_unreadable"),
        (packed(b"1 0 /X", b"<</Type/ObjStm/Filter 7 0 R>>"), "pdf_unreadable"),
        (packed(b"1 0 /X", b"<</Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]>>"), "pdf_unreadable"),
        (packed(b"1 0 /X", b"<</Type/ObjStm/Filter[/FlateDecode/FlateDecode]>>"), "pdf_unreadable"),
        (packed(b"1 0 /X", b"<</Type/ObjStm/Filter/FlateDecode/X(% a string)>>"), "pdf_unreadable"),
        (packed(b"1 0 /X", b"<</Type/Obj#53tm/Filter/FlateDecode>>"), "pdf_unreadable"),
        (packed(b"1 0 /X", pack=bytes), "pdf_unreadable"),
        (packed(b"1 0 /X", pack=lambda told: zlib.compress(zlib.compress(told))), "pdf_unreadable"),
        (packed(b"1 0 " + bytes(MOST_UNPACKED)), "pdf_unreadable"),
        (b"PK\x03\x04 no archive", "file_unreadable_inside"),
        (zipped({"a.txt": b"x"}), "file_kind_unknown"),
        (zipped(TEXT, mimetype=b"text/html"), "file_kind_unknown"),
        (zipped(WORD, **{"word/vbaProject.bin": b"x"}), "file_acts"),
        (zipped(WORD, **{"word/embeddings/oleObject1.bin": b"x"}), "file_acts"),
        (zipped(WORD, **{"[Content_Types].xml": b"macroEnabled.main+xml"}), "file_acts"),
        (zipped(WORD, **{"word/_rels/settings.xml.rels": b"<R TargetMode='External' Target='//x'/>"}), "file_acts"),
        (zipped(TEXT, **{"Basic/Standard/Module1.xml": b"x"}), "file_acts"),
        (zipped(TEXT, **{"content.xml": b"<script:event-listener/>"}), "file_acts"),
        (zipped(WORD, **{"word/big.xml": bytes(65 * 1024 * 1024)}), "file_unreadable_inside"),
        (zipped(WORD | {f"p{number}": b"" for number in range(2001)}), "file_unreadable_inside"),
        (picture()[:40], "picture_broken"),
        (b"\xff\xd8\xff\xe0 no picture", "picture_broken"),
    ],
)  # fmt: skip
def test_what_is_not_what_it_says_is_refused_with_its_reason(content, code):
    with refused(code):
        inspect_file(content, "carta.PDF")


def test_what_does_not_even_say_that_it_is_a_pdf_is_of_no_kind_that_is_known():
    with refused("file_kind_unknown"):
        inspect_file(b"hola", "hola.txt")


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "jpg"), ("PNG", "png")])
def test_a_picture_is_made_anew_without_what_its_maker_left_in_it(kind, name):
    stored = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "secret-place", 6
    Image.new("RGB", (20, 10), "red").save(stored, kind, exif=exif)
    found, kept = inspect_file(stored.getvalue() + b"<script>tail</script>", f"foto.{name}")

    assert found == name and b"secret-place" not in kept and b"script" not in kept
    with Image.open(io.BytesIO(kept)) as shown:
        # Turned as it was meant to be seen.
        assert shown.size == (10, 20) and not shown.getexif()


def test_what_is_clear_in_a_picture_stays_clear():
    stored = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(stored, "PNG")

    with Image.open(io.BytesIO(inspect_file(stored.getvalue(), "x.png")[1])) as shown:
        assert shown.getpixel((0, 0))[3] == 0


def test_a_picture_that_would_fill_the_memory_is_refused():
    small = picture()
    said = b"IHDR" + struct.pack(">II", 8000, 8000) + small[24:29]
    large = small[:12] + said + struct.pack(">I", zlib.crc32(said)) + small[33:]
    with refused("picture_too_large"):
        inspect_file(large, "x.png")


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xff\xd8\xff"])
)
def test_whatever_comes_is_taken_or_refused_and_nothing_else_happens(noise, begins):
    try:
        kind, _kept = inspect_file(begins + noise, "x.pdf")
    except Refusal as refusal:
        kind = refusal.code
    assert isinstance(kind, str)
