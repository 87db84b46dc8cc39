"""The chains of a bundle, computed anew from their first row to the head that its manifest names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from typing import Any

from simulator.book import link_of
from simulator.bundle.fault import Fault
from simulator.bundle.log_lines import file_of
from simulator.bundle.opening import Bundle

FIELDS = ("stream", "seq", "drill_time", "wall_time", "actor", "team", "kind", "payload")


@dataclass(frozen=True)
class Told:
    """One row of the log, with the *line* of the *file* it stands on."""

    file: str
    line: int
    seq: int
    drill_time: int | None
    actor: str
    team: str | None
    kind: str
    payload: Mapping[str, Any]

    def fault(self, code: str, **parameters: str | int) -> Fault:
        """Say what is wrong with this row."""
        return Fault(code, self.file, self.line, self.seq, parameters)

    @property
    def account(self) -> str:
        """Give the id of the account that acted, nothing where it was none."""
        kind, _sign, whose = self.actor.partition(":")
        return whose if kind == "account" else ""


@dataclass
class Chain:
    """What a chain was found to be: its rows, how many follow from each other, and their hashes by row."""

    stream: str
    rows: list[Told] = field(default_factory=list)
    hashes: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    length: int = 0
    hash: str = ""

    @cached_property
    def by_kind(self) -> Mapping[str, list[Told]]:
        """Give the rows by their kind."""
        found: dict[str, list[Told]] = {}
        for row in self.rows:
            found.setdefault(row.kind, []).append(row)
        return found

    def of(self, *kinds: str) -> Iterator[Told]:
        """Give the rows of some kinds, in order."""
        return merge(*(self.by_kind.get(kind, ()) for kind in kinds), key=lambda row: row.line)


def read_chain(bundle: Bundle, stream: str) -> Chain:
    """Read a chain and check every row; after the first that does not follow, rows are read on but not counted."""
    chain, file, broken = Chain(stream), file_of(stream), False
    for line, told in bundle.lines(file):
        whole = isinstance(told, dict) and isinstance(told.get("payload"), dict)
        if whole and _is_readable(told):
            chain.rows.append(Told(file, line, **{name: told[name] for name in _KEPT}))
        if broken:
            continue
        digest = _link(chain.hash, told) if whole else None
        if digest is None or told["stream"] != stream or told["seq"] != chain.length + 1 or digest != told["hash"]:
            chain.faults.append(_broken(file, line, chain, told, digest))
            broken = True
            continue
        chain.length, chain.hash = chain.length + 1, digest
        chain.hashes[digest] = chain.length
    head = bundle.manifest["heads"][stream]
    if not broken and (head["seq"], head["hash"]) != (chain.length, chain.hash):
        told = {"seq": head["seq"], "hash": head["hash"], "length": chain.length}
        chain.faults.append(Fault("head_differs", file, max(chain.length, 1), chain.length, told))
    return chain


_KEPT = ("seq", "drill_time", "actor", "team", "kind", "payload")


def _is_readable(told: Mapping[str, Any]) -> bool:
    texts = isinstance(told.get("actor"), str) and isinstance(told.get("kind"), str)
    places = isinstance(told.get("team"), str | None) and isinstance(told.get("drill_time"), int | None)
    return set(told) >= {*FIELDS, "hash"} and type(told["seq"]) is int and texts and places


def _link(previous: str, told: Mapping[str, Any]) -> str | None:
    if set(told) != {*FIELDS, "hash"}:
        return None
    try:
        return link_of([previous, *(told[name] for name in FIELDS)])
    except (ValueError, TypeError, RecursionError):
        return None


def _broken(file: str, line: int, chain: Chain, told: Any, digest: str | None) -> Fault:
    seq = told.get("seq") if isinstance(told, dict) else None
    expected = chain.length + 1
    if type(seq) is int and seq != expected:
        return Fault("row_out_of_order", file, line, expected, {"found": seq, "expected": expected})
    if digest is None:
        return Fault("row_unreadable", file, line, expected)
    return Fault("row_broken", file, line, expected, {"expected": digest, "found": str(told["hash"])[:64]})
