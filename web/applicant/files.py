"""The files of an application: received one by one, looked into before they are kept, handed out to be saved only."""

import io
from typing import Any

from flask import jsonify, request, send_file
from limits import RateLimitItemPerHour
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from simulator.actions.application_files import add_file, remove_file
from simulator.reading.application import own_application_file
from simulator.refusal import Refusal
from web import door
from web.applicant.inspecting import inspect_file
from web.applicant.room import applicant
from web.applicant.showing import by_part, lacks_said, own
from web.applicant.typed import declared_of
from web.front.tries import address, tries

# A ministry may send for many teams at once; more than this would only fill the disk.
UPLOADS = RateLimitItemPerHour(120, namespace="uploads")


@applicant.post("/application/files")
@door.for_applicants
def upload() -> Response:
    """Receive the file of one document."""
    document, file = request.form.get("document", ""), chosen_file("file")
    if file is None:
        raise Refusal("file_not_chosen")
    receive(document, file, declared_of(document, request.form) or {})
    told = own()
    kept = told["files"].get(document, {})
    return jsonify(
        file={name: kept.get(name) for name in ("id", "name", "size", "sha256")}, lacks=lacks_said(told),
        by_part=by_part(told), unsent=told["unsent"],
    )  # fmt: skip


@applicant.post("/application/files/<file_id>/remove")
@door.for_applicants
def remove(file_id: str) -> Response:
    """Take a file out of the draft."""
    door.house().perform(remove_file, door.applicant(), file_id=file_id)
    return door.go("applicant.form", _anchor="documents")


@applicant.get("/application/files/<file_id>")
@door.for_applicants
def file(file_id: str) -> Response:
    """Hand out one of her own files."""
    return as_attachment(door.house().look(own_application_file, door.applicant(), file_id=file_id))


def as_attachment(told: dict[str, Any]) -> Response:
    """Hand a file out as something to save: no browser opens it as a page of ours."""
    response = send_file(
        io.BytesIO(told["content"]), mimetype="application/octet-stream", as_attachment=True,
        download_name=told["name"],
    )  # fmt: skip
    response.headers["X-Content-SHA256"] = told["sha256"]
    return response


def chosen_file(name: str) -> FileStorage | None:
    """Give the file that was chosen in a place of the form, if any was."""
    file = request.files.get(name)
    return file if file is not None and file.filename else None


def receive(document: str, file: FileStorage, declared: dict[str, Any]) -> None:
    """Look into a file, and keep it for a document of the call."""
    tries().count(UPLOADS, address())
    content, name = file.read(), file.filename or ""
    # Making a picture anew takes a second: elsewhere than where everybody is served.
    kind, kept = door.house().run(lambda: inspect_file(content, name))
    door.house().perform(
        add_file, door.applicant(), document=document, name=name, kind=kind, content=kept, **declared
    )  # fmt: skip
