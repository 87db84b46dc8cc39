"""Bundles in the log of the house: that one was made, and by whom; and bringing one back, whole or not at all."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.bundle.bringing_back import Numbers, count_on, rows_of, write_log, write_rows
from simulator.bundle.people import accounts_here, grants_here
from simulator.bundle.places import PLACES
from simulator.bundle.sound import Sound
from simulator.chain import check_chain
from simulator.kinds import HOUSE_STREAM
from simulator.refusal import Refusal
from simulator.rows import Account, Drill, Grant, Programme, Row, Stream
from simulator.telling import tell_house


def note_bundle(
    session: Session, now: datetime, actor: Actor, *, public: bool, head: str, drill_id: str | None = None,
    programme_id: str | None = None,
) -> None:  # fmt: skip
    """Note in the house's log who was given a bundle of what; *head* is the hash that its own chain ends with."""
    lock_stream(session, HOUSE_STREAM)
    of = {"programme": programme_id} if programme_id else {"drill": drill_id}
    tell_house(session, now, actor, "bundle_made", **of, public=public, head=head)


def restore_bundle(session: Session, now: datetime, actor: Actor, *, sound: Sound) -> dict[str, Any]:
    """Bring a verified bundle back with all its ids; gives what it is of and whose accounts are new here.

    Refused where the drill or the programme is here already, where a drill in it still runs, and where a row of it
    belongs to anything else.
    """
    lock_stream(session, HOUSE_STREAM)
    _refuse_what_is_here(session, sound)
    try:
        with session.begin_nested():
            people = _write(session, now, sound)
            _require_own(session, sound)
    except IntegrityError:
        raise Refusal("bundle_collides") from None
    for stream in sound.scope.streams:
        if check_chain(session, stream).broken_at is not None:
            raise Refusal("bundle_does_not_hold", file=stream, line=0, n=1)
    heads = sound.bundle.manifest["heads"]
    tell_house(
        session, now, actor, "bundle_restored", **sound.scope.of, as_of=sound.bundle.manifest.get("as_of"),
        heads={stream: heads[stream]["hash"] for stream in sound.scope.streams}, accounts=[one["id"] for one in people],
    )  # fmt: skip
    return {
        **sound.scope.of, "drills": list(sound.scope.drills), "without": sound.bundle.manifest.get("without", []),
        "accounts": [{"name": one["name"], "email": one["email"]} for one in people if not one["bot"]],
    }  # fmt: skip


def _refuse_what_is_here(session: Session, sound: Sound) -> None:
    scope = sound.scope
    here = session.scalar(select(Drill.name).where(Drill.id.in_(scope.drills)).limit(1))
    if here is None and scope.programme:
        here = session.scalar(select(Programme.name).where(Programme.id == scope.programme))
    if here is None and session.scalar(select(Stream.name).where(Stream.name.in_(scope.streams)).limit(1)):
        here = scope.streams[0]
    if here is not None:
        raise Refusal("bundle_is_here", name=here)
    for row in rows_of(sound.bundle, "drill"):
        if row["state"] == "running":
            raise Refusal("bundle_of_a_running_drill", name=row["name"])
        programme = row["programme_id"]
        if programme is not None and programme != scope.programme and session.get(Programme, programme) is None:
            raise Refusal("bundle_needs_its_programme", name=row["name"])


def _write(session: Session, now: datetime, sound: Sound) -> list[dict[str, Any]]:
    bundle, numbers = sound.bundle, Numbers(session, sound.bundle)
    people, same = accounts_here(session, now, rows_of(bundle, Account.__tablename__))
    for table in Row.metadata.sorted_tables:
        name = table.name
        if name == "log":
            for stream in sound.scope.streams:
                write_log(session, bundle, stream)
        elif name == Account.__tablename__:
            write_rows(session, name, people)
        elif name == "grant":
            write_rows(session, name, grants_here(session, rows_of(bundle, name), same))
        elif name in PLACES:
            write_rows(session, name, _renumbered(name, rows_of(bundle, name), numbers))
    count_on(session)
    return people


def _renumbered(table: str, rows: Iterator[dict[str, Any]], numbers: Numbers) -> Iterator[dict[str, Any]]:
    return (numbers.renumber(table, row) for row in rows)


def _require_own(session: Session, sound: Sound) -> None:
    """Refuse a bundle with a row that belongs to something else of this house: it was made to slip it in."""
    for name, place in PLACES.items():
        if place.row is Account:
            continue
        brought = [row for _line, row in sound.bundle.rows(name)]
        if place.row is Grant:
            # Two rights of one person may be one here.
            astray = any(row["scope"] not in sound.scope.streams for row in brought)
        else:
            mine = select(func.count()).select_from(place.table).where(place.belongs(sound.scope))
            astray = session.scalar(mine) != len(brought)
        if astray:
            raise Refusal("bundle_row_astray", table=name)
