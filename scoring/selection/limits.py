"""Capacity, caps and floors as limits on amounts, counted exactly over places in the ranking."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.selection.candidate import Candidate
from scoring.selection.quota import Floor, Unit, Where, serves
from scoring.selection.selection_rules import SelectionRules

# Seats granted to each place of the ranking, 0 for none.
Grants = Sequence[int]


@dataclass(frozen=True)
class Limit:
    """Bound what the *members* (places from 0) have together, in seats or teams.

    *kind* is ``seats`` for the capacity, ``cap`` or ``floor``; *number* its place in the file from 1; *value* the
    attribute's value that a cap counts.
    """

    kind: str
    number: int
    unit: Unit
    members: frozenset[int]
    value: str = ""
    least: int = 0
    most: int | None = None

    def weigh(self, place: int, seats: int) -> int:
        """Give what a grant of *seats* to a place counts here."""
        if place not in self.members or not seats:
            return 0
        return seats if self.unit == "seats" else 1

    def amount(self, grants: Grants) -> int:
        """Give what all have together."""
        return sum(self.weigh(place, seats) for place, seats in enumerate(grants))


class Tally:
    """Count grants against limits as they are given, so that a walk need not count anew at each place."""

    def __init__(self, limits: Sequence[Limit], grants: Grants = ()) -> None:
        """Begin with what is granted already."""
        self.limits = limits
        self.amounts = [0] * len(limits)
        for place, seats in enumerate(grants):
            self.add(place, seats)

    def add(self, place: int, seats: int) -> None:
        """Count a grant."""
        if seats:
            for number, limit in enumerate(self.limits):
                self.amounts[number] += limit.weigh(place, seats)

    def room(self, place: int, size: int) -> int:
        """Give how many of *size* seats capacity and caps have room for."""
        for limit, amount in zip(self.limits, self.amounts, strict=True):
            if limit.most is not None and place in limit.members:
                # More may be held than the rules allow, where an upheld appeal has added a seat.
                left = max(0, limit.most - amount)
                size = min(size, left if limit.unit == "seats" or not left else size)
        return size

    def wanted(self, place: int) -> bool:
        """Say whether a place serves a floor that is not met."""
        counts = zip(self.limits, self.amounts, strict=True)
        return any(amount < limit.least and place in limit.members for limit, amount in counts)

    def holds(self) -> bool:
        """Say whether every amount lies within its bounds."""
        counts = zip(self.limits, self.amounts, strict=True)
        return all(limit.least <= amount and (limit.most is None or amount <= limit.most) for limit, amount in counts)


def hold(limits: Sequence[Limit], grants: Grants) -> bool:
    """Say whether grants keep all limits."""
    return Tally(limits, grants).holds()


def upper_limits(rules: SelectionRules, pool: Sequence[Candidate]) -> tuple[Limit, ...]:
    """Give the caps in file order, one limit per value, by code points, and the capacity after them."""
    everybody = frozenset(range(len(pool)))
    capacity = Limit("seats", 0, "seats", everybody, most=rules.seats)
    return (*_caps(rules, pool), capacity)


def _caps(rules: SelectionRules, pool: Sequence[Candidate]) -> Iterator[Limit]:
    for number, cap in enumerate(rules.caps, 1):
        if cap.by is None:
            members = _members(cap.where, pool)
            yield Limit("cap", number, cap.unit, members, most=cap.max)
            continue
        values: dict[str, set[int]] = {}
        for place, candidate in enumerate(pool):
            values.setdefault(candidate.attributes[cap.by], set()).add(place)
        for value in sorted(values):
            yield Limit("cap", number, cap.unit, frozenset(values[value]), value, most=cap.max)


def floor_limit(number: int, floor: Floor, pool: Sequence[Candidate]) -> Limit:
    """Give a floor as it is stated in the file."""
    return Limit("floor", number, floor.unit, _members(floor.where, pool), least=floor.min)


def _members(where: Where, pool: Sequence[Candidate]) -> frozenset[int]:
    return frozenset(place for place, candidate in enumerate(pool) if serves(where, candidate.attributes))


def lowered(limit: Limit, least: int) -> Limit:
    """Give the same floor with a smaller minimum."""
    return replace(limit, least=least)
