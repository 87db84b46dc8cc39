"""Which inject leads to which: through an option, an answer, a silence, a flag, or simply after it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from injects.condition import ConditionError, atoms, parse_condition
from injects.condition_tree import And, Call, Condition, Flag, Not, Or
from web.editor.listing import Line
from web.words import N_, say

WIDTH, HEIGHT, GAP_X, GAP_Y, EDGE = 220, 50, 200, 16, 12
WORDS = {
    "answered": N_("answered"), "lapsed": N_("no answer"), "delivered": N_("delivered"),
}  # fmt: skip
AFTER, NOT = N_("after it"), N_("not: %(what)s")


@dataclass(frozen=True)
class Edge:
    """A way from one inject to another, and in words why; *is_not* where the condition wants the contrary."""

    source: str
    target: str
    words: str
    is_not: bool = False
    is_after: bool = False


def edges_of(lines: Sequence[Line], language: str) -> list[Edge]:
    """Give every way there is, in the order of the injects it leads to."""
    setters = list(_setters(lines))
    ids = {line.id for line in lines}
    found: dict[Edge, None] = {}
    for line in lines:
        after = line.raw.get("after")
        if isinstance(after, dict) and after.get("inject") in ids:
            found[Edge(str(after["inject"]), line.id, say(language, AFTER), is_after=True)] = None
        for edge in _joined(line.id, _conditional(line, setters, language), language):
            if edge.source in ids and edge.source != line.id:
                found[edge] = None
    return list(found)


def _joined(target: str, ways: Iterator[tuple[str, str, bool]], language: str) -> Iterator[Edge]:
    """Give one way from each inject: all that must happen there, or, where nothing must, all that must not."""
    told: dict[str, dict[bool, dict[str, None]]] = {}
    for source, words, is_not in ways:
        told.setdefault(source, {}).setdefault(is_not, {})[words] = None
    for source, both in told.items():
        wanted = ", ".join(both.get(False, ()))
        yield (
            Edge(source, target, wanted)
            if wanted
            else Edge(source, target, say(language, NOT, what=", ".join(both[True])), is_not=True)
        )


def _conditional(line: Line, setters: list[tuple[str, str, str]], language: str) -> Iterator[tuple[str, str, bool]]:
    written = line.raw.get("if")
    if not isinstance(written, str):
        return
    with suppress(ConditionError):
        for atom, is_not in _signed(parse_condition(written), False):
            yield from ((source, words, is_not) for source, words in _sources(atom, setters, language))


def _signed(condition: Condition, is_not: bool) -> Iterator[tuple[Flag | Call, bool]]:
    match condition:
        case Not(operand):
            yield from _signed(operand, not is_not)
        case And(operands) | Or(operands):
            for operand in operands:
                yield from _signed(operand, is_not)
        case _:
            yield from ((atom, is_not) for atom in atoms(condition))


def _sources(atom: Flag | Call, setters: list[tuple[str, str, str]], language: str) -> Iterator[tuple[str, str]]:
    match atom:
        case Flag(name):
            yield from ((inject, words or name) for flag, inject, words in setters if flag == name)
        case Call("chose", (inject, option)):
            yield inject, option
        case Call(function, (inject, *_)):
            yield inject, say(language, WORDS[function])


def _setters(lines: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    """Give flag, inject and option wherever a flag is set; no option where the delivery sets it."""
    for line in lines:
        yield from ((str(flag), line.id, "") for flag in _listed(line.raw.get("sets")))
        ask = line.raw.get("ask")
        for option in _listed(ask.get("options") if isinstance(ask, dict) else None):
            if isinstance(option, dict):
                yield from ((str(flag), line.id, str(option.get("id", ""))) for flag in _listed(option.get("sets")))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def graph_of(lines: Sequence[Line], edges: Sequence[Edge]) -> dict[str, Any]:
    """Lay the injects out in columns: each to the right of all that lead to it; those without a branch are left out."""
    touched = {id for edge in edges for id in (edge.source, edge.target)}
    shown = [line for line in lines if line.id in touched]
    columns = _columns([line.id for line in shown], edges)
    filled: dict[int, int] = {}
    boxes: dict[str, dict[str, Any]] = {}
    for line in shown:
        column = columns[line.id]
        row = filled.get(column, 0)
        filled[column] = row + 1
        boxes[line.id] = {"line": line, "x": EDGE + column * (WIDTH + GAP_X), "y": EDGE + row * (HEIGHT + GAP_Y)}
    return {
        "boxes": list(boxes.values()), "box": (WIDTH, HEIGHT),
        "width": 2 * EDGE + (max(filled, default=0) + 1) * (WIDTH + GAP_X) - GAP_X,
        "height": 2 * EDGE + max(filled.values(), default=1) * (HEIGHT + GAP_Y) - GAP_Y,
        "ways": list(_ways(edges, boxes)),
    }  # fmt: skip


def _columns(ids: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    columns = dict.fromkeys(ids, 0)
    # As many rounds as there are injects: a circle ends there too.
    for _round in ids:
        moved = False
        for edge in edges:
            wanted = min(columns[edge.source] + 1, len(ids) - 1)
            if columns[edge.target] < wanted:
                columns[edge.target], moved = wanted, True
        if not moved:
            break
    return columns


def _ways(edges: Sequence[Edge], boxes: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Lead each way into its box at a place of its own, so that its words lie on it and on no other's."""
    arriving = Counter(edge.target for edge in edges)
    arrived: Counter[str] = Counter()
    for edge in edges:
        arrived[edge.target] += 1
        source, target = boxes[edge.source], boxes[edge.target]
        x1, y1 = source["x"] + WIDTH, source["y"] + HEIGHT / 2
        x2, y2 = target["x"], target["y"] + round(HEIGHT * arrived[edge.target] / (arriving[edge.target] + 1), 1)
        middle = x1 + (x2 - x1) * 0.4
        path = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
        yield {"edge": edge, "path": path, "x": x2 - 12, "y": y2 - 5}
