"""The files of an application: uploaded for one document of the call, declared, replaced and taken back."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from scenarios.calls.asked import AskedDocument
from simulator.actor import Actor
from simulator.application_scene import ApplicationScene, own_application_scene
from simulator.refusal import Refusal
from simulator.rows import ApplicationFile, ApplicationVersion, Blob

MOST_FILES = 120
LONGEST_FILE_NAME, LONGEST_SIGNER = 200, 120
# A role that the call does not name: somebody else signed.
OTHER = "other"


def add_file(
    session: Session, now: datetime, actor: Actor, *, document: str, name: str, kind: str, content: bytes,
    signer_role: str = "", signer_name: str = "", elements: Sequence[str] = (),
) -> str:  # fmt: skip
    """Keep a file for a document of the call, in the place of the one before; gives its id.

    *kind* is what its bytes are (``pdf``, ``png`` …), found out by whoever received them. The same file sent twice for
    the same document is one file.
    """
    scene = own_application_scene(session, now, actor)
    asked = _asked(scene, document)
    scene.require_open(f"document:{document}")
    if not content:
        raise Refusal("file_empty")
    if kind not in asked.types:
        raise Refusal("file_kind_not_taken", kinds=", ".join(one.upper() for one in asked.types))
    if len(content) > asked.most:
        raise Refusal("file_too_large", most=megabytes(asked.most))
    digest = hashlib.sha256(content).hexdigest()
    before = scene.files.get(document)
    if before is None or before.digest != digest:
        before = _store(scene, asked, name, kind, content, digest)
    return _declare(scene, asked, before, signer_role, signer_name, elements).id


def declare_file(
    session: Session, now: datetime, actor: Actor, *, file_id: str, signer_role: str = "", signer_name: str = "",
    elements: Sequence[str] = (),
) -> None:  # fmt: skip
    """Say who signed a file, and what it holds."""
    scene, file = _own_file(session, now, actor, file_id)
    _declare(scene, _asked(scene, file.document), file, signer_role, signer_name, elements)


def remove_file(session: Session, now: datetime, actor: Actor, *, file_id: str) -> None:
    """Take a file out of the draft; where it was sent before, that version keeps it."""
    scene, file = _own_file(session, now, actor, file_id)
    _drop(scene, file)


def megabytes(size: int) -> str:
    """Give a size in megabytes as a person reads it: ``10``, or ``0.5``."""
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0")


def _asked(scene: ApplicationScene, document: str) -> AskedDocument:
    found = next((one for one in scene.call.documents if one.id == document), None)
    if found is None:
        raise Refusal("not_found")
    return found


def _own_file(session: Session, now: datetime, actor: Actor, file_id: str) -> tuple[ApplicationScene, ApplicationFile]:
    scene = own_application_scene(session, now, actor)
    file = next((one for one in scene.files.values() if one.id == file_id), None)
    if file is None:
        raise Refusal("not_found")
    scene.require_open(f"document:{file.document}")
    return scene, file


def _store(
    scene: ApplicationScene, asked: AskedDocument, name: str, kind: str, content: bytes, digest: str
) -> ApplicationFile:
    session, application = scene.session, scene.application
    sent = select(func.count()).where(ApplicationFile.application_id == application.id)
    if (session.scalar(sent) or 0) >= MOST_FILES:
        raise Refusal("too_many_files", most=MOST_FILES)
    # Two may send the same bytes at once.
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(Blob).values(digest=digest, content=content).on_conflict_do_nothing())
    before = scene.files.get(asked.id)
    if before is not None:
        _drop(scene, before)
    file = ApplicationFile(
        application_id=application.id, document=asked.id, name=_file_name(name, kind), kind=kind, size=len(content),
        digest=digest, sent_at=scene.now,
    )  # fmt: skip
    session.add(file)
    session.flush()
    return file


def _drop(scene: ApplicationScene, file: ApplicationFile) -> None:
    sent = select(ApplicationVersion.files).where(ApplicationVersion.application_id == scene.application.id)
    if any(file.id in files.values() for files in scene.session.scalars(sent)):
        file.removed_at = scene.now
    else:
        # Nobody has received it: nothing of it need be kept.
        scene.session.delete(file)
        scene.session.flush()
        drop_blobs(scene.session, [file.digest])
    scene.session.flush()


def drop_blobs(session: Session, digests: Sequence[str]) -> None:
    """Let go of bytes that no file points to any more."""
    for digest in digests:
        if session.scalar(select(ApplicationFile.id).where(ApplicationFile.digest == digest).limit(1)) is None:
            try:
                with session.begin_nested():
                    session.execute(delete(Blob).where(Blob.digest == digest))
            except IntegrityError:
                # Somebody sends the same bytes just now: they are hers.
                continue


def _declare(
    scene: ApplicationScene, asked: AskedDocument, file: ApplicationFile, role: str, name: str, elements: Sequence[str]
) -> ApplicationFile:
    if role and role != OTHER and role not in scene.call.roles:
        raise Refusal("not_found")
    signer = " ".join(name.split())
    if len(signer) > LONGEST_SIGNER or not signer.isprintable():
        raise Refusal("name_needed", longest=LONGEST_SIGNER)
    known = [one.id for one in asked.elements]
    if set(elements) - set(known):
        raise Refusal("not_found")
    told = ({"role": role, "name": signer} if role else {}, [one for one in known if one in elements])
    if told != (file.signer, file.elements) and file.id in _sent_files(scene):
        # What was sent says what it said then; the draft goes on with a row of its own.
        file = _copied(scene, file)
    file.signer, file.elements = told
    scene.session.flush()
    return file


def _sent_files(scene: ApplicationScene) -> set[str]:
    sent = select(ApplicationVersion.files).where(ApplicationVersion.application_id == scene.application.id)
    return {file_id for files in scene.session.scalars(sent) for file_id in files.values()}


def _copied(scene: ApplicationScene, file: ApplicationFile) -> ApplicationFile:
    file.removed_at = scene.now
    copy = ApplicationFile(
        application_id=file.application_id, document=file.document, name=file.name, kind=file.kind, size=file.size,
        digest=file.digest, sent_at=file.sent_at,
    )  # fmt: skip
    scene.session.add(copy)
    scene.session.flush()
    return copy


def _file_name(name: str, kind: str) -> str:
    # Kept as data: it names nothing on any disk.
    clean = "".join(one for one in name.replace("\\", "/").rsplit("/", 1)[-1] if one.isprintable()).strip()
    return clean[-LONGEST_FILE_NAME:] or f"file.{kind}"
