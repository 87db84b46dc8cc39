"""Scenarios as drills froze them: stored by content, read once per process."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy.orm import Session

from injects.msel import Msel
from scenarios.load import read_scenario_text
from scenarios.rules_file import rules_of
from scenarios.scenario import Scenario
from simulator.refusal import Refusal
from simulator.rows import AttachmentFile, ScenarioFile

_read: dict[str, Scenario] = {}


def freeze_scenario(session: Session, content: bytes, files: Mapping[str, bytes]) -> tuple[str, Scenario]:
    """Store a scenario and its files by content; refuse one with errors, with all of them."""
    scenario, findings = read_scenario_text(content, "scenario.yaml", files=files)
    if scenario is None:
        raise Refusal("scenario_has_errors", findings=findings)
    told = hashlib.sha256(content)
    for name in sorted(files):
        told.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    digest = told.hexdigest()
    if session.get(ScenarioFile, digest) is None:
        session.add(ScenarioFile(digest=digest, content=content))
        session.flush()
        session.add_all(AttachmentFile(scenario_digest=digest, name=name, content=files[name]) for name in files)
    return digest, scenario


def scenario_of(session: Session, digest: str) -> Scenario:
    """Give a frozen scenario."""
    if digest not in _read:
        stored = session.get_one(ScenarioFile, digest)
        names = {row.name: row.content for row in _files(session, digest)}
        scenario, findings = read_scenario_text(stored.content, "scenario.yaml", files=names)
        if scenario is None:
            raise Refusal("scenario_has_errors", findings=findings)
        _read[digest] = scenario
    return _read[digest]


def msel_of(session: Session, digest: str) -> Msel:
    """Give the injects of a frozen scenario with their order and followers."""
    scenario_of(session, digest)
    return _msel(digest)


@lru_cache(maxsize=64)
def _msel(digest: str) -> Msel:
    return Msel(_read[digest].injects)


def rated_criteria(session: Session, digest: str) -> Mapping[str, tuple[str, ...]]:
    """Name, per inject, the criteria that evaluators rate; what scores nothing is not rated."""
    scenario_of(session, digest)
    return _rated(digest)


@lru_cache(maxsize=64)
def _rated(digest: str) -> Mapping[str, tuple[str, ...]]:
    return {name: rule.criteria for name, rule in rules_of(_read[digest]).injects.items() if rule.criteria}


def _files(session: Session, digest: str) -> list[AttachmentFile]:
    return list(session.query(AttachmentFile).filter_by(scenario_digest=digest))
