"""Assign responses to evaluators, the same for any order of the input (rules.md 25, 33)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scoring.assignment.balancing import balance, complete
from scoring.assignment.blocks import fill_by_inject, fill_evenly
from scoring.assignment.check import check_assignment
from scoring.assignment.ledger import Ledger
from scoring.assignment.links import link
from scoring.assignment.panel import Evaluator, Place, Unit, check_panel
from scoring.assignment.variety import vary
from scoring.finding import Finding

On = Mapping[Place, Collection[str]]
NOTHING: On = MappingProxyType({})


@dataclass(frozen=True)
class Assignment:
    """Hold who rates what, and what about it needs a person's eye.

    *evaluators* holds per response the ids of those who rate or have rated it, in code-point order. *added* is
    what is new; *dropped* is what she was to rate and no longer is; *voided* is what she has rated of a
    team that she is excluded from by now: it does not count, and somebody else was found.
    """

    evaluators: Mapping[Place, tuple[str, ...]]
    added: tuple[tuple[Place, str], ...]
    dropped: tuple[tuple[Place, str], ...]
    voided: tuple[tuple[Place, str], ...]
    findings: tuple[Finding, ...]


def assign(
    evaluators: Iterable[Evaluator],
    units: Iterable[Unit],
    needed: int,
    seed: str,
    *,
    assigned: On = NOTHING,
    rated: On = NOTHING,
    shared: Iterable[Collection[str]] = (),
) -> Assignment:
    """Find *needed* cleared evaluators for each response, keeping what was *assigned* or *rated* before.

    What is assigned moves only where its evaluator is gone or no longer cleared; what is rated stays, also when
    she is gone, unless she is excluded from that team now. *shared* names, per anchor response, those who rate it.
    Raise ``ScoringError`` where the input contradicts itself. Source: connected incomplete block designs,
    R. A. Fisher, The Design of Experiments, 1935; the balance of loads is a flow with convex costs.
    """
    panel, wanted = list(evaluators), list(units)
    check_panel(panel, wanted, needed)
    kept = {unit.place: _kept(panel, unit, assigned, rated) for unit in wanted}
    ledger = _work_out(panel, wanted, needed, seed, kept)
    on = {place: tuple(sorted(ledger.on[place])) for place in sorted(ledger.on)}
    gone = [(place, one) for place in on for one in _before(place, assigned, rated) if one not in kept[place]]
    return Assignment(
        evaluators=MappingProxyType(on),
        added=tuple((place, one) for place in on for one in on[place] if one not in kept[place]),
        dropped=tuple((place, one) for place, one in gone if one not in rated.get(place, ())),
        voided=tuple((place, one) for place, one in gone if one in rated.get(place, ())),
        findings=check_assignment(panel, wanted, needed, on, shared),
    )


def _before(place: Place, assigned: On, rated: On) -> list[str]:
    return sorted({*assigned.get(place, ()), *rated.get(place, ())})


def _kept(panel: Collection[Evaluator], unit: Unit, assigned: On, rated: On) -> frozenset[str]:
    excluded = {one.id for one in panel if unit.team in one.excluded}
    cleared = {one.id for one in panel if one.is_cleared(unit.team, unit.language)}
    to_rate = cleared.intersection(assigned.get(unit.place, ()))
    return frozenset(rated.get(unit.place, ())) - excluded | to_rate


def _work_out(
    panel: Collection[Evaluator], units: Collection[Unit], needed: int, seed: str, kept: Mapping[Place, frozenset[str]]
) -> Ledger:
    ordered = list(panel), list(units)
    fair = Ledger(*ordered, needed, seed, kept)
    fill_evenly(fair)
    complete(fair)
    balance(fair)
    ledger = Ledger(*ordered, needed, seed, kept)
    fill_by_inject(ledger, fair)
    complete(ledger)
    balance(ledger)
    if needed > 1:
        vary(ledger)
        link(ledger)
        balance(ledger)
    return ledger
