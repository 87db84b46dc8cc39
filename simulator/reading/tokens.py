"""API tokens: who acts by one, with what she may do at this moment, and the list its owner sees."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.reading.people import account_actor
from simulator.rows import Account, ApiToken, Drill
from simulator.token_scopes import SCOPES

MOST_LISTED = 100
NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class TokenHolder:
    """Who acts by a token: the account, narrowed; *unnoted* once its last use was noted a minute ago or more."""

    token_id: str
    actor: Actor
    unnoted: bool


def find_token(session: Session, now: datetime, actor: Actor, *, token: str) -> TokenHolder | None:
    """Give who acts by a token, with her grants of this moment; None for whatever reason it does not open."""
    row = session.scalar(select(ApiToken).where(ApiToken.token_digest == token_digest(token)))
    if row is None or row.revoked_at is not None or row.expires_at <= now:
        return None
    account, found = session.get(Account, row.account_id), account_actor(session, row.account_id)
    if found is None or account is None or account.erased_at is not None:
        return None
    unnoted = row.used_at is None or row.used_at <= now - NOTED_EVERY
    return TokenHolder(row.id, _narrowed(found, row), unnoted)


def _narrowed(owner: Actor, row: ApiToken) -> Actor:
    # A scope that this version does not know opens nothing.
    only = frozenset[str]().union(*(SCOPES.get(scope, frozenset()) for scope in row.scopes))
    if owner.only is not None:
        # Who still owes a second step may do little herself, and so may her scripts.
        only &= owner.only
    if row.drill_id is None:
        return replace(owner, only=only)
    there = f"drill:{row.drill_id}"
    grants = frozenset((role, there) for role, scope in owner.grants if scope in ("all", there))
    return replace(owner, only=only, grants=grants)


def staff_tokens(session: Session, now: datetime, actor: Actor) -> dict[str, list[dict[str, Any]]]:
    """Give, by account, the tokens of all staff that still open, the newest first, without what opens."""
    still_open = (ApiToken.revoked_at.is_(None), ApiToken.expires_at > now)
    found: dict[str, list[dict[str, Any]]] = {}
    for row, drill in session.execute(_newest_first().where(*still_open)):
        found.setdefault(row.account_id, []).append(_told(row, drill, now))
    return found


def own_tokens(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give an account her own tokens, the newest first, without what opens."""
    query = _newest_first().where(ApiToken.account_id == actor.id).limit(MOST_LISTED)
    return [_told(row, drill, now) for row, drill in session.execute(query)]


def _newest_first() -> Select[ApiToken, str]:
    found = select(ApiToken, Drill.name).outerjoin(Drill, Drill.id == ApiToken.drill_id)
    return found.order_by(ApiToken.created_at.desc(), ApiToken.id)


def _told(row: ApiToken, drill: str | None, now: datetime) -> dict[str, Any]:
    return {
        "id": row.id, "name": row.name, "scopes": list(row.scopes), "drill": drill,
        "created_at": row.created_at, "expires_at": row.expires_at, "used_at": row.used_at,
        "state": "revoked" if row.revoked_at else "expired" if row.expires_at <= now else "open",
    }  # fmt: skip
