"""What is held about a member of staff, as one document she can take with her."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.reading.held import FORMAT, log_held, sessions_held
from simulator.reading.held_work import work_held
from simulator.refusal import Refusal
from simulator.rows import (
    Account,
    ApiToken,
    Delivery,
    Drill,
    Grant,
    OneUseLink,
    Rating,
    RecoveryCode,
    Response,
    WebSession,
)


def own_account_held(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give a member of staff all that is held about her."""
    return _held(session, now, session.get_one(Account, actor.id))


def account_held(session: Session, now: datetime, actor: Actor, *, account_id: str) -> dict[str, Any]:
    """Give what is held about a member of staff, to be handed to her."""
    account = session.get(Account, account_id)
    if account is None or account.bot:
        raise Refusal("not_found")
    return _held(session, now, account)


def _held(session: Session, now: datetime, one: Account) -> dict[str, Any]:
    codes = select(func.count()).where(RecoveryCode.account_id == one.id, RecoveryCode.used_at.is_(None))
    grants = select(Grant).where(Grant.account_id == one.id).order_by(Grant.scope, Grant.role)
    leads = select(Drill.id).where(Drill.lead_id == one.id).order_by(Drill.created_at, Drill.id)
    typed = select(Response.id).where(Response.entered_by == one.id).order_by(Response.received_wall, Response.id)
    return {
        "format": FORMAT, "kind": "account", "made_at": _at(now),
        "person": {
            "id": one.id, "name": one.name, "email": one.email, "language": one.language,
            "created_at": _at(one.created_at), "disabled_at": _at(one.disabled_at), "erased_at": _at(one.erased_at),
            "has_password": one.password_hash is not None, "second_factor_since": _at(one.totp_since),
            "recovery_codes_left": session.scalar(codes),
        },
        "roles": [{"role": grant.role, "scope": grant.scope} for grant in session.scalars(grants)],
        "leads": list(session.scalars(leads)),
        "ratings": _ratings(session, one),
        "entered_for_teams": list(session.scalars(typed)),
        **work_held(session, one),
        "sessions": sessions_held(session, WebSession.account_id == one.id),
        "links": _links(session, one),
        "tokens": _tokens(session, one),
        "log": log_held(session, None, f"account:{one.id}", one.id),
        "kept_as_digests": ["password", "session tokens", "links", "API tokens", "recovery codes"],
    }  # fmt: skip


def _ratings(session: Session, one: Account) -> list[dict[str, Any]]:
    query = select(Rating, Delivery.drill_id, Delivery.inject).join(Response, Response.id == Rating.response_id)
    query = query.join(Delivery, Delivery.id == Response.delivery_id).where(Rating.account_id == one.id)
    return [
        {
            "drill": drill_id, "inject": inject, "response": rating.response_id, "criterion": rating.criterion,
            "version": rating.version, "level": rating.level, "sentence": rating.sentence,
            "given_at": _at(rating.given_at),
        }
        for rating, drill_id, inject in session.execute(query.order_by(Rating.given_at, Rating.id))
    ]  # fmt: skip


def _links(session: Session, one: Account) -> list[dict[str, Any]]:
    query = select(OneUseLink).where(OneUseLink.account_id == one.id).order_by(OneUseLink.expires_at)
    return [
        {"purpose": link.purpose, "expires_at": _at(link.expires_at), "used_at": _at(link.used_at)}
        for link in session.scalars(query)
    ]


def _tokens(session: Session, one: Account) -> list[dict[str, Any]]:
    query = select(ApiToken).where(ApiToken.account_id == one.id).order_by(ApiToken.created_at, ApiToken.id)
    return [
        {
            "name": token.name, "scopes": token.scopes, "drill": token.drill_id, "created_at": _at(token.created_at),
            "expires_at": _at(token.expires_at), "used_at": _at(token.used_at), "revoked_at": _at(token.revoked_at),
        }
        for token in session.scalars(query)
    ]  # fmt: skip


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
