"""What stands below a list without being of it: who approved it, its totals, a legend."""

import re
from collections.abc import Iterator, Sequence

from scenarios.exchange.headers import plain
from scenarios.exchange.line import Kind, Line
from scenarios.exchange.list_title import is_label
from scenarios.exchange.time_cell import read_time

_WORDS = frozenset(
    part
    for line in (
        "total|totals|subtotal|legend|key|signature|signatures|signed|abbreviations|acronyms",
        "totales|leyenda|clave|firma|firmas|abreviaturas|siglas|total de inyectos|total de eventos",
        "totais|legenda|chave|assinatura|assinaturas|abreviacoes|total de injects",
        "totaux|legende|cle|signatures|abreviations|sigles",
    )
    for part in line.split("|")
)
_LABEL = re.compile(r"[^:]{1,60}:")
_HAS_DIGIT = re.compile(r"\d")


def rows_below(lines: Sequence[tuple[Line, Kind]]) -> list[tuple[Line, Kind]]:
    """Give the rows at the end from the first label on, where no inject that is sure comes after it."""
    found: list[tuple[Line, Kind]] = []
    begun = False
    for line, kind in lines:
        if kind in ("startex", "endex") or (kind == "inject" and _is_sure(line)):
            found, begun = [], False
        elif begun or _is_labelled(line):
            begun = True
            found.append((line, kind))
    return found


def _is_sure(line: Line) -> bool:
    """Say whether a row has a number, or a time that is one; a label has none of its own."""
    if _is_labelled(line):
        return False
    number = line.say("id")
    # In a legend words such as "contingency" explain a letter.
    return bool(_HAS_DIGIT.search(number)) or any(kind != "hand" or not number for kind in _times(line))


def _times(line: Line) -> Iterator[str]:
    for name in ("at", "date", "story_time"):
        if (column := line.column(name)) and (moment := read_time(line.value(column))):
            yield moment.kind


def _is_labelled(line: Line) -> bool:
    first = next(iter(line.texts), "")
    name, colon, _rest = first.partition(":")
    return plain(name) in _WORDS or (bool(colon) and is_label(name)) or _LABEL.fullmatch(first) is not None
