"""What an inbox asks the database: one statement per kind of row, for exactly the pairs that are named.

Each is made once per kind of database. The pairs come as one value, so that the statement is the same however many
there are, and each is looked up by an index: a list of teams and one of injects would find what nobody has asked for.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, FromClause, Text, bindparam, cast, func, select

from simulator.bulk import json_text
from simulator.rows import Delivery, Draft, Participant, Response

VISIBLE = ("delivered", "answered", "lapsed", "withdrawn", "void", "declined")
Pairs = Collection[tuple[Any, ...]]


def find_members(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Give the team of each of these participants who has not been removed."""
    people = connection.execute(_members(connection.dialect.name), _given(connection, [(one,) for one in ids]))
    return dict(people.all())


def find_items(connection: Connection, pairs: Pairs) -> list[Any]:
    """Give what has come of these pairs of a team and an inject: a delivery, its last version and the current one."""
    return list(connection.execute(_items(connection.dialect.name), _given(connection, pairs)).all())


def find_receipts(connection: Connection, pairs: Pairs) -> list[Any]:
    """Give what is stored of these pairs of a delivery and the id that a client made."""
    return list(connection.execute(_receipts(connection.dialect.name), _given(connection, pairs)).all())


def find_drafts(connection: Connection, deliveries: Collection[int]) -> list[Any]:
    """Give the drafts of these deliveries."""
    return list(connection.execute(_DRAFTS, {"wanted": list(deliveries)}).all())


@lru_cache
def _members(kind: str) -> Any:
    given, (who,) = _source(kind, 1)
    found = select(Participant.id, Participant.team_id).select_from(given).join(Participant, Participant.id == who)
    return found.where(Participant.removed_at.is_(None))


@lru_cache
def _items(kind: str) -> Any:
    given, (team, inject) = _source(kind, 2)
    found = select(
        Delivery.id, Delivery.team_id, Delivery.inject, Delivery.state, Delivery.final, Delivery.deadline_at,
        Delivery.closes_at, Delivery.received_at, Delivery.opened_at, Delivery.answered_at, _version().label("last"),
        _version(Response.current).label("current"),
    ).select_from(given)  # fmt: skip
    named = (Delivery.team_id == team) & (Delivery.inject == inject)
    return found.join(Delivery, named).where(Delivery.state.in_(VISIBLE))


def _version(*which: Any) -> Any:
    # By its index each looks at one row, however often a team has answered.
    newest = select(Response.version).where(Response.delivery_id == Delivery.id, *which)
    return newest.order_by(Response.version.desc()).limit(1).scalar_subquery()


@lru_cache
def _receipts(kind: str) -> Any:
    given, (delivery, client) = _source(kind, 2)
    found = select(
        Response.delivery_id, Response.client_id, Response.state, Response.version, Response.received_at,
        Response.received_wall,
    ).select_from(given)  # fmt: skip
    # The number of a delivery comes as text, like all that is given.
    number = cast(delivery, Response.delivery_id.type)
    return found.join(Response, (Response.delivery_id == number) & (Response.client_id == client))


_DRAFTS = select(
    Draft.delivery_id, Draft.content, Draft.participant_id, Draft.saved_at, Draft.proposed_at, Draft.stood,
    Draft.stood_by,
).where(Draft.delivery_id.in_(bindparam("wanted", expanding=True)))  # fmt: skip


def _source(kind: str, columns: int) -> tuple[FromClause, list[ColumnElement[Any]]]:
    if kind == "sqlite":
        rows = func.json_each(bindparam("rows")).table_valued("value", name="given")
        return rows, [func.json_extract(rows.c.value, f"$[{place}]") for place in range(columns)]
    names = [f"v{place}" for place in range(columns)]
    arrays = [cast(bindparam(name), ARRAY(Text)) for name in names]
    given = func.unnest(*arrays).table_valued(*names, name="given").render_derived()
    return given, [given.c[name] for name in names]


def _given(connection: Connection, rows: Pairs) -> dict[str, Any]:
    if connection.dialect.name == "sqlite":
        return {"rows": json_text(list(rows))}
    return {f"v{place}": list(map(str, values)) for place, values in enumerate(zip(*rows, strict=True))}
