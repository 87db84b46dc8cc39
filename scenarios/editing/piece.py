"""YAML text as pieces that know from which character to which they are written; what splicing cuts along."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from scenarios.node import Scalar
from scenarios.scalar import resolve
from scenarios.yaml_reader import LOADER

Kind = Literal["scalar", "list", "mapping", "alias"]
_COLON = re.compile(r"[ \t]*:")
_SKIPPED = re.compile(r"(?:\s+|#[^\r\n]*)*")
_BLOCK = ("|", ">")


@dataclass(slots=True, eq=False)
class Piece:
    """One node of the text, *start* to *end* in code points; its anchor belongs to it.

    A block's *end* is that of the last thing in it, so that blank lines and comments after it are nobody's. *flow*
    says that a list or mapping is written in brackets; *style* is a scalar's mark, empty for a plain one.
    """

    kind: Kind
    start: int
    end: int
    value: Scalar = None
    style: str = ""
    flow: bool = False
    anchor: str | None = None
    items: "list[Piece]" = field(default_factory=list)
    entries: "list[tuple[Piece, Piece]]" = field(default_factory=list)
    target: "Piece | None" = None

    @property
    def name(self) -> str:
        """Give the word that a key is."""
        return str((self.target or self).value)

    @property
    def keys(self) -> list[str]:
        """Give a mapping's keys."""
        return [key.name for key, _value in self.entries]

    @property
    def in_lines(self) -> bool:
        """Say whether it is a list or mapping written line by line."""
        return self.kind in ("list", "mapping") and not self.flow

    def plain(self) -> Any:
        """Give the same as dicts, lists and scalars, with every key."""
        match self.kind:
            case "alias":
                return self.target.plain() if self.target else None
            case "list":
                return [item.plain() for item in self.items]
            case "mapping":
                return {key.name: value.plain() for key, value in self.entries}
        return self.value


def read_pieces(text: str) -> Piece:
    """Give the root of a text that the reader takes; raise ``yaml.YAMLError`` where it takes it no more."""
    return _Pieces(text).read()


class _Pieces:
    def __init__(self, text: str) -> None:
        self.text = text
        self.anchors: dict[str, Piece] = {}
        self.open: list[tuple[Piece, list[Piece]]] = []
        self.root = Piece("scalar", 0, 0)

    def read(self) -> Piece:
        events: Iterable[Any] = yaml.parse(self.text, Loader=LOADER)
        for event in events:
            if issubclass(of := type(event), yaml.ScalarEvent):
                self._add(self._scalar(event))
            elif issubclass(of, yaml.AliasEvent):
                found = self.anchors.get(event.anchor)
                self._add(Piece("alias", event.start_mark.index, event.end_mark.index, target=found))
            elif issubclass(of, yaml.CollectionStartEvent):
                kind: Kind = "list" if issubclass(of, yaml.SequenceStartEvent) else "mapping"
                piece = Piece(kind, event.start_mark.index, 0, flow=bool(event.flow_style), anchor=event.anchor)
                self._note(piece)
                self.open.append((piece, []))
            elif issubclass(of, yaml.CollectionEndEvent):
                self._close(event.end_mark.index)
        return self.root

    def _scalar(self, event: Any) -> Piece:
        value = resolve(event.value) if event.implicit[0] else event.value
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if style in _BLOCK:
            end = self._end_of_block(start, end)
        piece = Piece("scalar", start, end, value, style, anchor=event.anchor)
        self._note(piece)
        return piece

    def _end_of_block(self, start: int, end: int) -> int:
        # What is kept to the last blank line owns those lines; else they only stand between two things.
        header = re.compile(r"[^|>]*[|>][0-9]*\+").match(self.text, start, end)
        cut = self.text[start:end]
        return start + len(re.sub(r"\r?\n\Z", "", cut) if header else cut.rstrip())

    def _note(self, piece: Piece) -> None:
        if piece.anchor is not None:
            self.anchors[piece.anchor] = piece

    def _add(self, piece: Piece) -> None:
        if self.open:
            self.open[-1][1].append(piece)
        else:
            self.root = piece

    def _close(self, end: int) -> None:
        piece, inside = self.open.pop()
        if piece.kind == "list":
            piece.items = inside
            self._place_empty_items(piece)
        else:
            piece.entries = list(zip(inside[::2], inside[1::2], strict=True))
            self._place_empty_values(piece)
        last = inside[-1:] or [piece]
        piece.end = end if piece.flow else last[0].end
        self._add(piece)

    def _place_empty_values(self, piece: Piece) -> None:
        # The parser says of what is not there only roughly where: here it is right behind its colon.
        for key, value in piece.entries:
            if _is_nothing(value) and (colon := _COLON.match(self.text, key.end)):
                value.start = value.end = colon.end()

    def _place_empty_items(self, piece: Piece) -> None:
        if piece.flow:
            return
        for place, item in enumerate(piece.items):
            if _is_nothing(item):
                item.start = item.end = dash_of(self.text, piece, place) + 1


def _is_nothing(piece: Piece) -> bool:
    return piece.kind == "scalar" and piece.start == piece.end


def dash_of(text: str, listing: Piece, place: int) -> int:
    """Give where the dash of a list's item stands."""
    before = listing.items[place - 1].end if place else listing.start
    if not place and listing.anchor is not None:
        before = text.index(listing.anchor, before) + len(listing.anchor)
    skipped = _SKIPPED.match(text, before)
    return skipped.end() if skipped else before
