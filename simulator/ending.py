"""The end of play: ENDEX, what never came, and the hotwash of each team (rules.md 10)."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.orm import Session

from simulator.book import count_ahead
from simulator.columns import MILLISECOND
from simulator.counting_consents import count_consents
from simulator.kinds import staff_reader, team_reader
from simulator.rows import Delivery, Drill, Team
from simulator.scene import Scene

ENDEX_MARGIN = timedelta(minutes=15)


def end_play(scene: Scene) -> None:
    """Stop new injects; deadlines that already run, run out."""
    if scene.drill.clock_since is None:
        # Ended while paused: the clock goes on, so that open deadlines can run out.
        scene.drill.clock_since = scene.now
        scene.drill.seen_at = scene.now
    scene.drill.state, scene.drill.ended_at, scene.drill.stopped = "ended", scene.time, False
    scene.session.execute(
        update(Delivery)
        .where(Delivery.drill_id == scene.drill.id, Delivery.state.in_(("planned", "held")))
        .values(state="skipped", reason="never_due")
    )
    scene.tell("drill_ended")
    count_consents(scene)
    open_hotwashes(scene)


def open_hotwashes(scene: Scene) -> None:
    """Open the hotwash of each team whose last deadline has passed."""
    if scene.drill.state != "ended":
        return
    waiting = select(Delivery.team_id).where(
        Delivery.drill_id == scene.drill.id, Delivery.state == "delivered", Delivery.closes_at.is_not(None)
    )
    still_open, time = set(scene.session.scalars(waiting)), scene.time
    ahead = hotwashes_ahead(scene.session, scene.drill)
    opened = [team_id for team_id, opens_at in ahead if opens_at <= time and team_id not in still_open]
    if opened:
        scene.session.execute(update(Team).where(Team.id.in_(opened)).values(hotwash_at=time))
        count_ahead(scene.session, [staff_reader(scene.drill.id), *map(team_reader, opened)])
    for team_id in opened:
        scene.tell("hotwash_opened", team=team_id)


def hotwashes_ahead(session: Session, drill: Drill) -> list[tuple[str, timedelta]]:
    """Give the teams of an ended drill whose hotwash is not open yet, each with the drill time at which it opens.

    That is when nothing of hers can be answered any more; what was answered can be replaced until its deadline.
    """
    return hotwash_times(session, [drill.id]).get(drill.id, [])


def hotwash_times(session: Session, drill_ids: Sequence[str]) -> dict[str, list[tuple[str, timedelta]]]:
    """Give by drill what `hotwashes_ahead` gives of one; a drill without waiting teams is left out."""
    waits_until = case((Delivery.state == "delivered", Delivery.closes_at), else_=Delivery.deadline_at + MILLISECOND)
    still_open = and_(Delivery.team_id == Team.id, Delivery.state.in_(("delivered", "answered")))
    query = (
        select(Team.drill_id, Team.id, Drill.ended_at, func.max(waits_until))
        .join(Drill, Drill.id == Team.drill_id)
        .outerjoin(Delivery, still_open)
        .where(Team.drill_id.in_(drill_ids), Team.hotwash_at.is_(None))
        .group_by(Team.drill_id, Team.id, Team.position, Drill.ended_at)
        .order_by(Team.position)
    )
    ahead: dict[str, list[tuple[str, timedelta]]] = {}
    for drill_id, team_id, ended_at, last in session.execute(query):
        opens_at = (ended_at or timedelta(0)) if last is None else last
        ahead.setdefault(drill_id, []).append((team_id, opens_at))
    return ahead
