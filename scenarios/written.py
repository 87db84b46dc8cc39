"""Where a character of a text is written, though quotes, escapes and folded lines stand between the two."""

import re

from scenarios.node import Mark, Path
from scenarios.reading import FAR, Reading

_ANCHOR = re.compile(r"&\S+\s+")
# An anchor, the mark of a block, an indent.
_MARKS = 200


def place_inside(reading: Reading, path: Path, text: str, offset: int) -> Mark | None:
    """Give the place of the character at *offset* of the text at a path; none where it is written in another way."""
    start = reading.mark(path)
    # A document of two megabytes may be one line; so no more is looked at than the text can need.
    most = 2 * offset + _MARKS
    source = reading.lines[start.line - 1][start.column - 1 : start.column - 1 + most]
    for line in reading.lines[start.line : start.line + FAR]:
        if len(source) >= most:
            break
        source += f"\n{line[:most]}"
    position = _follow(source, _begin(source), text[:offset])
    if position is None:
        return None
    position = _skip(source, position) if not text[:offset] or text[offset - 1].isspace() else position
    further = source.count("\n", 0, position)
    column = position - source.rfind("\n", 0, position)
    return Mark(start.line + further, column if further else start.column + position)


def _begin(source: str) -> int:
    named = _ANCHOR.match(source)
    position = named.end() if named else 0
    if source.startswith(("|", ">"), position):
        return _skip(source, max(position, source.find("\n", position)))
    return position + source.startswith(('"', "'"), position)


def _follow(source: str, position: int, text: str) -> int | None:
    # What is folded is white space of any length in both.
    for before, character in zip(f" {text}", text, strict=False):
        if character.isspace():
            after = _skip(source, position)
            if after == position and not before.isspace():
                return None
            position = after
            continue
        position = _skip(source, position) if before.isspace() else position
        position += source.startswith(("\\", "''"), position)
        if not source.startswith(character, position):
            return None
        position += 1
    return position


def _skip(source: str, position: int) -> int:
    while source[position : position + 1].isspace():
        position += 1
    return position
