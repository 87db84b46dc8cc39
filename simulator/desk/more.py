"""One evaluator more for a unit: a third where two disagree, others where somebody appeals or is kept from it."""

from collections.abc import Collection

from scoring.assignment.panel import Place
from scoring.assignment.panel import Unit as Planned
from scoring.assignment.third import choose_third
from simulator.desk.desk import Desk
from simulator.desk.opening import tell
from simulator.desk.panel import panel_of
from simulator.desk.queue import THIRD, ask_her, is_assigned, load_of, open_assignments
from simulator.desk.rating_state import Levels, given_on, wants_third
from simulator.desk.unit import Unit
from simulator.two_people import Ground


def ask_another(
    ground: Ground, desk: Desk, place: Place, language: str, purpose: str, *, besides: Collection[str] = ()
) -> str | None:
    """Ask the least loaded evaluator who may rate a place and neither does nor did; gives whom, None for nobody.

    She is told nothing of the others: a third, and a re-rating after an appeal, are as blind as the first.
    """
    units = [one.id for one in desk.units if one.place == place]
    busy = {account for _unit, account in given_on(desk, *units)} | set(besides) if units else set(besides)
    busy |= {one.account_id for one in open_assignments(desk, place=place)}
    chosen = choose_third(panel_of(desk), Planned(*place, language), busy, load_of(desk), desk.name)
    if chosen is not None:
        ask_her(desk, chosen, place, purpose)
        tell(ground, desk, "evaluator_asked", whose=place[0], inject=place[1], account=chosen, purpose=purpose)
    return chosen


def ask_third(ground: Ground, desk: Desk, unit: Unit, levels: Levels, *, near_cut: bool = False) -> str | None:
    """Ask a third evaluator where two have rated all of a unit and are too far apart (rules.md 25)."""
    if not is_assigned(desk) or not wants_third(desk, unit, levels, near_cut=near_cut):
        return None
    if any(one.purpose == THIRD for one in open_assignments(desk, place=unit.place)):
        return None
    return ask_another(ground, desk, unit.place, unit.language, THIRD)
