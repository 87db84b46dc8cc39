"""What becomes of one inject in one team: delivered, skipped, closed; and who follows it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import attributes

from injects.answer import may_autosubmit
from injects.condition import TeamFacts, evaluate
from injects.condition_parser import parse_condition
from injects.inject import Inject
from injects.timing import Outcome, Skip, closes_at, deadline, due_at
from simulator.digest import salted_digest
from simulator.rows import Delivery, Draft, FlagRow, Response, new_id
from simulator.scene import Scene

LATE = timedelta(seconds=10)


def claim(scene: Scene, delivery: Delivery, *states: str, **values: Any) -> bool:
    """Write *values* if the delivery is still in one of *states*; exactly one of two writers succeeds."""
    written = scene.session.execute(
        update(Delivery).where(Delivery.id == delivery.id, Delivery.state.in_(states)).values(**values),
        execution_options={"synchronize_session": False},
    )
    if written.rowcount != 1:  # type: ignore[attr-defined]
        return False
    for name, value in values.items():
        attributes.set_committed_value(delivery, name, value)
    return True


def deliveries_of(scene: Scene, team_id: str) -> dict[str, Delivery]:
    """Give a team's deliveries by inject, in file order."""
    query = select(Delivery).where(Delivery.team_id == team_id).order_by(Delivery.position)
    return {delivery.inject: delivery for delivery in scene.session.scalars(query)}


def facts_of(scene: Scene, team_id: str) -> TeamFacts:
    """Gather what conditions may ask about a team."""
    run = deliveries_of(scene, team_id).values()
    flags = scene.session.scalars(select(FlagRow.flag).where(FlagRow.team_id == team_id))
    answers = scene.session.execute(
        select(Delivery.inject, Response.content)
        .join(Response, Response.delivery_id == Delivery.id)
        .where(Delivery.team_id == team_id, Response.current)
    )
    return TeamFacts(
        flags=frozenset(flags),
        answered=frozenset(delivery.inject for delivery in run if delivery.state == "answered"),
        lapsed=frozenset(delivery.inject for delivery in run if delivery.state == "lapsed"),
        delivered=frozenset(delivery.inject for delivery in run if delivery.delivered_at is not None),
        chosen={inject: frozenset(chosen_options(content)) for inject, content in answers},
    )


def chosen_options(content: dict[str, Any]) -> tuple[str, ...]:
    """Name the options an answer chose."""
    if "option" in content:
        return (content["option"],)
    return tuple(content.get("options", ()))


def condition_holds(scene: Scene, inject: Inject, team_id: str) -> bool:
    """Read an inject's ``if`` for a team, now (rules.md 14)."""
    return inject.if_ is None or evaluate(parse_condition(inject.if_), facts_of(scene, team_id))


def deliver_or_skip(
    scene: Scene, delivery: Delivery, *, by_hand: bool = False, holds: bool | None = None, **told: Any
) -> bool:
    """Deliver an inject whose time has come, or skip it where its condition is false.

    *holds* is what the condition was when it was read before, at the press of a button.
    """
    inject = scene.msel.by_id[delivery.inject]
    if condition_holds(scene, inject, delivery.team_id) if holds is None else holds:
        return deliver(scene, delivery, inject, by_hand=by_hand, **told)
    skip(scene, delivery, "condition_false")
    return False


def deliver(scene: Scene, delivery: Delivery, inject: Inject, *, by_hand: bool = False, **told: Any) -> bool:
    """Deliver an inject once: set its deadline and its flags, tell the team, and start what follows it."""
    time = scene.time
    last = deadline(time, inject.ask.due) if inject.ask and inject.ask.due is not None else None
    values = {
        "state": "delivered", "delivered_at": time, "deadline_at": last, "reason": None,
        "closes_at": None if last is None else closes_at(last),
        "late": not by_hand and delivery.due_at is not None and time - delivery.due_at > LATE * scene.drill.speed,
    }  # fmt: skip
    if not claim(scene, delivery, "planned", "held", **values):
        return False
    scene.tell("inject_delivered", team=delivery.team_id, inject=inject.id, late=delivery.late, **told)
    set_flags(scene, delivery.team_id, inject.sets)
    follow(scene, delivery)
    return True


def skip(scene: Scene, delivery: Delivery, reason: str, **told: Any) -> None:
    """Leave an inject out for a team, and with it whatever would have followed."""
    if claim(scene, delivery, "planned", "held", state="skipped", reason=reason):
        scene.tell("inject_skipped", team=delivery.team_id, inject=delivery.inject, reason=reason, **told)
        follow(scene, delivery)


def set_flags(scene: Scene, team_id: str, flags: tuple[str, ...], **told: Any) -> None:
    """Set what is not set yet; flags are never unset."""
    for flag in flags:
        if scene.session.get(FlagRow, (team_id, flag)) is None:
            scene.session.add(FlagRow(team_id=team_id, flag=flag, set_at=scene.time))
            scene.session.flush()
            scene.tell("flag_set", team=team_id, flag=flag, **told)


def outcome_of(delivery: Delivery) -> Outcome:
    """Say what became of a delivery, in the words that timing asks for."""
    return Outcome(
        state=delivery.state,  # type: ignore[arg-type]
        delivered_at=delivery.delivered_at,
        answered_at=delivery.answered_at,
        closes_at=delivery.closes_at,
        withdrawn_at=delivery.withdrawn_at,
    )


def follow(scene: Scene, delivery: Delivery) -> None:
    """Give the injects that come *after* this one their due instant, once it is known (rules.md 13)."""
    predecessor = scene.msel.by_id[delivery.inject]
    followers = scene.msel.followers(delivery.inject)
    run = deliveries_of(scene, delivery.team_id) if followers else {}
    for follower in followers:
        assert follower.after is not None  # noqa: S101 - Msel.followers holds only these
        due = due_at(predecessor, outcome_of(delivery), follower.after.delay)
        next_delivery = run[follower.id]
        if due is Skip.PREDECESSOR:
            skip(scene, next_delivery, Skip.PREDECESSOR.value)
        elif isinstance(due, timedelta) and next_delivery.due_at is None:
            claim(scene, next_delivery, "planned", "held", due_at=due)


def close(scene: Scene, delivery: Delivery) -> None:
    """End the wait for an answer: take the draft over, or let the inject lapse (rules.md 20, 21, 10)."""
    draft = scene.session.get(Draft, delivery.id)
    ask = scene.msel.by_id[delivery.inject].ask
    if draft is not None and ask is not None and may_autosubmit(ask, _as_it_stood(draft)):
        if claim(scene, delivery, "delivered", state="answered"):
            _take_over(scene, delivery, draft)
    elif _ended_too_early(scene, delivery):
        if claim(scene, delivery, "delivered", state="void", reason="ended_early", withdrawn_at=delivery.closes_at):
            scene.tell("inject_voided", team=delivery.team_id, inject=delivery.inject, reason="ended_early")
    elif claim(scene, delivery, "delivered", state="lapsed"):
        scene.tell("inject_lapsed", team=delivery.team_id, inject=delivery.inject)
    follow(scene, delivery)


def _as_it_stood(draft: Draft) -> dict[str, Any]:
    return draft.content if draft.stood is None else draft.stood


def _ended_too_early(scene: Scene, delivery: Delivery) -> bool:
    ended, last = scene.drill.ended_at, delivery.deadline_at
    return ended is not None and last is not None and ended < scene.drill.duration and last > ended


def next_version(scene: Scene, delivery: Delivery) -> int:
    """Give the number of the next version of a team's answer; what came late has one too."""
    last = select(func.max(Response.version)).where(Response.delivery_id == delivery.id)
    return (scene.session.scalar(last) or 0) + 1


def _take_over(scene: Scene, delivery: Delivery, draft: Draft) -> None:
    # No browser can know this id: a response under it would stand in the way of the draft, and of the clock.
    response = Response(
        delivery_id=delivery.id, version=next_version(scene, delivery), state="taken_over",
        client_id=f"draft-{new_id()}",
        participant_id=draft.participant_id if draft.stood is None else draft.stood_by, content=_as_it_stood(draft),
        received_at=delivery.deadline_at, received_wall=scene.now,
    )  # fmt: skip
    scene.session.add(response)
    scene.session.flush()
    scene.tell(
        "response_taken_over", team=delivery.team_id, inject=delivery.inject, response=response.id,
        digest=salted_digest(response.salt, response.content),
    )  # fmt: skip
