"""The drills a member of staff may see, and the people of one drill with their codes."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.reading.console import drill_row, drill_view
from simulator.reading.inject import Words
from simulator.reading.members import members_view
from simulator.refusal import Refusal
from simulator.rows import Drill, Team


def drill_list(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the drills in which the actor has a role, the newest first, with those roles."""
    counted = session.execute(select(Team.drill_id, func.count()).group_by(Team.drill_id))
    teams = dict(counted.all())
    return [
        {
            "id": drill.id, "name": drill.name, "state": drill.state, "roles": sorted(roles),
            "teams": teams.get(drill.id, 0), "created_at": drill.created_at, "rehearsal": drill.rehearsal,
        }
        for drill in session.scalars(select(Drill).order_by(Drill.created_at.desc(), Drill.id))
        if (roles := actor.roles_in(drill.id) - {"account"})
    ]  # fmt: skip


def teams_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give the teams of a drill with their join codes and their people."""
    drill = drill_row(session, drill_id)
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, actor.language)
    teams = session.scalars(select(Team).where(Team.drill_id == drill_id).order_by(Team.position))
    return {
        "drill": drill_view(session, drill, scenario, say),
        "seats": {name: say(seat.title) for name, seat in scenario.seats.items()},
        "teams": [
            {
                "id": team.id, "name": team.name, "code": team.code, "language": team.language, "bot": team.bot,
                "members": members_view(session, team.id),
            }
            for team in teams
        ],
    }  # fmt: skip


def join_page(session: Session, now: datetime, actor: Actor, *, code: str) -> dict[str, Any]:
    """Give who has a team's code what she needs to join; a wrong and a closed code are refused alike."""
    team = session.scalar(select(Team).where(Team.code == code.strip().lower()))
    drill = session.get(Drill, team.drill_id) if team else None
    if team is None or drill is None or not drill.joining:
        raise Refusal("code_unknown")
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, actor.language)
    taken = {seat for member in members_view(session, team.id) for seat in member["seats"]}
    return {
        "drill": {
            "name": drill.name, "title": say(scenario.title), "rehearsal": drill.rehearsal,
            "ai_allowed": drill.ai_allowed, "languages": list(scenario.languages),
            "content_note": say(scenario.content_note),
        },
        "team": {"name": team.name, "language": team.language},
        "lead": scenario.lead,
        "seats": [
            {"id": name, "title": say(seat.title), "brief": say(seat.brief), "taken": name in taken}
            for name, seat in scenario.seats.items()
        ],
    }  # fmt: skip
