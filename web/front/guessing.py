"""Codes that are guessed: who may try how often, links that need no try because they are signed, and the alarm."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from flask import current_app
from limits import RateLimitItem, RateLimitItemPerMinute

from simulator.actions.codes import note_guessing
from simulator.actor import PROGRAM
from simulator.refusal import Refusal
from web import door
from web.front.tries import WRONG_CODES, address, tries

# Whatever a guesser does with addresses, all together have so many; a code of a team has its own limit.
ALL_WRONG = RateLimitItemPerMinute(100, namespace="all codes")
WRONG_SHORT = RateLimitItemPerMinute(10, namespace="short codes")
ALARMS = RateLimitItemPerMinute(1, namespace="alarms")
EVERYBODY = "everybody"
SIGNATURE = 22


def join_link(code: str) -> str:
    """Give the full link with which a team's people join: its signature spares them the limits of guessers."""
    return door.address("front.join_code", code=code, k=signature(code))


def signature(code: str) -> str:
    """Give what proves that a link to *code* comes from here: 132 bits of an HMAC under the installation's secret."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return urlsafe_b64encode(hmac.digest(key, f"join:{code}".encode(), "sha256")).decode()[:SIGNATURE]


def is_signed(code: str, given: str | None) -> bool:
    """Say whether a link to *code* bears our signature."""
    return given is not None and hmac.compare_digest(signature(code).encode(), given.encode())


@contextmanager
def one_try(short_of: str | None = None) -> Iterator[None]:
    """Refuse whose tries are used up, and count the one inside where it is refused.

    *short_of* is the team's code where a short code is tried.
    """
    limits = _limits(short_of)
    _refuse_more(limits, short_of)
    try:
        yield
    except Refusal:
        for limit, whose in limits.items():
            tries().count(limit, whose)
        raise
    # Of many that run at once, the right one among the wrong must not be told.
    _refuse_more(limits, short_of)


def note_crowd(code: str) -> None:
    """Let the staff know that very many join with one code."""
    _alarm(code)


def _limits(short_of: str | None) -> Mapping[RateLimitItem, str]:
    limits: dict[RateLimitItem, str] = {WRONG_CODES: address(), ALL_WRONG: EVERYBODY}
    return limits if short_of is None else limits | {WRONG_SHORT: short_of}


def _refuse_more(limits: Mapping[RateLimitItem, str], short_of: str | None) -> None:
    for limit, whose in limits.items():
        try:
            tries().refuse_more(limit, whose)
        except Refusal:
            _alarm(short_of if limit is WRONG_SHORT else None)
            raise


def _alarm(code: str | None) -> None:
    # The house tells each drill once a minute; this spares it the question.
    if tries().is_first(ALARMS, code or EVERYBODY):
        door.house().perform(note_guessing, PROGRAM, tries=tries().used(ALL_WRONG, EVERYBODY), code=code)
