"""The end of play: ENDEX, what never came, and the hotwash of each team (rules.md 10)."""

from datetime import timedelta

from sqlalchemy import select, update

from simulator.rows import Delivery, Team
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
    open_hotwashes(scene)


def open_hotwashes(scene: Scene) -> None:
    """Open the hotwash of each team whose last deadline has passed."""
    if scene.drill.state != "ended":
        return
    still_open = set(
        scene.session.scalars(
            select(Delivery.team_id).where(
                Delivery.drill_id == scene.drill.id,
                Delivery.state == "delivered",
                Delivery.closes_at.is_not(None),
            )
        )
    )
    waiting = scene.session.scalars(
        select(Team).where(Team.drill_id == scene.drill.id, Team.hotwash_at.is_(None)).order_by(Team.position)
    )
    for team in waiting:
        if team.id not in still_open:
            team.hotwash_at = scene.time
            scene.tell("hotwash_opened", team=team.id)
