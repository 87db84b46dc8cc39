"""The print pack of a drill: which kits there are, and they as one PDF or as an archive with a PDF each."""

from typing import Any

from flask import Blueprint, render_template, request

from simulator.reading.printing import print_pack
from simulator.refusal import Refusal
from web import door
from web.paper.pack.making import MOST_IN_ONE
from web.printing.asked import asked_for, subject_in
from web.printing.sending import send_pack
from web.words.instants import zone_words
from web.words.refusals import words_of

printing = Blueprint("printing", __name__, template_folder="templates")


@printing.get("/drills/<drill_id>/print-pack")
@door.for_staff
def page(drill_id: str) -> Any:
    """Show which kits there are, to be chosen."""
    return _show(_look(drill_id))


@printing.get("/drills/<drill_id>/print-pack/pack.pdf")
@door.for_staff
def pdf(drill_id: str) -> Any:
    """Give the chosen kits as one PDF; without any, or with too many, show the page again with the reason."""
    return _hand_out(drill_id, "pdf")


@printing.get("/drills/<drill_id>/print-pack/pack.zip")
@door.for_staff
def archive(drill_id: str) -> Any:
    """Give an archive with a PDF of each chosen kit."""
    return _hand_out(drill_id, "zip")


def _hand_out(drill_id: str, ending: str) -> Any:
    pack = _look(drill_id)
    try:
        asked = asked_for(pack, request.args)
        return send_pack(asked.subject, asked.kits, ending)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(pack, refusal)


def _look(drill_id: str) -> dict[str, Any]:
    return door.house().look(print_pack, door.staff(), drill_id=drill_id)


def _show(pack: dict[str, Any], refusal: Refusal | None = None) -> tuple[str, int]:
    subject, words = subject_in(pack, [], ""), door.language()
    order, drill = subject.scenario.languages, pack["drill"]
    form = request.args
    chosen = {
        "kits": set(form.getlist("kit")) if refusal else {"facilitator", "evaluator", "team"},
        "languages": set(form.getlist("language")) or {drill["language"]},
        "teams": set(form.getlist("team")), "seats": set(form.getlist("seat")), "start": form.get("start", ""),
    }  # fmt: skip
    shown = render_template(
        "printing/pack.html", drill=drill, teams=[team for team in subject.teams if team.name], spoken=order,
        zone=zone_words(words, drill["time_zone"]),
        seats={seat: one.title.say(words, order) for seat, one in subject.scenario.seats.items()},
        rated=bool(subject.rated), chosen=chosen, exercise=True, rehearsal=drill["rehearsal"], most=MOST_IN_ONE,
        message=words_of(refusal, words) if refusal else None,
    )  # fmt: skip
    return shown, 409 if refusal else 200
