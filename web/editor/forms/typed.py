"""What was typed into a form, read back as a part of a document, with the place of each value in the form."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from werkzeug.datastructures import MultiDict

from scenarios.node import Path
from web.editor.forms.choices import Choices
from web.editor.forms.shown import NEW, Shown
from web.editor.forms.spec import Field

Typed = MultiDict[str, str]
Places = dict[Path, str]
_WHOLE = re.compile(r"-?[0-9]{1,9}")
# What an untouched row holds anyway says nothing of whether somebody has written in it.
_SAYS_NOTHING = frozenset({"tick", "one"})


def typed_of(shown: Iterable[Shown]) -> Typed:
    """Give what a browser would send of a form that nobody has touched."""
    told: Typed = MultiDict()
    for one in shown:
        _tell(one, told)
    return told


def _tell(one: Shown, told: Typed) -> None:
    for code, words in one.texts:
        told.add(f"{one.at}:{code}", words)
    if one.field.kind == "many":
        # In the order of the boxes, whatever the order in the document.
        for value, _words in one.choices:
            if value in one.value:
                told.add(one.at, value)
    elif one.field.kind == "tick":
        told.setlist(one.at, ["1"] if one.value else [])
    elif not one.parts and not one.rows:
        told.add(one.at, one.value)
    for row in one.rows:
        if not row.is_new:
            told.add(f"{row.at}.#", row.key)
            told.add(f"{row.at}.was", row.key)
            for part in row.parts:
                _tell(part, told)
    for part in one.parts:
        _tell(part, told)


class Reader:
    """Read a form; *places* says afterwards which input each path came from, *renamed* who has another id: was, is."""

    def __init__(self, typed: Typed, choices: Choices) -> None:
        self.typed, self.choices = typed, choices
        self.places: Places = {}
        self.renamed: dict[Path, dict[str, str]] = {}

    def read_all(self, fields: Iterable[Field], at: str = "", path: Path = ()) -> dict[str, Any]:
        """Give the keys that were filled in."""
        dot = f"{at}." if at else ""
        found = {one.key: self.read(one, dot + one.key, (*path, one.key)) for one in fields}
        return {key: value for key, value in found.items() if value is not None}

    def read(self, one: Field, at: str, path: Path) -> Any:
        """Give the value of a field; None where it is left out."""
        self.places[path] = at
        match one.kind:
            case "tick":
                ticked = bool(self.typed.get(at))
                return None if ticked == one.default else ticked
            case "one":
                chosen = self.typed.get(at, "")
                return None if chosen in ("", one.default) else chosen
            case "many":
                return [value for value in self.typed.getlist(at) if value] or None
            case "sender":
                chosen = self.typed.get(at, "")
                return self._texts(at, path) if chosen == "*" else chosen or None
            case "words" | "paragraph":
                return self._texts(at, path)
            case "number" | "length":
                return _number(self.typed.get(at, "").strip(), one)
            case "ids":
                return [part.strip() for part in self.typed.get(at, "").split(",") if part.strip()] or None
            case "lines":
                return [line.strip() for line in self.typed.get(at, "").splitlines() if line.strip()] or None
            case "group":
                return self._group(one, at, path)
            case "anchors":
                levels = [Field(level, "paragraph", level) for level in self.choices.levels]
                return self.read_all(levels, at, path) or None
            case "says" | "rows":
                return [entry for _key, entry in self._rows(one, at, path)] or None
            case "named":
                return dict(self._rows(one, at, path)) or None
        return self.typed.get(at, "").strip() or None

    def _group(self, one: Field, at: str, path: Path) -> dict[str, Any] | None:
        held = self.read_all(one.fields, at, path)
        # A question of no kind is none.
        no_kind = one.key == "ask" and "kind" not in held
        return None if no_kind else held or None

    def _texts(self, at: str, path: Path) -> dict[str, str] | str | None:
        begin = f"{at}:"
        told = {name.removeprefix(begin): _text(self.typed[name]) for name in self.typed if name.startswith(begin)}
        by_language = {code: words for code, words in told.items() if code and words}
        for code in by_language:
            self.places[(*path, code)] = f"{at}:{code}"
        return by_language or told.get("") or None

    def _rows(self, one: Field, at: str, path: Path) -> Iterator[tuple[str, Any]]:
        seen: dict[str, None] = {}
        place = 0
        for number in self._numbers(at):
            row = f"{at}.{number}"
            if self.typed.get(f"{row}.remove") or self._is_blank(one, row):
                continue
            key = self._key(row, seen) if one.kind == "named" else ""
            inside: Path = (*path, key if one.kind == "named" else place)
            self.places[inside] = row
            entry = self._entry(one, row, inside)
            self._note_renamed(row, path, key or (entry.get("id", "") if isinstance(entry, dict) else ""))
            yield key, entry
            place += 1

    def _numbers(self, at: str) -> list[str]:
        found = re.compile(rf"{re.escape(at)}\.({NEW}|[0-9]+)[.:]")
        return list(dict.fromkeys(match[1] for name in self.typed if (match := found.match(name))))

    def _entry(self, one: Field, row: str, path: Path) -> Any:
        if one.kind == "says" or one.fields[0].key == "":
            return self._texts(row, path) or ""
        return self.read_all(one.fields, row, path)

    def _note_renamed(self, row: str, path: Path, key: str) -> None:
        was = self.typed.get(f"{row}.was", "")
        if was and key and was != key:
            self.renamed.setdefault(path, {})[was] = key

    def _key(self, row: str, seen: dict[str, None]) -> str:
        wanted = self.typed.get(f"{row}.#", "").strip() or f"new_{len(seen) + 1}"
        key, number = wanted, 2
        while key in seen:
            key, number = f"{wanted}_{number}", number + 1
        seen[key] = None
        return key

    def _is_blank(self, one: Field, row: str) -> bool:
        silent = {f"{row}.{inner.key}" for inner in one.fields if inner.kind in _SAYS_NOTHING}
        silent.add(f"{row}.was")
        names = [name for name in self.typed if name.startswith((f"{row}.", f"{row}:"))]
        return not any(self.typed.get(name, "").strip() for name in names if name not in silent)


def _number(written: str, one: Field) -> Any:
    if _WHOLE.fullmatch(written) and (one.kind == "number" or written == "0"):
        return int(written)
    return written or None


def _text(words: str) -> str:
    # Browsers send lines with two characters at their end; what is empty at the end of a text nobody sees.
    return words.replace("\r\n", "\n").strip("\n").rstrip()
