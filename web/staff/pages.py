"""The staff's home: the drills in which somebody has a role, and the ways into each."""

from datetime import datetime

from babel.dates import format_date
from flask import render_template

from simulator.permission import can
from simulator.reading.drills import drill_list
from simulator.reading.merit_desks import merit_desks
from simulator.reading.own_account import programme_list
from web import door
from web.staff.room import staff
from web.words import LOCALES, N_

STATES: dict[str, tuple[str, str]] = {
    "draft": ("document", N_("in preparation")),
    "ready": ("check", N_("ready to start")),
    "running": ("broadcast", N_("running")),
    "paused": ("pause", N_("paused")),
    "ended": ("lock", N_("ended")),
}
# Each way into a drill, for those who may see what is there.
WAYS: tuple[tuple[str, str, str, str], ...] = (
    ("console_page", "facilitator.console", "broadcast", N_("Console")),
    ("teams_page", "staff.teams", "team", N_("Teams and codes")),
    ("drill_staff", "staff.drill_roles", "team", N_("Staff of this drill")),
    ("watch_page", "observer.watch", "eye", N_("The story")),
    ("rating_queue", "evaluator.desk", "document", N_("Rating desk")),
    ("evaluators_board", "evaluators.board", "team", N_("Evaluators")),
    ("standings_page", "organizer.standings", "regulator", N_("Standings")),
    ("drill_audit", "audit.drill", "eye", N_("Who did what")),
    ("people_held", "audit.people", "lock", N_("People and their data")),
)


@staff.get("/drills")
@door.for_staff
def home() -> str:
    """Show the drills in which she has a role, the newest first."""
    drills = [
        drill | {"ways": [way for way in WAYS if any(can(role, way[0]) for role in drill["roles"])]}
        for drill in door.house().look(drill_list, door.staff())
    ]
    mine = door.house().look(programme_list, door.staff())
    return render_template(
        "staff/home.html", drills=drills, states=STATES, day=day,
        programmes=[one for one in mine if any(can(role, "programme_home") for role in one["roles"])],
        desks=door.house().look(merit_desks, door.staff()), **everywhere(),
    )  # fmt: skip


def day(instant: datetime) -> str:
    """Say on which day an instant is, in the reader's words."""
    return format_date(instant, "long", locale=LOCALES[door.language()])


def may_everywhere(action: str) -> bool:
    """Say whether one of the roles she has in the whole house is enough for an action."""
    return any(can(role, action) for role in door.staff().roles_in(None))


def everywhere() -> dict[str, bool]:
    """Say what she may do beyond single drills: everywhere, or in one of her programmes."""
    mine = door.house().look(programme_list, door.staff())
    there = any(can(role, "create_drill") for one in mine for role in one["roles"])
    return {
        "makes_drills": there or may_everywhere("create_drill"),
        "manages_staff": may_everywhere("staff_list"),
        "writes_scenarios": may_everywhere("scenario_list"),
    }
