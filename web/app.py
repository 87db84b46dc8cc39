"""The app: reads top to bottom, one blueprint per room."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from flask import Flask, Response, g, jsonify, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from simulator.actions.accounts import keep_setting
from simulator.actions.application_files import megabytes
from simulator.actor import PROGRAM
from simulator.house import House
from simulator.refusal import Refusal
from web import door
from web.account import account
from web.api import api
from web.api.problem import failed as api_failed
from web.api.problem import is_api, not_served
from web.applicant import applicant
from web.audit import audit
from web.bundle import bundle
from web.calls import calls
from web.deciding import deciding
from web.demo import demo
from web.editor import editor
from web.evaluator import evaluator, merit
from web.facilitator import facilitator
from web.front import front
from web.front.paths import own_path
from web.gate import FILES, MOST_WORDS, keep_gate
from web.headers import set_headers
from web.importing.pages import importing
from web.markdown import to_html
from web.observer import observer
from web.organizer import evaluators, linked, merit_evaluators, organizer
from web.paper.room import paper
from web.participant import participant
from web.printing import printing
from web.programme import programme
from web.refused import Refused
from web.script_words import script_words
from web.settings import Settings
from web.staff import staff
from web.staff.pages import may_everywhere
from web.static_files import served_folder
from web.tokens import tokens
from web.watching.gauges import Watched
from web.watching.pages import Readiness, watching
from web.watching.request_ids import request_id
from web.words import LANGUAGES, LOCALES, say, say_count
from web.words.refusals import words_of

TOO_OFTEN = frozenset({"too_many_tries", "too_many_joins"})
HTTP_WORDS = {404: "not_found", 405: "not_found", 400: "request_malformed", 413: "too_large", 415: "request_malformed"}
ABSENT = frozenset({"not_found", "code_unknown", "return_link_unknown", "application_link_unknown"})


def create_app(house: House, settings: Settings) -> Flask:
    """Make the web app around a house."""
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=_secret_key(house, settings),
        SESSION_COOKIE_NAME=door.cookie_name("prontas_form", secure=settings.secure),
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    app.extensions |= {"house": house, "settings": settings, "refused": Refused()}
    app.extensions |= {"watched": Watched(), "readiness": Readiness()}
    keep_gate(app, settings)
    # Scripts come with a token in a header; no cookie counts there, so none can be ridden on.
    CSRFProtect(app).exempt(api)
    set_headers(app, secure=settings.secure)
    _give_templates_words(app)
    _serve_static(app)
    for room in (
        front,
        applicant,
        calls,
        staff,
        editor,
        account,
        participant,
        facilitator,
        evaluator,
        merit,
        evaluators,
        merit_evaluators,
        organizer,
        linked,
        deciding,
        paper,
        printing,
        programme,
        bundle,
        importing,
        observer,
        audit,
        tokens,
        api,
        watching,
    ):
        app.register_blueprint(room)
    if settings.demo_key:
        app.register_blueprint(demo)
    _answer_errors(app)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _secret_key(house: House, settings: Settings) -> str:
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return house.perform(keep_setting, PROGRAM, name="secret_key", value=secrets.token_urlsafe(48))


def _give_templates_words(app: Flask) -> None:
    def clock_words(instant: datetime, time_zone: str = "UTC", style: str = "short") -> str:
        return format_datetime(instant.astimezone(ZoneInfo(time_zone)), style, locale=LOCALES[door.language()])

    app.jinja_env.globals |= {
        "_": lambda words, /, **parameters: say(door.language(), words, **parameters),
        "_n": lambda one, many, n, /, **parameters: say_count(door.language(), one, many, n, **parameters),
        "language": door.language,
        "languages": LANGUAGES,
        "staff_member": door.staff,
        "may_everywhere": may_everywhere,
        "date": clock_words,
        "script_words": lambda *names: script_words(door.language(), names),
    }
    app.jinja_env.filters["markdown"] = lambda text: to_html(text) if text else ""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _serve_static(app: Flask) -> None:
    folder = served_folder(Path(__file__).parent / "static")
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            told.update(path.read_bytes())
    # The version is in the path, so that modules that import each other are cached for good too.
    prefix = f"/static/{told.hexdigest()[:12]}/"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=str(folder), prefix=prefix, immutable_file_test=lambda path, url: True, max_age=31536000
    )
    app.jinja_env.globals["static"] = lambda name: prefix + name


def _asked_for() -> str:
    """Give the address that was asked for, as the browser has it; where only forms lead to it, no page is there."""
    return own_path(request.full_path) or request.path


def _answer_errors(app: Flask) -> None:
    counted: Refused = app.extensions["refused"]

    @app.after_request
    def name_what_failed(response: Response) -> Response:
        # Who reports a failure can say which one in the log it is.
        if response.status_code >= 500:
            response.headers["X-Request-Id"] = request_id()
        return response

    def answer(code: str, message: str, status: int, more: Mapping[str, Any] | None = None) -> tuple[Any, int]:
        if door.wants_json():
            return jsonify(error={"code": code, "message": message, **(more or {})}), status
        # By the address alone: what is not there looks like what is not hers.
        of_a_drill = {"drill_id", "scenario_id"} & set(request.view_args or {})
        exercise = bool(of_a_drill) or request.blueprint == participant.name
        return render_template("error.html", message=message, code=code, status=status, exercise=exercise), status

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> tuple[Any, int]:
        status = 404 if refusal.code in ABSENT else 429 if refusal.code in TOO_OFTEN else 409
        counted.count(refusal.code)
        return answer(refusal.code, words_of(refusal, door.language()), status)

    @app.errorhandler(door.SignInNeeded)
    def sign_in(needed: door.SignInNeeded) -> Any:
        if door.wants_json():
            refusal = Refusal("signed_out" if needed.kind == "staff" else "not_found")
            return answer(refusal.code, words_of(refusal, door.language()), 401)
        if needed.kind == "staff":
            return door.go("front.sign_in", next=_asked_for(), unsaved=1 if request.method == "POST" else None)
        if needed.kind == "applicant":
            return door.go("applicant.calls")
        return door.go("front.landing")

    @app.errorhandler(CSRFError)
    def forged(_error: CSRFError) -> Any:
        # Forms end with the session they were made in: who has none any more is told that, not that she was slow.
        if door.is_signed_out(request.endpoint):
            return sign_in(door.SignInNeeded("staff"))
        counted.count("form_expired")
        return answer("form_expired", words_of(Refusal("form_expired"), door.language()), 400)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Any:
        counted.count(f"http {error.code}")
        if is_api():
            return not_served(error)
        code = HTTP_WORDS.get(error.code or 500, "server_failed")
        refusal = Refusal(code)
        if error.code == 413 and request.endpoint in FILES:
            refusal = Refusal("file_too_large", most=megabytes(FILES[request.endpoint] - MOST_WORDS))
        return answer(refusal.code, words_of(refusal, door.language()), error.code or 500)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Any:
        if is_api():
            return api_failed(error)
        counted.failed(request.endpoint or "page", error)
        g.pop("actors", None)
        return answer("server_failed", words_of(Refusal("server_failed"), door.language()), 500)
