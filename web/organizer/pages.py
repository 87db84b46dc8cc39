"""The organizer's standings: who stands where, why, and the step that makes it a fact."""

import hashlib
import re
from decimal import Decimal
from typing import Any

from flask import Response, jsonify, render_template, request

from simulator.actions.assigning import ask_thirds
from simulator.actions.drills import MOST_TEAMS
from simulator.actions.rating import publish_standings
from simulator.reading.audit import chain_state
from simulator.reading.ratings import ratings_table
from simulator.reading.results import standings_page
from simulator.refusal import Refusal
from web import door
from web.organizer.downloads import ratings_csv, rules_json, send_file
from web.organizer.explaining import explanation
from web.organizer.room import organizer
from web.organizer.table import sure_view, table_view
from web.words import say
from web.words.refusals import words_of
from web.words.results import STEPS

__all__ = ["organizer"]
SCORE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


@organizer.get("")
@door.for_staff
def standings(drill_id: str) -> Response | str:
    """Show the standings; a script gets only what may have changed."""
    if door.wants_json():
        return jsonify(_live(_look(drill_id)))
    try:
        return _show(_look(drill_id, **_cut()))
    except Refusal as refusal:
        if refusal.code != "cut_unreadable":
            raise
        return _show(_look(drill_id), cut_problem=words_of(refusal, door.language()))


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


@organizer.post("/thirds")
@door.for_staff
def thirds(drill_id: str) -> Response | tuple[str, int]:
    """Ask a third evaluator for those who are statistically tied at the cut (rules.md 25)."""
    teams = request.form.getlist("team")
    try:
        asked = door.house().perform(ask_thirds, door.staff(), drill_id=drill_id, team_ids=teams)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(_look(drill_id), cut_problem=words_of(refusal, door.language())), 409
    return _show(_look(drill_id), asked=asked), 200


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


def _look(drill_id: str, **cut: Any) -> dict[str, Any]:
    return door.house().look(standings_page, door.staff(), drill_id=drill_id, **cut)


def _cut() -> dict[str, Any]:
    """Read the cut that an organizer names: how many places get through, or a score."""
    first, points = request.args.get("first", "").strip(), request.args.get("points", "").strip().replace(",", ".")
    if not first and not points:
        return {}
    if first.isdecimal() and not points and 0 < int(first[:6]) <= MOST_TEAMS:
        return {"first": int(first)}
    if SCORE.fullmatch(points) and not first:
        return {"cut": Decimal(points)}
    raise Refusal("cut_unreadable")


def _live(page: dict[str, Any]) -> dict[str, str]:
    html = render_template("organizer/live.html", page=page, table=_table(page))
    return {"table_html": html, "version": hashlib.sha256(html.encode()).hexdigest()[:16]}


def _show(page: dict[str, Any], **more: Any) -> str:
    chain = door.house().look(chain_state, door.staff(), drill_id=page["drill"]["id"]) if page["published"] else None
    language = door.language()
    return render_template(
        "organizer/standings.html", page=page, live=_live(page), chain=chain, sure=sure_view(page, language),
        step_words={name: say(language, words) for name, words in STEPS.items()}, **_marks(page), **more,
    )  # fmt: skip


def _marks(page: dict[str, Any]) -> dict[str, Any]:
    return {"exercise": True, "rehearsal": page["drill"]["rehearsal"]}


def _table(page: dict[str, Any]) -> dict[str, Any]:
    may_rate = "evaluator" in door.staff().roles_in(page["drill"]["id"])
    return table_view(page, door.language()) | {"may_rate": may_rate}
