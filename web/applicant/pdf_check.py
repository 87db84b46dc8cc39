"""Whether a PDF is one, and only shows: a file with scripts, other files inside or a lock is not taken.

Nothing here follows the file's own tables, for these may lie: its bytes are searched for the names of all that acts,
however they are written (``/J#61vaScript``), and its object streams are unpacked, within bounds, and searched too. An
object stream that is written otherwise than programs write them is refused. Names by ISO 32000-1: 7.3.5, 7.5.7, 12.6.4.
"""

import re
import zlib
from collections.abc import Iterator

from simulator.refusal import Refusal

_ENDS = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"
# What acts by itself or at a click, or carries other files along.
ACTIVE = (
    "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "XFA", "SubmitForm",
    "ImportData", "GoToR", "GoToE", "Filespec",
)  # fmt: skip
MOST_UNPACKED = 32 * 1024 * 1024
TAIL = 2048


def _name(words: str) -> bytes:
    """Give a pattern for a name that is written plainly, or with ``#`` and two digits for any of its signs."""
    return b"".join(rb"(?:%c|#(?i:%02x))" % (sign, sign) for sign in words.encode())


_ACTIVE = re.compile(b"/(?:" + b"|".join(map(_name, ACTIVE)) + b")" + _ENDS)
_LOCKED = re.compile(b"/" + _name("Encrypt") + _ENDS)
_PACKED = re.compile(b"/" + _name("ObjStm") + _ENDS)
# A dictionary without strings, comments and escapes, up to its stream; white space belongs to no packed data.
_PLAIN = re.compile(rb"\s*<<[A-Za-z0-9/.\s\[\]-]*>>\s*stream\s*")
_FILTER = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(?=/|>)")
_NUMBERS = re.compile(rb"\s*\d+\s+\d+\s")


def check_pdf(content: bytes) -> None:
    """Refuse what is no whole PDF, what is locked, and what does more than show."""
    if not re.match(rb"%PDF-[12]\.\d", content):
        raise Refusal("file_no_pdf")
    if b"%%EOF" not in content[-TAIL:] or b"startxref" not in content[-TAIL:]:
        raise Refusal("file_cut_off")
    if _LOCKED.search(content):
        raise Refusal("pdf_locked")
    for part in (content, *_unpacked(content)):
        if _ACTIVE.search(part):
            raise Refusal("pdf_acts")


def _unpacked(content: bytes) -> Iterator[bytes]:
    left, done = MOST_UNPACKED, 0
    for packed in _PACKED.finditer(content):
        if packed.start() < done:
            continue
        described = _described(content, packed.start())
        if described is None or len(_FILTER.findall(described[0])) != 1 or described[0].count(b"Decode") != 1:
            raise Refusal("pdf_unreadable")
        try:
            inside = zlib.decompressobj().decompress(content[described.end() :], left)
        except zlib.error:
            raise Refusal("pdf_unreadable") from None
        left, done = left - len(inside), described.end()
        if left <= 0 or not _NUMBERS.match(inside):
            raise Refusal("pdf_unreadable")
        yield inside


def _described(content: bytes, at: int) -> re.Match[bytes] | None:
    """Give the dictionary around a place, from its object's beginning to where its stream begins."""
    before = content.rfind(b"obj", 0, at)
    found = _PLAIN.match(content, before + 3) if before >= 0 else None
    return found if found is not None and found.end() > at else None
