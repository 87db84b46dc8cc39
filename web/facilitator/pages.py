"""The console and the pieces of it that its script fetches anew; the server renders, the script refreshes."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify, render_template, request

from simulator.actions.msel import REASONS
from simulator.actions.running import SPEEDS
from simulator.actor import Actor
from simulator.permission import EVALUATOR, can
from simulator.reading.console import console_page, team_page
from simulator.refusal import Refusal
from web import door
from web.facilitator.alerts import alerts_of, is_silent
from web.facilitator.cells import LOOKS, look_of, mark_of
from web.facilitator.conditions import condition_words
from web.facilitator.readiness import checks_of
from web.facilitator.room import facilitator
from web.facilitator.showing import (
    ASKS,
    CHANNELS,
    PRIORITIES,
    REASON_WORDS,
    STATES,
    axis_of,
    counts_of,
    line_look,
    reason_words,
    t_plus,
)
from web.words import say

PARTS = ("bar", "banner", "next", "axis", "msel", "matrix", "alerts")


@facilitator.get("/drills/<drill_id>/console")
@door.for_staff
def console(drill_id: str) -> str:
    """Show the whole console."""
    page = door.house().look(console_page, door.staff(), drill_id=drill_id)
    looks = {name: [mark, say(door.language(), words)] for name, (mark, words) in LOOKS.items()}
    states = {name: [icon, say(door.language(), words)] for name, (icon, words) in STATES.items()}
    return render_template("facilitator/console.html", **_shown(page), looks=looks, states=states)


@facilitator.get("/drills/<drill_id>/console/parts")
@door.for_staff
def parts(drill_id: str) -> Response:
    """Give the wanted parts as they are now, with the number of the stream that they are true for."""
    page = door.house().look(console_page, door.staff(), drill_id=drill_id)
    wanted = request.args.get("of", "").split(",")
    shown = _shown(page)
    rendered = {name: render_template(f"facilitator/parts/{name}.html", **shown) for name in PARTS if name in wanted}
    return jsonify(n=page["n"], clock=page["clock"], parts=rendered)


@facilitator.get("/drills/<drill_id>/console/teams/<team_id>")
@door.for_staff
def team(drill_id: str, team_id: str) -> str:
    """Show one team beside the matrix."""
    page = door.house().look(team_page, door.staff(), drill_id=drill_id, team_id=team_id)
    return render_template("facilitator/team.html", **_shown(page))


@facilitator.get("/drills/<drill_id>/console/injects/<inject_id>")
@door.for_staff
def inject(drill_id: str, inject_id: str) -> str:
    """Show one inject beside the matrix: its words, what is expected, and what to know about it."""
    page = door.house().look(console_page, door.staff(), drill_id=drill_id)
    line = next((line for line in page["msel"] if line["id"] == inject_id), None)
    if line is None:
        raise Refusal("not_found")
    return render_template("facilitator/inject.html", **_shown(page), line=line)


def _shown(page: Mapping[str, Any]) -> dict[str, Any]:
    drill, roles = page["drill"], _roles(door.staff(), page["drill"]["id"])
    language = door.language()
    flags = page["flags"] if isinstance(page["flags"], Mapping) else {}
    return {
        "page": page, "drill": drill, "clock": page["clock"], "exercise": True, "rehearsal": drill["rehearsal"],
        "may_run": any(can(role, "pause_drill") for role in roles),
        "may_make": any(can(role, "open_joining") for role in roles),
        "may_resume": not page["clock"]["stopped"] or drill["lead_id"] in (None, door.staff().id),
        "state": "stopped" if page["clock"]["stopped"] else drill["state"],
        "alerts": alerts_of(page) if "teams" in page else [],
        "checks": checks_of(page) if page.get("missing_words") else [],
        "looks_of": LOOKS, "look_of": look_of, "mark_of": mark_of, "is_silent": is_silent,
        "condition": lambda written: condition_words(written, flags, language),
        "axis_of": axis_of, "counts_of": counts_of, "line_look": line_look, "t_plus": t_plus,
        "reason_words": reason_words, "CHANNELS": CHANNELS, "PRIORITIES": PRIORITIES, "ASKS": ASKS, "STATES": STATES,
        "SPEEDS": SPEEDS, "REASONS": {code: REASON_WORDS[code] for code in REASONS},
    }  # fmt: skip


def _roles(actor: Actor, drill_id: str) -> frozenset[str]:
    return actor.roles_in(drill_id) - {EVALUATOR}
