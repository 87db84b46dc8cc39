"""What an uploaded file really is: by its bytes, never by its name; what may act is refused."""

from simulator.refusal import Refusal
from web.applicant.office_check import check_office
from web.applicant.pdf_check import check_pdf
from web.applicant.picture_check import remade

BEGINNINGS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"PK\x03\x04": "zip"}
# What old office programs wrote; its macros cannot be told from its text.
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def inspect_file(content: bytes, name: str) -> tuple[str, bytes]:
    """Give what a file is (``pdf``, ``png``, ``jpg``, ``docx``, ``odt``) and the bytes to keep of it; refuse all else.

    *name* only serves to say what she thought it was.
    """
    if not content:
        raise Refusal("file_empty")
    found = next((kind for begins, kind in BEGINNINGS.items() if content.startswith(begins)), None)
    match found:
        case "pdf":
            check_pdf(content)
            return "pdf", content
        case "png" | "jpg":
            return found, remade(content, found)
        case "zip":
            return check_office(content), content
    if content.startswith(OLD_OFFICE):
        raise Refusal("file_old_office")
    raise Refusal("file_no_pdf" if name.lower().endswith(".pdf") else "file_kind_unknown")
