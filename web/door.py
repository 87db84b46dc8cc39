"""The door: who is at the other end of a request, in which language, and how to reach the house from a view."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Response, current_app, g, request, url_for
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response as AnyResponse

from simulator.actor import NOBODY, Actor
from simulator.house import House
from simulator.reading.people import find_actor
from web.settings import Settings
from web.words import known_language

STAFF, TEAM, LANGUAGE = "prontas_staff", "prontas_team", "prontas_language"
APPLICATION = "prontas_application"
MAX_AGE = 14 * 3600
# The views that ask for somebody of the staff.
_FOR_STAFF: set[Any] = set()

View = ParamSpec("View")
Result = TypeVar("Result")


class SignInNeeded(Unauthorized):
    """Say that a page is for staff, for a participant or for an applicant, who has not come in yet."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class SecondFactorNeeded(Exception):
    """Say that somebody of the staff must set up her second step before she sees anything else."""


def house() -> House:
    """Give the house this app serves."""
    found: House = current_app.extensions["house"]
    return found


def settings() -> Settings:
    """Give the installation's settings."""
    found: Settings = current_app.extensions["settings"]
    return found


def cookie_name(name: str, *, secure: bool) -> str:
    """Give a cookie's full name: bound to the host wherever there is TLS."""
    return f"__Host-{name}" if secure else name


def set_cookie(response: AnyResponse, name: str, token: str) -> None:
    """Put a session's token into the browser."""
    secure = settings().secure
    response.set_cookie(
        cookie_name(name, secure=secure), token, max_age=MAX_AGE, httponly=True, secure=secure, samesite="Lax", path="/"
    )


def drop_cookie(response: AnyResponse, name: str) -> None:
    """Take a session's token out of the browser."""
    secure = settings().secure
    response.delete_cookie(cookie_name(name, secure=secure), httponly=True, secure=secure, samesite="Lax", path="/")


def remember_language(response: AnyResponse, chosen: str) -> None:
    """Let this browser speak a language from now on."""
    response.set_cookie(LANGUAGE, chosen, max_age=365 * 86400, httponly=True, secure=settings().secure, samesite="Lax")


def token_of(name: str) -> str | None:
    """Give the token the browser holds under *name*."""
    return request.cookies.get(cookie_name(name, secure=settings().secure))


def staff() -> Actor:
    """Give the member of staff who asks, or nobody."""
    return _actor(STAFF, "account")


def participant() -> Actor:
    """Give the participant who asks, or nobody."""
    return _actor(TEAM, "participant")


def applicant() -> Actor:
    """Give the lead of an application who asks, or nobody."""
    return _actor(APPLICATION, "applicant")


def _actor(name: str, kind: str) -> Actor:
    known: dict[str, Actor] = g.setdefault("actors", {})
    if name not in known:
        token = token_of(name)
        found = house().look(find_actor, NOBODY, token=token) if token else None
        known[name] = found if found is not None and found.kind == kind else NOBODY
    return known[name]


def is_signed_out(endpoint: str | None) -> bool:
    """Say whether a page is for staff, and whoever asks for it is none, or none any more."""
    return current_app.view_functions.get(endpoint or "") in _FOR_STAFF and staff() is NOBODY


def for_staff(view: Callable[View, Result]) -> Callable[View, Result]:
    """Let only signed-in staff see a page; what they may do there, the house decides."""

    @wraps(view)
    def guarded(*args: View.args, **kwargs: View.kwargs) -> Result:
        if staff() is NOBODY:
            raise SignInNeeded("staff")
        if staff().only is not None and request.blueprint != "account":
            raise SecondFactorNeeded
        g.language = known_language(staff().language)
        return view(*args, **kwargs)

    _FOR_STAFF.add(guarded)
    return guarded


def for_participants(view: Callable[View, Result]) -> Callable[View, Result]:
    """Let only somebody who has joined a team see a page."""

    @wraps(view)
    def guarded(*args: View.args, **kwargs: View.kwargs) -> Result:
        if participant() is NOBODY:
            raise SignInNeeded("participant")
        g.language = known_language(participant().language)
        return view(*args, **kwargs)

    return guarded


def for_applicants(view: Callable[View, Result]) -> Callable[View, Result]:
    """Let only the lead of an application see a page; she reads it in the language that this browser speaks."""

    @wraps(view)
    def guarded(*args: View.args, **kwargs: View.kwargs) -> Result:
        if applicant() is NOBODY:
            raise SignInNeeded("applicant")
        return view(*args, **kwargs)

    return guarded


def language() -> str:
    """Give the language of the page: the reader's own, the one she chose, or her browser's."""
    if "language" not in g:
        chosen = request.cookies.get(LANGUAGE) or request.accept_languages.best_match(["es", "pt", "en", "fr"])
        g.language = known_language(chosen)
    return str(g.language)


def wants_json() -> bool:
    """Say whether a script asks, not a person."""
    return request.accept_mimetypes.best == "application/json"


def go(endpoint: str, **values: Any) -> Response:
    """Send the browser on to one of our own pages."""
    return Response(status=303, headers={"Location": url_for(endpoint, **values)})


def address(endpoint: str, **values: Any) -> str:
    """Give the full address of one of our pages, as people outside reach it."""
    public = settings().public_url
    return public.rstrip("/") + url_for(endpoint, **values) if public else url_for(endpoint, **values, _external=True)
