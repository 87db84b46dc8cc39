"""The outbox: a mail is written in the transaction that gives cause to it, and leaves afterwards."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from simulator.rows import Application, Mail

# How long after each try that failed the next one waits; after the last it is given up, and organizers see it.
WAITS = tuple(timedelta(minutes=n) for n in (1, 5, 15, 60, 240, 720, 1440))
# Whoever takes a mail to send has so long; where she never came back another one may try.
LEASE = timedelta(minutes=10)
# What opens a door stays no longer than until the mail has left.
SECRETS = ("token",)


def write_mail(
    session: Session, now: datetime, *, kind: str, about: str, address: str, language: str,
    facts: Mapping[str, Any], programme_id: str | None = None,
) -> Mail:  # fmt: skip
    """Put a mail into the outbox; *facts* are all that its words are made of, in JSON."""
    mail = Mail(
        kind=kind, about=about, address=address, language=language, facts=dict(facts), programme_id=programme_id,
        written_at=now, due_at=now,
    )  # fmt: skip
    session.add(mail)
    session.flush()
    return mail


def write_to_lead(session: Session, now: datetime, application: Application, kind: str, **facts: Any) -> Mail | None:
    """Write to the lead of an application, in its language; to nobody where she was erased."""
    if application.erased_at is not None:
        return None
    told = {"name": application.lead_name, "code": application.code, **facts}
    return write_mail(
        session, now, kind=kind, about=f"application:{application.id}", address=application.lead_mail,
        language=application.language, facts=told, programme_id=application.programme_id,
    )  # fmt: skip
