"""Giving the rating work out, moving it, letting somebody in without the gate, and closing the round."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.database import take_your_time
from simulator.desk.desk import Desk
from simulator.desk.more import ask_third
from simulator.desk.opening import open_desk, tell
from simulator.desk.panel import panel_of
from simulator.desk.queue import open_assignments, place_of
from simulator.desk.rating_state import far_apart, levels_by_unit, rated_in_full
from simulator.desk.work import MOVED, Worked, end_work, give_to, work_out
from simulator.reading.results import records_of, rules_of_drill, unrated
from simulator.refusal import Refusal
from simulator.scene import open_scene
from simulator.two_people import Ground

LET_IN = ("experienced", "trained_here", "too_few_anchors", "no_time")


def assign_evaluators(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None,
) -> dict[str, int]:  # fmt: skip
    """Give all that is still lacking to cleared evaluators; gives how much was given and taken away.

    What somebody has been given stays hers. It may be done before STARTEX, and again whenever people come or go.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    _require_open(desk)
    if not desk.evaluators:
        raise Refusal("no_evaluators")
    if not desk.planned:
        raise Refusal("nothing_to_assign")
    take_your_time(session)
    told = _tell_work(ground, desk, work_out(ground, desk))
    levels = levels_by_unit(desk)
    for unit, waits in far_apart(desk):
        # Where nobody could be the third before, somebody may be by now.
        if waits:
            ask_third(ground, desk, unit, levels[unit.id])
    return told


def reassign(
    session: Session, now: datetime, actor: Actor, *, account_id: str, to_account_id: str | None = None,
    drill_id: str | None = None, programme_id: str | None = None, stage: str | None = None,
) -> dict[str, int]:  # fmt: skip
    """Give what an evaluator has not finished to another, or to whoever has least to do and may rate it.

    What she has rated in full stays hers and counts. Gives how much has moved, and how much nobody may take.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    _require_open(desk)
    done = {place for place, accounts in rated_in_full(desk).items() if account_id in accounts}
    left = [place_of(desk, one) for one in open_assignments(desk, account_id)]
    left = [place for place in left if place not in done]
    if not left:
        raise Refusal("nothing_to_move")
    moved: list[tuple[str, tuple[str, str]]] = []
    if to_account_id is not None:
        to = next((one for one in panel_of(desk) if one.id == to_account_id and one.id != account_id), None)
        if to is None:
            raise Refusal("not_found")
        moved = [(to.id, place) for place in give_to(ground, desk, account_id, to, left)]
    rest = [place for place in left if place not in {place for _to, place in moved}]
    end_work(ground, desk, account_id, rest, MOVED)
    moved += list(work_out(ground, desk, without=[account_id]).added)
    tell(ground, desk, "work_moved", account=account_id, to=[[to, *place] for to, place in moved])
    taken = {place for _to, place in moved}
    return {"moved": len(taken & set(left)), "left": len(set(left) - taken)}


def ask_thirds(
    session: Session, now: datetime, actor: Actor, *, team_ids: list[str], drill_id: str | None = None,
    programme_id: str | None = None, stage: str | None = None,
) -> int:  # fmt: skip
    """Ask a third evaluator for those whose interval crosses the cut, wherever two differ by anything (rules.md 25).

    *team_ids* are teams of a drill, or applications; gives how many were asked.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    _require_open(desk)
    if not team_ids:
        raise Refusal("team_not_chosen")
    if set(team_ids) - set(desk.attributes):
        raise Refusal("not_found")
    levels = levels_by_unit(desk)
    near = [one for one in desk.units if one.whose in team_ids]
    return sum(ask_third(ground, desk, one, levels.get(one.id, {}), near_cut=True) is not None for one in near)


def let_evaluator_in(
    session: Session, now: datetime, actor: Actor, *, account_id: str, reason: str, drill_id: str | None = None,
    programme_id: str | None = None, stage: str | None = None,
) -> None:  # fmt: skip
    """Let an evaluator rate who has not passed the calibration, with a coded reason."""
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    if account_id not in {one.id for one in desk.evaluators}:
        raise Refusal("not_found")
    if desk.rules.gate is None:
        raise Refusal("calibration_not_asked")
    if reason not in LET_IN:
        raise Refusal("reason_unknown", reasons=", ".join(LET_IN))
    tell(ground, desk, "evaluator_let_in", account=account_id, reason=reason)


def close_rating(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Close the round of a drill's ratings: from here on a rating changes only where two people open it again."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("ended")
    if scene.drill.rating_closed_at is not None or scene.drill.published_at is not None:
        raise Refusal("rating_is_closed")
    rules = rules_of_drill(session, scene.drill)
    if rules is None:
        raise Refusal("drill_not_rated")
    waiting = unrated(rules, records_of(session, scene.drill))
    if waiting:
        raise Refusal("ratings_missing", missing=len(waiting), teams=len({team for team, _inject in waiting}))
    scene.drill.rating_closed_at = now
    scene.tell("rating_closed")


def _require_open(desk: Desk) -> None:
    if desk.closed is not None:
        raise Refusal(desk.closed)


def _tell_work(ground: Ground, desk: Desk, worked: Worked) -> dict[str, int]:
    if worked.added or worked.dropped:
        tell(
            ground, desk, "evaluators_assigned",
            added=[[account, *place] for account, place in worked.added],
            dropped=[[account, *place] for account, place in worked.dropped],
        )  # fmt: skip
    return {"added": len(worked.added), "dropped": len(worked.dropped)}
