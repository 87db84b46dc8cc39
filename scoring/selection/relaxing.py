"""Which floors can be reached together: each keeps as much as those before it in the file leave (rules.md 30)."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.selection.choices import filled
from scoring.selection.limits import Grants, Limit, hold, lowered
from scoring.selection.model import Model, Span


@dataclass(frozen=True)
class Reached:
    """Hold the floors as they can be reached together, and a choice that reaches them all."""

    floors: tuple[Limit, ...]
    witness: Grants


def reach(spans: Sequence[Span], uppers: Sequence[Limit], floors: Sequence[Limit]) -> Reached:
    """Give each floor, in file order, the greatest minimum up to its own that is reachable with those before it.

    So the last floor of the file gives way first. Exact: where a simple filling from the top does not reach a floor,
    the optimiser says how far one can get.
    """
    kept: list[Limit] = []
    witness: Grants = (0,) * len(spans)
    for floor in floors:
        within = lowered(floor, min(floor.least, supply(spans, floor)))
        limits = (*uppers, *kept, within)
        attempt: Grants = filled(spans, limits, ())
        if not hold(limits, attempt):
            attempt = _most(spans, (*uppers, *kept), within)
        kept.append(lowered(floor, min(within.least, floor.amount(attempt))))
        witness = attempt
    return Reached(tuple(kept), witness)


def supply(spans: Sequence[Span], floor: Limit) -> int:
    """Give what all who serve a floor ask for together."""
    return floor.amount([span.size for span in spans])


def _most(spans: Sequence[Span], limits: Sequence[Limit], floor: Limit) -> Grants:
    """Give a choice that keeps *limits* and serves a floor as far as can be."""
    model = Model(spans)
    model.keep(limits)
    return model.surely_best(model.terms(floor.unit, dict.fromkeys(floor.members, 1)), enough=floor.least)


def possible(spans: Sequence[Span], limits: Sequence[Limit], decided: Grants = ()) -> bool:
    """Say whether some choice keeps *limits* and begins with what is decided."""
    attempt = filled(spans, limits, decided)
    if hold(limits, attempt):
        return True
    model = Model(spans)
    model.keep(limits)
    model.decide(dict(enumerate(decided)))
    return model.best({}) is not None


def clash(spans: Sequence[Span], uppers: Sequence[Limit], before: Sequence[Limit], floor: Limit) -> tuple[Limit, ...]:
    """Name what keeps a floor from its minimum: a smallest set of limits that it cannot be reached together with.

    Empty where all who serve it are too few. Later limits of the file are let go first, so that the earliest remain.
    """
    if supply(spans, floor) < floor.least:
        return ()
    needed = [*uppers, *before]
    for limit in reversed(needed[:]):
        without = [other for other in needed if other is not limit]
        if not possible(spans, (*without, floor)):
            needed = without
    return tuple(needed)


def blocking(
    spans: Sequence[Span], uppers: Sequence[Limit], floors: Sequence[Limit], decided: Grants
) -> tuple[Limit, ...]:
    """Name the floors that what is decided would put out of reach: the first that alone is, or a smallest set."""
    for floor in floors:
        if not possible(spans, (*uppers, floor), decided):
            return (floor,)
    needed = list(floors)
    for floor in floors[::-1]:
        without = [other for other in needed if other is not floor]
        if not possible(spans, (*uppers, *without), decided):
            needed = without
    return tuple(needed)


def caps_between(
    spans: Sequence[Span], uppers: Sequence[Limit], floors: Sequence[Limit], decided: Grants
) -> tuple[Limit, ...]:
    """Name the caps without which floors would not be out of reach; empty where the seats alone are too few."""
    capacity = [limit for limit in uppers if limit.kind == "seats"]
    if not possible(spans, (*capacity, *floors), decided):
        return ()
    needed = [limit for limit in uppers if limit.kind == "cap"]
    for cap in needed[::-1]:
        without = [other for other in needed if other is not cap]
        if not possible(spans, (*capacity, *without, *floors), decided):
            needed = without
    return tuple(needed)
