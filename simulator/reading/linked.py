"""The drills of a programme on one scale: by the model answers that their evaluators share, and baseline to re-test."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.linking.anchors import AnchorRating, Link, link_drills, linked_score
from scoring.linking.objectives import Aim, Reached, compare_objectives, mean_changes, reach_objectives
from scoring.scoring_error import ScoringError
from simulator.actor import Actor
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.gate import NO_LEVEL
from simulator.frozen import scenario_of
from simulator.reading.inject import Words
from simulator.refusal import Refusal
from simulator.rows import CalibrationRating, Drill, Programme, Team
from simulator.scored import Scored, scored
from simulator.shown_names import shown_names

View = dict[str, Any]
# What cannot be said, and why, besides the codes of scoring.
NOT_RATED, NO_TEAM_TWICE, NO_OBJECTIVES = "not_rated", "no_team_twice", "no_objectives"


def linked_drills(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> View:
    """Give a programme's drills by their start, each with its effect in points and its teams' scores on one scale.

    Where no chain of model answers joins them *refused* says so, with the *pieces* that hang together. *changes*
    compare a team's first drill with its last, objective by objective.
    """
    if session.get(Programme, programme_id) is None:
        raise Refusal("not_found")
    query = select(Drill).where(Drill.programme_id == programme_id, Drill.started_at.is_not(None))
    drills = list(session.scalars(query.order_by(Drill.started_at, Drill.id)))
    results = {one.id: found for one in drills if (found := scored(session, one)) is not None}
    link, refused, pieces = _link(session, [one for one in drills if one.id in results])
    names = {one.id: one.name for one in drills}
    return {
        "refused": refused, "pieces": [[names[one] for one in piece] for piece in pieces],
        "drills": [_drill(session, one, results.get(one.id), link) for one in drills],
        "objectives": _objectives(session, drills, results, actor.language),
    }  # fmt: skip


def _link(session: Session, drills: Sequence[Drill]) -> tuple[Link | None, str | None, Sequence[Sequence[str]]]:
    ratings = [rating for drill in drills for rating in _anchor_ratings(session, drill)]
    try:
        return link_drills(ratings), None, ()
    except ScoringError as error:
        return None, error.code, error.parameters.get("pieces", ())


def _anchor_ratings(session: Session, drill: Drill) -> Iterable[AnchorRating]:
    """Give what a drill's evaluators gave to model answers; they are the same ones where the scenario is the same."""
    desk = DrillDesk(session, drill.created_at, drill)
    query = select(CalibrationRating).where(CalibrationRating.desk == desk.name, CalibrationRating.level != NO_LEVEL)
    for one in session.scalars(query):
        value = Fraction(100 * desk.levels.index(one.level), desk.top)
        yield AnchorRating(drill.id, one.account_id, f"{drill.scenario_digest}|{one.item}|{one.criterion}", value)


def _drill(session: Session, drill: Drill, found: Scored | None, link: Link | None) -> View:
    linked = link is not None and drill.id in link.effects
    names = shown_names(session, drill)
    return {
        "id": drill.id, "name": drill.name, "started_at": drill.started_at, "time_zone": drill.time_zone,
        "final": drill.published_at is not None, "reason": None if found else NOT_RATED,
        "effect": link.effects[drill.id] if link and linked else None,
        "anchors": link.anchors[drill.id] if link and linked else 0,
        "teams": [
            {
                "team": names[one.team], "score": one.score,
                "linked": _linked(link, drill.id, one.score),
            }
            for one in (found.standings if found else ())
        ],
    }  # fmt: skip


def _linked(link: Link | None, drill_id: str, score: Decimal | None) -> Decimal | None:
    if link is None or score is None or drill_id not in link.effects:
        return None
    return linked_score(link, drill_id, score)


def _objectives(session: Session, drills: Sequence[Drill], results: Mapping[str, Scored], language: str) -> View:
    """Compare each team's first drill with its last; a team is known again by its application."""
    reached = {one.id: _reached(session, one, results[one.id]) for one in drills if one.id in results}
    titles: dict[str, str | None] = {}
    for one in drills:
        scenario = scenario_of(session, one.scenario_digest)
        say = Words(scenario, language)
        titles |= {name: say(objective.title) for name, objective in scenario.objectives.items()}
    baseline, retest, teams = _first_and_last(session, drills, reached)
    changes = compare_objectives(baseline, retest)
    reason = None if changes else NO_TEAM_TWICE if not teams else NO_OBJECTIVES
    return {
        "reason": reason, "teams": len(teams),
        "means": [
            {"id": one.objective, "title": titles.get(one.objective), "difference": one.difference, "n": one.n}
            for one in mean_changes(changes)
        ],
        "changes": [
            {
                "team": teams[one.team], "objective": one.objective, "title": titles.get(one.objective),
                "baseline": one.baseline, "retest": one.retest, "difference": one.difference,
                "n_baseline": one.n_baseline, "n_retest": one.n_retest,
            }
            for one in changes
        ],
    }  # fmt: skip


def _reached(session: Session, drill: Drill, found: Scored) -> dict[Aim, Reached]:
    rubric = scenario_of(session, drill.scenario_digest).rubric
    aims = {name: one.objective for name, one in rubric.criteria.items() if one.objective} if rubric else {}
    return reach_objectives(found.rules.rubric, {team: found.lines(team) for team in found.teams}, aims)


def _first_and_last(
    session: Session, drills: Sequence[Drill], reached: Mapping[str, Mapping[Aim, Reached]]
) -> tuple[dict[Aim, Reached], dict[Aim, Reached], dict[str, str]]:
    played: dict[str, list[tuple[str, Team]]] = {}
    for drill in drills:
        for team in session.scalars(select(Team).where(Team.drill_id == drill.id, Team.application_id.is_not(None))):
            if drill.id in reached:
                played.setdefault(str(team.application_id), []).append((drill.id, team))
    twice = {application: runs for application, runs in played.items() if len(runs) > 1}
    names = {drill.id: shown_names(session, drill) for drill in drills}

    def aims(place: int) -> dict[Aim, Reached]:
        return {
            (application, objective): value
            for application, runs in twice.items()
            for (team, objective), value in reached[runs[place][0]].items()
            if team == runs[place][1].id
        }

    return aims(0), aims(-1), {one: names[runs[-1][0]][runs[-1][1].id] for one, runs in twice.items()}
