"""Floors that could not be kept: by how much they gave way, to what, and who holds the seats they would have kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.selection.candidate import Candidate
from scoring.selection.limits import Grants, Limit
from scoring.selection.model import Span
from scoring.selection.reasons import cap_told, floor_told
from scoring.selection.relaxing import clash
from scoring.selection.selection_rules import SelectionRules


@dataclass(frozen=True)
class Relaxation:
    """Hold a floor (its number in the file) that was stated as *min* and kept as *to*, in its own unit.

    *clash* names the caps, earlier floors or the capacity that it cannot be kept with; empty where too few serve it.
    *gained* names who holds the seats that the floor would have kept: of the selected whom neither it names nor another
    floor needs, the lowest in the ranking, as many as it lacks. Seats that nobody was given come first, for nobody
    gained those.
    """

    floor: int
    min: int
    to: int
    unit: str
    clash: tuple[dict[str, Any], ...]
    gained: tuple[str, ...]

    @property
    def missing(self) -> int:
        """Give by how much the floor gave way."""
        return self.min - self.to


def relaxations(
    rules: SelectionRules,
    pool: Sequence[Candidate],
    spans: Sequence[Span],
    limits: tuple[Sequence[Limit], Sequence[Limit], Sequence[Limit]],
    grants: Grants,
) -> tuple[Relaxation, ...]:
    """Give every floor that gave way; *limits* are capacity and caps, the floors as stated, and as they are kept."""
    uppers, stated, kept = limits
    found = []
    for place, (wished, floor) in enumerate(zip(stated, kept, strict=True)):
        if floor.least == wished.least:
            continue
        against = clash(spans, uppers, kept[:place], wished)
        found.append(
            Relaxation(
                floor=wished.number,
                min=wished.least,
                to=floor.least,
                unit=wished.unit,
                clash=tuple(_told(rules, limit) for limit in against),
                gained=tuple(pool[one].id for one in _gained(rules, spans, kept, wished, grants)),
            )
        )
    return tuple(found)


def _told(rules: SelectionRules, limit: Limit) -> dict[str, Any]:
    if limit.kind == "seats":
        return {"seats": rules.seats}
    return cap_told(rules, limit) if limit.kind == "cap" else floor_told(rules, limit)


def _gained(
    rules: SelectionRules, spans: Sequence[Span], kept: Sequence[Limit], wished: Limit, grants: Grants
) -> Iterator[int]:
    """Give places from the bottom until they make up what the floor lacks, beyond the seats that stayed empty.

    For a floor in teams, one empty place for a team is as many seats as the smallest candidate may have.
    """
    empty = rules.seats - sum(grants)
    smallest = min((span.least for span in spans), default=1)
    lacking = wished.least - wished.amount(grants)
    lacking -= empty if wished.unit == "seats" else empty // smallest
    spare = {floor: floor.amount(grants) - floor.least for floor in kept}
    for place in range(len(grants) - 1, -1, -1):
        if lacking <= 0:
            return
        held = {floor: floor.weigh(place, grants[place]) for floor in kept}
        if not grants[place] or place in wished.members or any(held[floor] > spare[floor] for floor in kept):
            continue
        spare = {floor: spare[floor] - held[floor] for floor in kept}
        lacking -= grants[place] if wished.unit == "seats" else 1
        yield place
