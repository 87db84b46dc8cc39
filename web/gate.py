"""What is refused before anything looks at a request: foreign hosts, and bodies larger than their page needs."""

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from web import door
from web.hosts import host_check
from web.settings import Settings

SMALL = 256 * 1024
# Where members of staff may send files; others never, for their bodies would be read before anybody asks who they are.
LARGE = {"staff.make_drill": 60 * 1024 * 1024, "calls.open_now": 2 * 1024 * 1024}
# The words beside a file: names, a choice, a time zone.
MOST_WORDS, MOST_FIELDS = 256 * 1024, 500
# Where the lead of an application may: one file at a time, or, without scripts, all she has chosen beside her words.
FILES = {"applicant.upload": MOST_WORDS + 10 * 1024 * 1024, "applicant.keep": MOST_WORDS + 40 * 1024 * 1024}


def keep_gate(app: Flask, settings: Settings) -> None:
    """Let *app* refuse by host and by size, before anything else runs."""
    app.config.update(MAX_CONTENT_LENGTH=SMALL, MAX_FORM_MEMORY_SIZE=MOST_WORDS, MAX_FORM_PARTS=MOST_FIELDS)
    is_ours = host_check(settings)

    @app.before_request
    def refuse_foreign_hosts() -> None:
        if not is_ours(request.host):
            raise BadRequest

    @app.before_request
    def limit_body() -> None:
        endpoint = request.endpoint or ""
        if endpoint in LARGE and door.staff().kind == "account":
            request.max_content_length = LARGE[endpoint]
        if endpoint in FILES and door.applicant().kind == "applicant":
            request.max_content_length = FILES[endpoint]
