"""The score of applications in a drill stage: its drills' published standings, and whether a broken-off one counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select

from scenarios.calls.rules_of_call import drill_rules_of
from scoring.intervals import Interval
from scoring.line import criterion_quality
from scoring.rounding import two_decimals
from scoring.rules import Rules
from simulator.frozen import scenario_of
from simulator.intervals import intervals_of
from simulator.programme.entrants import entrants_of
from simulator.programme.scored import Scored, Scores
from simulator.programme.stage_ground import StageGround
from simulator.publishing import published_row
from simulator.records import rules_of_drill
from simulator.rows import Delivery, Drill, Team
from simulator.scored import scored as scored_drill


@dataclass(frozen=True)
class Part:
    """What one drill gave to one team."""

    score: Decimal
    quality: Decimal
    criteria: Mapping[str, Fraction]
    interval: Interval


def drills_of(ground: StageGround) -> list[Drill]:
    """Give the drills of a stage, in the order in which they were made; rehearsals count nowhere."""
    query = select(Drill).where(
        Drill.programme_id == ground.programme.id, Drill.stage == ground.id, Drill.rehearsal.is_(False)
    )
    return list(ground.session.scalars(query.order_by(Drill.created_at, Drill.id)))


def drill_scores(ground: StageGround) -> Scores:
    """Give each application the mean of its teams' published scores; none before all its drills are final.

    Who played in no drill of the stage has no score, and is not waited for.
    """
    drills = [one for one in drills_of(ground) if counts(ground, one)]
    teams = _teams(ground, drills)
    parts: dict[str, list[Part]] = {}
    for drill in drills:
        if drill.published_at is not None:
            _collect(ground, drill, parts)
    scored, intervals = [], []
    for one in entrants_of(ground):
        mine = parts.get(one.id, [])
        whole = bool(mine) and len(mine) == teams.get(one.id, 0)
        scored.append(_scored(one.id, mine if whole else [], len(mine), teams.get(one.id, 0)))
        intervals.append(_interval(one.id, mine) if whole else Interval(one.id, None, None))
    return Scores(_rules(ground, drills), [one for one in scored if one.of], lambda: intervals)


def delivered_share(ground: StageGround, drill: Drill) -> int:
    """Give how much of a drill's weight had reached every team when it ended, in whole percent, rounded down.

    What was left out by a condition was never meant for that team, and what was withdrawn had reached it.
    """
    rules = rules_of_drill(ground.session, drill)
    if rules is None or not rules.injects:
        return 0
    query = select(Delivery.team_id, Delivery.inject, Delivery.reason, Delivery.delivered_at).where(
        Delivery.drill_id == drill.id, Delivery.inject.in_(rules.injects)
    )
    meant: dict[str, Fraction] = {}
    came: dict[str, Fraction] = {}
    for team, inject, reason, delivered_at in ground.session.execute(query):
        weight = Fraction(rules.injects[inject].weight)
        if delivered_at is not None:
            came[team] = came.get(team, Fraction(0)) + weight
        if delivered_at is not None or reason == "never_due":
            meant[team] = meant.get(team, Fraction(0)) + weight
    shares = [came.get(team, Fraction(0)) / weight for team, weight in meant.items() if weight]
    return int(100 * min(shares)) if shares else 0


def counts(ground: StageGround, drill: Drill) -> bool:
    """Say whether a drill counts: it was played to its end, or enough of it had reached everybody (the call's rule)."""
    if (
        drill.state != "ended"
        or drill.ended_at is None
        or drill.ended_at >= drill.duration
        or ground.call.abort is None
    ):
        return True
    return delivered_share(ground, drill) >= ground.call.abort.delivered_weight


def _teams(ground: StageGround, drills: Sequence[Drill]) -> dict[str, int]:
    here = select(Team.application_id).where(Team.drill_id.in_([one.id for one in drills]))
    found: dict[str, int] = {}
    for application in ground.session.scalars(here.where(Team.application_id.is_not(None))):
        found[str(application)] = found.get(str(application), 0) + 1
    return found


def _collect(ground: StageGround, drill: Drill, parts: dict[str, list[Part]]) -> None:
    """Take what was published, and beside it what it followed from: qualities, criteria and intervals."""
    session, row = ground.session, published_row(ground.session, drill.id)
    found = scored_drill(session, drill)
    if row is None or found is None:
        return
    teams = {one.id: one.application_id for one in session.scalars(select(Team).where(Team.drill_id == drill.id))}
    standings = {one.team: one for one in found.standings}
    intervals = intervals_of(found, drill.id)
    for told in row.payload["standings"]:
        team, application = told["team"], teams.get(told["team"])
        if application is None or told["score"] is None:
            continue
        quality = standings[team].quality
        score = Decimal(told["score"])
        criteria = criterion_quality(found.lines(team))
        parts.setdefault(application, []).append(
            Part(score, score if quality is None else quality, criteria, intervals[team])
        )


def _scored(application: str, parts: Sequence[Part], rated: int, of: int) -> Scored:
    if not parts:
        return Scored(application, None, None, {}, rated, of)
    names = sorted({name for part in parts for name in part.criteria})
    criteria = {name: _mean([part.criteria[name] for part in parts if name in part.criteria]) for name in names}
    return Scored(
        application, two_decimals(_mean([Fraction(one.score) for one in parts])),
        two_decimals(_mean([Fraction(one.quality) for one in parts])), criteria, rated, of,
    )  # fmt: skip


def _interval(application: str, parts: Sequence[Part]) -> Interval:
    lows = [Fraction(one.interval.low) for one in parts if one.interval.low is not None]
    highs = [Fraction(one.interval.high) for one in parts if one.interval.high is not None]
    if not lows or not highs:
        return Interval(application, None, None)
    return Interval(application, two_decimals(_mean(lows)), two_decimals(_mean(highs)))


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _rules(ground: StageGround, drills: Sequence[Drill]) -> Rules | None:
    """Give the rules whose tie order parts equals: the call's, with the rubric of what was played."""
    for drill in drills:
        scenario = scenario_of(ground.session, drill.scenario_digest)
        return replace(drill_rules_of(ground.planned, scenario, ground.row.randomness), penalties={})
    return None
