"""Who did what, and when: a page of a chain with the names of today, for organizers; erased people have none."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Select, Text, cast, select, type_coerce
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.chain import check_chain
from simulator.columns import EPOCH, MILLISECOND
from simulator.kinds import HOUSE_STREAM, drill_stream, programme_stream
from simulator.reading.console import drill_row
from simulator.reading.held import HER_OWN_KINDS
from simulator.refusal import Refusal
from simulator.rows import Account, Application, Drill, LogRow, Participant, Programme, Stream, Team
from simulator.shown_names import codes_of, hides_course

PAGE = 100
MOST = 2000
# Without conversion: a row that was tampered with must not hide the others.
COLUMNS = (
    LogRow.seq, type_coerce(LogRow.wall_time, BigInteger).label("at"),
    type_coerce(LogRow.drill_time, BigInteger).label("drill_time"), LogRow.kind, LogRow.actor, LogRow.team,
    cast(LogRow.payload, Text).label("payload"), LogRow.hash,
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """Which rows are asked for: of one kind, by or about one person (``participant:<id>``), of a team, in a time.

    *before* and *after* are row numbers: the rows just before the one, or just after the other.
    """

    kind: str = ""
    person: str = ""
    team: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    after: int | None = None
    limit: int = PAGE


def drill_audit(session: Session, now: datetime, actor: Actor, *, drill_id: str, wanted: Wanted) -> dict[str, Any]:
    """Give a page of a drill's log, the newest rows first.

    Who agreed to what is left out: staff must not read who said no. While two people decide about the drill without
    names, its teams have their codes here too, and participants no name.
    """
    drill = drill_row(session, drill_id)
    hidden = codes_of(session, drill) if hides_course(drill, actor) else None
    page = _page(session, drill_stream(drill_id), wanted, left_out=HER_OWN_KINDS, hidden=hidden)
    told = _drill_view(drill) | {"blind": hidden is not None}
    return page | {"drill": told, "chain": _head(session, drill_stream(drill_id))}


def house_audit(session: Session, now: datetime, actor: Actor, *, wanted: Wanted) -> dict[str, Any]:
    """Give a page of the house's log: accounts, roles, links, sessions, erasures."""
    return _page(session, HOUSE_STREAM, wanted) | {"drill": None, "chain": _head(session, HOUSE_STREAM)}


def programme_audit(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, wanted: Wanted
) -> dict[str, Any]:
    """Give a page of a programme's log: its call, applications by their codes, what was found and decided."""
    programme = _programme(session, programme_id)
    page = _page(session, programme_stream(programme_id), wanted)
    told = {"id": programme.id, "name": programme.name}
    return page | {"drill": None, "programme": told, "chain": _head(session, programme_stream(programme_id))}


def _programme(session: Session, programme_id: str) -> Programme:
    programme = session.get(Programme, programme_id)
    if programme is None:
        raise Refusal("not_found")
    return programme


def drill_audit_choices(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give what a drill's log can be filtered by: kinds, people and teams that are in it."""
    drill = drill_row(session, drill_id)
    choices = _choices(session, drill_stream(drill_id), HER_OWN_KINDS)
    if hides_course(drill, actor):
        codes = sorted(codes_of(session, drill).items(), key=lambda one: one[1])
        people = [one for one in choices["people"] if one["kind"] != "participant"]
        return choices | {"people": people, "teams": [{"id": team, "name": code} for team, code in codes]}
    teams = session.execute(select(Team.id, Team.name).where(Team.drill_id == drill_id).order_by(Team.position))
    return choices | {"teams": [{"id": row.id, "name": row.name} for row in teams]}


def house_audit_choices(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give what the house's log can be filtered by: kinds and people that are in it."""
    return _choices(session, HOUSE_STREAM) | {"teams": []}


def programme_audit_choices(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Give what a programme's log can be filtered by: kinds and people that are in it."""
    _programme(session, programme_id)
    return _choices(session, programme_stream(programme_id)) | {"teams": []}


def programme_chain_state(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Compute a programme's chain anew, as `chain_state` does a drill's."""
    _programme(session, programme_id)
    return _checked(session, now, programme_stream(programme_id))


def chain_state(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Compute a drill's chain anew: its head, its length, and the first row that does not follow, if there is one."""
    drill_row(session, drill_id)
    return _checked(session, now, drill_stream(drill_id))


def house_chain_state(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Compute the house's chain anew, as `chain_state` does a drill's."""
    return _checked(session, now, HOUSE_STREAM)


def _checked(session: Session, now: datetime, stream: str) -> dict[str, Any]:
    found = check_chain(session, stream)
    return {"length": found.length, "hash": found.hash, "broken_at": found.broken_at, "checked_at": now}


def _head(session: Session, stream: str) -> dict[str, Any]:
    head = session.execute(select(Stream.seq, Stream.hash).where(Stream.name == stream)).one_or_none()
    return {"seq": head.seq, "hash": head.hash} if head else {"seq": 0, "hash": ""}


def _drill_view(drill: Drill) -> dict[str, Any]:
    return {
        "id": drill.id, "name": drill.name, "state": drill.state, "rehearsal": drill.rehearsal,
        "time_zone": drill.time_zone,
    }  # fmt: skip


def _page(
    session: Session, stream: str, wanted: Wanted, left_out: Sequence[str] = (),
    hidden: Mapping[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    everything: Any = select(*COLUMNS)
    query = _filtered(everything.where(LogRow.stream == stream, LogRow.kind.not_in(left_out)), wanted)
    limit = min(max(wanted.limit, 1), MOST)
    if wanted.after is not None:
        found = _read(session, query.where(LogRow.seq > wanted.after).order_by(LogRow.seq).limit(limit + 1))
        rows, newer, older = found[:limit][::-1], len(found) > limit, wanted.after > 0
    else:
        older_than = query if wanted.before is None else query.where(LogRow.seq < wanted.before)
        found = _read(session, older_than.order_by(LogRow.seq.desc()).limit(limit + 1))
        rows, newer, older = found[:limit], wanted.before is not None, len(found) > limit
    names = _names(session, rows)
    if hidden is not None:
        names = {id_: one | {"name": hidden.get(id_, one["name"])} for id_, one in names.items() if not _is_person(one)}
    return {"rows": [_row(row, names) for row in rows], "newer": newer, "older": older}


def _is_person(one: Mapping[str, Any]) -> bool:
    return bool(one["what"] == "participant")


def _filtered(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.kind:
        query = query.where(LogRow.kind == wanted.kind)
    if wanted.team:
        query = query.where(LogRow.team == wanted.team)
    if wanted.person:
        whose = wanted.person.partition(":")[2]
        # Ids are random letters: one that stands in a payload means her.
        named = cast(LogRow.payload, Text).contains(whose, autoescape=True) if whose else LogRow.actor.is_(None)
        query = query.where((LogRow.actor == wanted.person) | named)
    if wanted.since is not None:
        query = query.where(LogRow.wall_time >= wanted.since)
    if wanted.until is not None:
        query = query.where(LogRow.wall_time <= wanted.until)
    return query


def _read(session: Session, query: Select[Any]) -> list[dict[str, Any]]:
    return [_readable(dict(row._mapping)) for row in session.execute(query)]


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    """Give a row as it lies there: who looks for a tampering must see it, whatever was put in its place."""
    try:
        payload = json.loads(row["payload"])
    except (ValueError, TypeError, RecursionError):
        payload = None
    told = payload if isinstance(payload, dict) else {"unreadable": str(row["payload"])[:200]}
    return row | {"payload": told, "at": _instant(row["at"]), "actor": str(row["actor"])}


def _instant(value: Any) -> datetime | None:
    try:
        return EPOCH + int(value) * MILLISECOND
    except (TypeError, ValueError, OverflowError):
        return None


def _row(row: dict[str, Any], names: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return row | {
        "actor": _person(row["actor"], names),
        "team": {"id": row["team"], **names.get(row["team"], {})} if row["team"] else None,
        "named": {value: names[value] for value in _ids_in(row["payload"]) if value in names},
    }


def _ids_in(payload: Mapping[str, Any]) -> Iterable[str]:
    for value in payload.values():
        if isinstance(value, str):
            yield value.rpartition(":")[2]
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, str))


def _names(session: Session, rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Name the people, teams, drills and programmes of some rows as they are called today."""
    ids = {row["actor"].partition(":")[2] for row in rows} | {row["team"] for row in rows if row["team"]}
    ids |= {value for row in rows for value in _ids_in(row["payload"])}
    return names_of(session, ids - {""})


def names_of(session: Session, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Give what each id names: ``{what, name, erased}``; an id of something else is left out."""
    wanted = sorted(ids)
    found: dict[str, dict[str, Any]] = {}
    for at in range(0, len(wanted), MOST):
        part = wanted[at : at + MOST]
        for table, what in ((Account, "account"), (Participant, "participant")):
            people = session.execute(select(table.id, table.name, table.erased_at).where(table.id.in_(part)))
            found |= {row.id: {"what": what, "name": row.name, "erased": row.erased_at is not None} for row in people}
        for place, what in ((Team, "team"), (Drill, "drill"), (Programme, "programme")):
            places = session.execute(select(place.id, place.name).where(place.id.in_(part)))
            found |= {row.id: {"what": what, "name": row.name, "erased": False} for row in places}
        # An application has no other name here than its code.
        codes = session.execute(select(Application.id, Application.code).where(Application.id.in_(part)))
        found |= {row.id: {"what": "application", "name": row.code, "erased": False} for row in codes}
    return found


def _choices(session: Session, stream: str, left_out: Sequence[str] = ()) -> dict[str, Any]:
    shown = (LogRow.stream == stream, LogRow.kind.not_in(left_out))
    kinds = session.scalars(select(LogRow.kind).where(*shown).distinct()).all()
    # Who has done nothing but agree to something is not among them: her name would say so.
    actors = session.scalars(select(LogRow.actor).where(*shown).distinct()).all()
    names = names_of(session, {actor.partition(":")[2] for actor in actors} - {""})
    people = [_person(actor, names) for actor in actors]
    return {"kinds": sorted(kinds), "people": people}


def _person(actor: str, names: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    kind, _sign, whose = actor.partition(":")
    return {"id": actor, "kind": kind, **names.get(whose, {})}
