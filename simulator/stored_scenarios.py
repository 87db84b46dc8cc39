"""Stored scenarios as actions and views find them: one version with its attachments; absence is a refusal."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from simulator.refusal import Refusal
from simulator.rows import ScenarioAttachment, ScenarioVersion, StoredScenario
from simulator.scenario_content import Content, checked


def stored(session: Session, scenario_id: str) -> StoredScenario:
    """Give a scenario of the store; refuse where there is none."""
    found = session.get(StoredScenario, scenario_id)
    if found is None:
        raise Refusal("not_found")
    return found


def version_of(session: Session, scenario_id: str, number: int | None = None) -> ScenarioVersion:
    """Give one version with its document, the newest without a *number*."""
    newest = stored(session, scenario_id).number
    wanted = newest if number is None else number
    # What is outside no database need be asked for, nor could it say so.
    if not 1 <= wanted <= newest:
        raise Refusal("not_found")
    return session.get_one(ScenarioVersion, (scenario_id, wanted), options=[undefer(ScenarioVersion.content)])


def files_of(session: Session, version: ScenarioVersion) -> dict[str, bytes]:
    """Give the attachments of a version by name."""
    wanted = ScenarioAttachment.digest.in_(set(version.files.values()))
    found = {row.digest: row.content for row in session.scalars(select(ScenarioAttachment).where(wanted))}
    return {name: found[digest] for name, digest in version.files.items()}


def content_of(session: Session, version: ScenarioVersion) -> Content:
    """Give a version with what follows from its document."""
    return checked(version.content, files_of(session, version))


def keep_files(session: Session, files: Mapping[str, bytes]) -> dict[str, str]:
    """Store attachments by their content; gives their digests by name."""
    named = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    there = set(session.scalars(select(ScenarioAttachment.digest).where(ScenarioAttachment.digest.in_(named.values()))))
    new = {digest: files[name] for name, digest in named.items() if digest not in there}
    session.add_all(ScenarioAttachment(digest=digest, content=data) for digest, data in new.items())
    session.flush()
    return named
