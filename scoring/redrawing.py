"""What one inject would have added to a team's score, had chance picked its evaluators otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from scoring.agreement_of_levels import agreed_level
from scoring.line import Line, explain
from scoring.record import Record
from scoring.resampling import BLOCK, draw_each
from scoring.rules import Rules

_FEW = 256  # ways to draw that are worth knowing beforehand: up to four evaluators
_NOTHING = (Fraction(0), Fraction(0), Fraction(0))

# Weight × quality, weight × time credit, weight; all 0 where the line does not count.
Outcome = tuple[Fraction, Fraction, Fraction]


@dataclass(frozen=True)
class Redrawn:
    """Hold what the line adds by chance *modulo* a number: few evaluators can be drawn in few ways."""

    modulo: int
    outcomes: Mapping[int, Outcome]


def redraw(rules: Rules, record: Record, line: Line, chances: Iterable[int]) -> Redrawn:
    """Draw a response's evaluators anew, with replacement, for each of *chances*, numbers below BLOCK.

    *rules* hold this inject alone. Criteria with equally many ratings have the same evaluators, so that they are
    drawn together.
    """
    lengths = sorted({len(levels) for levels in record.ratings.values()})
    sizes = [length for length in lengths for _ in range(length)]
    if prod(sizes) == 1:
        return Redrawn(1, {0: _outcome(line)})
    modulo = prod(sizes) if prod(sizes) <= _FEW else BLOCK
    chances = range(modulo) if modulo <= _FEW else chances
    outcome_of = _Outcomes(rules, record)
    return Redrawn(modulo, {chance: outcome_of(_by_length(lengths, draw_each(chance, sizes))) for chance in chances})


class _Outcomes:
    """What each draw comes to; most of many evaluators' draws come to what an earlier one did."""

    def __init__(self, rules: Rules, record: Record) -> None:
        self.rules, self.record = rules, record
        self.by_draw: dict[tuple[tuple[int, ...], ...], Outcome] = {}
        self.by_levels: dict[tuple[Fraction | None, ...], Outcome] = {}

    def __call__(self, drawn: Mapping[int, tuple[int, ...]]) -> Outcome:
        draw = tuple(drawn.values())
        if draw not in self.by_draw:
            self.by_draw[draw] = self._by_levels(_picked(self.record, drawn))
        return self.by_draw[draw]

    def _by_levels(self, ratings: dict[str, tuple[int | None, ...]]) -> Outcome:
        levels = tuple(agreed_level(each) for each in ratings.values())
        if levels not in self.by_levels:
            again = replace(self.record, ratings=ratings)
            self.by_levels[levels] = _outcome(explain(self.rules, [again], again.team)[0])
        return self.by_levels[levels]


def _by_length(lengths: Iterable[int], numbers: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
    """Give whom a draw picks among as many evaluators as a criterion has; their order has no say in a level."""
    drawn = {}
    for length in lengths:
        drawn[length], numbers = tuple(sorted(numbers[:length])), numbers[length:]
    return drawn


def _picked(record: Record, drawn: Mapping[int, tuple[int, ...]]) -> dict[str, tuple[int | None, ...]]:
    return {name: tuple(levels[i] for i in drawn[len(levels)]) for name, levels in record.ratings.items()}


def _outcome(line: Line) -> Outcome:
    if not line.counted or line.quality is None:
        return _NOTHING
    return line.weight * line.quality, line.weight * (line.credit or 0), line.weight
