"""Rating an application again after an appeal: others do, as blind as the first, and it never lowers (rules.md 32)."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.rules_of_call import APPLICATION, merit_rules_of
from scoring.line import explain
from scoring.record import Record
from scoring.standings import standing_of
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.more import ask_another
from simulator.desk.queue import APPEAL
from simulator.desk.rating_state import levels_by_unit
from simulator.programme.stage_ground import StageGround
from simulator.programme_scene import ProgrammeScene
from simulator.refusal import Refusal
from simulator.rows import Assignment


@dataclass(frozen=True)
class Rerated:
    """What came of rating again: how many were *asked*, how many levels are *missing*, and both scores."""

    asked: int
    missing: int
    first: Decimal | None
    second: Decimal | None

    @property
    def higher(self) -> bool:
        """Say whether the others rated higher; only then it changes anything."""
        return self.first is not None and self.second is not None and self.second > self.first


def ask_again(scene: ProgrammeScene, ground: StageGround, application_id: str) -> int:
    """Ask as many others as the stage has ratings; gives how many. Refused where fewer are left, or were asked."""
    desk = MeritDesk(scene.session, scene.now, ground.programme, ground.id)
    if again_by(scene.session, ground, application_id):
        raise Refusal("rerating_is_asked")
    unit = desk.unit(application_id)
    if unit.erased:
        raise Refusal("response_erased")
    asked = [ask_another(scene, desk, unit.place, unit.language, APPEAL) for _ in range(ground.planned.ratings)]
    if None in asked:
        raise Refusal("nobody_to_rerate")
    scene.session.flush()
    return len(asked)


def again_by(session: Session, ground: StageGround, application_id: str) -> frozenset[str]:
    """Name the accounts that were asked to rate an application of a stage again."""
    query = select(Assignment.account_id).where(
        Assignment.desk == f"merit:{ground.programme.id}:{ground.id}", Assignment.purpose == APPEAL,
        Assignment.application_id == application_id,
    )  # fmt: skip
    return frozenset(session.scalars(query))


def rerated(ground: StageGround, application_id: str) -> Rerated | None:
    """Say what came of rating an application again; None where nobody was asked."""
    if ground.planned.score != "merit" or ground.call.rubric is None:
        return None
    others = again_by(ground.session, ground, application_id)
    if not others:
        return None
    desk = MeritDesk(ground.session, ground.programme.created_at, ground.programme, ground.id)
    levels = levels_by_unit(desk, application_id).get(application_id, {})
    rules = merit_rules_of(ground.call, ground.planned)
    scores = []
    for again in (False, True):
        ratings = {
            name: tuple(level for account, level in sorted(by.items()) if (account in others) is again)
            for name, by in levels.items()
        }
        record = Record(application_id, APPLICATION, ratings=ratings)
        scores.append(standing_of(rules, application_id, explain(rules, [record], application_id)).score)
    given = sum(account in others for by in levels.values() for account in by)
    return Rerated(len(others), len(others) * len(ground.call.rubric.criteria) - given, scores[0], scores[1])
