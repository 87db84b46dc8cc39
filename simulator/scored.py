"""What a drill's facts come to: the standings that count, raw and without severity side by side (rules.md 26–28)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.adjusted import Levels, adjusted_lines, adjusted_standings, middle_level
from scoring.line import Line, explain
from scoring.rating import Rating
from scoring.record import Record
from scoring.rules import Rules, Tie
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import FEWEST_RATINGS, apply_severity, estimate_shrinkage
from scoring.severity.fit import fit_severity
from scoring.standings import Standing, compute_standings, contenders_of
from scoring.ties import deciding_steps
from simulator.counted_ratings import appealed, counted_levels
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.figures import anchor_ratings
from simulator.records import records_of, rules_of_drill, team_ids_of
from simulator.rows import Delivery, Drill, Response
from simulator.score_rules import applies_severity

# 12 of 100 points; what is beyond is a matter for a person (docs/statistics.md).
MOST_ADJUSTED = Fraction(12, 100)
# Why nothing is taken off, besides the codes of scoring.
NO_RATINGS = "no_ratings"


@dataclass(frozen=True)
class Scored:
    """Hold what follows from a drill's facts. *levels* are the adjusted ones; without any, *refused* says why."""

    rules: Rules
    records: Sequence[Record]
    teams: Sequence[str]
    levels: Levels
    refused: str | None
    applied: bool

    @cached_property
    def raw(self) -> tuple[Standing, ...]:
        """Give the standings from the levels as they were given."""
        return compute_standings(self.rules, self.records, self.teams)

    @cached_property
    def adjusted(self) -> tuple[Standing, ...] | None:
        """Give the standings without severity; None where it cannot be told."""
        return None if self.refused else adjusted_standings(self.rules, self.records, self.teams, self.levels)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Give the standings that count: the adjusted ones only where the rules say so and severity can be told."""
        return self.adjusted if self.applied and self.adjusted is not None else self.raw

    def lines(self, team: str) -> tuple[Line, ...]:
        """Give what each inject adds to the score that counts."""
        if self.applied and not self.refused:
            return adjusted_lines(self.rules, self.records, team, self.levels)
        return explain(self.rules, self.records, team)

    @cached_property
    def steps(self) -> Mapping[str, tuple[Tie, ...]]:
        """Give, for each team with an equal, what parted them."""
        lines = {team: self.lines(team) for team in self.teams}
        return deciding_steps(self.rules, contenders_of(self.standings, lines))


def scored(session: Session, drill: Drill) -> Scored | None:
    """Compute all that follows from a drill's facts; None where nothing is scored."""
    rules = rules_of_drill(session, drill)
    if rules is None:
        return None
    levels, refused = adjusted_levels(session, drill, rules)
    return Scored(
        rules, records_of(session, drill), team_ids_of(session, drill.id), levels, refused, applies_severity(drill)
    )


def adjusted_levels(session: Session, drill: Drill, rules: Rules) -> tuple[Levels, str | None]:
    """Give the agreed levels without severity, by team and inject, and why there are none where there are none.

    Nothing is taken off an evaluator with fewer than six ratings, nor more than 12 of 100 points off any. Levels given
    again on an appeal say nothing of anybody's severity: else one team's appeal would move the others.
    """
    given = counted_levels(session, drill)
    places, again = _places(session, given), appealed(session, drill)
    ratings = [
        Rating(f"{response}|{criterion}", account, level)
        for response, by in given.items()
        for criterion, levels in by.items()
        for account, level in levels.items()
        if level is not None and account not in again.get(places[response], ())
    ]
    if not ratings:
        return {}, NO_RATINGS
    try:
        fit = fit_severity([*ratings, *anchor_ratings(DrillDesk(session, drill.created_at, drill))])
    except ScoringError as error:
        return {}, error.code
    top = rules.rubric.top
    found = apply_severity(fit, shrinkage=estimate_shrinkage(fit).value, cap=MOST_ADJUSTED * top)
    severity = {one.rater: one.severity if one.ratings >= FEWEST_RATINGS else Fraction(0) for one in found.raters}
    return _by_place(places, given, severity, top), None


def _places(session: Session, responses: Collection[str]) -> Mapping[str, tuple[str, str]]:
    query = select(Response.id, Delivery.team_id, Delivery.inject).join(Delivery).where(Response.id.in_(responses))
    return {response: (team, inject) for response, team, inject in session.execute(query)}


def _by_place(
    places: Mapping[str, tuple[str, str]], given: Mapping[str, Mapping[str, Mapping[str, int | None]]],
    severity: Mapping[str, Fraction], top: int,
) -> Levels:  # fmt: skip
    levels: dict[tuple[str, str], dict[str, Fraction]] = {}
    for response, by in given.items():
        for criterion, of in by.items():
            less = [level - severity.get(account, Fraction(0)) for account, level in of.items() if level is not None]
            if less:
                levels.setdefault(places[response], {})[criterion] = middle_level(less, top)
    return levels


def standings_of(session: Session, drill: Drill) -> tuple[Standing, ...]:
    """Compute a drill's standings from its facts; team ids are the teams."""
    found = scored(session, drill)
    return () if found is None else found.standings
