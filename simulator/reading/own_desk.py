"""An evaluator's own place at a desk: what she declared, whom she does not rate, and how her calibration stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.anchors import Anchor
from simulator.desk.desk import Desk
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.gate import Round, standing_of
from simulator.desk.opening import desk_of
from simulator.desk.panel import declarations
from simulator.desk.recusing import REASONS
from simulator.reading.desk import place_view
from simulator.reading.desk_sheet import response_asked
from simulator.reading.inject import Words
from simulator.rows import Declaration, Recusal

View = dict[str, Any]


def own_desk(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None, again: bool = False,
) -> View:  # fmt: skip
    """Give what concerns herself alone: her declaration, her recusals by reason, her calibration.

    Of the round she is in she reads no reference; of the one she has finished all of it. *again* shows the next round
    although she has not begun it.
    """
    desk = desk_of(session, now, drill_id=drill_id, programme_id=programme_id, stage=stage)
    return {
        "place": place_view(desk, actor.language),
        "declaration": _declaration(desk, actor),
        "recusals": _recusals(desk, actor),
        "reasons": list(REASONS),
        "calibration": calibration_view(desk, actor, again=again),
    }


def _declaration(desk: Desk, actor: Actor) -> View:
    here = declarations(desk).get(actor.id)
    # What she said at another desk is offered again, and counts once she has said it here.
    latest = select(Declaration).where(Declaration.account_id == actor.id).order_by(Declaration.declared_at.desc())
    one = here or desk.session.scalars(latest.limit(1)).first()
    return {
        "declared": here is not None,
        "languages": list(one.languages) if one else [actor.language],
        "country": (one.country if one else None) or "",
        "institution": (one.institution if one else None) or "",
    }


def _recusals(desk: Desk, actor: Actor) -> list[View]:
    query = select(Recusal).where(Recusal.desk == desk.name, Recusal.account_id == actor.id).order_by(Recusal.said_at)
    codes = {unit.whose: unit.code for unit in desk.units}
    return [
        # One that an organizer set may be of a team she has never met: it stays without a code.
        {
            "reason": one.reason,
            "code": codes.get(getattr(one, desk.of)) if one.said_by == actor.id else None,
        }
        for one in desk.session.scalars(query)
    ]  # fmt: skip


def calibration_view(desk: Desk, actor: Actor, *, again: bool = False) -> View:
    """Give how her calibration stands, the model answer that is next, and what became of the last round."""
    standing = standing_of(desk, actor.id)
    current, last = standing.current, standing.last
    begun = again or last is None or (current is not None and bool(current.given))
    shown = current if current is not None and not standing.passed and begun else last
    return {
        "asked": standing.asked, "may_rate": standing.may_rate, "passed": standing.passed, "let_in": standing.let_in,
        "round": sum(one.result is not None for one in standing.rounds) + (shown is current and current is not None),
        "rounds": len(standing.rounds), "again": current is not None and not standing.passed,
        "whole": shown is not None and shown.result is not None,
        "gate": _gate(desk), "result": _result(shown, desk) if shown else None,
        "anchors": [_anchor(desk, actor, one, shown) for one in shown.anchors] if shown else [],
    }  # fmt: skip


def _gate(desk: Desk) -> View | None:
    gate = desk.rules.gate
    return {"least": gate.least, "exact": float(gate.exact * 100), "two_off": gate.two_off} if gate else None


def _result(one: Round, desk: Desk) -> View | None:
    result = one.result
    if result is None:
        return None
    return {
        "compared": result.compared, "exact": result.exact, "far": len(result.far), "passed": result.passed,
        "share": None if result.share is None else round(float(result.share * 100)),
        "lean": None if result.lean is None else float(result.lean),
        "missing": [{"code": each.code, **each.parameters} for each in result.missing],
    }  # fmt: skip


def _anchor(desk: Desk, actor: Actor, one: Anchor, shown: Round) -> View:
    if not isinstance(desk, DrillDesk) or desk.scenario.rubric is None:
        return {}
    say, rubric, over = Words(desk.scenario, actor.language), desk.scenario.rubric, shown.result is not None
    asked = response_asked(desk.scenario, one.inject, say)
    # The other model answers of the ask stand in it too; they would tell too much.
    asked["benchmarks"] = []
    return {
        "item": one.item, "inject": asked, "text": say(one.text),
        "criteria": [
            {
                "id": name, "title": say(rubric.criteria[name].title),
                "anchors": {level: say(rubric.criteria[name].levels.get(level)) for level in rubric.levels},
                "given": (one.item, name) in shown.given,
                "level": shown.given.get((one.item, name)) or None,
                "reference": one.level if over else None,
            }
            for name in one.criteria
        ],
        "levels": list(desk.levels),
    }  # fmt: skip
