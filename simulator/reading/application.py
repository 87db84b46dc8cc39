"""An application as its lead sees it, and a call as everybody may read it."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scenarios.calls.digest import call_rules_digest
from simulator.actor import Actor
from simulator.application_content import lacks_of
from simulator.application_scene import own_application_scene, phase_of, told_of, version_files
from simulator.frozen_call import call_of
from simulator.notice import controller_of
from simulator.refusal import Refusal
from simulator.rows import ApplicationFile, ApplicationVersion, Blob, CallFile, Programme, Stage


def call_list(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the calls that have been opened, those that close soonest first, then those that are over."""
    opened = session.scalars(select(Programme).where(Programme.call_digest.is_not(None)))
    found = [_call_told(session, programme, now) for programme in opened]
    return sorted(found, key=lambda one: (one["phase"] == "closed", one["call"].windows.applications.closes))


def call_page(session: Session, now: datetime, actor: Actor, *, call: str) -> dict[str, Any]:
    """Give a programme's call to whoever reads it, with how far each stage has come."""
    programme = session.get(Programme, call)
    if programme is None or programme.call_digest is None:
        raise Refusal("not_found")
    stages = session.execute(select(Stage.stage, Stage.state).where(Stage.programme_id == call)).all()
    return _call_told(session, programme, now) | {
        "stages": dict(stages), "rules": call_rules_digest(call_of(session, programme.call_digest)),
        "digest": programme.call_digest, "published_at": programme.call_published_at,
        "controller": controller_of(session),
    }  # fmt: skip


def call_content(session: Session, now: datetime, actor: Actor, *, call: str) -> bytes:
    """Give the bytes of a programme's call, as they were frozen."""
    programme = session.get(Programme, call)
    if programme is None or programme.call_digest is None:
        raise Refusal("not_found")
    return session.get_one(CallFile, programme.call_digest).content


def _call_told(session: Session, programme: Programme, now: datetime) -> dict[str, Any]:
    document = call_of(session, programme.call_digest or "")
    return {"id": programme.id, "call": document, "phase": phase_of(document, None, now), "now": now}


def own_application(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give a lead her own application: what she writes, what it lacks, what she has sent, until when it may change."""
    scene = own_application_scene(session, now, actor, lock=False)
    application, current, files = scene.application, scene.current, scene.files
    return {
        "id": application.id, "code": application.code, "programme_id": application.programme_id,
        "language": application.language, "lead_name": application.lead_name, "lead_mail": application.lead_mail,
        "state": application.state, "content": application.draft, "version": application.draft_version,
        "saved_at": application.saved_at, "call": scene.call, "phase": scene.phase, "now": now,
        "cure_until": application.cure_until, "cure_parts": list(application.cure_parts),
        "files": {name: file_told(one) for name, one in files.items()},
        "lacks": lacks_of(scene.call, application.draft, files),
        "receipt": None if current is None else told_of(current, version_files(session, current)),
        "unsent": current is not None and _differs(current, application.draft, files),
        "controller": controller_of(session),
    }  # fmt: skip


def _differs(current: ApplicationVersion, draft: dict[str, Any], files: Mapping[str, ApplicationFile]) -> bool:
    return current.content != draft or current.files != {name: one.id for name, one in files.items()}


def file_told(one: ApplicationFile) -> dict[str, Any]:
    """Give what is known of a file, without its bytes."""
    return {
        "id": one.id, "document": one.document, "name": one.name, "kind": one.kind, "size": one.size,
        "sha256": one.digest, "signer": dict(one.signer), "elements": list(one.elements), "sent_at": one.sent_at,
    }  # fmt: skip


def own_application_file(session: Session, now: datetime, actor: Actor, *, file_id: str) -> dict[str, Any]:
    """Give a lead one of her own files, with its bytes."""
    scene = own_application_scene(session, now, actor, lock=False)
    file = session.get(ApplicationFile, file_id)
    if file is None or file.application_id != scene.application.id:
        raise Refusal("not_found")
    return with_bytes(session, file)


def with_bytes(session: Session, file: ApplicationFile) -> dict[str, Any]:
    """Give a file with its bytes; refuse one whose bytes are not those that were received."""
    blob = session.get(Blob, file.digest)
    if blob is None or hashlib.sha256(blob.content).hexdigest() != file.digest:
        raise Refusal("not_found")
    return file_told(file) | {"content": blob.content}


def lacks_told(call: Call, lacks: Any) -> list[dict[str, Any]]:
    """Give what is missing or wrong as data, for scripts."""
    return [
        {"part": one.part, "code": one.code, "parameters": dict(one.parameters), "wrong": one.wrong} for one in lacks
    ]
