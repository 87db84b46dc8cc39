"""Whether every attachment is there, of a kind that opens anywhere, and can be had without eyes or ears."""

import re

from injects.inject import Attachment
from scenarios.checking.check import Check
from scenarios.node import Path

PICTURES = frozenset({"png", "jpg", "webp"})
SOUNDS = frozenset({"mp3", "ogg"})
TYPES = PICTURES | SOUNDS | {"pdf", "csv", "txt"}
MOST_BYTES = 5 * 1024 * 1024
_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|^$")


def check_attachments(check: Check) -> None:
    """Find attachments that a team could not open, or that some of its members could not perceive."""
    for path, inject in check.injects:
        for place, attachment in enumerate(inject.files):
            _check_attachment(check, (*path, "files", place), attachment)


def _check_attachment(check: Check, path: Path, attachment: Attachment) -> None:
    names = attachment.file.every()
    for language, name in names.items():
        _check_file(check, (*path, "file", language), name)
    types = {name.rpartition(".")[2].lower() for name in names.values()}
    first = next(iter(names.values()))
    if types & PICTURES and attachment.alt is None:
        check.report(path, "missing_alt", file=first)
    if types & SOUNDS and attachment.transcript is None:
        check.report(path, "missing_transcript", file=first)


def _check_file(check: Check, path: Path, name: str) -> None:
    if _OUTSIDE.search(name):
        check.report(path, "bad_file_name", file=name)
        return
    if name.rpartition(".")[2].lower() not in TYPES:
        check.report(path, "unknown_file_type", file=name, types=" ".join(sorted(TYPES)))
    if name not in check.files:
        check.report(path, "missing_attachment", file=name, nearest=check.nearest(name, check.files))
    elif (size := check.files[name]) > MOST_BYTES:
        check.report(path, "attachment_too_large", file=name, bytes=size, most=MOST_BYTES)
