"""The ratings of a desk as statistics read them: what a unit is, and what all have rated."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from scoring.rating import Rating, by_unit, raters_of
from simulator.desk.desk import Desk
from simulator.desk.gate import NO_LEVEL
from simulator.desk.rating_state import round_levels
from simulator.rows import CalibrationRating

SEPARATOR = "|"
ANCHOR = "anchor:"


def ratings_by_criterion(desk: Desk) -> dict[str, list[Rating]]:
    """Give the levels of the round by criterion; a unit is a response or an application. *Not observed* is missing."""
    found: dict[str, list[Rating]] = defaultdict(list)
    for unit, criteria in round_levels(desk).items():
        for criterion, by in criteria.items():
            found[criterion] += [Rating(unit, rater, level) for rater, level in by.items() if level is not None]
    return dict(found)


def ratings_by_inject(desk: Desk) -> dict[str, list[Rating]]:
    """Give the levels of the round by inject, in their order; a unit is a response on one criterion."""
    inject_of = {one.id: one.inject for one in desk.units}
    found: dict[str, list[Rating]] = defaultdict(list)
    for one in all_ratings(ratings_by_criterion(desk)):
        found[inject_of[response_of(one.unit)]].append(one)
    return {name: found[name] for name in dict.fromkeys(inject_of.values()) if name in found}


def all_ratings(by_criterion: Mapping[str, Iterable[Rating]]) -> list[Rating]:
    """Put the ratings of all criteria together; a unit is a response on one criterion."""
    return [
        Rating(f"{one.unit}{SEPARATOR}{criterion}", one.rater, one.value)
        for criterion, ratings in sorted(by_criterion.items())
        for one in ratings
    ]


def response_of(unit: str) -> str:
    """Give the response of a unit that is a response on one criterion."""
    return unit.rpartition(SEPARATOR)[0]


def anchor_ratings(desk: Desk) -> list[Rating]:
    """Give what evaluators gave to model answers; a unit is a model answer on one criterion."""
    query = select(CalibrationRating).where(CalibrationRating.desk == desk.name, CalibrationRating.level != NO_LEVEL)
    return [
        Rating(f"{ANCHOR}{one.item}{SEPARATOR}{one.criterion}", one.account_id, desk.levels.index(one.level))
        for one in desk.session.scalars(query)
    ]


def rated_by_all(ratings: Iterable[Rating]) -> list[Rating]:
    """Keep what everybody who rated anything has rated; all of it where there is no such unit, so that it is said."""
    given = list(ratings)
    units = by_unit(given)
    everybody = len(raters_of(units))
    block = [one for row in units.values() if len(row) == everybody for one in row.values()]
    return block or given
