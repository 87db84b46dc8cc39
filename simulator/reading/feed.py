"""The readers' streams: everything since a number, in order, as each reader may see it (rules.md 36)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, literal, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import Post
from simulator.frozen import frozen_in
from simulator.kinds import drill_stream, staff_reader, team_reader
from simulator.reading.clock import CLOCK, clock_view
from simulator.reading.event import Lens, event_view, in_language
from simulator.reading.event_facts import EventFacts
from simulator.refusal import Refusal
from simulator.rows import Drill, FeedRow, LogRow, Participant, Reader, Team

PAGE = 500


def _count_of(reader: ColumnElement[str]) -> Any:
    return select(Reader.n).where(Reader.name == reader).scalar_subquery().label("n")


# Read below the ORM: a thousand people come back at once when a line is mended.
_OWN = (
    select(*CLOCK, Participant.language, Participant.removed_at, Participant.team_id,
           _count_of(literal(team_reader("")) + Participant.team_id))
    .join(Team, Team.id == Participant.team_id).join(Drill, Drill.id == Team.drill_id)
    .where(Participant.id == bindparam("participant"))
)  # fmt: skip
_STAFFS = select(*CLOCK, _count_of(literal(staff_reader("")) + Drill.id)).where(Drill.id == bindparam("drill"))
_SINCE = (
    select(FeedRow.n, LogRow.kind, LogRow.team, LogRow.payload, LogRow.wall_time, LogRow.drill_time)
    .join(LogRow, (LogRow.stream == FeedRow.stream) & (LogRow.seq == FeedRow.seq))
    .where(FeedRow.reader == bindparam("reader"), FeedRow.n > bindparam("since"))
    .order_by(FeedRow.n)
    .limit(PAGE)
)


def own_events(session: Session, now: datetime, actor: Actor, *, since: int) -> dict[str, Any]:
    """Give a participant the events of her team after number *since*, and how far the count has come."""
    own = session.connection().execute(_OWN, {"participant": actor.id}).first()
    if own is None or own.removed_at is not None or own.team_id != actor.team_id:
        raise Refusal("not_found")
    return _events(session, now, own, own.team_id, own.language, since)


def staff_events(session: Session, now: datetime, actor: Actor, *, drill_id: str, since: int) -> dict[str, Any]:
    """Give the staff of a drill its events after number *since*."""
    drill = session.connection().execute(_STAFFS, {"drill": drill_id}).first()
    if drill is None:
        raise Refusal("not_found")
    return _events(session, now, drill, None, actor.language, since)


def lens_of(
    session: Session, now: datetime, drill_id: str, language: str, team_id: str | None, facts: EventFacts | None = None
) -> Lens:
    """Look at a drill in a language, with the eyes of a team or of the staff."""
    return Lens(now, drill_id, frozen_in(session, drill_id), language, team_id, facts or EventFacts(session))


def _events(
    session: Session, now: datetime, drill: Row[*tuple[Any, ...]], team_id: str | None, language: str, since: int
) -> dict[str, Any]:
    page: dict[str, Any] = {"n": drill.n or 0, "events": [], "clock": clock_view(drill, now)}
    if page["n"] <= since:
        return page
    reader = staff_reader(drill.id) if team_id is None else team_reader(team_id)
    found = session.connection().execute(_SINCE, {"reader": reader, "since": since})
    rows: list[dict[str, Any]] = [dict(row) for row in found.mappings()]
    facts = EventFacts(session, rows, () if team_id is None else (team_id,), drills=[drill])
    lens = lens_of(session, now, drill.id, language, team_id, facts)
    return page | {"events": [event_view(lens, row, row["n"]) for row in rows]}


def team_of(reader: str) -> str | None:
    """Give the team that a reader is; None where it is the staff of a drill."""
    kind, _, name = reader.partition(":")
    return name if kind == "team" else None


def render_posts(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    posts: Sequence[Post],
    languages: Mapping[str, Iterable[str]],
) -> list[tuple[str, str, dict[str, Any]]]:
    """Give ``(reader, language, event)`` for each post in each language that somebody there reads.

    What they speak of is read for all posts at once; of most deliveries nothing is, since the posts say it themselves.
    An event that has no words of the scenario is the same object in each language.
    """
    teams = {team for post in posts if (team := team_of(post.reader)) is not None}
    facts = EventFacts(session, {id(post.row): post.row for post in posts}.values(), teams, as_told=True)
    lenses: dict[tuple[str, str], Lens] = {}
    rendered = []
    for post in posts:
        event: dict[str, Any] | None = None
        for language in sorted(languages.get(post.reader, ())):
            lens = lenses.get((post.reader, language))
            if lens is None:
                team_id, drill_id = team_of(post.reader), post.row["stream"].removeprefix(drill_stream(""))
                lens = lenses[post.reader, language] = lens_of(session, now, drill_id, language, team_id, facts)
            event = event_view(lens, post.row, post.n) if event is None else in_language(lens, event)
            rendered.append((post.reader, language, event))
    return rendered


def stream_states(
    session: Session, now: datetime, actor: Actor, *, readers: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Give the clock and the last number of each reader's stream: what tells a silent line from a lost one."""
    counts = dict(session.execute(select(Reader.name, Reader.n).where(Reader.name.in_(readers))).all())
    teams = [team for reader in readers if (team := team_of(reader)) is not None]
    drill_of = dict(session.execute(select(Team.id, Team.drill_id).where(Team.id.in_(teams))).all())
    places = {reader: drill_of.get(team_of(reader) or "", reader.partition(":")[2]) for reader in readers}
    drills: Iterable[Row[*tuple[Any, ...]]] = session.execute(select(*CLOCK).where(Drill.id.in_(set(places.values()))))
    clocks = {drill.id: clock_view(drill, now) for drill in drills}
    return {
        reader: clocks[drill_id] | {"n": counts.get(reader, 0)}
        for reader, drill_id in places.items()
        if drill_id in clocks
    }
