"""The cells of a MSEL that we write ourselves: words as they are wherever that is safe, JSON where it is not.

A facilitator reads and edits the table in a spreadsheet program, and nothing is lost on the way there and back.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

# Longer texts go on in a column of the same name with a number: a cell of XLSX holds 32,767 UTF-16 units.
LONGEST = 15_000
_SAFE = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*")
HEADERS = {
    "id": "Number", "at": "Time", "after": "After", "phase": "Phase", "channel": "Channel", "from": "From", "to": "To",
    "title": "Title", "body": "Message", "plain": "Plain", "script": "Script", "expected": "Expected action",
    "story_time": "Story time", "priority": "Priority", "if": "If", "ask": "Ask", "files": "Files", "sets": "Sets",
    "optional": "Optional", "owner": "Owner", "note": "Notes",
}  # fmt: skip
KEYS = {header: key for key, header in HEADERS.items()}
TEXTS = ("title", "body", "plain", "script", "owner", "note")
JSON_KEYS = ("ask", "files", "sets", "optional")
KEPT = "x_msel"


def as_json(value: Any) -> str:
    """Write any value on one line; what a spreadsheet could not hold is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return written if _SAFE.fullmatch(written) else json.dumps(value)


def as_cell(words: str) -> str:
    """Write words so that ``from_cell`` gives them back."""
    plain = words and words[0] not in '"[{' and words == words.strip() and _SAFE.fullmatch(words)
    return words if plain else as_json(words)


def from_cell(cell: str) -> Any:
    """Give what a cell holds: JSON where it is JSON, else its words."""
    if cell[:1] in ('"', "[", "{"):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    return cell


def pieces(words: str) -> list[str]:
    """Cut long words into what one cell holds."""
    return [words[start : start + LONGEST] for start in range(0, len(words), LONGEST)] or [""]


def as_lines(entries: Sequence[Any]) -> dict[str, str] | None:
    """Give a list of texts as lines per language, where that says all: ``""`` is every language."""
    if not entries or not all(isinstance(entry, type(entries[0])) for entry in entries):
        return None
    if isinstance(entries[0], str):
        return {"": "\n".join(entries)} if all(map(_is_line, entries)) else None
    if not isinstance(entries[0], Mapping):
        return None
    languages = list(entries[0])
    words = [entry[language] for entry in entries if set(entry) == set(languages) for language in languages]
    if len(words) != len(entries) * len(languages) or not all(map(_is_line, words)):
        return None
    return {language: "\n".join(entry[language] for entry in entries) for language in languages}


def _is_line(words: Any) -> bool:
    return isinstance(words, str) and "\n" not in words and as_cell(words) == words


def from_lines(columns: Mapping[str, str]) -> list[Any]:
    """Give the list of texts that lines per language say."""
    if "" in columns:
        return columns[""].split("\n")
    by_language = {language: words.split("\n") for language, words in columns.items()}
    longest = max(map(len, by_language.values()), default=0)
    return [
        {language: lines[place] for language, lines in by_language.items() if place < len(lines)}
        for place in range(longest)
    ]
