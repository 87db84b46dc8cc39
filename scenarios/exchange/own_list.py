"""A MSEL that we wrote, edited or not, back to its document: every column means exactly one key."""

import json
import re
from collections.abc import Mapping
from typing import Any

from injects.duration import write_duration
from scenarios.exchange.findings import RowFindings
from scenarios.exchange.foreign_list import Understood
from scenarios.exchange.listing import Listing
from scenarios.exchange.own_cells import JSON_KEYS, KEPT, KEYS, TEXTS, from_cell, from_lines
from scenarios.exchange.own_table import BY_HAND
from scenarios.exchange.sheet import Broken, Value, words_in
from scenarios.exchange.time_cell import read_time
from scenarios.quote import quote

_COLUMN = re.compile(r"(.*?)(?: \[([A-Za-z0-9-]+)\])?(?: \((\d+)\))?", re.S)
_AFTER = re.compile(r"(\S+) \+ (\S+)")
MARK = "format"


def understand_own(listing: Listing, findings: RowFindings) -> Understood:
    """Give what a list of our own says; cells that cannot be read go to *findings*."""
    understood = Understood()
    for key, written in listing.block.items():
        try:
            understood.head[key] = json.loads(written)
        except (ValueError, RecursionError):
            findings.report(1, 1, "bad_cell", header=quote(f"scenario.{key}"))
    for number, row in enumerate(listing.sheet.rows[listing.header_row + 1 :], start=listing.header_row + 2):
        if any(isinstance(value, Broken) or words_in(value) for value in row):
            understood.rows += 1
            inject = _inject(_joined(row, listing), number, findings)
            if number not in findings.bad_rows:
                understood.injects.append(inject)
                understood.numbers.append(number)
    return understood


def own_mapping(listing: Listing) -> dict[str, str | None]:
    """Give the key that each column is, ``None`` for one that was added."""
    return {header.words: _key(header.words)[0] for header in listing.headers}


def _key(words: str) -> tuple[str | None, str, int]:
    """Give key, language and number of a header."""
    found = _COLUMN.fullmatch(words)
    name, language, number = found.groups() if found else (words, None, None)
    key = KEYS.get(name, name if name.startswith("x_") else None)
    return (key, language or "", int(number or 1)) if key else (None, "", 1)


def _joined(row: Any, listing: Listing) -> dict[tuple[str, str], tuple[int, Value]]:
    """Give the cells by key and language, long ones put together again, with their column from 1."""
    found: dict[tuple[str, str], tuple[int, Value]] = {}
    for header in sorted(listing.headers, key=lambda one: _key(one.words)[2]):
        value = row[header.place] if header.place < len(row) else ""
        if value == "":
            continue
        key, language, _number = _key(header.words)
        place = (key, language) if key else (KEPT, f"={header.words}")
        before = found[place][1] if place in found else None
        joined = f"{before}{value}" if isinstance(before, str) and isinstance(value, str) else value
        found[place] = header.place + 1, joined
    return found


def _inject(cells: Mapping[tuple[str, str], tuple[int, Value]], number: int, findings: RowFindings) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for (key, language), (column, value) in cells.items():
        try:
            _add(told, key, language, value)
        except (ValueError, RecursionError):
            written = value.what if isinstance(value, Broken) else words_in(value)
            header = next(name for name, one in (*KEYS.items(), (key, key)) if one == key)
            code = "bad_time" if key == "at" else "bad_cell"
            told_more = {"value": quote(written)} if key == "at" else {}
            findings.report(number, column, code, **told_more, header=quote(header))
    if lines := {language: words for (key, language), words in told.pop("", {}).items() if key == "expected"}:
        told["expected"] = from_lines(lines)
    return told


def _add(told: dict[str, Any], key: str, language: str, value: Value) -> None:
    if isinstance(value, Broken):
        raise ValueError(value.what)
    cell = value if isinstance(value, str) else words_in(value)
    if key == "at":
        told.update(_time(value))
    elif language.startswith("="):
        told.setdefault(KEPT, {})[language[1:]] = cell
    elif key == "after":
        told[key] = _after(cell)
    elif key == "to":
        told[key] = [part.strip() for part in cell.split(";") if part.strip()]
    elif key in JSON_KEYS or key.startswith("x_"):
        told[key] = json.loads(cell)
    elif key == "expected":
        found = from_cell(cell)
        if isinstance(found, list):
            told[key] = found
        else:
            told.setdefault("", {})[key, language] = cell
    elif key in TEXTS and language:
        told.setdefault(key, {})[language] = _words(cell)
    else:
        told[key] = from_cell(cell) if key == "from" else _words(cell)


def _words(cell: str) -> str:
    found = from_cell(cell)
    return found if isinstance(found, str) else cell


def _after(cell: str) -> Any:
    found = _AFTER.fullmatch(cell.strip())
    return {"inject": found[1], "delay": found[2]} if found else json.loads(cell)


def _time(value: Value) -> dict[str, Any]:
    if words_in(value).casefold() == BY_HAND:
        return {"manual": True}
    moment = read_time(value, offsets=True)
    if moment is None or moment.kind == "dated" or moment.length.total_seconds() < 0:
        raise ValueError("bad_time")
    return {"manual": True} if moment.kind == "hand" else {"at": write_duration(moment.length)}
