"""Bundles for organizers: what each of the two holds, and both to take away; whoever took one is noted."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any

from flask import Blueprint, Response, render_template, request, url_for

from simulator.actions.bundles import note_bundle
from simulator.bundle.making import make_bundle
from simulator.reading.bundles import bundle_page
from web import door
from web.bundle.papers import papers, suggested_name

bundle = Blueprint("bundle", __name__, template_folder="templates")
CHUNK = 256 * 1024
# Smaller ones need no file.
IN_MEMORY = 8 * 1024 * 1024


@bundle.get("/drills/<drill_id>/bundle")
@door.for_staff
def drill(drill_id: str) -> str:
    """Say what the two bundles of a drill hold."""
    page = door.house().look(bundle_page, door.staff(), drill_id=drill_id)
    return _show(page, url_for("bundle.take_drill", drill_id=drill_id), exercise=True)


@bundle.get("/programmes/<programme_id>/bundle")
@door.for_staff
def programme(programme_id: str) -> str:
    """Say what the two bundles of a programme hold."""
    page = door.house().look(bundle_page, door.staff(), programme_id=programme_id)
    return _show(page, url_for("bundle.take_programme", programme_id=programme_id), exercise=False)


def _show(page: dict[str, Any], post: str, *, exercise: bool) -> str:
    marks = {"exercise": exercise, "rehearsal": page["of"]["rehearsal"]}
    return render_template("bundle/bundle.html", page=page, post=post, **marks)


@bundle.post("/drills/<drill_id>/bundle")
@door.for_staff
def take_drill(drill_id: str) -> Response:
    """Make a bundle of a drill and hand it out."""
    return _hand_out(drill_id=drill_id)


@bundle.post("/programmes/<programme_id>/bundle")
@door.for_staff
def take_programme(programme_id: str) -> Response:
    """Make a bundle of a programme with its drills and hand it out."""
    return _hand_out(programme_id=programme_id)


def _hand_out(**place: str) -> Response:
    public = request.form.get("public") == "1"
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    try:
        # In the pool of native threads where gevent runs, as every view is.
        made = door.house().look(make_bundle, door.staff(), target=target, papers=papers(), public=public, **place)
        head = made["heads"][_own_stream(made)]["hash"]
        door.house().perform(note_bundle, door.staff(), public=public, head=head, **place)
    except BaseException:
        target.close()
        raise
    response = Response(_chunks(target), content_type="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=suggested_name(made, door.language()))
    return response


def _own_stream(made: dict[str, Any]) -> str:
    (what, whose), *_none = made["of"].items()
    return f"{what}:{whose}"


def _chunks(target: IO[bytes]) -> Iterator[bytes]:
    with closing(target):
        target.seek(0)
        while part := target.read(CHUNK):
            yield part
