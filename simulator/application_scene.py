"""One application as its lead finds it: her own row, the call, and whether it may still change at this instant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actor import Actor
from simulator.frozen_call import call_of_programme
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationFile, ApplicationVersion, Programme

Phase = Literal["before", "open", "grace", "cure", "closed"]


@dataclass
class ApplicationScene:
    """What an action of a lead on her own application needs."""

    session: Session
    now: datetime
    application: Application
    call: Call

    @property
    def phase(self) -> Phase:
        """Say whether it may change now, and why."""
        return phase_of(self.call, self.application, self.now)

    def require_open(self, part: str | None = None) -> Phase:
        """Refuse a change that comes too early or too late; in a cure window, one of another part than was named."""
        phase, window = self.phase, self.call.windows.applications
        if phase == "before":
            raise Refusal("applications_not_open", at=window.opens)
        if phase == "closed":
            raise Refusal("applications_closed", at=self.application.cure_until or window.ends)
        if phase == "cure" and part is not None and part not in self.application.cure_parts:
            raise Refusal("part_not_open")
        return phase

    @property
    def current(self) -> ApplicationVersion | None:
        """Give what she has sent and what counts, if anything."""
        return current_version(self.session, self.application.id)

    @property
    def files(self) -> dict[str, ApplicationFile]:
        """Give the files of her draft by the document they stand for."""
        return files_of(self.session, self.application.id)


def phase_of(call: Call, application: Application | None, now: datetime) -> Phase:
    """Say where an application stands in its call's windows."""
    window = call.windows.applications
    if now < window.opens:
        return "before"
    if now <= window.closes:
        return "open"
    if now <= window.ends:
        return "grace"
    curing = application is not None and application.cure_until is not None and now <= application.cure_until
    return "cure" if curing else "closed"


def own_application_scene(session: Session, now: datetime, actor: Actor, *, lock: bool = True) -> ApplicationScene:
    """Give a lead's own application, locked for the rest of the transaction; her scope comes from who she is."""
    wanted = select(Application).where(Application.id == actor.id, Application.erased_at.is_(None))
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    application = session.scalar(wanted)
    if actor.kind != "applicant" or application is None:
        raise Refusal("not_found")
    programme = session.get_one(Programme, application.programme_id)
    return ApplicationScene(session, now, application, call_of_programme(session, programme))


def current_version(session: Session, application_id: str) -> ApplicationVersion | None:
    """Give the version of an application that counts."""
    wanted = select(ApplicationVersion).where(
        ApplicationVersion.application_id == application_id, ApplicationVersion.current
    )
    return session.scalar(wanted)


def files_of(session: Session, application_id: str) -> dict[str, ApplicationFile]:
    """Give the files of a draft by the document they stand for."""
    wanted = select(ApplicationFile).where(
        ApplicationFile.application_id == application_id, ApplicationFile.removed_at.is_(None)
    )
    return {one.document: one for one in session.scalars(wanted.order_by(ApplicationFile.sent_at, ApplicationFile.id))}


def version_files(session: Session, version: ApplicationVersion) -> Mapping[str, ApplicationFile]:
    """Give the files of a version by the document they stand for."""
    return {name: session.get_one(ApplicationFile, file_id) for name, file_id in version.files.items()}


def told_of(version: ApplicationVersion, files: Mapping[str, ApplicationFile]) -> dict[str, Any]:
    """Give a version's receipt: when it came in, and the SHA-256 of each file."""
    return {
        "version": version.version, "sent_at": version.sent_at, "in_grace": version.in_grace, "cure": version.cure,
        "complete": version.complete,
        "files": [
            {"document": name, "name": one.name, "size": one.size, "sha256": one.digest} for name, one in files.items()
        ],
    }  # fmt: skip
