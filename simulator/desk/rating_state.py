"""How far ratings have come at a desk: what is rated in full, by whom, and what is still awaited."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select

from scoring.assignment.panel import Evaluator, Place
from scoring.assignment.third import third_needed
from simulator.desk.desk import Desk
from simulator.desk.panel import panel_of
from simulator.desk.queue import REOPENED, THIRD, asked_again, open_assignments, place_of
from simulator.desk.unit import Unit
from simulator.rows import Rating

# criterion → evaluator → level 0…top, None for *not observed*
Levels = Mapping[str, Mapping[str, int | None]]


def given_on(desk: Desk, *units: str) -> dict[tuple[str, str], set[str]]:
    """Give, by unit and evaluator, the criteria that she has rated: of all units, or of some."""
    here = desk.rated_column.in_(units) if units else desk.here
    query = select(desk.rated_column, Rating.account_id, Rating.criterion).where(Rating.current, here)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit, account, criterion in desk.session.execute(query):
        found[unit, account].add(criterion)
    return found


def raters_of_units(desk: Desk) -> dict[str, set[str]]:
    """Give, by unit, who has rated all of it."""
    found: dict[str, set[str]] = defaultdict(set)
    units = {one.id: one for one in desk.units}
    for (unit_id, account), criteria in given_on(desk).items():
        if unit_id in units and criteria >= set(units[unit_id].criteria):
            found[unit_id].add(account)
    return found


def rated_in_full(desk: Desk) -> dict[Place, frozenset[str]]:
    """Give, by place, who has rated all of it; bots' teams are not among them."""
    raters = raters_of_units(desk)
    return {one.place: frozenset(raters[one.id]) for one in desk.units if one.id in raters and not one.bot}


def awaited(desk: Desk) -> set[str]:
    """Name the units whose levels are not all in although they have as many as they need.

    Two differ too much and the third has not rated yet, or a rating was opened again and has not been given anew.
    """
    more = [one for one in open_assignments(desk) if one.purpose in (THIRD, REOPENED)]
    if not more:
        return _apart(desk)
    by_place = {one.place: one for one in desk.units}
    raters, found = raters_of_units(desk), set()
    for asked in more:
        unit = by_place.get(place_of(desk, asked))
        if unit is None:
            continue
        if asked.purpose == REOPENED or asked.account_id not in raters.get(unit.id, ()):
            found.add(unit.id)
    return found | _apart(desk)


def _apart(desk: Desk) -> set[str]:
    return {unit.id for unit, waits in far_apart(desk) if waits}


def far_apart(desk: Desk) -> list[tuple[Unit, bool]]:
    """Give the units whose two ratings differ too much, and of each whether somebody is left who could be the third.

    Where nobody is, the two stand as their mean: no decision waits for a person who does not exist.
    """
    if desk.rules.ratings != 2:
        return []
    levels = levels_by_unit(desk)
    apart = [unit for unit in desk.units if wants_third(desk, unit, levels.get(unit.id, {}))]
    panel = panel_of(desk) if apart else []
    return [(unit, _can_be_asked(panel, unit, levels[unit.id])) for unit in apart]


def _can_be_asked(panel: Collection[Evaluator], unit: Unit, levels: Levels) -> bool:
    rated = {account for by in levels.values() for account in by}
    return any(one.id not in rated and one.is_cleared(unit.whose, unit.language) for one in panel)


def levels_by_unit(desk: Desk, *units: str) -> Mapping[str, Levels]:
    """Give the levels that count, unit → criterion → evaluator → 0…top, None for *not observed*: all, or of some."""
    places = {level: place for place, level in enumerate(desk.levels)}
    found: dict[str, dict[str, dict[str, int | None]]] = {}
    query = select(desk.rated_column, Rating.criterion, Rating.account_id, Rating.level)
    here = desk.rated_column.in_(units) if units else desk.here
    for unit, criterion, account, level in desk.session.execute(query.where(Rating.current, here)):
        by = found.setdefault(unit, {}).setdefault(criterion, {})
        by[account] = None if level is None else places[level]
    return found


def round_levels(desk: Desk) -> Mapping[str, Levels]:
    """Give the levels of the round itself, as `levels_by_unit`: without those given again on an appeal.

    What was given again decides that one appeal. It says nothing of how the round went, and moves nobody else's score.
    """
    places, again = {one.id: one.place for one in desk.units}, asked_again(desk)
    return {
        unit: {
            name: {who: level for who, level in by.items() if who not in again.get(places[unit], ())}
            for name, by in criteria.items()
        }
        for unit, criteria in levels_by_unit(desk).items()
        if unit in places
    }


def wants_third(desk: Desk, unit: Unit, levels: Levels, *, near_cut: bool = False) -> bool:
    """Say whether exactly two have rated all of a unit, and differ by too much (rules.md 25)."""
    given = {name: tuple(levels.get(name, {}).values()) for name in unit.criteria}
    whole = len({account for by in levels.values() for account in by}) == 2
    whole = whole and all(len(both) == 2 for both in given.values())
    return whole and bool(third_needed(given, apart=desk.rules.apart, near_cut=near_cut))
