"""Roles: who holds which, in one drill, in a programme, or everywhere."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.leaving import close_sockets
from simulator.permission import EVALUATOR, FACILITATOR, OBSERVER, ORGANIZER
from simulator.refusal import Refusal
from simulator.rows import Account, Drill, Grant, Programme
from simulator.telling import tell_house

ROLES = (FACILITATOR, EVALUATOR, ORGANIZER, OBSERVER)


def grant_role(
    session: Session, now: datetime, actor: Actor, *, account_id: str, role: str,
    drill_id: str | None = None, programme_id: str | None = None,
) -> None:  # fmt: skip
    """Give an account a role in one drill, in each drill of a programme, or everywhere."""
    lock_stream(session, HOUSE_STREAM)
    if role not in ROLES:
        raise Refusal("role_unknown", roles=", ".join(ROLES))
    scope = _scope(session, drill_id, programme_id)
    account = session.get(Account, account_id)
    if account is None or account.erased_at is not None:
        raise Refusal("not_found")
    held = select(Grant.id).where(Grant.account_id == account_id, Grant.role == role, Grant.scope == scope)
    if session.scalar(held) is None:
        session.add(Grant(account_id=account_id, role=role, scope=scope))
        tell_house(session, now, actor, "role_granted", account=account_id, role=role, scope=scope)


def revoke_role(
    session: Session, now: datetime, actor: Actor, *, account_id: str, role: str,
    drill_id: str | None = None, programme_id: str | None = None,
) -> None:  # fmt: skip
    """Take a role away where it was given; it ends at once, also on screens that are open."""
    lock_stream(session, HOUSE_STREAM)
    scope = _scope(session, drill_id, programme_id)
    if role == ORGANIZER and scope == "all":
        require_other_organizer(session, account_id)
    taken = session.execute(
        delete(Grant).where(Grant.account_id == account_id, Grant.role == role, Grant.scope == scope)
    )
    if taken.rowcount:  # type: ignore[attr-defined]
        close_sockets(session, now, f"account:{account_id}")
        tell_house(session, now, actor, "role_revoked", account=account_id, role=role, scope=scope)


def require_other_organizer(session: Session, account_id: str) -> None:
    """Refuse to take an organizer out who is the last that runs the house; the caller holds the house's turn."""
    everywhere = select(Account.id).join(Grant, Grant.account_id == Account.id).where(
        Grant.role == ORGANIZER, Grant.scope == "all", Account.disabled_at.is_(None), Account.bot.is_(False)
    )  # fmt: skip
    if set(session.scalars(everywhere)) == {account_id}:
        raise Refusal("last_organizer")


def _scope(session: Session, drill_id: str | None, programme_id: str | None) -> str:
    if drill_id is None and programme_id is None:
        return "all"
    if drill_id is not None:
        if programme_id is not None or session.get(Drill, drill_id) is None:
            raise Refusal("not_found")
        return f"drill:{drill_id}"
    if session.get(Programme, programme_id) is None:
        raise Refusal("not_found")
    return f"programme:{programme_id}"
