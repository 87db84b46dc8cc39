"""The words, quotes and brackets of a condition, each with its column; and the error that names a column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "text", "punctuation", "end"]
_TOKEN = re.compile(r"""\s*(?:(?P<word>[^\W\d]\w*)|(?P<text>"[^"]*"|'[^']*')|(?P<punctuation>[(),]))""")


class ConditionError(ValueError):
    """Name what is wrong with a condition and where; *column* counts code points from 1 inside the text."""

    def __init__(self, code: str, column: int, **parameters: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        self.parameters = parameters


@dataclass(frozen=True)
class Token:
    """One piece of a condition; *value* of a quoted text comes without its quotes."""

    kind: TokenKind
    value: str
    column: int


def tokens(text: str) -> Iterator[Token]:
    """Cut a condition into tokens that end with one of kind ``end``; raise ``ConditionError``."""
    place, length = 0, len(text.rstrip())
    while place < length:
        found = _TOKEN.match(text, place)
        if found is None:
            raise _bad_character(text, place)
        place = found.end()
        yield _token(found)
    yield Token("end", "", length + 1)


def _token(found: re.Match[str]) -> Token:
    kind = str(found.lastgroup)
    column, value = found.start(kind) + 1, found[kind]
    if kind == "word":
        return Token("word", value, column)
    if kind == "text":
        return Token("text", value[1:-1], column)
    return Token("punctuation", value, column)


def _bad_character(text: str, place: int) -> ConditionError:
    place += len(text[place:]) - len(text[place:].lstrip())
    if text[place] in "\"'":
        return ConditionError("condition_quote_open", place + 1)
    return ConditionError("condition_bad_character", place + 1, character=text[place])
