"""A JSON text with some values changed: what is the same stays as it was written, to the byte."""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"\n([ \t]+)")
_FIRST_SIGN = re.compile(r'"\s*:([ \t]*)')
# What tells an entry of a list from the others.
_NAMES = ("uuid", "inject_uuid")


class _Part(NamedTuple):
    """An entry of an object or a list: its key, and where it begins, where its value does, and where both end."""

    key: str
    begin: int
    start: int
    end: int


def splice(text: str, new: Any) -> str:
    """Give a sound JSON *text* with the value *new*, which was made from what it says."""
    at = _skip(text, 1 if text.startswith("\ufeff") else 0)
    _old, end = _DECODER.raw_decode(text, at)
    return text[:at] + _Writer(text).value(at, new) + text[end:]


class _Writer:
    """Write values the way one text was written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._indent = found[1] if (found := _LINE.search(text)) else None
        self._line = "\r\n" if "\r\n" in text else "\n"
        self._ascii = text.isascii() and "\\u" in text
        sign = found[1] if (found := _FIRST_SIGN.search(text)) else " "
        comma = "," if self._indent is not None or not sign else ", "
        self._signs = (comma, f":{sign}")

    def value(self, at: int, new: Any) -> str:
        """Give the value that begins at a place, as it is now."""
        old, end = _DECODER.raw_decode(self._text, at)
        if old == new:
            return self._text[at:end]
        parts = self._parts(at, isinstance(old, dict)) if old and isinstance(old, dict | list) else []
        if parts and isinstance(old, dict) and isinstance(new, Mapping) and new:
            return self._joined(at, end, parts, self._entries(parts, new))
        if parts and isinstance(old, list) and isinstance(new, Sequence) and not isinstance(new, str) and new:
            return self._joined(at, end, parts, self._items(parts, old, new))
        return self._fresh(new, at)

    def _entries(self, parts: list[_Part], new: Mapping[str, Any]) -> list[tuple[_Part | None, str]]:
        there = {part.key for part in parts}
        kept = [part for part in parts if part.key in new]
        entries: list[tuple[_Part | None, str]] = [
            (part, self._text[part.begin : part.start] + self.value(part.start, new[part.key])) for part in kept
        ]
        for key in new:
            if key not in there:
                name = json.dumps(key, ensure_ascii=self._ascii)
                entries.append((None, name + self._signs[1] + self._fresh(new[key], parts[0].begin)))
        return entries

    def _items(self, parts: list[_Part], old: list[Any], new: Sequence[Any]) -> list[tuple[_Part | None, str]]:
        """Write each entry from the one it was: the one at its place where none came or went, else its namesake."""
        if len(old) == len(new) and [_name(one) for one in old] == [_name(one) for one in new]:
            return [(part, self.value(part.start, one)) for part, one in zip(parts, new, strict=True)]
        by_name: dict[str, list[_Part]] = {}
        for part, one in zip(parts, old, strict=True):
            by_name.setdefault(_name(one), []).append(part)
        items: list[tuple[_Part | None, str]] = []
        for one in new:
            same = by_name.get(_name(one))
            if same:
                items.append((same[0], self.value(same.pop(0).start, one)))
            else:
                items.append((None, self._fresh(one, parts[0].begin)))
        return items

    def _joined(self, at: int, end: int, parts: list[_Part], items: list[tuple[_Part | None, str]]) -> str:
        text = self._text
        opening, closing = text[at : parts[0].begin], text[parts[-1].end : end]
        if [part for part, _written in items] == parts:
            between = [text[one.end : two.begin] for one, two in pairwise(parts)]
        else:
            usual = text[parts[0].end : parts[1].begin] if len(parts) > 1 else "," + (opening[1:] or self._signs[0][1:])
            between = [usual] * (len(items) - 1)
        return opening + "".join(f"{one[1]}{sign}" for one, sign in zip(items, [*between, ""], strict=True)) + closing

    def _fresh(self, new: Any, at: int) -> str:
        """Write a value anew, at the depth of the line that a place is on."""
        written = json.dumps(new, ensure_ascii=self._ascii, indent=self._indent, separators=self._signs)
        start = self._text.rfind("\n", 0, at) + 1
        margin = self._text[start : _skip(self._text, start)] if self._indent is not None else ""
        return written.replace("\n", self._line + margin)

    def _parts(self, at: int, keyed: bool) -> list[_Part]:
        parts, here = [], at
        while self._text[here] not in "}]" or here == at:
            begin = start = _skip(self._text, here + 1)
            key = ""
            if keyed:
                key, start = _DECODER.raw_decode(self._text, begin)
                start = _skip(self._text, _skip(self._text, start) + 1)
            _value, end = _DECODER.raw_decode(self._text, start)
            parts.append(_Part(key, begin, start, end))
            here = _skip(self._text, end)
        return parts


def _name(one: Any) -> str:
    """Give what an entry is known by: its UUID, or all that it says."""
    named = [one[key] for key in _NAMES if isinstance(one.get(key), str)] if isinstance(one, Mapping) else []
    return named[0] if named else json.dumps(one)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
