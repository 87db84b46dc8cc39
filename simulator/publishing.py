"""The ladder of a result: provisional to each team alone, then final; values become facts (rules.md 32, 34)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.standings import Standing
from simulator.database import take_your_time
from simulator.ending import hotwashes_ahead
from simulator.kinds import drill_stream
from simulator.refusal import Refusal
from simulator.rows import Appeal, Decision, Drill, LogRow
from simulator.ruling import require_over, require_ruled
from simulator.scene import Scene
from simulator.score_rules import appeal_window, demands_two, draw_waits, rules_digest
from simulator.scored import scored
from simulator.two_people import Effect, Subject

PROVISIONAL, FINAL = "standings_provisional", "standings_published"
# An appeal that nobody has decided yet.
UNDECIDED = ("open", "rerating")


def publish_at_once(scene: Scene) -> None:
    """Make the standings final in one step, where neither a stage nor the drill's rules ask for two people."""
    if demands_two(scene.drill):
        raise Refusal("two_people_needed")
    scene.require_state("ended")
    if scene.drill.published_at is not None:
        raise Refusal("already_done", inject=scene.drill.name)
    standings = complete_standings(scene)
    require_ruled(scene)
    _publish(scene, standings)


def complete_standings(scene: Scene) -> Sequence[Standing]:
    """Give the standings; refuse while a response waits for ratings, a deadline runs, or the draw for its text."""
    take_your_time(scene.session)
    found = scored(scene.session, scene.drill)
    if found is None or not found.standings:
        raise Refusal("drill_not_rated")
    # Where a deadline still runs, an answer can still come, or change: the team counts as one that waits.
    playing = [team_id for team_id, _opens_at in hotwashes_ahead(scene.session, scene.drill)]
    waiting = [one for one in found.standings if one.rated < one.of or one.team in playing]
    if waiting:
        missing = sum(max(one.of - one.rated, one.team in playing) for one in waiting)
        raise Refusal("ratings_missing", missing=missing, teams=len(waiting))
    if draw_waits(scene.session, scene.drill):
        raise Refusal("randomness_missing")
    return found.standings


def told_of(standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Write standings as the log keeps them: ids, places and decimals as text."""
    return [
        {
            "team": one.team, "place": one.place, "score": _text(one.score), "quality": _text(one.quality),
            "time": _text(one.time), "penalties": str(one.penalties),
        }
        for one in standings
    ]  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _publish(scene: Scene, standings: Sequence[Standing], **told: Any) -> None:
    scene.drill.published_at = scene.now
    scene.tell(FINAL, standings=told_of(standings), rules=rules_digest(scene.drill), **told)


def published_row(session: Session, drill_id: str, kind: str = FINAL) -> LogRow | None:
    """Give the row of the log by which the standings became a fact, None before."""
    query = select(LogRow).where(LogRow.stream == drill_stream(drill_id), LogRow.kind == kind)
    return session.scalars(query.order_by(LogRow.seq.desc()).limit(1)).one_or_none()


def appeals_until(session: Session, drill: Drill) -> datetime | None:
    """Give the last instant at which an appeal is taken; None before the result is provisional."""
    return None if drill.provisional_at is None else drill.provisional_at + appeal_window(session, drill)


def undecided(session: Session, drill: Drill) -> list[Appeal]:
    """Give the appeals that nobody has decided yet."""
    query = select(Appeal).where(Appeal.scope == f"drill:{drill.id}", Appeal.state.in_(UNDECIDED))
    return list(session.scalars(query.order_by(Appeal.filed_at)))


def _check_provisional(scene: Scene, subject: Subject) -> None:
    require_over(scene)
    if scene.drill.register_closed_at is None:
        raise Refusal("register_not_closed")
    if scene.drill.provisional_at is not None:
        raise Refusal("already_provisional")
    complete_standings(scene)


def _make_provisional(scene: Scene, decision: Decision) -> None:
    standings = complete_standings(scene)
    scene.drill.provisional_at = scene.now
    scene.tell(PROVISIONAL, standings=told_of(standings), rules=rules_digest(scene.drill), decision=decision.id)
    for one in standings:
        # To each team alone that there is something to read, and nothing of it.
        scene.tell("result_told", team=one.team)


def _check_final(scene: Scene, subject: Subject) -> None:
    require_over(scene)
    until = appeals_until(scene.session, scene.drill)
    if until is None:
        raise Refusal("not_provisional_yet")
    if scene.now <= until:
        raise Refusal("appeals_still_open", until=until)
    waiting = undecided(scene.session, scene.drill)
    if waiting:
        raise Refusal("appeals_undecided", n=len(waiting))
    complete_standings(scene)


def _make_final(scene: Scene, decision: Decision) -> None:
    _publish(scene, complete_standings(scene), decision=decision.id)


PUBLISH_PROVISIONAL = Effect("drill", _check_provisional, _make_provisional)
PUBLISH_FINAL = Effect("drill", _check_final, _make_final)
