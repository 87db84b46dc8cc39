"""What facilitators do to an inject by hand: deliver, release, withdraw, for some teams or all."""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import select

from simulator.playing import claim, deliver_or_skip, follow
from simulator.rows import Delivery
from simulator.scene import Scene


def each_delivery(scene: Scene, inject_id: str, team_ids: Sequence[str], *states: str) -> Iterator[Delivery]:
    """Give the deliveries of one inject to *team_ids* that are in one of *states*, in the teams' order."""
    query = select(Delivery).where(Delivery.inject == inject_id, Delivery.team_id.in_(team_ids))
    found = {delivery.team_id: delivery for delivery in scene.session.scalars(query)}
    return (found[team_id] for team_id in team_ids if team_id in found and found[team_id].state in states)


def deliver_by_hand(scene: Scene, inject_id: str, team_ids: Sequence[str]) -> int:
    """Deliver now what was planned or held; its condition is read now (rules.md 14)."""
    return sum(
        deliver_or_skip(scene, one) for one in list(each_delivery(scene, inject_id, team_ids, "planned", "held"))
    )


def release_by_hand(scene: Scene, inject_id: str, team_ids: Sequence[str]) -> int:
    """Let go what was held: it goes out now if its time has come or it has none, else when it is due."""
    released = 0
    for delivery in list(each_delivery(scene, inject_id, team_ids, "held")):
        manual = scene.msel.by_id[inject_id].manual
        overdue = delivery.due_at is not None and delivery.due_at <= scene.time
        claim(scene, delivery, "held", state="planned", reason=None)
        scene.tell("inject_released", team=delivery.team_id, inject=inject_id)
        released += deliver_or_skip(scene, delivery) if manual or overdue else 1
    return released


def withdraw_by_hand(scene: Scene, inject_id: str, team_ids: Sequence[str]) -> int:
    """Take back what was delivered: it stays visible as void and leaves the score; what it set stays set."""
    withdrawn = 0
    for delivery in list(each_delivery(scene, inject_id, team_ids, "delivered", "answered", "lapsed", "declined")):
        if claim(scene, delivery, delivery.state, state="withdrawn", withdrawn_at=scene.time):
            scene.tell("inject_withdrawn", team=delivery.team_id, inject=inject_id)
            follow(scene, delivery)
            withdrawn += 1
    return withdrawn


BY_HAND: dict[str, Callable[[Scene, str, Sequence[str]], int]] = {
    "deliver": deliver_by_hand,
    "release": release_by_hand,
    "withdraw": withdraw_by_hand,
}
