"""How the API says that something was not possible: always the same shape, in the words of the asker."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, current_app, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from scenarios.finding import Finding
from simulator.refusal import Refusal
from web import door
from web.api.models.problems import Problem
from web.api.operation import PREFIX
from web.refused import Refused
from web.words import LANGUAGES, known_language
from web.words.findings import words_of_finding
from web.words.refusals import words_of

# Codes of refusal that are no conflict with what is there.
STATUS = {"not_found": 404, "too_many_tries": 429}
HTTP_CODES = {
    401: "token_needed", 405: "method_not_allowed", 413: "request_too_large", 415: "json_needed",
    429: "too_many_requests",
}  # fmt: skip


def is_api() -> bool:
    """Say whether what was asked is the API's to answer."""
    return request.path == PREFIX or request.path.startswith(f"{PREFIX}/")


def asked_language() -> str | None:
    """Give the language that the request itself wants, if it names one of ours; cookies are not read here."""
    wanted = [value for value, quality in request.accept_languages if value != "*" and quality > 0]
    return next((known_language(one) for one in wanted if one.lower().split("-")[0] in LANGUAGES), None)


def language() -> str:
    """Give the language of the answer."""
    if "language" not in g:
        g.language = asked_language() or known_language(None)
    return str(g.language)


def problem(code: str, status: int, *, places: Sequence[Mapping[str, Any]] = (), **parameters: Any) -> Response:
    """Make an answer that says why."""
    findings = parameters.get("findings") or ()
    error: dict[str, Any] = {"code": code, "message": words_of(Refusal(code, **parameters), language())}
    if places:
        error["places"] = places
    if findings:
        error["findings"] = found_in_scenario(findings)
    if conflicts := parameters.get("conflicts"):
        error["conflicts"] = conflicts
    told = Problem.model_validate({"error": error}).model_dump(mode="json", exclude_unset=True)
    response = Response(json.dumps(told, ensure_ascii=False), status, content_type="application/json")
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def found_in_scenario(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Say what is wrong in a scenario, in the language of the answer."""
    return [
        {
            "line": one.line, "column": one.column, "severity": one.severity, "code": one.code,
            "message": words_of_finding(one, language()),
        }
        for one in findings
    ]  # fmt: skip


def refused(refusal: Refusal) -> Response:
    """Answer a refusal of the house."""
    count(refusal.code)
    return problem(refusal.code, STATUS.get(refusal.code, 409), **refusal.parameters)


def not_served(error: HTTPException) -> Response:
    """Answer what never reached the house."""
    status = error.code or 500
    code = "not_found" if status == 404 else HTTP_CODES.get(status, "malformed" if status < 500 else "server_failed")
    response = problem(code, status)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(set(error.valid_methods) - {"OPTIONS"}))
    return response


def failed(error: Exception) -> Response:
    """Answer a fault of ours: where it was is written down, and nothing of it is said outside."""
    _counted().failed(request.endpoint or "api", error)
    return problem("server_failed", 500)


def count(kind: str) -> None:
    """Count what was refused; one line a kind a minute is logged."""
    _counted().count(kind)


def _counted() -> Refused:
    found: Refused = current_app.extensions["refused"]
    return found


def set_language(of_account: str) -> str:
    """Speak as the request wants, or else as the account reads."""
    g.language = asked_language() or known_language(of_account)
    return door.language()
