"""Making a drill: from a scenario, with its teams, until it is ready to start."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actions.codes import CODE_LENGTH
from simulator.actions.granting import grant_role
from simulator.actor import Actor
from simulator.frozen import freeze_scenario
from simulator.kinds import drill_stream
from simulator.permission import FACILITATOR, require
from simulator.refusal import Refusal
from simulator.rows import Drill, Programme, Stream, Team, new_id
from simulator.scene import Scene, open_scene
from simulator.stored_scenarios import files_of, version_of

MOST_TEAMS = 500


def create_drill(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    name: str,
    content: bytes = b"",
    files: Mapping[str, bytes] | None = None,
    scenario_id: str | None = None,
    scenario_number: int | None = None,
    language: str | None = None,
    time_zone: str = "UTC",
    rehearsal: bool = False,
    ai_allowed: bool = False,
    programme_id: str | None = None,
) -> dict[str, Any]:
    """Make a drill from a scenario document, in a programme or in none; whoever makes it leads it. Gives its id.

    With *scenario_id* it is made from that version of a scenario of the store, or from its newest one, and names it.
    """
    if programme_id is not None and session.get(Programme, programme_id) is None:
        raise Refusal("not_found")
    if scenario_id is not None:
        # Who makes drills in one programme alone does not see what the house has in store.
        require(actor, "scenario_page")
        version = version_of(session, scenario_id, scenario_number)
        scenario_number, content, files = version.number, version.content, files_of(session, version)
    digest, scenario = freeze_scenario(session, content, files or {})
    if time_zone not in _time_zones():
        raise Refusal("time_zone_unknown", time_zone=time_zone)
    drill = Drill(
        name=_clean(name, 120, "drill_needs_name"), scenario_digest=digest, rehearsal=rehearsal, ai_allowed=ai_allowed,
        language=language if language in scenario.languages else scenario.languages[0], time_zone=time_zone,
        duration=scenario.duration, lead_id=actor.id if actor.kind == "account" else None, created_at=now,
        programme_id=programme_id, scenario_id=scenario_id,
        scenario_number=scenario_number if scenario_id is not None else None,
    )  # fmt: skip
    session.add(drill)
    session.flush()
    session.add(Stream(name=drill_stream(drill.id), seq=0, hash=""))
    if actor.kind == "account":
        grant_role(session, now, actor, account_id=actor.id, role=FACILITATOR, drill_id=drill.id)
    session.flush()
    scene = Scene(session, now, actor, drill)
    stored: dict[str, Any] = {} if scenario_id is None else {"stored": scenario_id, "number": scenario_number}
    scene.tell("drill_created", scenario=scenario.id, version=scenario.version, digest=digest, **stored)
    return {"drill_id": drill.id}


def add_team(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    drill_id: str,
    name: str,
    language: str | None = None,
    bot: bool = False,
) -> dict[str, Any]:
    """Add a team before STARTEX; gives its id and the code its people join with."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("draft", "ready")
    taken = session.execute(select(Team.name, Team.blind_code).where(Team.drill_id == drill_id)).all()
    clean = _clean(name, 80, "team_needs_name")
    if len(taken) >= MOST_TEAMS:
        raise Refusal("too_many_teams", most=MOST_TEAMS)
    if clean.casefold() in {row.name.casefold() for row in taken}:
        raise Refusal("team_name_taken", name=clean)
    spoken = language if language in scene.scenario.languages else scene.drill.language
    team = Team(
        drill_id=drill_id, position=len(taken), name=clean, code=new_id(CODE_LENGTH), language=spoken, bot=bot,
        blind_code=_blind_code({row.blind_code for row in taken}),
    )  # fmt: skip
    session.add(team)
    session.flush()
    scene.tell("team_added", team=team.id)
    return {"team_id": team.id, "code": team.code}


def rename_team(session: Session, now: datetime, actor: Actor, *, drill_id: str, team_id: str, name: str) -> None:
    """Give a team another name."""
    scene = open_scene(session, now, actor, drill_id)
    clean = _clean(name, 80, "team_needs_name")
    others = select(func.lower(Team.name)).where(Team.drill_id == drill_id, Team.id != team_id)
    if clean.lower() in set(session.scalars(others)):
        raise Refusal("team_name_taken", name=clean)
    for found in scene.chosen_teams([team_id]):
        session.get_one(Team, found).name = clean
        scene.tell("team_renamed", team=found)


def open_joining(session: Session, now: datetime, actor: Actor, *, drill_id: str, joining: bool) -> None:
    """Let people join with team codes, or no longer."""
    scene = open_scene(session, now, actor, drill_id)
    scene.drill.joining = joining
    scene.tell("joining_changed", joining=joining)


def prepare_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Say that a drill is ready; one without a team is not."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("draft")
    if not scene.team_ids:
        raise Refusal("drill_needs_team")
    scene.drill.state = "ready"
    scene.tell("drill_prepared")


@cache
def _time_zones() -> frozenset[str]:
    # Finding them walks through a thousand files.
    return frozenset(available_timezones())


def _clean(given: str, longest: int, code: str) -> str:
    clean = " ".join(given.split())
    if not clean or len(clean) > longest or not clean.isprintable():
        raise Refusal(code, longest=longest)
    return clean


def _blind_code(taken: set[str]) -> str:
    free: Sequence[str] = [f"{letter}{digit}" for letter in "ACDEFHJKLMNPRTUVWXY" for digit in range(2, 10)]
    left = [code for code in free if code not in taken]
    return secrets.choice(left) if left else new_id(5).upper()
