"""Why each candidate has seats or has none: a code and what the sentence about it needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from scoring.selection.candidate import Candidate
from scoring.selection.choices import Optimum
from scoring.selection.limits import Grants, Limit
from scoring.selection.model import Model, Span
from scoring.selection.relaxing import blocking, caps_between
from scoring.selection.selection_rules import SelectionRules
from scoring.selection.total import greatest_total, hold_total

SELECTED, REDUCED, BELOW_THRESHOLD = "selected", "reduced", "below_threshold"
CAP_REACHED, TOO_FEW_SEATS, FLOOR_NEEDED = "cap_reached", "too_few_seats", "floor_needed"
NOT_BEST, EQUALLY_GOOD, NEVER_POSSIBLE = "not_best", "equally_good", "never_possible"
# Of so many candidates each can be told within seconds what the total would be with her.
MOST_TOLD_TOTALS = 200


@dataclass(frozen=True)
class Reason:
    """Hold a code and its parameters.

    - ``selected``: *seats*.
    - ``reduced``: *seats*, *asked*, and *because*, the reason against the seats she asked for.
    - ``below_threshold``: *merit*, *threshold*.
    - ``cap_reached``: *cap* (its number in the file), *by* and *value* or *where*, *max*, *unit*, *left*, *asked*,
      *cut*.
    - ``too_few_seats``: *seats* (of all), *left*, *asked*, *cut*.
    - ``floor_needed``: *floors*, each with *floor*, *where*, *min*, *unit*; *asked*, *cut*; *caps*, each as above,
      where not the seats alone but caps keep others from serving those floors.
    - ``not_best`` (method merit): *total*, *with_her* (the greatest total of a
      choice that gives her what she asks for), *short*; *total* alone where there are so many
      candidates or decimals that the others would take minutes.
    - ``equally_good`` (method merit): *total*; a choice that gives her what she asks for has it too, but is later in
      the order of the ranking.
    - ``never_possible`` (method merit): *asked*; no choice that keeps all rules gives her so many.

    *cut* is the merit of the last who was given seats before her (with ``cap_reached``: of those under that cap);
    absent where nobody was.
    """

    code: str
    parameters: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def why_not(
    rules: SelectionRules,
    pool: Sequence[Candidate],
    spans: Sequence[Span],
    limits: tuple[Sequence[Limit], Sequence[Limit]],
    before: Grants,
) -> Reason:
    """Say what keeps the next place from all the seats she asks for, after what was granted *before*.

    *limits* are capacity and caps, and the floors as they can be reached. The first cap of the file that has no room
    is named before the capacity, and that before floors.
    """
    uppers, floors = limits
    candidate = pool[len(before)]
    for limit in uppers:
        if found := over(rules, limit, limit.amount(before), len(before), candidate.size):
            return with_cut(found, pool, limit.members, before)
    decided = (*before, candidate.size)
    named = blocking(spans, uppers, floors, decided)
    told = {"floors": tuple(floor_told(rules, limit) for limit in named), "asked": candidate.size}
    if caps := caps_between(spans, uppers, named, decided):
        told["caps"] = tuple(cap_told(rules, limit) for limit in caps)
    return with_cut(Reason(FLOOR_NEEDED, told), pool, range(len(pool)), before)


def why_not_best(model: Model, optimum: Optimum, place: int, size: int) -> Reason:
    """Say what the greatest total would be if a place had all it asks for (method merit).

    For very many candidates, or totals too long to be made greatest in one piece, that would take minutes for all who
    ask; then only whether there is such a choice is said.
    """
    scale = optimum.weights.scale
    best = Fraction(optimum.total, scale)
    model.decide({place: size})
    if optimum.weights.fit_at_once and len(model.spans) <= MOST_TOLD_TOTALS:
        found = greatest_total(model, optimum.weights)
        if found is None:
            return Reason(NEVER_POSSIBLE, {"asked": size})
        hers = Fraction(found[0], scale)
        told = {"total": best, "with_her": hers, "short": best - hers}
        return Reason(EQUALLY_GOOD, {"total": best}) if hers == best else Reason(NOT_BEST, told)
    if model.best({}) is None:
        return Reason(NEVER_POSSIBLE, {"asked": size})
    hold_total(model, optimum.weights, optimum.total)
    return Reason(NOT_BEST if model.best({}) is None else EQUALLY_GOOD, {"total": best})


def over(rules: SelectionRules, limit: Limit, amount: int, place: int, size: int) -> Reason | None:
    """Say that a limit with an *amount* in it has no room for *size* more seats of a place, if it has none."""
    if limit.most is None or amount + limit.weigh(place, size) <= limit.most:
        return None
    left = max(0, limit.most - amount)
    if limit.kind == "seats":
        return Reason(TOO_FEW_SEATS, {"seats": rules.seats, "left": left, "asked": size})
    return Reason(CAP_REACHED, {**cap_told(rules, limit), "left": left, "asked": size})


def cap_told(rules: SelectionRules, limit: Limit) -> dict[str, Any]:
    """Name a cap by its number, whom it counts, and how much it allows."""
    cap = rules.caps[limit.number - 1]
    whom = {"where": dict(cap.where)} if cap.by is None else {"by": cap.by, "value": limit.value}
    return {"cap": limit.number, **whom, "max": cap.max, "unit": cap.unit}


def floor_told(rules: SelectionRules, limit: Limit) -> dict[str, Any]:
    """Name a floor by its number, whom it serves, and the minimum that it keeps."""
    where = dict(rules.floors[limit.number - 1].where)
    return {"floor": limit.number, "where": where, "min": limit.least, "unit": limit.unit}


def with_cut(
    reason: Reason, pool: Sequence[Candidate], members: Sequence[int] | frozenset[int], before: Grants
) -> Reason:
    """Add the merit of the last of *members* who was given seats."""
    granted = [place for place, seats in enumerate(before) if seats and place in members]
    if not granted:
        return reason
    return Reason(reason.code, {**reason.parameters, "cut": Fraction(pool[granted[-1]].merit)})
