"""Who can be compared with whom: raters are linked by the units that they share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.rating import Rating, by_unit
from scoring.scoring_error import ScoringError


@dataclass(frozen=True)
class Group:
    """Hold raters who are linked, and their units, each in code-point order."""

    raters: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """Name a rating that would join two groups: *rater*, of the first, has not rated *unit*, of a later one."""

    rater: str
    unit: str


def groups_of(ratings: Iterable[Rating]) -> tuple[Group, ...]:
    """Give the groups within which severity can be told apart from quality, by their first rater."""
    return _groups(by_unit(ratings))


def missing_links(groups: tuple[Group, ...]) -> tuple[Link, ...]:
    """Give one rating per group after the first that would join all to it; any between the two would do."""
    return tuple(Link(groups[0].raters[0], group.units[0]) for group in groups[1:])


def check_connected(units: Mapping[str, Mapping[str, Rating]]) -> None:
    """Raise ``ScoringError`` with all groups and what would join them, where there is more than one."""
    groups = _groups(units)
    if len(groups) > 1:
        raise ScoringError("raters_not_connected", groups=groups, links=missing_links(groups))


def _groups(units: Mapping[str, Mapping[str, Rating]]) -> tuple[Group, ...]:
    leader: dict[str, str] = {}
    for raters in units.values():
        found = {_follow(leader, rater) for rater in raters}
        first = min(found)
        leader.update(dict.fromkeys(found, first))
    raters_by: dict[str, list[str]] = {}
    units_by: dict[str, list[str]] = {}
    for rater in sorted(leader):
        raters_by.setdefault(_follow(leader, rater), []).append(rater)
    for unit in sorted(units):
        units_by.setdefault(_follow(leader, next(iter(units[unit]))), []).append(unit)
    return tuple(Group(tuple(raters_by[one]), tuple(units_by[one])) for one in sorted(raters_by))


def _follow(leader: dict[str, str], rater: str) -> str:
    """Find who stands for the rater's group, and shorten the way there for the next who asks."""
    leader.setdefault(rater, rater)
    while leader[rater] != rater:
        leader[rater] = leader[leader[rater]]
        rater = leader[rater]
    return rater
