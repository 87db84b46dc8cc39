"""What docs/protocol.md says, read from it: the tables below each heading, and whether a payload keeps to them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"
HEADING = re.compile(r"^(#{2,3}) (.+)$")
ROW = re.compile(r"^\| `([a-z_]+)` \| (.+?) \|")
STAFF = " (staff)"
PLAIN = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


@cache
def tables() -> dict[tuple[str, str], list[dict[str, str]]]:
    """Give, by section and heading, its tables: of each the type that stands beside each field."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    section = name = ""
    inside = False
    for line in PAGE.read_text().splitlines():
        heading = HEADING.match(line)
        if heading:
            section, name = (heading[2], "") if heading[1] == "##" else (section, heading[2])
            found[section, name] = []
        row = ROW.match(line)
        if row and not inside:
            found[section, name].append({})
        inside = bool(row)
        if row:
            found[section, name][-1][row[1]] = row[2]
    return found


def of_section(section: str) -> dict[str, dict[str, str]]:
    """Give the fields of what a section tells of; a heading may name several with the same fields."""
    told: dict[str, dict[str, str]] = {}
    for (where, heading), found in tables().items():
        if where == section and heading:
            for name in heading.removesuffix(STAFF).split(", "):
                told[name] = found[0] if found else {}
    return told


def objects() -> dict[str, dict[str, str]]:
    """Give the fields of each object, by its name."""
    return of_section("Objects") | {"Event": tables()["Numbered events", "Event"][0]}


def kind_fields(kind: str, *, staff: bool = False) -> dict[str, str]:
    """Give the fields of an event of a kind, those that all have among them."""
    return objects()["Event"] | of_section("Events of the staff" if staff else "Events of a team")[kind]


def link_in(told: str) -> str | None:
    """Give the object that a type names."""
    found = re.search(r"\[(\w+)\]\(#[\w-]+\)", told)
    return found[1] if found else None


def departures(fields: dict[str, str], value: dict[str, Any], place: str, *, optional: bool = False) -> Iterator[str]:
    """Name where a payload is not as its table says; *optional* fields may be missing."""
    for name in sorted(value.keys() - fields.keys()):
        yield f"{place}.{name} is not in the page"
    for name, told in fields.items():
        if name in value:
            yield from _of_type(told, value[name], f"{place}.{name}")
        elif not optional:
            yield f"{place}.{name} is missing"


def _of_type(told: str, value: Any, place: str) -> Iterator[str]:
    wanted = re.sub(r" \((?:ms|instant)\)", "", told)
    wanted, _, alternative = wanted.partition(", or ")
    if alternative == "null" and value is None:
        return
    many = re.match(r"(list|map) of (.+)", wanted)
    if many:
        right = isinstance(value, list if many[1] == "list" else dict)
        if not right:
            yield f"{place} is no {many[1]}"
        for one in (value if many[1] == "list" else value.values()) if right else ():
            yield from _of_type(many[2], one, f"{place}[]")
    elif name := link_in(wanted):
        if name == "Event":
            return
        if isinstance(value, dict):
            yield from departures(objects()[name], value, place)
        else:
            yield f"{place} is no {name}"
    elif not PLAIN[wanted](value):
        yield f"{place} is no {wanted}: {value!r}"
