"""The organizer's standings: who stands where, why, and the step that makes it a fact."""

import hashlib
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from simulator.actions.rating import publish_standings
from simulator.reading.audit import chain_state
from simulator.reading.ratings import ratings_table
from simulator.reading.results import standings_page
from simulator.refusal import Refusal
from web import door
from web.organizer.downloads import ratings_csv, rules_json, send_file
from web.organizer.explaining import explanation
from web.organizer.table import table_view
from web.words.refusals import words_of

organizer = Blueprint("organizer", __name__, template_folder="templates", url_prefix="/drills/<drill_id>/standings")


@organizer.get("")
@door.for_staff
def standings(drill_id: str) -> Response | str:
    """Show the standings; a script gets only what may have changed."""
    page = _look(drill_id)
    if not door.wants_json():
        return _show(page)
    return jsonify(_live(page))


@organizer.get("/<team_id>")
@door.for_staff
def team(drill_id: str, team_id: str) -> Response | str:
    """Explain one team's score; a script gets only the explanation."""
    page = _look(drill_id)
    row = next((row for row in page["standings"] if row["team_id"] == team_id), None)
    if row is None:
        raise Refusal("not_found")
    told = {"page": page, "row": row, "why": explanation(page["rules"], row, door.language())}
    if door.wants_json():
        return jsonify(why_html=render_template("organizer/why.html", **told))
    return render_template("organizer/team.html", **told, **_marks(page))


@organizer.post("")
@door.for_staff
def publish(drill_id: str) -> Response | tuple[str, int]:
    """Publish, once the drill's name was typed."""
    typed = request.form.get("name", "")
    page = _look(drill_id)
    try:
        door.house().perform(publish_standings, door.staff(), drill_id=drill_id, name=typed)
    except Refusal as refusal:
        return _show(page, typed=typed, problem=words_of(refusal, door.language())), 409
    return door.go("organizer.standings", drill_id=drill_id)


@organizer.get("/ratings.csv")
@door.for_staff
def ratings(drill_id: str) -> Response:
    """Give what the standings follow from, as ``prontas standings`` reads it."""
    table = door.house().look(ratings_table, door.staff(), drill_id=drill_id)
    return send_file(ratings_csv(table["rows"]), table["drill"], "ratings.csv", "text/csv")


@organizer.get("/rules.yaml")
@door.for_staff
def rules(drill_id: str) -> Response:
    """Give the rules of score as JSON, which is YAML too."""
    table = door.house().look(ratings_table, door.staff(), drill_id=drill_id)
    return send_file(rules_json(table["rules"]), table["drill"], "rules.yaml", "application/yaml")


def _look(drill_id: str) -> dict[str, Any]:
    return door.house().look(standings_page, door.staff(), drill_id=drill_id)


def _live(page: dict[str, Any]) -> dict[str, str]:
    html = render_template("organizer/live.html", page=page, table=_table(page))
    return {"table_html": html, "version": hashlib.sha256(html.encode()).hexdigest()[:16]}


def _show(page: dict[str, Any], **more: Any) -> str:
    chain = door.house().look(chain_state, door.staff(), drill_id=page["drill"]["id"]) if page["published"] else None
    return render_template("organizer/standings.html", page=page, live=_live(page), chain=chain, **_marks(page), **more)


def _marks(page: dict[str, Any]) -> dict[str, Any]:
    return {"exercise": True, "rehearsal": page["drill"]["rehearsal"]}


def _table(page: dict[str, Any]) -> dict[str, Any]:
    may_rate = "evaluator" in door.staff().roles_in(page["drill"]["id"])
    return table_view(page, door.language()) | {"may_rate": may_rate}
