"""The applications of a programme as its staff reads them: one line each, one whole, and their files."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actor import Actor
from simulator.application_content import empty_content, filled_attributes, lacks_of
from simulator.application_scene import current_version, told_of, version_files
from simulator.frozen_call import call_of_programme
from simulator.reading.application import file_told, with_bytes
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationFile, ApplicationVersion, Programme


def programme_call(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Give a programme with its call, if it has one, and whether another may still take that one's place."""
    programme = session.get(Programme, programme_id)
    if programme is None:
        raise Refusal("not_found")
    call = None if programme.call_digest is None else call_of_programme(session, programme)
    return {
        "id": programme.id, "name": programme.name, "call": call, "digest": programme.call_digest,
        "published_at": programme.call_published_at,
        "replaceable": call is None or now < call.windows.applications.opens,
    }  # fmt: skip


def application_list(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> list[dict[str, Any]]:
    """Give a line for each application, in the order in which they were begun; what is a draft shows no words."""
    call = _call(session, programme_id)
    mine = select(Application).where(Application.programme_id == programme_id)
    found = session.scalars(mine.order_by(Application.created_at, Application.id)).all()
    ids = [one.id for one in found]
    versions = {
        one.application_id: one
        for one in session.scalars(
            select(ApplicationVersion).where(ApplicationVersion.current, ApplicationVersion.application_id.in_(ids))
        )
    }
    return [_line(call, one, versions.get(one.id)) for one in found]


def _line(call: Call, application: Application, version: ApplicationVersion | None) -> dict[str, Any]:
    content = version.content if version is not None else empty_content()
    return {
        "id": application.id, "code": application.code, "state": application.state, "language": application.language,
        "created_at": application.created_at, "saved_at": application.saved_at,
        "sent_at": version.sent_at if version is not None else None,
        "version": version.version if version is not None else None,
        "in_grace": version is not None and version.in_grace,
        "complete": version is not None and version.complete,
        "attributes": filled_attributes(call, content), "members": len(content["members"]),
        "cure_until": application.cure_until, "erased": application.erased_at is not None,
    }  # fmt: skip


def application_page(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str
) -> dict[str, Any]:
    """Give an application as it was sent: who leads it, its words, its files and what it lacks."""
    call = _call(session, programme_id)
    application = _of(session, programme_id, application_id)
    version = current_version(session, application.id)
    if version is None:
        raise Refusal("application_not_sent")
    files = version_files(session, version)
    return _line(call, application, version) | {
        "call": call, "lead_name": application.lead_name, "lead_mail": application.lead_mail,
        "content": version.content, "files": {name: file_told(one) for name, one in files.items()},
        "lacks": lacks_of(call, version.content, files), "receipt": told_of(version, files),
        "cure_parts": list(application.cure_parts),
    }  # fmt: skip


def application_file(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str, file_id: str
) -> dict[str, Any]:
    """Give a file that was sent, with its bytes; what is only in a draft is nobody's but the lead's."""
    application = _of(session, programme_id, application_id)
    file = session.get(ApplicationFile, file_id)
    sent = select(ApplicationVersion.files).where(ApplicationVersion.application_id == application.id)
    if file is None or not any(file_id in files.values() for files in session.scalars(sent)):
        raise Refusal("not_found")
    return with_bytes(session, file)


def _call(session: Session, programme_id: str) -> Call:
    programme = session.get(Programme, programme_id)
    if programme is None:
        raise Refusal("not_found")
    return call_of_programme(session, programme)


def _of(session: Session, programme_id: str, application_id: str) -> Application:
    application = session.get(Application, application_id)
    if application is None or application.programme_id != programme_id:
        raise Refusal("not_found")
    return application
