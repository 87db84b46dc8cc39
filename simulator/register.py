"""The register of a drill: what treated one team apart, what came late, and how it was ruled (rules.md 17, 19, 21)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import PROGRAM
from simulator.kinds import drill_stream
from simulator.rows import Delivery, Drill, LogRow, Response, Ruling

BY_HAND = ("inject_held", "inject_skipped", "inject_delivered", "inject_released", "flag_set")
LATE, LAPSED = "response_late", "inject_lapsed"
TECHNICAL, VOID, STANDS = "technical", "void", "stands"
VERDICTS = (STANDS, VOID, TECHNICAL)
Place = tuple[str, str]


@dataclass(frozen=True)
class Item:
    """One thing of the register, of one team. *about* is ``row:<seq>``, ``response:<id>`` or ``delivery:<id>``.

    Before the register is closed all that is *needed* has a ruling; a lapse may have one.
    """

    about: str
    kind: str
    team: str
    inject: str | None
    at: datetime
    drill_time: timedelta
    reason: str | None
    by: str
    needed: bool = True
    flag: str | None = None


def items_of(session: Session, drill: Drill) -> list[Item]:
    """Give the register in the order in which things happened."""
    found = [*_deviations(session, drill), *_late(session, drill), *_lapses(session, drill)]
    return sorted(found, key=lambda one: (one.drill_time, one.about))


def deviation_rows(session: Session, drill_id: str) -> list[LogRow]:
    """Give the rows of the log that treat their team apart: withdrawn, by hand, or sent to it alone by a person."""
    here = (LogRow.stream == drill_stream(drill_id), LogRow.kind.in_((*BY_HAND, "inject_withdrawn")))
    return [row for row in session.scalars(select(LogRow).where(*here).order_by(LogRow.seq)) if _deviates(row)]


def _deviates(row: LogRow) -> bool:
    if row.kind == "inject_withdrawn" or row.payload.get("by_hand"):
        return True
    return row.kind in ("inject_delivered", "inject_released") and row.actor != str(PROGRAM)


def _deviations(session: Session, drill: Drill) -> Iterable[Item]:
    for row in deviation_rows(session, drill.id):
        told = row.payload
        yield Item(
            f"row:{row.seq}", row.kind, row.team or "", told.get("inject"), row.wall_time,
            row.drill_time or timedelta(0), told.get("code") or told.get("reason"), row.actor, flag=told.get("flag"),
        )  # fmt: skip


def _late(session: Session, drill: Drill) -> Iterable[Item]:
    query = (
        select(Response, Delivery)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .where(Delivery.drill_id == drill.id, Response.state == "late")
        .order_by(Response.version)
    )
    latest: dict[int, tuple[Response, Delivery]] = {one.id: (late, one) for late, one in session.execute(query)}
    in_time = _answered_in_time(session, drill)
    for late, delivery in latest.values():
        yield Item(
            f"response:{late.id}", LATE, delivery.team_id, delivery.inject, late.received_wall, late.received_at,
            None, f"participant:{late.participant_id}", needed=delivery.id not in in_time,
        )  # fmt: skip


def _answered_in_time(session: Session, drill: Drill) -> set[int]:
    query = select(Response.delivery_id).join(Delivery).where(Delivery.drill_id == drill.id, Response.state != "late")
    return set(session.scalars(query))


def _lapses(session: Session, drill: Drill) -> Iterable[Item]:
    rows = select(LogRow).where(LogRow.stream == drill_stream(drill.id), LogRow.kind == LAPSED)
    lapsed = {(one.team_id, one.inject): one for one in _in_state(session, drill, "lapsed")}
    for row in session.scalars(rows.order_by(LogRow.seq)):
        delivery = lapsed.get((row.team or "", row.payload["inject"]))
        if delivery is not None:
            yield Item(
                f"delivery:{delivery.id}", LAPSED, delivery.team_id, delivery.inject, row.wall_time,
                row.drill_time or timedelta(0), None, row.actor, needed=False,
            )  # fmt: skip


def _in_state(session: Session, drill: Drill, state: str) -> Iterable[Delivery]:
    return session.scalars(select(Delivery).where(Delivery.drill_id == drill.id, Delivery.state == state))


def rulings_of(session: Session, drill: Drill) -> dict[str, Ruling]:
    """Give the rulings in force by what they are about."""
    query = select(Ruling).where(Ruling.drill_id == drill.id, Ruling.current)
    return {one.about: one for one in session.scalars(query)}


def open_items(session: Session, drill: Drill) -> list[Item]:
    """Give what still has to be ruled."""
    ruled = rulings_of(session, drill)
    return [one for one in items_of(session, drill) if one.needed and one.about not in ruled]


def verdicts_of(session: Session, drill: Drill) -> Mapping[Place, frozenset[str]]:
    """Give, by team and inject, the verdicts on its deviations and its lapse; what came late counts as it is stored."""
    ruled = {about: one for about, one in rulings_of(session, drill).items() if not about.startswith("response:")}
    found: dict[Place, frozenset[str]] = {}
    for item in items_of(session, drill) if ruled else ():
        if item.about in ruled and item.inject is not None:
            place = (item.team, item.inject)
            found[place] = found.get(place, frozenset()) | {ruled[item.about].verdict}
    return found
