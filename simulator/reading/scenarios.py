"""The house's scenarios as their authors see them: all of them, one version, and what differs between two.

The contract (facts by keyword, through ``House.look``):

- ``scenario_list(archived=False)`` → ``[{id, number, title, languages, duration, injects, errors, warnings, saved_at,
  saved_by, created_at, archived, drills}]``, last saved first; *title* is ``{language: words}`` (``""``: for all).
- ``scenario_page(scenario_id)`` → the same of one, with ``versions``: ``[{number, parent, note, saved_at, saved_by,
  digest, errors, warnings, drills: [{id, name}]}]``, newest first.
- ``scenario_version(scenario_id, number=None)`` → ``{id, number, newest, archived, digest, text, files: {name: size},
  findings, scenario, plain, note, saved_at, saved_by}``; *scenario* is the ``Scenario`` or ``None`` where a finding is
  an error, *plain* the document as dicts and lists (``None`` where it is no YAML). Neither may be changed.
- ``scenario_file(scenario_id, name, number=None)`` → the bytes of an attachment.
- ``scenario_package(scenario_id, number=None)`` → a ``Package`` of document and attachments, for a download, a drill,
  an export.
- ``scenario_changes(scenario_id, old=None, new=None)`` → ``{old, new, changes: [Difference] or None, text}``: by field
  (``None`` where one of them is no YAML) and as a unified difference of lines; see ``scenarios.editing``.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from scenarios.editing import EditError, differences, text_difference
from scenarios.package import DOCUMENT, Package
from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import Account, Drill, ScenarioAttachment, ScenarioVersion, StoredScenario
from simulator.stored_scenarios import content_of, files_of, stored, version_of


def scenario_list(session: Session, now: datetime, actor: Actor, *, archived: bool = False) -> list[dict[str, Any]]:
    """Give the scenarios that are at hand, or those that were put away, the last saved first."""
    newest = and_(
        ScenarioVersion.scenario_id == StoredScenario.id, ScenarioVersion.number == StoredScenario.number
    )  # fmt: skip
    away = StoredScenario.archived_at.is_not(None) if archived else StoredScenario.archived_at.is_(None)
    query = select(StoredScenario, ScenarioVersion).join(ScenarioVersion, newest).where(away)
    found = session.execute(query.order_by(ScenarioVersion.created_at.desc(), StoredScenario.id)).all()
    names = _names(session, (version.author_id for _row, version in found))
    counted = session.execute(select(Drill.scenario_id, func.count()).group_by(Drill.scenario_id))
    drills = dict(counted.all())
    return [_listed(row, version, names) | {"drills": drills.get(row.id, 0)} for row, version in found]


def scenario_page(session: Session, now: datetime, actor: Actor, *, scenario_id: str) -> dict[str, Any]:
    """Give one scenario with all its versions, and the drills that were made from each."""
    row = stored(session, scenario_id)
    query = select(ScenarioVersion).where(ScenarioVersion.scenario_id == scenario_id)
    versions = session.scalars(query.order_by(ScenarioVersion.number.desc())).all()
    names = _names(session, (version.author_id for version in versions))
    drills: dict[int | None, list[dict[str, str]]] = {}
    made = select(Drill).where(Drill.scenario_id == scenario_id).order_by(Drill.created_at, Drill.id)
    for drill in session.scalars(made):
        drills.setdefault(drill.scenario_number, []).append({"id": drill.id, "name": drill.name})
    return _listed(row, versions[0], names) | {
        "drills": sum(map(len, drills.values())),
        "versions": [
            {
                "number": version.number, "parent": version.parent, "note": version.note, "digest": version.digest,
                "saved_at": version.created_at, "saved_by": names.get(version.author_id, ""),
                "errors": version.summary["errors"], "warnings": version.summary["warnings"],
                "drills": drills.get(version.number, []),
            }
            for version in versions
        ],
    }  # fmt: skip


def scenario_version(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, number: int | None = None
) -> dict[str, Any]:
    """Give one version, the newest without a *number*: its text, what it says, and what `check` finds in it."""
    row, version = stored(session, scenario_id), version_of(session, scenario_id, number)
    found = content_of(session, version)
    names = _names(session, [version.author_id])
    return {
        "id": row.id, "number": version.number, "newest": row.number, "archived": row.archived_at is not None,
        "digest": version.digest, "text": found.text, "files": dict(found.sizes), "findings": list(found.findings),
        "scenario": found.scenario, "plain": found.plain, "note": version.note, "saved_at": version.created_at,
        "saved_by": names.get(version.author_id, ""),
    }  # fmt: skip


def scenario_file(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, name: str, number: int | None = None
) -> bytes:
    """Give the bytes of an attachment of one version."""
    digest = version_of(session, scenario_id, number).files.get(name)
    if digest is None:
        raise Refusal("not_found")
    return session.get_one(ScenarioAttachment, digest).content


def scenario_package(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, number: int | None = None
) -> Package:
    """Give document and attachments of one version together."""
    version = version_of(session, scenario_id, number)
    return Package(DOCUMENT, version.content, files_of(session, version))


def scenario_changes(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, old: int | None = None, new: int | None = None
) -> dict[str, Any]:
    """Give what differs between two versions, by field where both can be read, and line by line.

    Without *new* it is the newest; without *old* the one that *new* was made from.
    """
    later = version_of(session, scenario_id, new)
    earlier = version_of(session, scenario_id, old if old is not None else later.parent or later.number)
    before, after = earlier.content.decode(), later.content.decode()
    try:
        changes = differences(before, after)
    except EditError:
        changes = None
    return {
        "old": earlier.number, "new": later.number, "changes": changes, "text": text_difference(before, after),
    }  # fmt: skip


def _listed(row: StoredScenario, version: ScenarioVersion, names: Mapping[str | None, str]) -> dict[str, Any]:
    shown = {key: version.summary[key] for key in ("title", "languages", "duration", "injects", "errors", "warnings")}
    return {
        "id": row.id, "number": row.number, **shown, "saved_at": version.created_at,
        "saved_by": names.get(version.author_id, ""), "created_at": row.created_at,
        "archived": row.archived_at is not None,
    }  # fmt: skip


def _names(session: Session, ids: Iterable[str | None]) -> Mapping[str | None, str]:
    wanted = {one for one in ids if one is not None}
    found = session.execute(select(Account.id, Account.name).where(Account.id.in_(wanted)))
    return dict(found.all())
