"""Where each team stands: scores from lines, places from scores (rules.md 26, 27)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.line import Line, criterion_quality, explain
from scoring.places import Contender, award_places
from scoring.record import Record
from scoring.rounding import two_decimals
from scoring.rules import Rules
from scoring.scoring_error import ScoringError


@dataclass(frozen=True)
class Standing:
    """Hold a team's place and how it came about; *score*, *quality*, *time* are percent.

    *rated* of *of* counted responses have their ratings; until all have, there is no place and no score.
    *time* is None where a counted response was not timed. *penalties* are points taken off.
    """

    team: str
    place: int | None
    score: Decimal | None
    quality: Decimal | None
    time: Decimal | None
    rated: int
    of: int
    penalties: Decimal = Decimal("0.00")


def compute_standings(rules: Rules, records: Iterable[Record], teams: Iterable[str]) -> tuple[Standing, ...]:
    """Give every team its standing, by place, then by team in code-point order, the placeless last.

    Raise ``ScoringError`` where a record contradicts *rules* or *teams*.
    """
    named = sorted(set(teams))
    by_team = records_by_team(records, named)
    return standings_of_lines(rules, {team: explain(rules, by_team[team], team) for team in named})


def standings_of_lines(rules: Rules, lines: Mapping[str, Sequence[Line]]) -> tuple[Standing, ...]:
    """Give every team its standing from its lines, in the order of ``compute_standings``.

    Raise ``ScoringError`` where a draw is needed and its randomness is not known.
    """
    standings = [standing_of(rules, team, lines[team]) for team in sorted(lines)]
    return placed_standings(rules, standings, contenders_of(standings, lines))


def placed_standings(
    rules: Rules, standings: Iterable[Standing], contenders: Sequence[Contender]
) -> tuple[Standing, ...]:
    """Give *standings* their places, by place, then by team in code-point order, the placeless last.

    Raise ``ScoringError`` where a draw is needed and its randomness is not known.
    """
    places = award_places(rules, contenders)
    placed = [replace(standing, place=places.get(standing.team)) for standing in standings]
    return tuple(sorted(placed, key=lambda standing: (standing.place is None, standing.place, standing.team)))


def composite(quality: Fraction, time: Fraction, time_weight: Fraction, penalties: Fraction) -> Fraction:
    """Give (1 − w)·Q + w·T − penalties, at least 0; all in percent and points, exact."""
    return max(Fraction(0), (1 - time_weight) * quality + time_weight * time - penalties)


def standings_document(standings: Iterable[Standing]) -> dict[str, Any]:
    """Give standings as the JSON document, format 1, that the command line prints."""
    return {"format": 1, "standings": [_row(standing) for standing in standings]}


def _row(standing: Standing) -> dict[str, Any]:
    percents = {"score": standing.score, "quality": standing.quality, "time": standing.time}
    numbers = {name: None if value is None else float(value) for name, value in percents.items()}
    return {
        "team": standing.team,
        "place": standing.place,
        **numbers,
        "rated": standing.rated,
        "of": standing.of,
    }


def records_by_team(records: Iterable[Record], teams: Sequence[str]) -> Mapping[str, list[Record]]:
    """Sort records by team; raise ``ScoringError`` where one is of a team that is not among *teams*."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.team].append(record)
    for team in sorted(found.keys() - set(teams)):
        raise ScoringError("unknown_team", team=team)
    return found


def contenders_of(standings: Iterable[Standing], lines: Mapping[str, Sequence[Line]]) -> list[Contender]:
    """Give what places are given by; a team without a score contends for none."""
    return [
        Contender(standing.team, standing.score, standing.quality, criterion_quality(lines[standing.team]))
        for standing in standings
        if standing.score is not None and standing.quality is not None
    ]


def standing_of(rules: Rules, team: str, lines: Sequence[Line]) -> Standing:
    """Give a team's standing from its lines, without the place, for which all teams are needed."""
    counted = [line for line in lines if line.counted]
    penalties = Fraction(rules.penalties.get(team, 0))
    rated = sum(line.quality is not None for line in counted)
    nothing_yet = Standing(team, None, None, None, None, rated, len(counted), two_decimals(penalties))
    if not counted or rated < len(counted):
        return nothing_yet
    quality = _mean([(line.weight, line.quality) for line in counted])
    time = _mean([(line.weight, line.credit) for line in counted])
    # A time weight of 0 is the only case in which something may be untimed; then time has no say.
    score = composite(quality or Fraction(0), time or Fraction(0), rules.time_weight, penalties)
    return replace(nothing_yet, score=two_decimals(score), quality=_percent(quality), time=_percent(time))


def _mean(weighted: Sequence[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Give the weighted mean in percent, None where one of the values is."""
    total = sum((weight for weight, _ in weighted), Fraction(0))
    summed = Fraction(0)
    for weight, value in weighted:
        if value is None:
            return None
        summed += weight * value
    return 100 * summed / total


def _percent(exact: Fraction | None) -> Decimal | None:
    return None if exact is None else two_decimals(exact)
