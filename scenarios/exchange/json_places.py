"""JSON with the place of every value, and without what JSON leaves open: no key twice, no NaN, bounded depth."""

import json
import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import Any

from scenarios.node import Entry, Mark, Node
from scenarios.yaml_bytes import UnreadableError, decode

MOST_BYTES, MOST_DEPTH, MOST_NODES = 1024 * 1024, 60, 100_000
_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]{0,400})(?:\.[0-9]{1,400})?(?:[eE][-+]?[0-9]{1,6})?")


def read_json(data: bytes) -> tuple[Node, str]:
    """Read a document; raise ``UnreadableError`` with the place where it is none. Give also its text as it stands."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("file_too_large", Mark(1, 1), bytes=len(data), most=MOST_BYTES)
    text = decode(data)
    return _Reader(text).document(), data.decode("utf-8")


class _Reader:
    """Walk a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._at = self._depth = self._nodes = 0

    def document(self) -> Node:
        """Read the one value."""
        node = self._value()
        self._skip()
        if self._at < len(self._text):
            raise self._trouble("json_syntax", found=self._here())
        return node

    def _value(self) -> Node:
        self._skip()
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._trouble("too_many_nodes", most=MOST_NODES)
        mark = self._mark()
        match self._text[self._at : self._at + 1]:
            case "{":
                return Node(mark, self._object())
            case "[":
                return Node(mark, self._array())
            case '"':
                return Node(mark, self._string())
        found = _WORD.match(self._text, self._at)
        if not found:
            raise self._trouble("json_syntax", found=self._here())
        self._at = found.end()
        return Node(mark, json.loads(found[0]))

    def _object(self) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        self._enter()
        while self._more("}", not entries):
            self._skip()
            mark = self._mark()
            if self._text[self._at : self._at + 1] != '"':
                raise self._trouble("json_syntax", found=self._here())
            key = self._string()
            if key in entries:
                raise UnreadableError("duplicate_key", mark, key=key[:60])
            self._expect(":")
            entries[key] = Entry(mark, self._value())
        return entries

    def _array(self) -> list[Node]:
        nodes: list[Node] = []
        self._enter()
        while self._more("]", not nodes):
            nodes.append(self._value())
        return nodes

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self._trouble("too_deep", most=MOST_DEPTH)
        self._at += 1

    def _more(self, end: str, first: bool) -> bool:
        """Say whether another entry follows; pass over what parts it from the one before, or over the *end*."""
        self._skip()
        if self._text[self._at : self._at + 1] == end:
            self._at += 1
            self._depth -= 1
            return False
        if not first:
            self._expect(",")
        return True

    def _string(self) -> str:
        try:
            words, self._at = _DECODER.raw_decode(self._text, self._at)
        except JSONDecodeError as error:
            self._at = min(error.pos, len(self._text))
            raise self._trouble("json_syntax", found=self._here()) from None
        return str(words)

    def _expect(self, sign: str) -> None:
        self._skip()
        if self._text[self._at : self._at + 1] != sign:
            raise self._trouble("json_syntax", found=self._here())
        self._at += 1

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _here(self) -> str:
        return self._text[self._at : self._at + 10].split("\n")[0] or "⏎"

    def _mark(self) -> Mark:
        line = bisect_right(self._lines, self._at)
        return Mark(line, self._at - self._lines[line - 1] + 1)

    def _trouble(self, code: str, **parameters: Any) -> UnreadableError:
        return UnreadableError(code, self._mark(), **parameters)
