"""What each deviation did to scores and places: the standings as they are beside those without it (rules.md 17, 32)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.line import explain
from scoring.places import Contender
from scoring.record import Record
from scoring.rules import Rules
from scoring.standings import Standing, contenders_of, placed_standings, records_by_team, standing_of

# A team's standing without its place, and what its place is given by, if it has a score.
_OfTeam = tuple[Standing, list[Contender]]


@dataclass(frozen=True)
class Effect:
    """Hold what one *deviation* did to one team; *score* is in points, *place* in places, both now less without.

    Below 0, *place* says that the deviation brought the team that much nearer to the first. Both are None
    where the team has no score, or no place, on one of the two sides.
    """

    deviation: str
    team: str
    now: Standing
    without: Standing

    @property
    def score(self) -> Decimal | None:
        """Give the points that the deviation gave, or took where below 0."""
        now, without = self.now.score, self.without.score
        return None if now is None or without is None else now - without

    @property
    def place(self) -> int | None:
        """Give the places that the deviation cost, or gave where below 0."""
        now, without = self.now.place, self.without.place
        return None if now is None or without is None else now - without

    @property
    def changes(self) -> bool:
        """Say whether it made any difference to the team."""
        return self.now != self.without


def deviation_effects(
    rules: Rules, records: Iterable[Record], teams: Iterable[str], without: Mapping[str, Iterable[Record]]
) -> tuple[Effect, ...]:
    """Give, for each deviation in code-point order, its effect on every team in code-point order.

    *without* holds per deviation all records as they would be had it not been made. Each deviation is looked
    at by itself, with all others in place. Raise ``ScoringError`` as ``compute_standings`` does.
    """
    named = sorted(set(teams))
    as_they_are = _sorted_records(records, named)
    of_team = _of_teams(rules, as_they_are)
    now = _by_team(rules, of_team)
    effects = []
    for deviation in sorted(without):
        other = _sorted_records(without[deviation], named)
        # A deviation touches few teams; what is known of all others stays.
        changed = {team: records for team, records in other.items() if records != as_they_are[team]}
        then = _by_team(rules, of_team | _of_teams(rules, changed))
        effects += [Effect(deviation, team, now[team], then[team]) for team in named]
    return tuple(effects)


def with_record(records: Iterable[Record], record: Record) -> tuple[Record, ...]:
    """Give *records* with *record* in place of what its team has for its inject, or beside them."""
    others = (one for one in records if (one.team, one.inject) != (record.team, record.inject))
    return (*others, record)


def with_state(records: Iterable[Record], team: str, inject: str, state: str) -> tuple[Record, ...]:
    """Give *records* with that of *team* for *inject* in another state, such as void; what has no record stays out."""
    return tuple(
        replace(record, state=state) if (record.team, record.inject) == (team, inject) else record for record in records
    )


def _sorted_records(records: Iterable[Record], teams: Sequence[str]) -> dict[str, list[Record]]:
    by_team = records_by_team(records, teams)
    return {team: sorted(by_team[team], key=lambda record: record.inject) for team in teams}


def _of_teams(rules: Rules, records: Mapping[str, Sequence[Record]]) -> dict[str, _OfTeam]:
    found = {}
    for team, of_team in records.items():
        lines = explain(rules, of_team, team)
        standing = standing_of(rules, team, lines)
        found[team] = (standing, contenders_of([standing], {team: lines}))
    return found


def _by_team(rules: Rules, of_team: Mapping[str, _OfTeam]) -> dict[str, Standing]:
    standings = [standing for standing, _contenders in of_team.values()]
    contenders = [one for _standing, contenders in of_team.values() for one in contenders]
    return {standing.team: standing for standing in placed_standings(rules, standings, contenders)}
