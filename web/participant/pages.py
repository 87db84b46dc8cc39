"""A participant's page and what its scripts fetch: her place, the drafts, the hotwash, what she learns, files."""

import gzip
import io
from pathlib import PurePosixPath
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from simulator.actions.hotwash import write_hotwash
from simulator.actor import NOBODY
from simulator.reading.file import own_file
from simulator.reading.play import own_drafts, own_learning, own_place
from simulator.reading.results import own_result
from simulator.refusal import Refusal
from web import door
from web.participant.marking import PICTURES, mark_picture
from web.participant.stopping import stop_words
from web.words import LANGUAGES, N_, say

participant = Blueprint("participant", __name__, template_folder="templates")
EXERCISE_MARK = N_("EXERCISE")


@participant.get("/play")
def play() -> Any:
    """Show a participant's page; who was removed, or came in too long ago, reads how to come back."""
    if door.participant() is NOBODY and door.token_of(door.TEAM):
        gone = Response(render_template("participant/gone.html"), 403)
        door.drop_cookie(gone, door.TEAM)
        return gone
    return _play()


@door.for_participants
def _play() -> Response:
    facts = _state()
    place = facts["place"]
    if place["me"]["notice_due"]:
        return door.go("participant.notice")
    spoken = {code: LANGUAGES[code] for code in place["drill"]["languages"] if code in LANGUAGES}
    page = render_template(
        "participant/play.html", place=place, facts=facts, spoken=spoken, stop_words=stop_words(), exercise=True,
        rehearsal=place["drill"]["rehearsal"],
    )  # fmt: skip
    return _compressed(page)


def _compressed(html: str) -> Response:
    # On a slow line a third of the first load; the one secret inside, the form's token, is nothing without the cookie.
    response = Response(html, headers={"Vary": "Accept-Encoding, Cookie"})
    if request.accept_encodings.quality("gzip") > 0:
        response.set_data(gzip.compress(html.encode()))
        response.headers["Content-Encoding"] = "gzip"
    return response


@participant.get("/play/state")
@door.for_participants
def state() -> Response:
    """Give what no event tells: her place, the team's drafts, the result."""
    return jsonify(_state())


def _state() -> dict[str, Any]:
    look, her = door.house().look, door.participant()
    return {"place": look(own_place, her), "drafts": look(own_drafts, her), "result": look(own_result, her)}


@participant.get("/play/learning")
@door.for_participants
def learning() -> Response:
    """Give what was expected, once it is open."""
    return jsonify(learning=door.house().look(own_learning, door.participant()))


@participant.post("/play/hotwash")
@door.for_participants
def hotwash() -> Response:
    """Keep her words on one question of the hotwash."""
    facts = request.get_json()
    question, text = (facts.get("question"), facts.get("text")) if isinstance(facts, dict) else (None, None)
    if not isinstance(question, int) or isinstance(question, bool) or not isinstance(text, str):
        raise Refusal("not_found")
    if facts.keys() - {"question", "text"}:
        raise Refusal("request_malformed")
    door.house().perform(write_hotwash, door.participant(), question=question, text=text)
    return jsonify(state="saved")


@participant.get("/play/files/<inject_id>/<path:name>")
@door.for_participants
def attachment(inject_id: str, name: str) -> AnyResponse:
    """Hand out a file of an inject that has reached her team; its name bears the mark, and a picture itself."""
    content = door.house().look(own_file, door.participant(), inject_id=inject_id, name=name)
    mark, ending = say(door.language(), EXERCISE_MARK), PurePosixPath(name).suffix.lower()
    if ending in PICTURES:
        content = door.house().run(lambda: mark_picture(content, ending, mark))
    return send_file(io.BytesIO(content), as_attachment=True, download_name=f"{mark}-{PurePosixPath(name).name}")
