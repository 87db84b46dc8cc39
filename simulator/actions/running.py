"""Running a drill: STARTEX, pause, STOP, resume, speed, ENDEX."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.bulk import insert_rows
from simulator.columns import MILLISECOND
from simulator.ending import end_play
from simulator.refusal import Refusal
from simulator.scene import Scene, open_scene

SPEEDS = (1, 2, 4, 8, 16)
PLANNED = ("drill_id", "team_id", "inject", "position", "due_at", "state", "late", "final")


def start_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str, name: str) -> None:
    """STARTEX: set the clock going and plan every inject for every team; *name* is the drill's, typed again."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_name(name)
    if scene.drill.state == "draft" and scene.team_ids:
        scene.drill.state = "ready"
    if scene.drill.state == "draft":
        raise Refusal("drill_needs_team")
    scene.require_state("ready")
    insert_rows(session.connection(), "delivery", PLANNED, _planned(scene))
    scene.drill.state, scene.drill.started_at = "running", now
    scene.drill.clock_since = scene.drill.seen_at = now
    scene.tell("drill_started")


def _planned(scene: Scene) -> list[tuple[Any, ...]]:
    # Thousands, in the order in which what falls due at one instant happens: team by team.
    planned = [
        (inject.id, position, None if inject.at is None else inject.at // MILLISECOND)
        for position, inject in enumerate(scene.msel.injects)
    ]
    return [(scene.drill.id, team_id, *one, "planned", False, False) for team_id in scene.team_ids for one in planned]


def pause_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Stop the clock: nothing falls due, deadlines stand still, reading goes on."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running")
    _stand_still(scene)
    scene.tell("drill_paused")


def stop_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """STOP for a real emergency: a pause of every team with a banner; only the lead facilitator resumes."""
    scene = open_scene(session, now, actor, drill_id)
    if scene.drill.stopped:
        raise Refusal("drill_already_stopped")
    scene.require_state("running", "paused")
    if scene.drill.state == "running":
        _stand_still(scene)
    scene.drill.stopped = True
    scene.tell("drill_stopped")


def _stand_still(scene: Scene) -> None:
    scene.drill.clock_base, scene.drill.clock_since = scene.time, None
    scene.drill.state, scene.drill.paused_at = "paused", scene.now


def resume_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Set the clock going again."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("paused")
    leads = actor.kind == "account" and scene.drill.lead_id in (None, actor.id)
    if scene.drill.stopped and not leads:
        raise Refusal("only_lead_resumes")
    scene.drill.state, scene.drill.stopped, scene.drill.paused_at = "running", False, None
    scene.drill.clock_since = scene.drill.seen_at = now
    scene.tell("drill_resumed")


def set_speed(session: Session, now: datetime, actor: Actor, *, drill_id: str, speed: int) -> None:
    """Let drill time run faster; only in a rehearsal or a demo."""
    scene = open_scene(session, now, actor, drill_id)
    if not scene.drill.rehearsal:
        raise Refusal("speed_is_for_rehearsals")
    if speed not in SPEEDS:
        raise Refusal("speed_unknown", speeds=", ".join(map(str, SPEEDS)))
    scene.drill.clock_base = scene.time
    if scene.drill.clock_since is not None:
        scene.drill.clock_since = now
    scene.drill.speed = speed
    scene.tell("speed_changed", speed=speed)


def end_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str, name: str) -> None:
    """ENDEX: no new injects; deadlines that run, run out. *name* is the drill's, typed again."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_name(name)
    scene.require_state("running", "paused")
    end_play(scene)
