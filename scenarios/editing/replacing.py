"""Putting another value in the place of one, with everything around it left as it is."""

import re
from typing import Any

from scenarios.editing.piece import Piece
from scenarios.editing.sheet import Sheet, Slot, Splice
from scenarios.editing.writing import Styled, in_brackets, in_lines

_CLOCK = re.compile(r"[0-9]+(?::[0-9]+)+")
_HEADER = re.compile(r"[|>][-+0-9]*")


def replace(sheet: Sheet, slot: Slot, value: Any) -> list[Splice]:
    """Write *value* where an entry has another one; a scalar keeps its quotes or its kind of block where it can."""
    if _is_clock(slot.piece.value) and not slot.piece.style and _is_clock(value):
        # Other readers take 1:30:00 for a number, so it would get quotes; who wrote it without them goes on so.
        return [Splice(slot.piece.start, slot.piece.end, value)]
    if slot.parent.flow:
        return [_in_brackets(sheet, slot, value)]
    header, body = rendered(sheet, slot, value)
    if slot.piece.in_lines:
        return [_instead_of_lines(sheet, slot, value, header, body)]
    return [_instead_of_words(sheet, slot, value, header, body)]


def rendered(sheet: Sheet, slot: Slot, value: Any) -> tuple[str, list[str]]:
    """Give what stands behind an entry's colon or dash, and the lines below it."""
    indent = sheet.column(sheet.start_of(slot.parent, slot.place))
    styled = Styled(value, slot.piece.style) if isinstance(value, str) and slot.piece.kind == "scalar" else value
    if slot.parent.kind == "list":
        header, *body = in_lines([styled], indent, sheet.hanging)
        return header.removeprefix("-").strip(), body
    header, *body = in_lines({"k": styled}, indent, sheet.hanging)
    return header.removeprefix("k:").strip(), body


def as_json(sheet: Sheet, parent: Piece) -> bool:
    """Say whether a piece in brackets is written as JSON is: every key in double quotes, its own or the document's."""
    keys = (parent if parent.entries else sheet.root).entries
    return parent.flow and all(key.style == '"' for key, _value in keys)


def _is_clock(value: Any) -> bool:
    return isinstance(value, str) and _CLOCK.fullmatch(value) is not None


def _in_brackets(sheet: Sheet, slot: Slot, value: Any) -> Splice:
    piece = slot.piece
    styled = Styled(value, piece.style) if isinstance(value, str) and piece.kind == "scalar" else value
    words = in_brackets(styled, as_json(sheet, slot.parent))
    blank = " " if piece.start == piece.end and slot.parent.kind == "mapping" else ""
    return Splice(piece.start, piece.end, blank + words)


def _instead_of_lines(sheet: Sheet, slot: Slot, value: Any, header: str, body: list[str]) -> Splice:
    lead, piece = sheet.lead_of(slot), slot.piece
    end, below = sheet.line_end(piece.end), sheet.line_start(piece.start) > lead
    if not below:
        # Lines below a dash begin two further in, however far from it the words stood.
        near = slot.parent.kind == "list"
        return Splice(lead if near else piece.start, end, _joined(sheet, [" " * near + header, *body]))
    if not header:
        return Splice(sheet.line_start(piece.start), end, _joined(sheet, body))
    rest = sheet.text[lead : sheet.line_end(lead)].rstrip()
    return Splice(lead, end, _joined(sheet, _with_comment(value, f" {header}", rest, body)))


def _instead_of_words(sheet: Sheet, slot: Slot, value: Any, header: str, body: list[str]) -> Splice:
    lead, piece = sheet.lead_of(slot), slot.piece
    start, end = piece.start, piece.end
    if piece.kind == "scalar" and piece.style in ("|", ">"):
        line_end = sheet.line_end(start)
        mark = _HEADER.search(sheet.text, start, line_end)
        rest = sheet.text[mark.end() if mark else line_end : line_end].rstrip()
    elif body or not header:
        end = sheet.line_end(piece.end)
        rest = sheet.text[piece.end : end].rstrip()
    else:
        rest = ""
    near = slot.parent.kind == "list" and body and not isinstance(value, str) and sheet.line_start(start) <= lead
    if near or (not header and sheet.line_start(start) <= lead):
        start = lead
        header = f" {header}".rstrip()
    elif start == lead:
        header = f" {header}"
    return Splice(start, end, _joined(sheet, _with_comment(value, header, rest, body)))


def _with_comment(value: Any, header: str, rest: str, body: list[str]) -> list[str]:
    # Behind words that go on in the next line a comment would end them.
    if body and isinstance(value, str) and header.strip()[:1] not in ("|", ">"):
        return [header, *body[:-1], body[-1] + rest]
    return [header + rest, *body]


def _joined(sheet: Sheet, lines: list[str]) -> str:
    return sheet.newline.join(lines)
