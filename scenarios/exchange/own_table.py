"""A scenario as the table of its injects, and a block of all that is no inject: together the whole document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from injects.duration import parse_duration, write_duration
from scenarios.exchange.headers import read_header
from scenarios.exchange.own_cells import HEADERS, JSON_KEYS, KEPT, KEYS, TEXTS, as_cell, as_json, as_lines, pieces

BY_HAND = "manual"


@dataclass(frozen=True)
class OwnTable:
    """The block, a row per key of the document; and the table, a row per inject under *headers*."""

    block: Sequence[Sequence[str]]
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


def own_table(document: Mapping[str, Any]) -> OwnTable:
    """Lay out a sound document, as ``whole`` gives it."""
    rows = [_row(inject) for inject in document["injects"]]
    headers = _in_order(rows)
    block = [[f"scenario.{key}", *pieces(as_json(value))] for key, value in document.items() if key != "injects"]
    return OwnTable(block, headers, [[row.get(header, "") for header in headers] for row in rows])


def _row(inject: Mapping[str, Any]) -> dict[str, str]:
    row: dict[str, str] = {}
    for key, value in inject.items():
        if value is None and not key.startswith("x_"):
            continue
        for header, cell in _cells(key, value).items():
            for number, piece in enumerate(pieces(cell), start=1):
                row[header if number == 1 else f"{header} ({number})"] = piece
    return row


def _cells(key: str, value: Any) -> dict[str, str]:
    name = HEADERS.get(key, key)
    match key:
        case "at":
            return {name: _clock(value)}
        case "manual":
            return {HEADERS["at"]: BY_HAND} if value else {}
        case "after":
            return {name: _after(value)}
        case "to":
            return {name: "; ".join(value)} if value else {}
        case "expected":
            return _list(name, value)
        case _ if key in TEXTS and isinstance(value, Mapping):
            return {f"{name} [{language}]": as_cell(words) for language, words in value.items()}
        case _ if key == KEPT and _spreads(value):
            return dict(value)
        case _ if key in JSON_KEYS or key.startswith("x_") or not isinstance(value, str):
            return {name: as_json(value)}
    return {name: as_cell(value)}


def _clock(written: Any) -> str:
    seconds = int(parse_duration(written).total_seconds())
    return f"T+{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _after(after: Mapping[str, Any]) -> str:
    delay = write_duration(parse_duration(after.get("delay") or 0))
    more = {key: value for key, value in after.items() if key not in ("inject", "delay")}
    return as_json(after) if more else f"{after['inject']} + {delay}"


def _list(name: str, entries: Sequence[Any]) -> dict[str, str]:
    lines = as_lines(entries)
    if lines is None:
        return {name: as_json(entries)} if entries else {}
    return {f"{name} [{language}]" if language else name: words for language, words in lines.items()}


def _spreads(kept: Any) -> bool:
    """Say whether what an import kept can stand in columns of its own again."""
    return (
        isinstance(kept, Mapping)
        and bool(kept)
        and all(
            isinstance(words, str)
            and words
            and as_cell(words) == words
            and as_cell(header) == header == " ".join(header.split())
            and len(header) < 100
            and not {*"[]()"} & set(header)
            and header not in KEYS
            and not header.startswith("x_")
            and read_header(0, header).field is None
            for header, words in kept.items()
        )
    )


def _in_order(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Give the headers in the order of a MSEL: each field with its languages, then what was kept."""
    used = dict.fromkeys(header for row in rows for header in row)
    found: list[str] = []
    for name in HEADERS.values():
        own = [header for header in used if header == name or header.startswith((f"{name} [", f"{name} ("))]
        found += own if own or name in ("Expected action", "Owner", "Notes", "Message", "Title") else [name]
    return [*found, *(header for header in used if header not in found)]
