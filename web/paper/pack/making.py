"""The pack as files: all kits in one PDF, or an archive with a PDF per kit that is given piece by piece."""

import pickle
import sys
import zipfile
from collections.abc import Iterator, Sequence

from simulator.refusal import Refusal
from web.paper.naming import bare_words, file_name
from web.paper.pack.attachments import files_apart
from web.paper.pack.kit import Kit, drill_title, file_of
from web.paper.pack.subject import Subject
from web.paper.page import MARKS
from web.paper.pdf import many_pdfs
from web.words import known_language, say

# Ours alone: nothing that a person typed is in it.
COMMAND = (sys.executable, "-m", "web.paper.pack.press")
# What one process lays out within its limits of memory and time, with room to spare (docs/print-pack.md).
MOST_IN_ONE = 40
# So many are laid out by one process: its start costs as much as a kit, and all of them are in memory at once.
AT_A_TIME = 12
# Nobody's clock is in an archive: the same kits are the same bytes.
STILL = (1980, 1, 1, 0, 0, 0)


def pack_pdf(subject: Subject, kits: Sequence[Kit]) -> bytes:
    """Give *kits* as one PDF; refuse none at all, and more than one process may lay out."""
    return printed(subject, [_bounded(kits)])[0]


def printed(subject: Subject, groups: Sequence[Sequence[Kit]]) -> list[bytes]:
    """Give a PDF for each group of kits, made in one process of its own; called as `pdf_of` is."""
    told = pickle.dumps((subject, groups))
    try:
        return many_pdfs(told, COMMAND, len(groups))
    except Refusal as refusal:
        if refusal.code != "pdf_failed":
            raise
        # There is no page of a pack that could be printed instead.
        raise Refusal("pack_failed") from None


def _bounded(kits: Sequence[Kit]) -> Sequence[Kit]:
    if not kits:
        raise Refusal("pack_empty")
    if len(kits) > MOST_IN_ONE:
        raise Refusal("pack_too_large", kits=len(kits), most=MOST_IN_ONE)
    return kits


def pack_zip(subject: Subject, kits: Sequence[Kit]) -> Iterator[bytes]:
    """Give an archive of a PDF per kit, piece by piece as they are made; at no time are more than a few in memory.

    With a facilitator's kit the files that are on no card are beside it.
    """
    if not kits:
        raise Refusal("pack_empty")
    return _pieces(subject, kits)


def _pieces(subject: Subject, kits: Sequence[Kit]) -> Iterator[bytes]:
    shelf = _Shelf()
    with zipfile.ZipFile(shelf, "w") as archive:
        for begin in range(0, len(kits), AT_A_TIME):
            some = kits[begin : begin + AT_A_TIME]
            made = printed(subject, [[kit] for kit in some])
            for number, (kit, pdf) in enumerate(zip(some, made, strict=True), start=begin + 1):
                archive.writestr(_entry(file_of(subject, kit, number)), pdf)
            yield shelf.take()
        for name, content in _apart(subject, kits):
            archive.writestr(_entry(name), content)
            yield shelf.take()
    yield shelf.take()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, STILL)
    # Without these, some programs unpack a file that nobody may read.
    entry.external_attr = 0o644 << 16
    return entry


def _apart(subject: Subject, kits: Sequence[Kit]) -> Iterator[tuple[str, bytes]]:
    """Give each file that a facilitator needs beside her kit, once, its name behind the mark."""
    seen = set()
    for kit in kits:
        for name in files_apart(subject, kit.language) if kit.kind == "facilitator" else ():
            if name not in seen:
                seen.add(name)
                bare, _dot, ending = name.rpartition(".")
                mark = bare_words(say(kit.spoken, MARKS[subject.rehearsal]))
                yield f"files/{mark}-{len(seen):02}-{bare_words(bare)}.{ending}", subject.files[name]


def pack_name(subject: Subject, language: str, ending: str) -> str:
    """Name the whole: the mark, the drill."""
    mark = say(known_language(language), MARKS[subject.rehearsal])
    return file_name(mark, drill_title(subject, language), "print-pack", ending=ending)


class _Shelf:
    """Where the archive is written to, and taken from as soon as something lies there."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes, /) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: whoever takes the pieces sends them on."""

    def close(self) -> None:
        """Do nothing: what has been written stays to be taken."""

    def take(self) -> bytes:
        """Give what has come since."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
