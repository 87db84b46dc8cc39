"""Sending an application: a version that counts until a later one takes its place, and a receipt (rules.md 31)."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.application_content import Lack, lacks_of
from simulator.application_scene import ApplicationScene, own_application_scene, told_of, version_files
from simulator.columns import EPOCH, MILLISECOND
from simulator.digest import salted_digest
from simulator.mailing import write_to_lead
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationVersion, new_salt


def send_application(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Send the draft as it stands; gives the receipt. What is sent again unchanged is the same version.

    Up to the closing and its grace, and where a formal defect may be mended up to the end of that. What is wrong is
    refused; what is missing is refused too, unless the call has a cure window: then it is received, and marked.
    """
    programme = open_programme(session, now, actor, actor.programme_id)
    scene = own_application_scene(session, now, actor)
    phase = scene.require_open()
    application, files = scene.application, scene.files
    lacks = lacks_of(scene.call, application.draft, files)
    _refuse_lacking(scene, lacks, phase)
    held, before = {name: one.id for name, one in files.items()}, scene.current
    if before is not None and before.content == application.draft and before.files == held:
        return told_of(before, version_files(session, before))
    version = _new_version(scene, held, in_grace=phase == "grace", cure=phase == "cure", complete=not lacks)
    told = told_of(version, files)
    _note(programme, application, version, told, lacks)
    _mail_receipt(scene, told)
    return told


def _refuse_lacking(scene: ApplicationScene, lacks: tuple[Lack, ...], phase: str) -> None:
    wrong = [one for one in lacks if one.wrong]
    if wrong:
        raise Refusal("application_wrong", number=len(wrong))
    # In a cure window it is the last chance: what is still missing then is found by the staff.
    if lacks and scene.call.windows.cure is None and phase != "cure":
        raise Refusal("application_incomplete", number=len(lacks))


def _new_version(scene: ApplicationScene, files: dict[str, str], **marks: bool) -> ApplicationVersion:
    session, application = scene.session, scene.application
    mine = ApplicationVersion.application_id == application.id
    last = session.scalar(select(func.max(ApplicationVersion.version)).where(mine)) or 0
    session.execute(update(ApplicationVersion).where(mine, ApplicationVersion.current).values(current=False))
    version = ApplicationVersion(
        application_id=application.id, version=last + 1, content=application.draft, files=files, salt=new_salt(),
        # A whole number of milliseconds, as the database and the receipt keep it.
        sent_at=EPOCH + (scene.now - EPOCH) // MILLISECOND * MILLISECOND, **marks,
    )  # fmt: skip
    session.add(version)
    if application.state == "draft":
        application.state = "sent"
    session.flush()
    return version


def _note(
    programme: ProgrammeScene, application: Application, version: ApplicationVersion, told: dict[str, Any],
    lacks: tuple[Lack, ...],
) -> None:  # fmt: skip
    digests = {one["document"]: salted_digest(version.salt, one["sha256"]) for one in told["files"]}
    programme.tell(
        "application_sent", application=application.id, version=version.version, in_grace=version.in_grace,
        cure=version.cure, content=salted_digest(version.salt, version.content), files=digests,
        missing=[[one.part, one.code] for one in lacks],
    )  # fmt: skip


def _mail_receipt(scene: ApplicationScene, told: dict[str, Any]) -> None:
    language, call = scene.application.language, scene.call
    titles = {one.id: one.title.say(language, call.languages) for one in call.documents}
    files = [{"title": titles[one["document"]], **one} for one in told["files"]]
    write_to_lead(
        scene.session, scene.now, scene.application, "application_receipt",
        **told | {"sent_at": told["sent_at"].isoformat(), "files": files},
        call=call.title.say(language, call.languages), closes=call.windows.applications.closes.isoformat(),
    )  # fmt: skip
