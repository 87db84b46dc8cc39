"""The readers' streams: everything since a number, in order, as each reader may see it (rules.md 36)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import Post
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream, staff_reader, team_reader
from simulator.reading.clock import clock_view
from simulator.reading.event import Lens, event_view
from simulator.reading.play import own_rows
from simulator.refusal import Refusal
from simulator.rows import Drill, FeedRow, LogRow, Reader, Team

PAGE = 500


def own_events(session: Session, now: datetime, actor: Actor, *, since: int) -> dict[str, Any]:
    """Give a participant the events of her team after number *since*, and how far the count has come."""
    participant, team, drill = own_rows(session, actor)
    lens = lens_of(session, now, drill.id, participant.language, team.id)
    return _events(lens, team_reader(team.id), since)


def staff_events(session: Session, now: datetime, actor: Actor, *, drill_id: str, since: int) -> dict[str, Any]:
    """Give the staff of a drill its events after number *since*."""
    lens = lens_of(session, now, drill_id, actor.language, None)
    return _events(lens, staff_reader(drill_id), since)


def lens_of(session: Session, now: datetime, drill_id: str | None, language: str, team_id: str | None) -> Lens:
    """Look at a drill in a language, with the eyes of a team or of the staff."""
    drill = session.get(Drill, drill_id) if drill_id else None
    if drill is None:
        raise Refusal("not_found")
    return Lens(session, now, drill, scenario_of(session, drill.scenario_digest), language, team_id)


def _events(lens: Lens, reader: str, since: int) -> dict[str, Any]:
    query = (
        select(FeedRow.n, LogRow)
        .join(LogRow, (LogRow.stream == FeedRow.stream) & (LogRow.seq == FeedRow.seq))
        .where(FeedRow.reader == reader, FeedRow.n > since)
        .order_by(FeedRow.n)
        .limit(PAGE)
    )
    events = [event_view(lens, _as_mapping(row), n) for n, row in lens.session.execute(query)]
    last = lens.session.scalar(select(Reader.n).where(Reader.name == reader)) or 0
    return {"n": last, "events": events, "clock": clock_view(lens.drill, lens.now)}


def _as_mapping(row: LogRow) -> Mapping[str, Any]:
    return {
        "kind": row.kind, "team": row.team, "payload": row.payload, "wall_time": row.wall_time,
        "drill_time": row.drill_time,
    }  # fmt: skip


def render_posts(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    posts: Sequence[Post],
    languages: Mapping[str, Iterable[str]],
) -> list[tuple[str, str, dict[str, Any]]]:
    """Give ``(reader, language, event)`` for each post in each language that somebody there reads."""
    lenses: dict[tuple[str, str], Lens] = {}
    rendered = []
    for post in posts:
        for language in sorted(languages.get(post.reader, ())):
            lens = lenses.get((post.reader, language))
            if lens is None:
                kind, _, name = post.reader.partition(":")
                drill_id = post.row["stream"].removeprefix(drill_stream(""))
                lens = lens_of(session, now, drill_id, language, name if kind == "team" else None)
                lenses[post.reader, language] = lens
            rendered.append((post.reader, language, event_view(lens, post.row, post.n)))
    return rendered


def stream_states(
    session: Session, now: datetime, actor: Actor, *, readers: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Give the clock and the last number of each reader's stream: what tells a silent line from a lost one."""
    counts = dict(session.execute(select(Reader.name, Reader.n).where(Reader.name.in_(readers))).all())
    teams = [reader.removeprefix("team:") for reader in readers if reader.startswith("team:")]
    drill_of = dict(session.execute(select(Team.id, Team.drill_id).where(Team.id.in_(teams))).all())
    states = {}
    for reader in readers:
        kind, _, name = reader.partition(":")
        drill = session.get(Drill, drill_of.get(name, name) if kind == "team" else name)
        if drill is not None:
            states[reader] = clock_view(drill, now) | {"n": counts.get(reader, 0)}
    return states
