"""Scenarios as drills froze them: stored by content, read once per process."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.msel import Msel
from scenarios.load import read_scenario_text
from scenarios.rules_file import rated_injects
from scenarios.scenario import Scenario
from simulator.refusal import Refusal
from simulator.rows import AttachmentFile, Drill, ScenarioFile


@dataclass(eq=False)
class FrozenScenario:
    """A frozen scenario, and what follows from it alone."""

    digest: str
    scenario: Scenario

    @cached_property
    def msel(self) -> Msel:
        """Give its injects with their order and followers."""
        return Msel(self.scenario.injects)

    @cached_property
    def rated(self) -> Mapping[str, tuple[str, ...]]:
        """Name, per inject, the criteria that evaluators rate."""
        return rated_injects(self.scenario)


_read: dict[str, FrozenScenario] = {}
_played: dict[str, str] = {}


def freeze_scenario(session: Session, content: bytes, files: Mapping[str, bytes]) -> tuple[str, Scenario]:
    """Store a scenario and its files by content; refuse one with errors, with all of them."""
    scenario, findings = read_scenario_text(content, "scenario.yaml", files=files)
    if scenario is None:
        raise Refusal("scenario_has_errors", findings=findings)
    digest = digest_of(content, {name: hashlib.sha256(data).digest() for name, data in files.items()})
    if session.get(ScenarioFile, digest) is None:
        session.add(ScenarioFile(digest=digest, content=content))
        session.flush()
        session.add_all(AttachmentFile(scenario_digest=digest, name=name, content=files[name]) for name in files)
    return digest, scenario


def digest_of(content: bytes, files: Mapping[str, bytes]) -> str:
    """Give the digest of a document with its attachments, of which *files* has the SHA-256 by name."""
    told = hashlib.sha256(content)
    for name in sorted(files):
        told.update(name.encode() + b"\0" + files[name])
    return told.hexdigest()


def scenario_of(session: Session, digest: str) -> Scenario:
    """Give a frozen scenario."""
    return frozen_of(session, digest).scenario


def msel_of(session: Session, digest: str) -> Msel:
    """Give the injects of a frozen scenario with their order and followers."""
    return frozen_of(session, digest).msel


def rated_criteria(session: Session, digest: str) -> Mapping[str, tuple[str, ...]]:
    """Name, per inject, the criteria that evaluators rate; what scores nothing is not rated."""
    return frozen_of(session, digest).rated


def frozen_of(session: Session, digest: str) -> FrozenScenario:
    """Give what a process keeps of a frozen scenario, and does not read again."""
    if digest not in _read:
        stored = session.get_one(ScenarioFile, digest)
        names = {row.name: row.content for row in _files(session, digest)}
        scenario, findings = read_scenario_text(stored.content, "scenario.yaml", files=names)
        if scenario is None:
            raise Refusal("scenario_has_errors", findings=findings)
        _read[digest] = FrozenScenario(digest, scenario)
    return _read[digest]


def frozen_in(session: Session, drill_id: str) -> FrozenScenario:
    """Give the frozen scenario of a drill; refuse a drill that is not there."""
    # A drill's scenario never changes, so that a process asks for it once.
    if drill_id not in _played:
        digest = session.scalar(select(Drill.scenario_digest).where(Drill.id == drill_id))
        if digest is None:
            raise Refusal("not_found")
        _played[drill_id] = digest
    return frozen_of(session, _played[drill_id])


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Let go at the end of what was read meanwhile: an editor's every version would stay for as long as the server."""
    before, played = set(_read), set(_played)
    try:
        yield
    finally:
        for digest in set(_read) - before:
            _read.pop(digest, None)
        for drill_id in set(_played) - played:
            _played.pop(drill_id, None)


def _files(session: Session, digest: str) -> list[AttachmentFile]:
    return list(session.query(AttachmentFile).filter_by(scenario_digest=digest))
