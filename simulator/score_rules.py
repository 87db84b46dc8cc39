"""What a drill's score rules add to its scenario: ratings, time, ties, severity, penalties, appeals, two people."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scenarios.calls.stage import Stage as PlannedStage
from scoring.rules import DRAW, Rules, Tie
from simulator.desk.desk_rules import desk_rules
from simulator.digest import canonical
from simulator.frozen_call import call_of
from simulator.rows import Drill, Penalty, Programme, Stage

Told = Mapping[str, Any]
NEVER, APPLIED = "never", "applied"
APPEAL_DAYS = 5
# What costs points where no call says otherwise, and how many (ARCHITECTURE.md, Results).
PENALTIES: Mapping[str, Fraction] = {
    "real_contact": Fraction(5), "unmarked_message": Fraction(2), "colleague_data": Fraction(2),
}  # fmt: skip
MOST_PENALTIES = Fraction(10)
# On what a team may appeal where no call says otherwise; that it deserves more is none of them.
GROUNDS = ("arithmetic", "rule_not_applied", "interest", "technical", "language")


def rules_with(session: Session, drill: Drill, rules: Rules) -> Rules:
    """Give the scenario's *rules* with all that this drill's rules and two people add to them."""
    told = drill.score_rules or {}
    ties = tuple(tie_of(one) for one in told.get("ties", ()))
    randomness = randomness_of(session, drill)
    if DRAW in ties and randomness is None:
        # Until the announced source has spoken equals share a place; nothing is published so (`draw_waits`).
        ties = ties[: ties.index(DRAW)]
    return replace(
        rules, ratings_needed=desk_rules(told).ratings, time_weight=Fraction(str(told.get("time_weight", 0))),
        ties=ties, randomness=randomness, penalties=penalties_of(session, drill),
    )  # fmt: skip


def tie_of(told: str | Mapping[str, Sequence[str]]) -> Tie:
    """Read one step of a tie order as it is stored."""
    return told if isinstance(told, str) else tuple(told["criteria"])


def tie_told(tie: Tie) -> str | dict[str, list[str]]:
    """Write one step of a tie order as it is stored."""
    return tie if isinstance(tie, str) else {"criteria": list(tie)}


def randomness_of(session: Session, drill: Drill) -> str | None:
    """Give the public text of the draw: that of the stage once it is known, else the drill's own."""
    if drill.programme_id is not None and drill.stage is not None:
        stage = session.get(Stage, (drill.programme_id, drill.stage))
        return stage.randomness if stage else None
    told: str | None = (drill.score_rules or {}).get("randomness")
    return told


def draw_waits(session: Session, drill: Drill) -> bool:
    """Say whether a draw was announced whose public text is not known yet."""
    return DRAW in (drill.score_rules or {}).get("ties", ()) and randomness_of(session, drill) is None


def applies_severity(drill: Drill) -> bool:
    """Say whether severity is taken off the levels before places are given (rules.md 28)."""
    return (drill.score_rules or {}).get("adjust") == APPLIED


def demands_two(drill: Drill) -> bool:
    """Say whether the whole ladder is needed: in a stage of a programme, or where the drill's rules say so."""
    return drill.stage is not None or bool((drill.score_rules or {}).get("two_people"))


def call_of_drill(session: Session, drill: Drill) -> Call | None:
    """Give the call of the programme in whose stage a drill counts; None outside one."""
    programme = session.get(Programme, drill.programme_id) if drill.programme_id and drill.stage else None
    return None if programme is None or programme.call_digest is None else call_of(session, programme.call_digest)


def appeal_window(session: Session, drill: Drill) -> timedelta:
    """Give how long a team may appeal from the moment it is told its result."""
    call = call_of_drill(session, drill)
    return call.windows.appeals if call else timedelta(days=(drill.score_rules or {}).get("appeal_days", APPEAL_DAYS))


def appeal_grounds(session: Session, drill: Drill) -> tuple[str, ...]:
    """Name the grounds on which a team may appeal: those of the call, or ours."""
    call = call_of_drill(session, drill)
    return tuple(one.id for one in call.appeals.grounds) if call and call.appeals else GROUNDS


def penalty_points(session: Session, drill: Drill) -> Mapping[str, Fraction]:
    """Give what costs how many points: by the call, or ours."""
    call = call_of_drill(session, drill)
    return {one.id: Fraction(one.points) for one in call.penalties} if call and call.penalties else PENALTIES


def penalty_texts(session: Session, drill: Drill, language: str) -> Mapping[str, str]:
    """Give the words of the call for its penalties; ours have theirs where pages are made."""
    call = call_of_drill(session, drill)
    return {one.id: one.text.say(language, call.languages) for one in call.penalties} if call else {}


def penalties_of(session: Session, drill: Drill) -> Mapping[str, Fraction]:
    """Give the points that each team has lost and not got back."""
    found: dict[str, Fraction] = {}
    query = select(Penalty).where(Penalty.drill_id == drill.id, Penalty.lifted_at.is_(None))
    for one in session.scalars(query):
        found[one.team_id] = found.get(one.team_id, Fraction(0)) + Fraction(one.points)
    return found


def rules_of_stage(call: Call, stage: PlannedStage) -> dict[str, Any]:
    """Give what a stage of a call says, as it is kept with each of its drills."""
    gate, third = call.evaluation.calibration, call.evaluation.third
    return {
        "ratings": stage.ratings, "adjust": stage.adjust, "time_weight": str(stage.time_weight),
        "ties": [tie_told(rule.tie) for rule in stage.ties], "two_people": True, "third": {"levels": third.levels},
        "calibration": {"exact": str(gate.exact), "least": gate.least, "two_off": gate.two_off},
    }  # fmt: skip


def rules_digest(drill: Drill) -> str:
    """Digest all that a score follows from besides facts: the frozen scenario and the drill's own rules."""
    told = {"scenario": drill.scenario_digest, "rules": drill.score_rules or {}}
    return hashlib.sha256(canonical(told).encode()).hexdigest()
