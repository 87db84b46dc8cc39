"""What a ruling does: by two people for the register, by the lead facilitator for what came late (rules.md 19, 21)."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, update

from simulator.ending import hotwashes_ahead
from simulator.refusal import Refusal
from simulator.register import LATE, TECHNICAL, VERDICTS, VOID, Item, items_of, open_items, rulings_of
from simulator.rows import Decision, Delivery, Response, Ruling
from simulator.scene import Scene
from simulator.two_people import Effect, Subject

# Why something is ruled as it is, by code; the team reads the words.
REASONS = (
    "lost_line", "server_outage", "access_failure", "unequal", "wrong_content", "no_effect", "same_for_all",
    "not_technical", "appeal_upheld",
)  # fmt: skip


def require_over(scene: Scene) -> None:
    """Refuse while anything of the drill can still happen, and once its result is final."""
    scene.require_state("ended")
    if scene.drill.published_at is not None:
        raise Refusal("standings_are_published")
    ahead = hotwashes_ahead(scene.session, scene.drill)
    if ahead:
        raise Refusal("deadlines_still_run", teams=len(ahead))


def ruled_items(scene: Scene, subject: Subject) -> list[Item]:
    """Give what *subject* rules, ``{about: […], verdict, reason}``; refuse what is not of this register."""
    if subject.get("verdict") not in VERDICTS:
        raise Refusal("verdict_unknown", verdicts=", ".join(VERDICTS))
    if subject.get("reason") not in REASONS:
        raise Refusal("reason_unknown", reasons=", ".join(REASONS))
    named = subject.get("about") or ()
    known = {one.about: one for one in items_of(scene.session, scene.drill)}
    if not named or set(named) - set(known):
        raise Refusal("not_found")
    items = [known[about] for about in named]
    for item in items:
        _require_fitting(item, str(subject["verdict"]))
    return items


def _require_fitting(item: Item, verdict: str) -> None:
    if verdict == VOID and item.inject is None:
        raise Refusal("ruling_without_inject")
    if verdict == VOID and item.kind == LATE:
        raise Refusal("late_is_technical_or_not")


def _check_rule(scene: Scene, subject: Subject) -> None:
    require_over(scene)
    if scene.drill.register_closed_at is not None:
        raise Refusal("register_is_closed")
    items = ruled_items(scene, subject)
    if any(item.kind == LATE for item in items):
        raise Refusal("late_is_for_the_lead")
    ruled = rulings_of(scene.session, scene.drill)
    if any(item.about in ruled for item in items):
        raise Refusal("already_ruled")


def _check_override(scene: Scene, subject: Subject) -> None:
    require_over(scene)
    ruled = rulings_of(scene.session, scene.drill)
    for item in ruled_items(scene, subject):
        known = ruled.get(item.about)
        if known is not None and known.verdict == subject["verdict"]:
            raise Refusal("already_ruled")
        if known is None and scene.drill.register_closed_at is None:
            raise Refusal("nothing_to_override")


def _carry_out(scene: Scene, decision: Decision) -> None:
    told = decision.subject
    rule(scene, ruled_items(scene, told), str(told["verdict"]), str(told["reason"]), decision.id)


def rule(scene: Scene, items: Iterable[Item], verdict: str, reason: str, decision_id: str | None = None) -> None:
    """Write a ruling on each of *items*; the one before, if any, is kept and counts no longer."""
    for item in items:
        if item.kind == LATE:
            _let_late_count(scene, item, counts=verdict == TECHNICAL)
        _write(scene, item.about, verdict, reason, decision_id)
        scene.tell(
            "deviation_ruled", team=item.team, about=item.about, inject=item.inject, verdict=verdict, reason=reason,
            decision=decision_id,
        )  # fmt: skip


def _write(scene: Scene, about: str, verdict: str, reason: str, decision_id: str | None) -> None:
    mine = (Ruling.drill_id == scene.drill.id, Ruling.about == about)
    last = scene.session.scalar(select(Ruling.version).where(*mine).order_by(Ruling.version.desc()).limit(1)) or 0
    scene.session.execute(update(Ruling).where(*mine, Ruling.current).values(current=False))
    scene.session.add(
        Ruling(
            drill_id=scene.drill.id, about=about, version=last + 1, verdict=verdict, reason=reason,
            decision_id=decision_id, ruled_by=scene.actor.id, ruled_at=scene.now,
        )
    )  # fmt: skip
    scene.session.flush()


def _let_late_count(scene: Scene, item: Item, *, counts: bool) -> None:
    """Put a late response in the place of what stood there, or back; flags and followers stay as they were in play."""
    late = scene.session.get_one(Response, item.about.partition(":")[2])
    of_delivery = Response.delivery_id == late.delivery_id
    in_time = select(Response).where(of_delivery, Response.state != "late").order_by(Response.version.desc()).limit(1)
    before = scene.session.scalar(in_time)
    current = late if counts else before
    scene.session.execute(update(Response).where(of_delivery).values(current=False))
    if current is not None:
        scene.session.execute(update(Response).where(Response.id == current.id).values(current=True))
    state = "lapsed" if current is None else "answered"
    still = Delivery.state.in_(("lapsed", "answered"))
    scene.session.execute(update(Delivery).where(Delivery.id == late.delivery_id, still).values(state=state))
    scene.session.flush()
    scene.session.expire_all()


def _check_closing(scene: Scene, subject: Subject) -> None:
    require_over(scene)
    if scene.drill.register_closed_at is not None:
        raise Refusal("register_is_closed")
    if scene.drill.rating_closed_at is None:
        raise Refusal("rating_not_closed")
    require_ruled(scene)


def require_ruled(scene: Scene) -> None:
    """Refuse while anything of the register waits for its ruling."""
    waiting = open_items(scene.session, scene.drill)
    if waiting:
        raise Refusal("deviations_open", n=len(waiting))


def _close(scene: Scene, decision: Decision) -> None:
    scene.drill.register_closed_at = scene.now
    told: dict[str, Any] = {about: one.verdict for about, one in rulings_of(scene.session, scene.drill).items()}
    scene.tell("register_closed", rulings=told, decision=decision.id)


RULE = Effect("drill", _check_rule, _carry_out)
OVERRIDE = Effect("drill", _check_override, _carry_out)
CLOSE_REGISTER = Effect("drill", _check_closing, _close)
