"""What rules of a selection say twice, and which floors they put out of reach themselves, whoever applies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from scoring.selection.quota import Cap, Floor, Where, values_of


@dataclass(frozen=True)
class Contradiction:
    """Name a rule by its *kind* and its number in the file from 1, and say by a code what it contradicts."""

    kind: str
    number: int
    code: str
    parameters: Mapping[str, Any]


def contradictions(caps: Sequence[Cap], floors: Sequence[Floor]) -> Iterator[Contradiction]:
    """Give each cap and each floor that is for the same people as one before it: the two cannot both be meant."""
    rules: tuple[tuple[str, Sequence[Cap | Floor]], ...] = (("cap", caps), ("floor", floors))
    for kind, each in rules:
        for (first, one), (second, other) in combinations(enumerate(each, 1), 2):
            if _whom(one) == _whom(other):
                yield Contradiction(kind, second, f"{kind}_twice", {"first": first, "second": second})


def out_of_reach(seats: int, caps: Sequence[Cap], floors: Sequence[Floor]) -> Iterator[Contradiction]:
    """Give each floor above all the seats, or above a cap on those whom it names.

    It is no reason to refuse the rules: a floor that cannot be reached is relaxed, and that is said (rules.md 30).
    """
    for number, floor in enumerate(floors, 1):
        # A team takes at least one seat, so a floor in teams cannot be above the seats either.
        if floor.min > seats:
            told = {"floor": number, "min": floor.min, "seats": seats}
            yield Contradiction("floor", number, "floor_above_seats", told)
        for place, cap in enumerate(caps, 1):
            most = _most_of(cap, floor)
            if most is not None and floor.min > most:
                told = {"floor": number, "min": floor.min, "cap": place, "most": most}
                yield Contradiction("floor", number, "floor_above_cap", told)


def _whom(rule: Cap | Floor) -> tuple[object, ...]:
    by = getattr(rule, "by", None)
    return rule.unit, by, tuple((name, values_of(rule.where, name)) for name in sorted(rule.where))


def _most_of(cap: Cap, floor: Floor) -> int | None:
    """Give the most a cap lets all that *floor* names have together, in its unit; None where it does not bind them."""
    if (cap.unit, floor.unit) == ("teams", "seats"):
        return None  # how many seats so many teams have depends on who applies
    if cap.by is not None:
        return cap.max * len(values_of(floor.where, cap.by)) if cap.by in floor.where else None
    return cap.max if all(_within(floor.where, cap.where, name) for name in cap.where) else None


def _within(inner: Where, outer: Where, attribute: str) -> bool:
    return attribute in inner and set(values_of(inner, attribute)) <= set(values_of(outer, attribute))
