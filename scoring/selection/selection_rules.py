"""The rules of a selection, fixed before ratings are seen: seats, threshold, caps, floors, and how ties are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.scoring_error import ScoringError
from scoring.selection.contradictions import contradictions
from scoring.selection.quota import Cap, Floor

Method = Literal["ranked", "merit"]
METHODS: tuple[Method, ...] = ("ranked", "merit")


@dataclass(frozen=True)
class SelectionRules:
    """Hold all that turns candidates into a selection; raise ``ScoringError`` where it contradicts itself.

    *threshold* is the least merit that counts as good enough, none if absent. *randomness* is the key text of the
    draw that orders equal merit (RFC 3797). *smallest* is the fewest seats a team may be given when those it asks
    for are not left; without it nobody is offered fewer.
    """

    seats: int
    threshold: int | Fraction | None = None
    method: Method = "ranked"
    caps: tuple[Cap, ...] = ()
    floors: tuple[Floor, ...] = ()
    randomness: str | None = None
    smallest: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no rules file may say."""
        if self.method not in METHODS:
            raise ScoringError("unknown_method", value=self.method)
        for name, number in self._numbers():
            if number < 0:
                raise ScoringError("negative_number", name=name, value=number)
        for number, cap in enumerate(self.caps, 1):
            if (cap.by is None) == (not cap.where):
                raise ScoringError("by_or_where", cap=number)
        for found in contradictions(self.caps, self.floors):
            raise ScoringError(found.code, **found.parameters)

    def _numbers(self) -> Iterator[tuple[str, int | Fraction]]:
        named = {"seats": self.seats, "threshold": self.threshold, "smallest": self.smallest}
        yield from ((name, number) for name, number in named.items() if number is not None)
        yield from (("max", cap.max) for cap in self.caps)
        yield from (("min", floor.min) for floor in self.floors)

    def attributes(self) -> tuple[str, ...]:
        """Name the attributes that caps and floors speak of, in file order."""
        rules: tuple[Cap | Floor, ...] = (*self.caps, *self.floors)
        named = (name for rule in rules for name in (getattr(rule, "by", None), *rule.where) if name is not None)
        return tuple(dict.fromkeys(named))
