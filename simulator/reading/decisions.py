"""What two people decide: what is open, and what was decided, by whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import Account, Decision, Drill, Programme


def decisions(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None
) -> list[dict[str, Any]]:
    """Give the decisions of a drill or a programme, the open ones first, then the latest.

    *mine*: the actor proposed it, so it waits for somebody else.
    """
    scope = _scope(session, drill_id, programme_id)
    names = dict(session.execute(select(Account.id, Account.name)).all())
    found = session.scalars(select(Decision).where(Decision.scope == scope).order_by(Decision.proposed_at.desc()))
    told = [
        {
            "id": one.id, "kind": one.kind, "subject": one.subject, "reason": one.reason, "note": one.note,
            "state": one.state, "proposed_by": names.get(one.proposed_by), "proposed_at": one.proposed_at,
            "ended_by": names.get(one.ended_by or ""), "ended_at": one.ended_at, "mine": one.proposed_by == actor.id,
        }
        for one in found
    ]  # fmt: skip
    return sorted(told, key=lambda one: one["state"] != "open")


def _scope(session: Session, drill_id: str | None, programme_id: str | None) -> str:
    if drill_id is not None and session.get(Drill, drill_id) is not None:
        return f"drill:{drill_id}"
    if programme_id is not None and session.get(Programme, programme_id) is not None:
        return f"programme:{programme_id}"
    raise Refusal("not_found")
