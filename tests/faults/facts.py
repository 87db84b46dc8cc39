"""What the database says of a drill, as plain values that the checker, and a test of the checker, can turn over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from simulator.chain import check_chain
from simulator.columns import EPOCH, MILLISECOND
from simulator.database import for_readers
from simulator.kinds import drill_stream, staff_reader, team_reader
from simulator.playing import chosen_options
from simulator.rows import ClockTerm, Delivery, Draft, Drill, FeedRow, LogRow, Reader, Response
from tests.faults.expected import Step

# Who comes and goes is written down also while nobody looks what is due.
NO_SIGN_OF_LIFE = ("team_connected", "team_disconnected")
CLOCK = ("drill_started", "drill_paused", "drill_stopped", "drill_resumed", "speed_changed", "drill_ended")


@dataclass
class Facts:
    """A drill as it lies in the database; instants and lengths are whole milliseconds."""

    drill_id: str
    script: Sequence[dict[str, Any]]
    speed: int
    teams: Sequence[str]
    people: Mapping[str, str]
    log: list[dict[str, Any]] = field(default_factory=list)
    feed: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    responses: list[dict[str, Any]] = field(default_factory=list)
    drafts: list[dict[str, Any]] = field(default_factory=list)
    until: int = 0
    chain_broken_at: int | None = None
    integrity: str = "ok"
    # Terms of the clock: whose turn it was, by the database's own clock.
    terms: list[dict[str, Any]] = field(default_factory=list)

    def reader_of(self, device: str) -> str:
        """Name the stream a device reads."""
        team = self.people[device]
        return team if team.startswith("staff:") else team_reader(team)

    def steps(self, team: str) -> list[Step]:
        """Give what people did in one team, and the outages, in the order of the log."""
        answered = {one["id"]: one for one in self.responses}
        found, alive = [], 0
        for row in self.log:
            if row["kind"] == "outage_ended":
                length = row["payload"]["milliseconds"] * self.speed
                found.append(Step("outage", row["drill_time"], length=length, alive=alive))
            elif row["kind"] in ("response_received", "response_late") and row["team"] == team:
                one = answered.get(row["payload"]["response"], {})
                flag = "isolated" if "A" in one.get("chosen", ()) else None
                counted = row["kind"] == "response_received"
                found.append(Step("answer", row["drill_time"], row["payload"]["inject"], flag, counted))
            if row["kind"] not in NO_SIGN_OF_LIFE:
                alive = max(alive, row["drill_time"] or 0)
        for draft in self.drafts:
            if draft["team"] == team:
                place = next((i for i, step in enumerate(found) if step.at > draft["saved_at"]), len(found))
                found.insert(place, Step("draft", draft["saved_at"], draft["inject"]))
        return found

    def instant(self, drill_time: int) -> float:
        """Give the instant (seconds since 1970) at which the drill's clock first showed a drill time."""
        base, since, speed = 0, None, self.speed
        for row in self.log:
            if row["kind"] not in CLOCK:
                continue
            if since is not None and row["drill_time"] >= drill_time:
                break
            running = row["kind"] in ("drill_started", "drill_resumed") or (
                row["kind"] == "speed_changed" and since is not None
            )
            base, since = row["drill_time"], row["wall_time"] if running else None
            speed = row["payload"].get("speed", speed)
        if since is None:
            return float("inf")
        return (since + (drill_time - base) / speed) / 1000


def read_facts(engine: Engine, drill_id: str, script: Sequence[dict[str, Any]], people: Mapping[str, str]) -> Facts:
    """Read a drill; *people* says whose team each device is of."""
    with Session(for_readers(engine)) as session:
        drill = session.get_one(Drill, drill_id)
        stream = drill_stream(drill_id)
        rows = session.scalars(select(LogRow).where(LogRow.stream == stream).order_by(LogRow.seq)).all()
        deliveries = session.scalars(select(Delivery).where(Delivery.drill_id == drill_id)).all()
        where = {one.id: (one.team_id, one.inject) for one in deliveries}
        teams = sorted({one.team_id for one in deliveries})
        facts = Facts(drill_id, script, drill.speed, teams, people)
        facts.log = [
            {"seq": row.seq, "kind": row.kind, "team": row.team, "payload": row.payload,
             "drill_time": _whole(row.drill_time), "wall_time": _whole(row.wall_time)}
            for row in rows
        ]  # fmt: skip
        facts.deliveries = [_columns(one) for one in deliveries]
        for one in session.scalars(select(Response).where(Response.delivery_id.in_(where))):
            team, inject = where[one.delivery_id]
            facts.responses.append(
                _columns(one) | {"team": team, "inject": inject, "chosen": list(chosen_options(one.content))}
            )
        for draft in session.scalars(select(Draft).where(Draft.delivery_id.in_(where))):
            team, inject = where[draft.delivery_id]
            facts.drafts.append({"team": team, "inject": inject, "saved_at": _whole(draft.saved_at)})
        for reader in [*map(team_reader, teams), staff_reader(drill_id)]:
            lines = select(FeedRow.n, FeedRow.seq).where(FeedRow.reader == reader).order_by(FeedRow.n)
            facts.feed[reader] = [(n, seq) for n, seq in session.execute(lines)]
            facts.counts[reader] = session.scalar(select(Reader.n).where(Reader.name == reader)) or 0
        facts.until = _whole(drill.clock_base) if drill.clock_since is None else facts.log[-1]["drill_time"]
        facts.terms = [_columns(one) for one in session.scalars(select(ClockTerm).order_by(ClockTerm.epoch))]
        facts.chain_broken_at = check_chain(session, stream).broken_at
        if engine.dialect.name == "sqlite":
            facts.integrity = session.scalar(text("PRAGMA integrity_check")) or "ok"
    return facts


def _columns(row: Any) -> dict[str, Any]:
    return {column.key: _whole(getattr(row, column.key)) for column in row.__table__.columns}


def _whole(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value - EPOCH) // MILLISECOND
    return value // MILLISECOND if isinstance(value, timedelta) else value
