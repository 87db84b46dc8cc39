"""The board of evaluators: who has how much to do, who is behind, and what is wrong with who rates what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scoring.finding import Finding
from simulator.actions.assigning import LET_IN
from simulator.actor import Actor
from simulator.desk.desk import Desk
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.gate import standing_of
from simulator.desk.opening import desk_of
from simulator.desk.panel import declarations, exclusions, languages_of
from simulator.desk.queue import FIRST, is_assigned, open_assignments, place_of, queue_of
from simulator.desk.rating_state import awaited, far_apart, raters_of_units
from simulator.desk.recusing import REASONS
from simulator.desk.work import problems
from simulator.reading.desk import place_view
from simulator.rows import Account, Application, Drill, WebSession
from simulator.shown_names import hides_teams

View = dict[str, Any]


def evaluators_board(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None,
) -> View:  # fmt: skip
    """Give organizers each evaluator with her work, and the problems by code with the names they concern."""
    desk = desk_of(session, now, drill_id=drill_id, programme_id=programme_id, stage=stage)
    raters = raters_of_units(desk)
    people = [unit for unit in desk.units if not unit.bot]
    return {
        "place": place_view(desk, actor.language),
        "assigned": is_assigned(desk),
        "planned": len(desk.planned),
        "ratings": desk.rules.ratings,
        "gate": desk.rules.gate is not None,
        "sent": len(people),
        "waiting": sum(len(raters.get(one.id, ())) < desk.rules.ratings for one in people if one.ready),
        "open": len(awaited(desk)),
        "unsettled": sum(not waits for _unit, waits in far_apart(desk)),
        "evaluators": _evaluators(desk, raters),
        "whose": names_of(desk), "blind": isinstance(desk, DrillDesk) and hides_teams(desk.drill),
        "problems": [problem_view(desk, one) for one in problems(desk)],
        "reasons": list(REASONS), "let_in": list(LET_IN),
    }  # fmt: skip


def _evaluators(desk: Desk, raters: Mapping[str, set[str]]) -> list[View]:
    declared, kept_from, seen = declarations(desk), exclusions(desk), _last_seen(desk)
    assigned, work = is_assigned(desk), open_assignments(desk)
    rows = []
    for one in desk.evaluators:
        queue = queue_of(desk, one.id)
        mine = {place_of(desk, each): each.purpose for each in work if each.account_id == one.id}
        done = sum(one.id in raters.get(unit.id, ()) for unit in queue)
        ready = sum(unit.ready for unit in queue)
        gate = standing_of(desk, one.id)
        rows.append(
            {
                "id": one.id, "name": one.name, "languages": sorted(languages_of(one, declared.get(one.id))),
                "declared": one.id in declared,
                "country": declared[one.id].country if one.id in declared else None,
                "institution": declared[one.id].institution if one.id in declared else None,
                "given": len(mine) if assigned else len(queue), "ready": ready, "done": done, "behind": ready - done,
                "more": sum(purpose != FIRST for purpose in mine.values()), "seen_at": seen.get(one.id),
                "kept_from": _kept_from(desk, kept_from.get(one.id, {})),
                "calibration": _calibration(gate.asked, gate.passed, gate.let_in),
            }
        )  # fmt: skip
    return rows


def _kept_from(desk: Desk, kept: Mapping[str, str]) -> list[View]:
    # Her own institution beside a code would be a name.
    blind = isinstance(desk, DrillDesk) and hides_teams(desk.drill)
    return [{"whose": None if blind else whose, "why": why} for whose, why in sorted(kept.items())]


def _calibration(asked: bool, passed: bool, let_in: str | None) -> str:
    if not asked:
        return "not_asked"
    return "passed" if passed else "let_in" if let_in else "open"


def _last_seen(desk: Desk) -> dict[str, datetime]:
    ids = [one.id for one in desk.evaluators]
    query = select(WebSession.account_id, func.max(WebSession.seen_at)).where(WebSession.account_id.in_(ids))
    return {
        account: at for account, at in desk.session.execute(query.group_by(WebSession.account_id)) if account and at
    }


def raters_before(session: Session, now: datetime, drill: Drill) -> View | None:
    """Say, before STARTEX, how many will rate a drill of people's teams and what is wrong with that; else None."""
    desk = DrillDesk(session, now, drill)
    if not desk.criteria or not desk.teams:
        return None
    found = problems(desk)
    return {
        "evaluators": len(desk.evaluators), "undeclared": len(desk.evaluators) - len(_declared(desk)),
        "assigned": is_assigned(desk), "ratings": desk.rules.ratings,
        "problems": [problem_view(desk, one) for one in found],
    }  # fmt: skip


def _declared(desk: Desk) -> set[str]:
    return {one.id for one in desk.evaluators} & set(declarations(desk))


def names_of(desk: Desk) -> dict[str, str]:
    """Give, to organizers, what whose units are is called: a team's name, an application's code.

    Between STARTEX and the closing of its register a team of a drill about which two people decide goes by its code.
    """
    if isinstance(desk, DrillDesk):
        if hides_teams(desk.drill):
            return {team.id: team.blind_code for team in sorted(desk.teams, key=lambda one: one.blind_code)}
        return {team.id: team.name for team in desk.teams}
    query = select(Application.id, Application.code).where(Application.id.in_(desk.attributes))
    return dict(desk.session.execute(query).all())


def problem_view(desk: Desk, one: Finding) -> View:
    """Give a finding of the check with names in the place of ids."""
    people = {account.id: account.name for account in desk.session.scalars(select(Account))}
    whose = names_of(desk)

    def named(value: Any) -> Any:
        if isinstance(value, str):
            return people.get(value) or whose.get(value) or value
        return [named(each) for each in value] if isinstance(value, tuple | list) else value

    return {"code": one.code, "parameters": {name: named(value) for name, value in one.parameters.items()}}
