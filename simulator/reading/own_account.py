"""What a member of staff sees of her own account: her roles, her open sessions, her second factor."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.proving import has_just_signed_in
from simulator.reading.people import is_open
from simulator.rows import Account, Programme, RecoveryCode, WebSession
from simulator.second_factor import address_of, is_demanded


def own_account(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give the actor's own account with her open sessions, the one she asks by first."""
    account = session.get_one(Account, actor.id)
    unused = select(func.count()).where(RecoveryCode.account_id == account.id, RecoveryCode.used_at.is_(None))
    return {
        "id": account.id, "name": account.name, "email": account.email,
        "second_factor": account.totp_since, "recovery_codes": session.scalar(unused) or 0,
        "demanded": is_demanded(session), "has_just_signed_in": has_just_signed_in(session, actor, now),
        "sessions": _sessions(session, now, account.id, actor.session_id),
    }  # fmt: skip


def own_second_factor(session: Session, now: datetime, actor: Actor) -> dict[str, str] | None:
    """Give the secret that waits for its first code; None where there is none, or it is on already."""
    account = session.get_one(Account, actor.id)
    if account.totp_secret is None or account.totp_since is not None:
        return None
    return {"secret": account.totp_secret, "address": address_of(account.totp_secret, account.email)}


def account_sessions(session: Session, now: datetime, actor: Actor, *, account_id: str) -> list[dict[str, Any]]:
    """Give the open sessions of an account."""
    return _sessions(session, now, account_id, None)


def house_rules(session: Session, now: datetime, actor: Actor) -> dict[str, bool]:
    """Give what organizers have decided for all staff."""
    return {"second_factor": is_demanded(session)}


def programme_list(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the programmes in which the actor has a role, with those roles; the program sees all."""
    return [
        {"id": one.id, "name": one.name, "roles": sorted(roles)}
        for one in session.scalars(select(Programme).order_by(Programme.name))
        if (roles := actor.roles_in(None, one.id) - {"account"})
    ]


def _sessions(session: Session, now: datetime, account_id: str, current: str | None) -> list[dict[str, Any]]:
    rows = session.scalars(select(WebSession).where(WebSession.account_id == account_id))
    found = [
        {
            "id": row.id, "browser": row.browser, "created_at": row.created_at, "seen_at": row.seen_at,
            "current": row.id == current,
        }
        for row in rows
        if is_open(row, now)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one["current"], one["created_at"]))
