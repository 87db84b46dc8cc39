"""A selection written as whole numbers: who is taken, with how many seats, within limits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scoring.scoring_error import ScoringError
from scoring.selection.limits import Limit
from scoring.selection.optimiser import Column, Row, Values, greatest, value_of
from scoring.selection.quota import Unit


class Span(NamedTuple):
    """How many seats one candidate may be given, if any: *least*…*size*."""

    least: int
    size: int


@dataclass
class Model:
    """Hold columns and rows; a candidate has one column for being taken, and one for her seats if they may vary."""

    spans: Sequence[Span]
    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    _seats: list[dict[int, int]] = field(default_factory=list)
    _taken: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Write down every candidate."""
        for span in self.spans:
            taken = self.add_column(0, 1)
            self._taken.append(taken)
            if span.least == span.size:
                self._seats.append({taken: span.size})
                continue
            seats = self.add_column(0, span.size)
            self._seats.append({seats: 1})
            self.rows += [Row({seats: 1, taken: -span.size}, None, 0), Row({seats: 1, taken: -span.least}, 0, None)]

    def add_column(self, low: int, high: int) -> int:
        """Add a whole number; give its column."""
        self.columns.append(Column(low, high))
        return len(self.columns) - 1

    def terms(self, unit: Unit, weights: Mapping[int, int]) -> dict[int, int]:
        """Write a weighted sum of the seats, or of the teams taken, of places."""
        if unit == "teams":
            return {self._taken[place]: weight for place, weight in weights.items() if weight}
        return {
            column: weight * factor
            for place, weight in weights.items()
            if weight
            for column, factor in self._seats[place].items()
        }

    def keep(self, limits: Iterable[Limit]) -> None:
        """Hold the choice to limits."""
        for limit in limits:
            terms = self.terms(limit.unit, dict.fromkeys(sorted(limit.members), 1))
            self.rows.append(Row(terms, limit.least or None, limit.most))

    def decide(self, decided: Mapping[int, int]) -> None:
        """Hold places to the seats that are decided."""
        for place, seats in decided.items():
            self.rows.append(Row(self.terms("seats", {place: 1}), seats, seats))

    def best(self, objective: Mapping[int, int], enough: int | None = None) -> Values | None:
        """Ask the optimiser, see ``greatest``."""
        return greatest(self.columns, self.rows, objective, enough)

    def surely_best(self, objective: Mapping[int, int], enough: int) -> tuple[int, ...]:
        """Give the seats of each place in a best choice, where the caller knows that there is a choice."""
        values = self.best(objective, enough)
        if values is None:
            raise ScoringError("optimiser_failed", reason="contradictory")
        return self.grants(values)

    def grants(self, values: Values) -> tuple[int, ...]:
        """Read the seats of each place from the optimiser's answer."""
        return tuple(value_of(terms, values) for terms in self._seats)
