"""What facilitators do to an inject by hand: deliver, release, withdraw, for some teams or all."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from simulator.playing import claim, condition_holds, deliver_or_skip, follow
from simulator.rows import Delivery
from simulator.scene import Scene

WITHDRAWABLE = ("delivered", "answered", "lapsed", "declined")


@dataclass(frozen=True)
class Press:
    """What was pressed: an inject for some teams, and a reason where they are treated apart.

    *unmet* names the teams for which the inject's condition was false at the press (rules.md 14).
    """

    inject: str
    teams: Sequence[str]
    unmet: Collection[str] = ()
    reason: str | None = None


def unmet_in(scene: Scene, inject_id: str, team_ids: Sequence[str]) -> list[str]:
    """Name the teams for which an inject's condition is false now."""
    inject = scene.msel.by_id[inject_id]
    return [team_id for team_id in team_ids if not condition_holds(scene, inject, team_id)]


def each_delivery(scene: Scene, inject_id: str, team_ids: Sequence[str], *states: str) -> Iterator[Delivery]:
    """Give the deliveries of one inject to *team_ids* that are in one of *states*, in the teams' order."""
    query = select(Delivery).where(Delivery.inject == inject_id, Delivery.team_id.in_(team_ids))
    found = {delivery.team_id: delivery for delivery in scene.session.scalars(query)}
    return (found[team_id] for team_id in team_ids if team_id in found and found[team_id].state in states)


def deliver_by_hand(scene: Scene, press: Press) -> int:
    """Deliver what was planned or held."""
    waiting = list(each_delivery(scene, press.inject, press.teams, "planned", "held"))
    told = {} if press.reason is None else {"reason": press.reason}
    return sum(
        deliver_or_skip(scene, one, by_hand=True, holds=one.team_id not in press.unmet, **told) for one in waiting
    )


def release_by_hand(scene: Scene, press: Press) -> int:
    """Let go what was held: it goes out now if its time has come or it has none, else when it is due."""
    released = 0
    manual = scene.msel.by_id[press.inject].manual
    for delivery in list(each_delivery(scene, press.inject, press.teams, "held")):
        overdue = delivery.due_at is not None and delivery.due_at <= scene.time
        claim(scene, delivery, "held", state="planned", reason=None)
        scene.tell("inject_released", team=delivery.team_id, inject=press.inject)
        if manual or overdue:
            released += deliver_or_skip(scene, delivery, by_hand=True, holds=delivery.team_id not in press.unmet)
        else:
            released += 1
    return released


def withdraw_by_hand(scene: Scene, press: Press) -> int:
    """Take back what was delivered: it stays visible as void and leaves the score; what it set stays set."""
    withdrawn = 0
    for delivery in list(
        each_delivery(scene, press.inject, press.teams, "delivered", "answered", "lapsed", "declined")
    ):
        if claim(scene, delivery, delivery.state, state="withdrawn", withdrawn_at=scene.time, reason=press.reason):
            scene.tell("inject_withdrawn", team=delivery.team_id, inject=press.inject, reason=press.reason)
            follow(scene, delivery)
            withdrawn += 1
    return withdrawn


BY_HAND: dict[str, Callable[[Scene, Press], int]] = {
    "deliver": deliver_by_hand,
    "release": release_by_hand,
    "withdraw": withdraw_by_hand,
}
