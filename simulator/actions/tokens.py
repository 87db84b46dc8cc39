"""API tokens: somebody lets a script act for her, within some scopes, until an instant."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.digest import new_token, token_digest
from simulator.kinds import HOUSE_STREAM
from simulator.reading.tokens import NOTED_EVERY
from simulator.refusal import Refusal
from simulator.rows import ApiToken, Drill
from simulator.telling import tell_house
from simulator.token_scopes import SCOPES, scopes_for

# Programs that look for leaked secrets can find ours by it.
PREFIX = "prontas_"
USUAL_DAYS, MOST_DAYS = 30, 365
MOST_OPEN, LONGEST_NAME = 20, 80


def create_token(
    session: Session, now: datetime, actor: Actor, *, name: str, scopes: Sequence[str],
    bound_to: str | None = None, days: int = USUAL_DAYS,
) -> dict[str, Any]:  # fmt: skip
    """Make a token of the actor's own, for all her drills or the one it is *bound_to*; it is told this once."""
    lock_stream(session, HOUSE_STREAM)
    if bound_to is not None and (session.get(Drill, bound_to) is None or not actor.roles_in(bound_to) - {"account"}):
        raise Refusal("not_found")
    wanted = _wanted(actor, scopes, bound_to)
    if not 1 <= days <= MOST_DAYS:
        raise Refusal("token_days_outside", most=MOST_DAYS)
    still_open = select(func.count()).where(
        ApiToken.account_id == actor.id, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now
    )
    if (session.scalar(still_open) or 0) >= MOST_OPEN:
        raise Refusal("too_many_tokens", most=MOST_OPEN)
    token = PREFIX + new_token()
    row = ApiToken(
        token_digest=token_digest(token), account_id=actor.id, name=_clean(name), scopes=wanted, drill_id=bound_to,
        created_at=now, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    session.add(row)
    session.flush()
    tell_house(session, now, actor, "token_created", token=row.id, scopes=wanted, drill=bound_to)
    return {"token_id": row.id, "token": token, "expires_at": row.expires_at}


def _wanted(actor: Actor, scopes: Sequence[str], bound_to: str | None) -> list[str]:
    if not scopes:
        raise Refusal("token_needs_scope")
    if set(scopes) - set(SCOPES):
        raise Refusal("token_scope_unknown", scopes=", ".join(SCOPES))
    hers = scopes_for(actor, bound_to)
    if beyond := [scope for scope in SCOPES if scope in scopes and scope not in hers]:
        raise Refusal("token_scope_not_yours", scopes=", ".join(beyond))
    return [scope for scope in SCOPES if scope in scopes]


def _clean(given: str) -> str:
    clean = " ".join(given.split())
    if not clean or len(clean) > LONGEST_NAME or not clean.isprintable():
        raise Refusal("token_needs_name", longest=LONGEST_NAME)
    return clean


def revoke_token(session: Session, now: datetime, actor: Actor, *, token_id: str) -> None:
    """End one of the actor's own tokens at once; one that is over stays so."""
    lock_stream(session, HOUSE_STREAM)
    row = session.get(ApiToken, token_id)
    if row is None or row.account_id != actor.id:
        raise Refusal("not_found")
    if row.revoked_at is None:
        row.revoked_at = now
        tell_house(session, now, actor, "token_revoked", token=row.id)


def revoke_staff_token(session: Session, now: datetime, actor: Actor, *, account_id: str, token_id: str) -> None:
    """End a token of somebody of the staff at once; one that is over stays so."""
    lock_stream(session, HOUSE_STREAM)
    row = session.get(ApiToken, token_id)
    if row is None or row.account_id != account_id:
        raise Refusal("not_found")
    if row.revoked_at is None:
        row.revoked_at = now
        tell_house(session, now, actor, "token_revoked", token=row.id, account=account_id)


def end_tokens(session: Session, now: datetime, account_id: str) -> None:
    """End all tokens of an account: who is let in again later makes new ones."""
    session.execute(
        update(ApiToken).where(ApiToken.account_id == account_id, ApiToken.revoked_at.is_(None)).values(revoked_at=now)
    )


def note_token_used(session: Session, now: datetime, actor: Actor, *, token_id: str) -> None:
    """Keep when a token was last used, at most once a minute: its owner sees which ones are idle."""
    session.execute(
        update(ApiToken)
        .where(ApiToken.id == token_id, or_(ApiToken.used_at.is_(None), ApiToken.used_at <= now - NOTED_EVERY))
        .values(used_at=now)
    )
