"""Whether a bundle holds: its chains, and that everything else in it follows from them; no database is needed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from scenarios.archive import BROKEN
from simulator.bundle.awards_check import check_awards
from simulator.bundle.decisions_check import check_decisions
from simulator.bundle.facts import Facts
from simulator.bundle.fault import Fault
from simulator.bundle.lists_check import check_lists
from simulator.bundle.log_lines import file_of
from simulator.bundle.opening import Bundle
from simulator.bundle.packing import MANIFEST
from simulator.bundle.play_check import check_play
from simulator.bundle.ratings_check import check_ratings
from simulator.bundle.standings_check import check_standings

MOST_FAULTS = 200
CHECKS = (check_play, check_ratings, check_decisions, check_standings, check_awards, check_lists)


@dataclass(frozen=True)
class Verdict:
    """What was found: *faults*, the first that can be placed first; *counts* of what was checked; the heads computed.

    *head* is where a published head was found, ``{stream, seq, of}``, None where none was given or it is nowhere.
    """

    faults: tuple[Fault, ...]
    counts: dict[str, int]
    heads: dict[str, dict[str, Any]]
    head: dict[str, Any] | None

    @property
    def holds(self) -> bool:
        """Say whether nothing was found."""
        return not self.faults


def verify_bundle(bundle: Bundle, head: str | None = None) -> Verdict:
    """Check a bundle; *head* is a hash that was published: it must be one of a chain."""
    facts: Facts | None = None
    found: list[Fault] = []
    changed = list(_digests(bundle))
    try:
        facts = Facts(bundle)
        found += [fault for chain in facts.chains.values() for fault in chain.faults]
        for check in CHECKS:
            found += islice(check(facts), MOST_FAULTS)
    except BROKEN as error:
        # A file cannot be read; `changed` names it.
        found += [] if changed else [Fault("file_unreadable", MANIFEST, parameters={"reason": str(error)[:200]})]
    chains = {} if facts is None else facts.chains
    place = next(
        (
            {"stream": name, "seq": chain.hashes[head], "of": chain.length}
            for name, chain in chains.items()
            if head in chain.hashes
        ),
        None,
    )
    if head is not None and place is None:
        name = file_of(next(iter(bundle.manifest["heads"]), "drill:"))
        found.append(Fault("head_unknown", name, parameters={"head": head}))
    return Verdict(
        tuple([*found, *changed][:MOST_FAULTS]), _counts(facts),
        {name: {"seq": one.length, "hash": one.hash} for name, one in chains.items()}, place,
    )  # fmt: skip


def _digests(bundle: Bundle) -> Iterator[Fault]:
    """Compare every file with the SHA-256 that the manifest has of it."""
    files = bundle.manifest["files"]
    for name in sorted(bundle.names - {MANIFEST} - set(files)):
        yield Fault("file_unknown", name)
    for name, expected in sorted(files.items()):
        if not bundle.has(name):
            yield Fault("file_missing", name)
            continue
        told = hashlib.sha256()
        try:
            for part in bundle.chunks(name):
                told.update(part)
        except BROKEN:
            yield Fault("file_unreadable", name)
            continue
        if told.hexdigest() != expected:
            yield Fault("file_changed", name, None, None, {"expected": expected, "found": told.hexdigest()})
    for stream in bundle.manifest["heads"]:
        if not bundle.has(file_of(stream)):
            yield Fault("file_missing", file_of(stream))


def _counts(facts: Facts | None) -> dict[str, int]:
    if facts is None:
        return {}
    try:
        return {
            "rows": sum(chain.length for chain in facts.chains.values()),
            "teams": len(facts.teams), "responses": len(facts.responses), "ratings": len(facts.ratings),
            "erased": sum(line["erased_at"] is not None for line in facts.responses.values()),
        }  # fmt: skip
    except BROKEN:
        return {}
