"""What is refused before anything looks at a request: foreign hosts, and bodies larger than their page needs."""

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from web import door
from web.hosts import host_check
from web.settings import Settings

SMALL = 256 * 1024
# Where members of staff may send files; others never, for their bodies would be read before anybody asks who they are.
LARGE = {
    "staff.make_drill": 60 * 1024 * 1024,
    "calls.open_now": 2 * 1024 * 1024,
    **dict.fromkeys(("editor.create", "editor.attach"), 60 * 1024 * 1024),
    # A text of 2 MB, of which each letter with an accent takes six characters on its way.
    **dict.fromkeys(("editor.save_text", "editor.check_text"), 13 * 1024 * 1024),
    **dict.fromkeys(
        ("editor.save_inject", "editor.save_section", "editor.check", "editor.save_texts", "editor.check_texts"),
        1024 * 1024,
    ),
    **dict.fromkeys(("importing.look", "importing.save", "importing.forget"), 14 * 1024 * 1024),
}
# Where a form carries along what was uploaded before, as a word, and a choice for each of many columns; or a scenario.
CARRYING, MOST_CARRIED = (
    frozenset(
        {
            "importing.look", "importing.save", "importing.forget", "editor.save_text", "editor.check_text",
            "editor.save_inject", "editor.save_section", "editor.check", "editor.save_texts", "editor.check_texts",
        }
    ),
    600,
)  # fmt: skip
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
        # Without a file in it only a form that carries a document is large.
        is_large = endpoint in CARRYING or request.mimetype == "multipart/form-data"
        if endpoint in LARGE and is_large and door.staff().kind == "account":
            request.max_content_length = LARGE[endpoint]
            if endpoint in CARRYING:
                request.max_form_memory_size, request.max_form_parts = LARGE[endpoint], MOST_CARRIED
        if endpoint in FILES and door.applicant().kind == "applicant":
            request.max_content_length = FILES[endpoint]
