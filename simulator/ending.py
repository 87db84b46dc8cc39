"""The end of play: ENDEX, what never came, and the hotwash of each team (rules.md 10)."""

from datetime import timedelta

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.orm import Session

from simulator.columns import MILLISECOND
from simulator.counting_consents import count_consents
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
    still_open = set(scene.session.scalars(waiting))
    for team_id, opens_at in hotwashes_ahead(scene.session, scene.drill):
        if opens_at <= scene.time and team_id not in still_open:
            scene.session.get_one(Team, team_id).hotwash_at = scene.time
            scene.tell("hotwash_opened", team=team_id)


def hotwashes_ahead(session: Session, drill: Drill) -> list[tuple[str, timedelta]]:
    """Give the teams of an ended drill whose hotwash is not open yet, each with the drill time at which it opens.

    That is when nothing of hers can be answered any more; what was answered can be replaced until its deadline.
    """
    waits_until = case((Delivery.state == "delivered", Delivery.closes_at), else_=Delivery.deadline_at + MILLISECOND)
    still_open = and_(Delivery.team_id == Team.id, Delivery.state.in_(("delivered", "answered")))
    query = (
        select(Team.id, func.max(waits_until))
        .outerjoin(Delivery, still_open)
        .where(Team.drill_id == drill.id, Team.hotwash_at.is_(None))
        .group_by(Team.id, Team.position)
        .order_by(Team.position)
    )
    ended = drill.ended_at or timedelta(0)
    return [(team_id, ended if last is None else last) for team_id, last in session.execute(query)]
