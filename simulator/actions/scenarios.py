"""The house's scenarios: put into the store, saved version by version, and put away. Every version stays as it was.

The contract (all facts by keyword, through ``House.perform``; each gives a dict):

- ``create_scenario(content, files={}, note="")`` → ``{scenario_id, number, digest, errors, warnings}``; *content* is
  the document's bytes, *files* attachments by their path inside ``files/``. One with errors is stored as a draft.
- ``copy_scenario(scenario_id, number=None, note="")`` → the same, of a new scenario.
- ``save_version(scenario_id, expected_number, content=None, operations=(), files=None, note="", merge=False)`` →
  ``{scenario_id, number, digest, errors, warnings, written_out, merged}``. *content* or else the content of
  *expected_number* goes through *operations* (``scenarios.editing``); *files* replaces all attachments. What is the
  same as the newest version makes no new one. Refused: ``scenario_changed`` (name, at, number, mergeable, conflicts)
  where *expected_number* is not the newest and *merge* was not asked, ``scenario_conflicts`` where it was and both
  changed the same thing; the code of an ``EditError`` with its parameters; ``scenario_unreadable`` (findings).
- ``restore_version(scenario_id, number, expected_number)``, ``attach_files(scenario_id, expected_number, files)``,
  ``remove_files(scenario_id, expected_number, names)`` → as ``save_version``.
- ``archive_scenario(scenario_id, archived)`` → nothing.

Checking a long document takes a second. Who saves from a page calls ``simulator.saving.save`` with the same facts,
which checks before the transaction begins, so that no drill waits for it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scenarios.editing import EditError, Operation, edit_text
from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.merging import merged_content
from simulator.refusal import Refusal
from simulator.rows import ScenarioVersion, StoredScenario
from simulator.scenario_content import Content, checked
from simulator.stored_scenarios import files_of, keep_files, stored, version_of
from simulator.telling import tell_house

LONGEST_NOTE = 200


def create_scenario(
    session: Session, now: datetime, actor: Actor, *, content: bytes, files: Mapping[str, bytes] | None = None,
    note: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Put a scenario into the store as its version 1; gives its id."""
    files = files or {}
    found = checked(content, files)
    lock_stream(session, HOUSE_STREAM)
    row = StoredScenario(number=0, created_by=_account(actor), created_at=now)
    session.add(row)
    session.flush()
    tell_house(session, now, actor, "scenario_created", scenario=row.id)
    return _add(session, now, actor, row, found, files, None, note)


def copy_scenario(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, number: int | None = None, note: str = ""
) -> dict[str, Any]:
    """Begin another scenario with a version of one that is there; gives its id."""
    version = version_of(session, scenario_id, number)
    return create_scenario(
        session, now, actor, content=version.content, files=files_of(session, version), note=note
    )  # fmt: skip


def save_version(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, expected_number: int,
    content: bytes | None = None, operations: Sequence[Operation] = (), files: Mapping[str, bytes] | None = None,
    note: str = "", merge: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Save what somebody has made of version *expected_number*; refused where it is not the newest any more."""
    lock_stream(session, HOUSE_STREAM)
    row = stored(session, scenario_id)
    base = version_of(session, scenario_id, expected_number)
    attached = files_of(session, base) if files is None else files
    mine, written_out = edited(base.content if content is None else content, operations)
    found = checked(mine, attached)
    if row.number == expected_number:
        return _add(session, now, actor, row, found, attached, base, note) | {
            "written_out": written_out, "merged": False,
        }  # fmt: skip
    theirs = version_of(session, scenario_id)
    both, both_files = merged_content(session, base, theirs, found.content, attached, merge)
    done = _add(session, now, actor, row, checked(both, both_files), both_files, theirs, note)
    return done | {"written_out": written_out, "merged": True}


def edited(content: bytes, operations: Sequence[Operation]) -> tuple[bytes, bool]:
    """Give a document after operations; refuse with the reason where one cannot be carried out."""
    if not operations:
        return content, False
    try:
        text, written_out = edit_text(content.decode(), operations)
    except EditError as error:
        raise Refusal(error.code, **error.parameters) from None
    except UnicodeDecodeError:
        raise Refusal("edit_unreadable", line=1, column=1, problem="not_utf8") from None
    return text.encode(), written_out


def restore_version(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, number: int, expected_number: int,
    note: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Save an earlier version once more as the newest; nothing that was saved since is lost."""
    earlier = version_of(session, scenario_id, number)
    return save_version(
        session, now, actor, scenario_id=scenario_id, expected_number=expected_number, content=earlier.content,
        files=files_of(session, earlier), note=note,
    )  # fmt: skip


def attach_files(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, expected_number: int,
    files: Mapping[str, bytes],
) -> dict[str, Any]:  # fmt: skip
    """Add attachments, or put others in the place of those with the same name."""
    there = files_of(session, version_of(session, scenario_id, expected_number))
    return save_version(
        session, now, actor, scenario_id=scenario_id, expected_number=expected_number, files=there | dict(files)
    )


def remove_files(
    session: Session, now: datetime, actor: Actor, *, scenario_id: str, expected_number: int, names: Sequence[str]
) -> dict[str, Any]:
    """Take attachments away; earlier versions keep them."""
    there = files_of(session, version_of(session, scenario_id, expected_number))
    if not set(names) <= set(there):
        raise Refusal("not_found")
    left = {name: data for name, data in there.items() if name not in names}
    return save_version(session, now, actor, scenario_id=scenario_id, expected_number=expected_number, files=left)


def archive_scenario(session: Session, now: datetime, actor: Actor, *, scenario_id: str, archived: bool = True) -> None:
    """Put a scenario away, so that lists do not show it, or take it out again; drills keep theirs anyway."""
    lock_stream(session, HOUSE_STREAM)
    row = stored(session, scenario_id)
    if (row.archived_at is not None) != archived:
        row.archived_at = now if archived else None
        tell_house(session, now, actor, "scenario_archived", scenario=row.id, archived=archived)


def _add(
    session: Session, now: datetime, actor: Actor, row: StoredScenario, found: Content, files: Mapping[str, bytes],
    parent: ScenarioVersion | None, note: str,
) -> dict[str, Any]:  # fmt: skip
    if len(note := " ".join(note.split())) > LONGEST_NOTE:
        raise Refusal("note_too_long", longest=LONGEST_NOTE)
    if parent is None or parent.digest != found.digest:
        row.number += 1
        session.add(
            ScenarioVersion(
                scenario_id=row.id, number=row.number, parent=parent.number if parent else None, digest=found.digest,
                author_id=_account(actor), created_at=now, note=note, content=found.content,
                files=keep_files(session, files), summary=found.summary,
            )
        )  # fmt: skip
        session.flush()
        tell_house(session, now, actor, "scenario_saved", scenario=row.id, number=row.number, digest=found.digest)
    return {
        "scenario_id": row.id, "number": row.number, "digest": found.digest,
        "errors": found.summary["errors"], "warnings": found.summary["warnings"],
    }  # fmt: skip


def _account(actor: Actor) -> str | None:
    return actor.id if actor.kind == "account" else None
