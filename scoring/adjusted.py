"""Standings from levels without their evaluators' severity: beside the raw ones, or instead where rules say so (28)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from scoring.line import Line, explain
from scoring.quality import option_quality, rated_quality, with_rationale
from scoring.record import Record
from scoring.rules import Rules
from scoring.standings import Standing, records_by_team, standings_of_lines

# (team, inject) → criterion → agreed level without severity, 0…top
Levels = Mapping[tuple[str, str], Mapping[str, Fraction]]


def middle_level(levels: Sequence[Fraction], top: int) -> Fraction:
    """Give what several adjusted levels come to, as ``agreed_level`` does, kept within 0…*top*."""
    given = sorted(levels)
    middle = len(given) // 2
    return min(max((given[middle] + given[-middle - 1]) / 2, Fraction(0)), Fraction(top))


def adjusted_lines(rules: Rules, records: Iterable[Record], team: str, levels: Levels) -> tuple[Line, ...]:
    """Give the lines of ``explain`` with the adjusted *levels* of *team*; what has none stays as it is.

    Time credit stays that of the raw levels: who was strict must not decide who was fast.
    """
    own = [record for record in records if record.team == team]
    values = {record.inject: record.value for record in own}
    return tuple(
        _adjusted(rules, line, values.get(line.inject), levels.get((team, line.inject), {}))
        for line in explain(rules, own, team)
    )


def adjusted_standings(
    rules: Rules, records: Iterable[Record], teams: Iterable[str], levels: Levels
) -> tuple[Standing, ...]:
    """Give the standings as ``compute_standings`` does, from adjusted *levels*; raise ``ScoringError`` as it does."""
    named = sorted(set(teams))
    by_team = records_by_team(records, named)
    return standings_of_lines(rules, {team: adjusted_lines(rules, by_team[team], team, levels) for team in named})


def _adjusted(rules: Rules, line: Line, value: int | None, levels: Mapping[str, Fraction]) -> Line:
    if not line.counted or line.quality is None or not line.criteria.keys() & levels.keys():
        return line
    top = rules.rubric.top
    criteria = {name: levels[name] / top if name in levels else raw for name, raw in line.criteria.items()}
    quality = rated_quality(criteria, rules.rubric)
    if value is not None:
        quality = with_rationale(option_quality(value, top), quality)
    return replace(line, criteria=criteria, quality=line.quality if quality is None else quality)
