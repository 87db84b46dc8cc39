"""Whether a text document is one, and only text: no macros, no files inside, nothing fetched from elsewhere."""

import io
import re
import zipfile

from simulator.refusal import Refusal

MOST_ENTRIES, MOST_UNPACKED = 2000, 64 * 1024 * 1024
# By the part of a name inside: programs, foreign objects, controls.
ACTIVE = re.compile(
    r"vba|macro|activex|embeddings|oleobject|customui|(^|/)basic/|(^|/)scripts/|\.bin$|\.exe$|\.jar$", re.I
)
# What is fetched from elsewhere when the document opens; a link that a reader follows is none of it.
OUTSIDE = re.compile(rb'<[^<>]*TargetMode\s*=\s*["\']External["\'][^<>]*>', re.I)
MACROS = re.compile(rb"macroEnabled|vbaProject|script:event-listener|office:scripts>\s*<", re.I)
READ = (".rels", "[content_types].xml", "content.xml", "document.xml", "settings.xml", "manifest.xml")
ODT = b"application/vnd.oasis.opendocument.text"


def check_office(content: bytes) -> str:
    """Give ``docx`` or ``odt``; refuse what is neither, what is locked or too large inside, and what acts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _check(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        raise Refusal("file_unreadable_inside") from None


def _check(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    names = {one.filename for one in entries}
    if (
        len(entries) > MOST_ENTRIES
        or sum(one.file_size for one in entries) > MOST_UNPACKED
        or len(names) < len(entries)
    ):
        raise Refusal("file_unreadable_inside")
    kind = _kind(archive, names)
    if any(ACTIVE.search(name) for name in names):
        raise Refusal("file_acts")
    for one in entries:
        if one.filename.lower().endswith(READ):
            part = _read(archive, one)
            fetched = (found for found in OUTSIDE.findall(part) if b"/hyperlink" not in found)
            if any(fetched) or MACROS.search(part):
                raise Refusal("file_acts")
    return kind


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return "docx"
    if {"mimetype", "content.xml"} <= names and _read(archive, archive.getinfo("mimetype")).strip() == ODT:
        return "odt"
    raise Refusal("file_kind_unknown")


def _read(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    with archive.open(one) as part:
        # An entry may be larger than it says.
        read = part.read(one.file_size + 1)
    if len(read) > one.file_size:
        raise Refusal("file_unreadable_inside")
    return read
