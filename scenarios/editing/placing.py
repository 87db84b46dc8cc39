"""Putting an entry in, taking one out, copying one and moving one, in lists and mappings, in lines and in brackets."""

import re
from collections.abc import Sequence
from typing import Any

from scenarios.editing.errors import EditError
from scenarios.editing.piece import Piece
from scenarios.editing.replacing import as_json
from scenarios.editing.sheet import Sheet, Slot, Splice
from scenarios.editing.writing import in_brackets, in_lines, key_words

_COMMENT = re.compile(r"(?:^|\s)#")
_TO_COMMA = re.compile(r"(?:\s+|#[^\r\n]*)*,")


def put_in(sheet: Sheet, parent: Piece, place: int, key: str | None, value: Any) -> list[Splice]:
    """Put a new entry at *place* of a list or mapping that is not empty; *key* is its name in a mapping."""
    if parent.flow:
        return [_put_in_brackets(sheet, parent, place, key, value)]
    first = sheet.start_of(parent, 0)
    entry = [value] if key is None else {key: value}
    return [_put_lines(sheet, parent, place, in_lines(entry, sheet.column(first), sheet.hanging))]


def _put_lines(sheet: Sheet, parent: Piece, place: int, lines: Sequence[str]) -> Splice:
    indent = " " * sheet.column(sheet.start_of(parent, 0))
    words = sheet.newline.join(lines)
    gap = _gap(sheet, parent)
    if place:
        at = sheet.line_end(sheet.end_of(parent, place - 1))
        return Splice(at, at, f"{gap}{indent}{words}")
    start = sheet.start_of(parent, 0)
    if sheet.begins_line(start):
        at = sheet.chunk(parent, 0)[0]
        return Splice(at, at, f"{indent}{words}{gap}")
    return Splice(start, start, f"{words}{sheet.newline}{indent}")


def _gap(sheet: Sheet, parent: Piece) -> str:
    """Give what stands between two entries: the end of a line, and a blank line where the author leaves one."""
    apart = len(parent.items) > 1 and _is_blank(sheet, sheet.next_line(sheet.end_of(parent, 0)))
    return sheet.newline * (2 if apart else 1)


def _is_blank(sheet: Sheet, at: int) -> bool:
    return at < len(sheet.text) and not sheet.text[at : sheet.line_end(at)].strip()


def _put_in_brackets(sheet: Sheet, parent: Piece, place: int, key: str | None, value: Any) -> Splice:
    words = in_brackets(value, as_json(sheet, parent))
    if key is not None:
        words = f"{in_brackets(key, True) if as_json(sheet, parent) else key_words(key)}: {words}"
    beside = sheet.start_of(parent, max(0, place - 1))
    gap = sheet.newline + " " * sheet.column(beside) if sheet.begins_line(beside) else " "
    if place:
        at = sheet.end_of(parent, place - 1)
        return Splice(at, at, f",{gap}{words}")
    return Splice(beside, beside, f"{words},{gap}")


def take_out(sheet: Sheet, slot: Slot) -> list[Splice]:
    """Take an entry out of a list or mapping that has others; comments around it stay."""
    parent, place = slot.parent, slot.place
    if parent.flow:
        return _take_out_of_brackets(sheet, parent, place)
    start, end = sheet.start_of(parent, place), sheet.line_end(sheet.end_of(parent, place))
    if sheet.begins_line(start):
        line, after = sheet.line_start(start), sheet.next_line(end)
        if after == end:
            # The last line of the file ends without a break: then the break before it goes.
            return [Splice(sheet.line_end(sheet.end_of(parent, place - 1)) if place else line, end, "")]
        if line and _is_blank(sheet, after) and _is_blank(sheet, sheet.line_start(line - 1)):
            # It stood between two blank lines, of which one was its own.
            after = sheet.next_line(after)
        return [Splice(line, after, "")]
    following = sheet.start_of(parent, 1)
    own = sheet.end_of(parent, place)
    if _COMMENT.search(sheet.text[own:following]):
        # The comment moves up to the dash: between the two there may be no tab.
        rest = sheet.text[own : sheet.line_end(own)]
        return [Splice(start, own + len(rest) - len(rest.lstrip()), "")]
    return [Splice(start, following, "")]


def _take_out_of_brackets(sheet: Sheet, parent: Piece, place: int) -> list[Splice]:
    size = len(parent.entries) or len(parent.items)
    start, end = sheet.start_of(parent, place), sheet.end_of(parent, place)
    if place + 1 < size:
        following = sheet.start_of(parent, place + 1)
        if not _COMMENT.search(sheet.text[end:following]):
            return [Splice(start, following, "")]
        return _without_comments(sheet, start, end, _comma(sheet, end))
    before = sheet.end_of(parent, place - 1)
    if not _COMMENT.search(sheet.text[before:start]):
        return [Splice(before, end, "")]
    comma = _comma(sheet, end)
    # What is the last now has a comma behind it only where its author had one behind the last.
    ahead = _comma(sheet, before) if comma is None else None
    alone = [] if ahead is None else [Splice(ahead, ahead + 1, "")]
    return [*alone, *_without_comments(sheet, start, end, comma)]


def _comma(sheet: Sheet, behind: int) -> int | None:
    """Give where the comma behind an entry stands, if there is one."""
    found = _TO_COMMA.match(sheet.text, behind)
    return found.end() - 1 if found else None


def _without_comments(sheet: Sheet, start: int, end: int, comma: int | None) -> list[Splice]:
    """Take out an entry and the comma behind it; of the comments around it only that of a line it has to itself."""
    stop = end if comma is None else comma + 1
    rest = sheet.text[stop : sheet.line_end(stop)].strip()
    if sheet.begins_line(start) and sheet.line_end(end) == sheet.line_end(stop) and rest[:1] in ("", "#"):
        return [Splice(sheet.line_start(start), sheet.next_line(stop), "")]
    blank = len(sheet.text[:start]) - len(sheet.text[:start].rstrip(" "))
    own = Splice(start if sheet.begins_line(start) else start - blank, end, "")
    return [own] if comma is None else [own, Splice(comma, stop, "")]


def copy(sheet: Sheet, slot: Slot) -> list[Splice]:
    """Write an entry of a list once more, right after itself, as it is written."""
    parent, place = slot.parent, slot.place
    start, end = sheet.start_of(parent, place), sheet.end_of(parent, place)
    if parent.flow:
        beside = sheet.newline + " " * sheet.column(start) if sheet.begins_line(start) else " "
        return [Splice(end, end, f",{beside}{sheet.text[start:end]}")]
    end = sheet.line_end(end)
    indent = " " * sheet.column(start)
    return [Splice(end, end, f"{_gap(sheet, parent)}{indent}{sheet.text[start:end]}")]


def move(sheet: Sheet, slot: Slot, to: int) -> list[Splice]:
    """Give an entry another place among its neighbours; what is written between them stays where it is."""
    parent = slot.parent
    size = len(parent.entries) or len(parent.items)
    order = [place for place in range(size) if place != slot.place]
    order.insert(to, slot.place)
    if parent.flow:
        spans = [(sheet.start_of(parent, place), sheet.end_of(parent, place)) for place in range(size)]
    else:
        spans = [sheet.chunk(parent, place) for place in range(size)]
        if not all(sheet.begins_line(sheet.start_of(parent, place)) for place in range(size)):
            raise EditError("edit_unsafe", path="")
    texts = [sheet.text[start:end] for start, end in spans]
    return [
        Splice(*span, texts[place])
        for span, place, own in zip(spans, order, range(size), strict=True)
        if place != own
    ]  # fmt: skip
