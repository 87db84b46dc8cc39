"""A document that is being edited: its text, its pieces, and the ways to cut out, put in and replace one of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from scenarios.editing.errors import EditError, SharedError
from scenarios.editing.piece import Piece, dash_of, read_pieces
from scenarios.node import Path, Step
from scenarios.yaml_reader import read_yaml

BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT_LINE = re.compile(r"[ \t]*#")


class Splice(NamedTuple):
    """Put other text in the place of what stands from *start* to *end*."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Slot:
    """One entry of a list or mapping: the piece it is in, its place there, and what it holds."""

    parent: Piece
    place: int
    piece: Piece


class Sheet:
    """Hold a text and its pieces; raise ``EditError`` where the reader does not take the text as it stands."""

    def __init__(self, text: str) -> None:
        found = read_yaml(text.encode("utf-8", "surrogatepass"), "")
        for finding in found.findings[:1]:
            problem = str(finding.parameters.get("problem", finding.code))
            raise EditError("edit_unreadable", line=finding.line, column=finding.column, problem=problem)
        self._take(text)
        if self.root.kind != "mapping":
            raise EditError("edit_unreadable", line=1, column=1, problem="not_mapping")

    def _take(self, text: str) -> None:
        self.bom, self.text = text.startswith(BOM), text.removeprefix(BOM)
        self.root = read_pieces(self.text)

    @property
    def whole(self) -> str:
        """Give the text with its mark of the encoding, if it had one."""
        return BOM * self.bom + self.text

    @property
    def newline(self) -> str:
        """Give what ends the lines of this document."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    @property
    def hanging(self) -> bool:
        """Say whether the document's lists begin right below their key."""
        return any(
            value.kind == "list" and value.in_lines and self.column(value.start) == self.column(key.start)
            for key, value in self.root.entries
        )

    def cut(self, splices: Iterable[Splice]) -> None:
        """Carry out splices that do not overlap, and read the text anew; raise ``EditError`` if it reads no more."""
        parts, at = [], 0
        for splice in sorted(splices):
            parts += [self.text[at : splice.start], splice.text]
            at = splice.end
        text = BOM * self.bom + "".join([*parts, self.text[at:]])
        try:
            self._take(text)
        except yaml.YAMLError:
            raise EditError("edit_unsafe", path="") from None

    def plain(self) -> Any:
        """Give what the document holds."""
        return self.root.plain()

    def line_start(self, at: int) -> int:
        """Give where the line of a place begins."""
        return max(self.text.rfind(mark, 0, at) + 1 for mark in "\n\r\x85\u2028\u2029")

    def line_end(self, at: int) -> int:
        """Give where the line of a place ends, before its break."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def next_line(self, at: int) -> int:
        """Give where the line after that of a place begins."""
        found = _BREAK.search(self.text, at)
        return found.end() if found else len(self.text)

    def column(self, at: int) -> int:
        """Count the characters before a place in its line."""
        return at - self.line_start(at)

    def begins_line(self, at: int) -> bool:
        """Say whether nothing but blanks stands before a place in its line."""
        return not self.text[self.line_start(at) : at].strip()

    def find(self, path: Sequence[Step]) -> Piece:
        """Give the piece at an exact path; raise ``SharedError`` where an alias stands on the way."""
        piece = self.root
        for step in path:
            piece = self.slot_in(piece, step).piece
        return piece

    def slot(self, path: Path) -> Slot:
        """Give the entry at an exact path."""
        return self.slot_in(self.find(path[:-1]), path[-1])

    def slot_in(self, piece: Piece, step: Step) -> Slot:
        """Give one entry of a piece."""
        self.refuse_alias(piece)
        if isinstance(step, int):
            return Slot(piece, step, piece.items[step])
        place = piece.keys.index(step)
        return Slot(piece, place, piece.entries[place][1])

    def refuse_alias(self, piece: Piece) -> None:
        """Raise ``SharedError`` for what only stands for something that is written elsewhere."""
        if piece.kind == "alias":
            raise SharedError

    def start_of(self, parent: Piece, place: int) -> int:
        """Give where an entry begins: its key, its dash, or in brackets what it holds."""
        if parent.kind == "mapping":
            return parent.entries[place][0].start
        return parent.items[place].start if parent.flow else dash_of(self.text, parent, place)

    def end_of(self, parent: Piece, place: int) -> int:
        """Give where an entry ends."""
        return (parent.entries[place][1] if parent.kind == "mapping" else parent.items[place]).end

    def lead_of(self, slot: Slot) -> int:
        """Give the place right behind an entry's colon or dash."""
        if slot.parent.kind == "list":
            return dash_of(self.text, slot.parent, slot.place) + 1
        return self.text.index(":", slot.parent.entries[slot.place][0].end) + 1

    def chunk(self, parent: Piece, place: int) -> tuple[int, int]:
        """Give from where to where an entry's own lines go, with the comments right above it."""
        start = self.line_start(self.start_of(parent, place))
        floor = self.next_line(self.end_of(parent, place - 1)) if place else 0
        while start > floor and _COMMENT_LINE.match(self.text, above := self.line_start(start - 1)):
            start = above
        return start, self.line_end(self.end_of(parent, place))
