"""Penalties: points that two people take off a team's score by a code, and give back (rules.md 26, 32)."""

from fractions import Fraction

from sqlalchemy import select

from simulator.refusal import Refusal
from simulator.rows import Decision, Penalty
from simulator.scene import Scene
from simulator.score_rules import MOST_PENALTIES, penalties_of, penalty_points
from simulator.two_people import Effect, Subject


def _check_penalty(scene: Scene, subject: Subject) -> None:
    _require_open(scene)
    if subject.get("team") not in scene.team_ids:
        raise Refusal("not_found")
    known = penalty_points(scene.session, scene.drill)
    if subject.get("code") not in known:
        raise Refusal("penalty_unknown", codes=", ".join(known))
    lost = penalties_of(scene.session, scene.drill).get(str(subject["team"]), Fraction(0))
    if lost + known[str(subject["code"])] > MOST_PENALTIES:
        raise Refusal("penalties_at_most", most=int(MOST_PENALTIES))


def _require_open(scene: Scene) -> None:
    if scene.drill.published_at is not None:
        raise Refusal("standings_are_published")
    scene.require_state("running", "paused", "ended")


def _penalise(scene: Scene, decision: Decision) -> None:
    team, code = str(decision.subject["team"]), str(decision.subject["code"])
    points = penalty_points(scene.session, scene.drill)[code]
    penalty = Penalty(
        drill_id=scene.drill.id, team_id=team, points=f"{float(points):g}", reason=code, decision_id=decision.id,
        given_at=scene.now,
    )  # fmt: skip
    scene.session.add(penalty)
    scene.session.flush()
    scene.tell("penalty_given", team=team, penalty=penalty.id, code=code, points=penalty.points, decision=decision.id)


def _found(scene: Scene, subject: Subject) -> Penalty:
    mine = (Penalty.drill_id == scene.drill.id, Penalty.id == subject.get("penalty"), Penalty.lifted_at.is_(None))
    penalty = scene.session.scalar(select(Penalty).where(*mine))
    if penalty is None:
        raise Refusal("not_found")
    return penalty


def _check_lifting(scene: Scene, subject: Subject) -> None:
    _require_open(scene)
    _found(scene, subject)


def _lift(scene: Scene, decision: Decision) -> None:
    penalty = _found(scene, decision.subject)
    penalty.lifted_at = scene.now
    scene.tell("penalty_lifted", team=penalty.team_id, penalty=penalty.id, decision=decision.id)


PENALISE = Effect("drill", _check_penalty, _penalise)
LIFT_PENALTY = Effect("drill", _check_lifting, _lift)
