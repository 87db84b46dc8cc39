"""Browsers that have signed in before: a stranger's guesses must not keep their owners out.

A signed cookie names the accounts that signed in here, each with a proof of the password of that time. It opens
nothing: whoever brings it still needs the password. It only decides which counter her wrong tries fall into, so it
is worth nothing to a thief, and a new password makes it worthless.
"""

import hmac
import secrets
from typing import Any

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

from simulator.digest import token_digest
from web import door

COOKIE = "prontas_known"
HALF_A_YEAR = 180 * 86400
# A shared computer knows its last few people.
MOST_ACCOUNTS = 4


def proof_of(found: dict[str, Any]) -> str:
    """Give what stands for an account's password of today; it tells nothing of it, and changes with it."""
    return token_digest(f"{found['id']}:{found['password_hash']}")[:32]


def known_as(found: dict[str, Any] | None) -> str | None:
    """Give this browser's own name where the account has signed in here with its password of today."""
    kept = _kept()
    proof = kept["of"].get(found["id"], "") if found else ""
    return str(kept["id"]) if found and hmac.compare_digest(proof, proof_of(found)) else None


def remember_browser(response: Response, found: dict[str, Any]) -> None:
    """Let this browser be known as one of the account's from now on."""
    kept = _kept()
    others = {one: proof for one, proof in kept["of"].items() if one != found["id"]}
    latest = dict([*others.items(), (found["id"], proof_of(found))][-MOST_ACCOUNTS:])
    secure = door.settings().secure
    response.set_cookie(
        door.cookie_name(COOKIE, secure=secure), _signer().dumps({"id": kept["id"], "of": latest}),
        max_age=HALF_A_YEAR, httponly=True, secure=secure, samesite="Lax", path="/",
    )  # fmt: skip


def _kept() -> dict[str, Any]:
    cookie = request.cookies.get(door.cookie_name(COOKIE, secure=door.settings().secure))
    try:
        kept: dict[str, Any] = _signer().loads(cookie or "")
        return kept
    except BadData:
        return {"id": secrets.token_urlsafe(9), "of": {}}


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="known-browser")
