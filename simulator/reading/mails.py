"""The outbox of a programme as its organizers see it: what waits, what could not leave, what has left."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actions.mails import mail_told
from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import Mail, Programme

MOST_SHOWN = 500


def mail_list(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Give a line for each mail, what needs somebody first, and how many there are of each state."""
    if session.get(Programme, programme_id) is None:
        raise Refusal("not_found")
    mine = select(Mail).where(Mail.programme_id == programme_id)
    newest = mine.order_by(Mail.sent_at.is_not(None), Mail.due_at.is_not(None), Mail.written_at.desc(), Mail.id)
    counts = {
        name: session.scalar(select(func.count()).select_from(Mail).where(Mail.programme_id == programme_id, condition))
        for name, condition in (
            ("sent", Mail.sent_at.is_not(None)),
            ("waiting", Mail.sent_at.is_(None) & Mail.due_at.is_not(None)),
            ("given_up", Mail.sent_at.is_(None) & Mail.due_at.is_(None)),
        )
    }
    lines = [_line(one) for one in session.scalars(newest.limit(MOST_SHOWN))]
    return {"counts": counts, "mails": lines}


def _line(mail: Mail) -> dict[str, Any]:
    state = "sent" if mail.sent_at is not None else "given_up" if mail.due_at is None else "waiting"
    return {
        "id": mail.id, "kind": mail.kind, "address": mail.address, "language": mail.language, "state": state,
        "written_at": mail.written_at, "due_at": mail.due_at, "tries": mail.tries, "problem": mail.problem,
        "sent_at": mail.sent_at,
    }  # fmt: skip


def mail_page(session: Session, now: datetime, actor: Actor, *, programme_id: str, mail_id: str) -> dict[str, Any]:
    """Give one mail that has not left, so that an organizer can send it herself."""
    mail = session.get(Mail, mail_id)
    if mail is None or mail.programme_id != programme_id or mail.sent_at is not None:
        raise Refusal("not_found")
    return mail_told(mail)
