"""How far a team's score could have gone another way: seeded bootstrap intervals, and who is tied at a cut."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import floor

from scoring.line import explain
from scoring.rating import common_denominator
from scoring.record import Record
from scoring.redrawing import Outcome, Redrawn, redraw
from scoring.resampling import blocks
from scoring.rounding import two_decimals
from scoring.rules import Rules
from scoring.scoring_error import ScoringError
from scoring.standings import composite, records_by_team, standing_of

RESAMPLES = 1000
CONFIDENCE = Fraction(95, 100)

# Per resample, for each line drawn: its place among the team's counted lines, and chance for its evaluators.
Plan = Sequence[Sequence[tuple[int, int]]]
# Per line: what to take chance by, and by that the whole numbers of weight × quality, × credit, and weight.
Tables = Sequence[tuple[int, Mapping[int, tuple[int, int, int]]]]


@dataclass(frozen=True)
class Interval:
    """Hold the percents between which a team's score lies; None where it has no score yet."""

    team: str
    low: Decimal | None
    high: Decimal | None


def bootstrap_intervals(
    rules: Rules,
    records: Iterable[Record],
    teams: Iterable[str],
    *,
    seed: str,
    resamples: int = RESAMPLES,
    confidence: Fraction = CONFIDENCE,
) -> tuple[Interval, ...]:
    """Give every team the interval of its score, by team in code-point order.

    Each resample draws as many of a team's counted injects as it has, with replacement, and for each of them as
    many of its evaluators as it has; then the score is computed as in standings. The interval leaves out the
    share (1 − *confidence*) ÷ 2 at each end. All teams meet the same chance, so that no name and no other team
    has a say. Raise ``ScoringError`` where ``compute_standings`` would, for less than one resample, or for a
    confidence that is not between 0 and 1. Source: Efron 1979, by percentiles, in two stages.
    """
    if resamples < 1 or not 0 < confidence < 1:
        raise ScoringError("bad_bootstrap", resamples=resamples, confidence=confidence)
    named = sorted(set(teams))
    by_team = records_by_team(records, named)
    bootstrap = _Bootstrap(rules, seed, resamples)
    return tuple(_interval(team, bootstrap.scores(team, by_team[team]), confidence) for team in named)


def statistically_tied(intervals: Iterable[Interval], cut: Decimal) -> tuple[str, ...]:
    """Name the teams whose interval contains *cut*, in code-point order (rules.md 28)."""
    return tuple(
        sorted(
            one.team for one in intervals if one.low is not None and one.high is not None and one.low <= cut <= one.high
        )
    )


def _interval(team: str, scores: Sequence[Decimal], confidence: Fraction) -> Interval:
    if not scores:
        return Interval(team, None, None)
    ordered = sorted(scores)
    outside = floor(len(ordered) * (1 - confidence) / 2)
    return Interval(team, ordered[outside], ordered[-1 - outside])


class _Bootstrap:
    """The resamples of one seed; teams with equally many counted injects share a plan."""

    def __init__(self, rules: Rules, seed: str, resamples: int) -> None:
        self.rules, self.seed, self.resamples = rules, seed, resamples
        # Whole rules are checked anew with every line that is explained by them; these are checked once.
        self.single = {name: replace(rules, injects={name: rule}) for name, rule in rules.injects.items()}
        self.plans: dict[int, Plan] = {}

    def scores(self, team: str, records: Sequence[Record]) -> list[Decimal]:
        """Give the score of each resample; none where the team has no score, or nothing was observed in it."""
        lines = explain(self.rules, records, team)
        if standing_of(self.rules, team, lines).score is None:
            return []
        counted = sorted((line for line in lines if line.counted), key=lambda line: line.inject)
        plan = self._plan(len(counted))
        of_inject = {record.inject: record for record in records}
        redrawn = [
            redraw(self.single[line.inject], of_inject[line.inject], line, _chances(plan, place))
            for place, line in enumerate(counted)
        ]
        return list(self._scores(team, _tables(redrawn), plan))

    def _plan(self, lines: int) -> Plan:
        if lines not in self.plans:
            numbers = iter(blocks(self.seed, lines * self.resamples))
            drawn = ((block % lines, block // lines) for block in numbers)
            self.plans[lines] = [list(islice(drawn, lines)) for _ in range(self.resamples)]
        return self.plans[lines]

    def _scores(self, team: str, tables: Tables, plan: Plan) -> Iterator[Decimal]:
        penalties = Fraction(self.rules.penalties.get(team, 0))
        for resample in plan:
            quality = credit = weight = 0
            for place, chance in resample:
                modulo, outcomes = tables[place]
                of_quality, of_credit, of_weight = outcomes[chance % modulo]
                quality += of_quality
                credit += of_credit
                weight += of_weight
            if weight:
                mean, time = Fraction(100 * quality, weight), Fraction(100 * credit, weight)
                yield two_decimals(composite(mean, time, self.rules.time_weight, penalties))


def _chances(plan: Plan, place: int) -> Iterator[int]:
    return (chance for resample in plan for drawn, chance in resample if drawn == place)


def _tables(redrawn: Sequence[Redrawn]) -> Tables:
    # Sums of whole numbers are exact and many times faster than sums of fractions.
    factor = common_denominator(part for line in redrawn for outcome in line.outcomes.values() for part in outcome)
    return [
        (line.modulo, {chance: _whole(outcome, factor) for chance, outcome in line.outcomes.items()})
        for line in redrawn
    ]


def _whole(outcome: Outcome, factor: int) -> tuple[int, int, int]:
    quality, credit, weight = (int(part * factor) for part in outcome)
    return quality, credit, weight
