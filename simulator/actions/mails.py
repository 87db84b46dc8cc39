"""The outbox at work: mails are taken to be sent, and what became of each is noted."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.mailing import LEASE, SECRETS, WAITS
from simulator.refusal import Refusal
from simulator.rows import Mail

AT_ONCE = 20


def take_mails(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Take the mails that are due, the oldest first; whoever takes one is alone with it for a while.

    Effectively once: where the taker is gone before she could say what became of it, it is tried again, under the same
    id, so that a reader's program can tell that it is the same mail.
    """
    due = select(Mail.id, Mail.due_at).where(Mail.due_at <= now).order_by(Mail.due_at, Mail.id).limit(AT_ONCE)
    taken = []
    for mail_id, due_at in session.execute(due).all():
        mine = update(Mail).where(Mail.id == mail_id, Mail.due_at == due_at)
        if session.execute(mine.values(due_at=now + LEASE, tries=Mail.tries + 1)).rowcount:  # type: ignore[attr-defined]
            taken.append(mail_id)
    rows = session.scalars(select(Mail).where(Mail.id.in_(taken)).execution_options(populate_existing=True))
    found = {one.id: one for one in rows}
    return [mail_told(found[one]) for one in taken]


def mail_told(mail: Mail) -> dict[str, Any]:
    """Give all that the words of a mail are made of."""
    return {
        "id": mail.id, "kind": mail.kind, "address": mail.address, "language": mail.language, "facts": dict(mail.facts),
        "written_at": mail.written_at,
    }  # fmt: skip


def note_mail(
    session: Session, now: datetime, actor: Actor, *, mail_id: str, problem: str | None = None, final: bool = False
) -> None:
    """Note that a mail has left, or why not, by a code; it is tried again with growing waits, unless that is *final*.

    What opens a door (a token) goes with the mail and stays no longer.
    """
    mail = session.get(Mail, mail_id)
    if mail is None or mail.sent_at is not None:
        return
    mail.problem = problem
    if problem is None:
        mail.sent_at, mail.due_at = now, None
        mail.facts = {name: value for name, value in mail.facts.items() if name not in SECRETS}
    else:
        given_up = final or mail.tries > len(WAITS)
        mail.due_at = None if given_up else now + WAITS[mail.tries - 1]


def try_mail_again(session: Session, now: datetime, actor: Actor, *, programme_id: str, mail_id: str) -> None:
    """Let a mail that has not left be tried at once."""
    mail = session.get(Mail, mail_id)
    if mail is None or mail.programme_id != programme_id:
        raise Refusal("not_found")
    if mail.sent_at is not None:
        raise Refusal("mail_has_left")
    mail.due_at, mail.tries = now, 0
