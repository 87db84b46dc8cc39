"""What is held about an application and the people in it, as one document its lead can take with her."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.application_scene import own_application_scene
from simulator.kinds import programme_stream
from simulator.reading.held import FORMAT, log_held, sessions_held
from simulator.refusal import Refusal
from simulator.rows import Appeal, Application, ApplicationFile, ApplicationVersion, Award, Mail, Programme, WebSession


def own_application_held(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give the lead of an application all that is held about it."""
    return _held(session, now, own_application_scene(session, now, actor, lock=False).application)


def application_held(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str
) -> dict[str, Any]:
    """Give what is held about an application that was sent, to be handed to its lead."""
    application = session.get(Application, application_id)
    if application is None or application.programme_id != programme_id:
        raise Refusal("not_found")
    held = _held(session, now, application)
    # What she is still writing is nobody else's to read.
    del held["draft"]
    return held | {"only_by_herself": ["draft"]}


def _held(session: Session, now: datetime, one: Application) -> dict[str, Any]:
    programme = session.get_one(Programme, one.programme_id)
    return {
        "format": FORMAT, "kind": "application", "made_at": _at(now),
        "programme": {"id": programme.id, "name": programme.name},
        "application": {
            "id": one.id, "code": one.code, "state": one.state, "language": one.language,
            "lead_name": one.lead_name, "lead_mail": one.lead_mail, "created_at": _at(one.created_at),
            "saved_at": _at(one.saved_at), "notice": one.notice, "notice_read_at": _at(one.notice_read_at),
            "cure_until": _at(one.cure_until), "cure_parts": list(one.cure_parts), "erased_at": _at(one.erased_at),
        },
        "draft": one.draft,
        "versions": _versions(session, one), "files": _files(session, one), "mails": _mails(session, one),
        "appeals": _appeals(session, one), "awards": _awards(session, one),
        "sessions": sessions_held(session, WebSession.application_id == one.id),
        "log": log_held(session, programme_stream(one.programme_id), f"applicant:{one.id}", one.id),
        "kept_as_digests": ["personal link", "session tokens", "name, words and files in the log"],
    }  # fmt: skip


def _versions(session: Session, one: Application) -> list[dict[str, Any]]:
    mine = select(ApplicationVersion).where(ApplicationVersion.application_id == one.id)
    return [
        {
            "version": version.version, "current": version.current, "sent_at": _at(version.sent_at),
            "in_grace": version.in_grace, "cure": version.cure, "complete": version.complete,
            "content": version.content, "files": version.files,
        }
        for version in session.scalars(mine.order_by(ApplicationVersion.version))
    ]  # fmt: skip


def _files(session: Session, one: Application) -> list[dict[str, Any]]:
    mine = select(ApplicationFile).where(ApplicationFile.application_id == one.id)
    return [
        {
            "id": file.id, "document": file.document, "name": file.name, "kind": file.kind, "size": file.size,
            "sha256": file.digest, "signer": file.signer, "elements": file.elements, "sent_at": _at(file.sent_at),
            "removed_at": _at(file.removed_at),
        }
        for file in session.scalars(mine.order_by(ApplicationFile.sent_at, ApplicationFile.id))
    ]  # fmt: skip


def _mails(session: Session, one: Application) -> list[dict[str, Any]]:
    mine = select(Mail).where(Mail.about == f"application:{one.id}").order_by(Mail.written_at, Mail.id)
    return [
        {
            "kind": mail.kind, "address": mail.address, "written_at": _at(mail.written_at),
            "sent_at": _at(mail.sent_at), "problem": mail.problem,
        }
        for mail in session.scalars(mine)
    ]  # fmt: skip


def _appeals(session: Session, one: Application) -> list[dict[str, Any]]:
    mine = select(Appeal).where(Appeal.application_id == one.id).order_by(Appeal.filed_at, Appeal.id)
    return [
        {
            "scope": appeal.scope, "ground": appeal.ground, "words": appeal.words, "filed_at": _at(appeal.filed_at),
            "state": appeal.state, "reason": appeal.reason, "decided_at": _at(appeal.decided_at),
        }
        for appeal in session.scalars(mine)
    ]  # fmt: skip


def _awards(session: Session, one: Application) -> list[dict[str, Any]]:
    mine = select(Award).where(Award.application_id == one.id).order_by(Award.stage, Award.award)
    return [
        {
            "stage": award.stage, "award": award.award, "seats": award.seats, "state": award.state,
            "people": award.people, "offered_at": _at(award.offered_at), "answered_at": _at(award.answered_at),
        }
        # A place is nobody's to read before it is told.
        for award in session.scalars(mine) if award.offered_at is not None
    ]  # fmt: skip


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
