"""Look at an assignment before STARTEX and after each recusal: what is short, apart, idle or too much (rules.md 33)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from scoring.assignment.links import pieces
from scoring.assignment.panel import Evaluator, Place, Unit
from scoring.assignment.variety import PARTNERS, SHARE, partners, possible_partners
from scoring.finding import Finding

LEAST_PER_LANGUAGE = 3
HEAVY = 2  # times the mean

On = Mapping[Place, Collection[str]]


def check_assignment(
    evaluators: Iterable[Evaluator],
    units: Iterable[Unit],
    needed: int,
    on: On,
    shared: Iterable[Collection[str]] = (),
) -> tuple[Finding, ...]:
    """Name all that is wrong with who rates what, sorted within each kind; ids in code-point order.

    Codes: ``language_short``, ``team_short``, ``unit_short``, ``in_pieces``, ``without_units``, ``overload``,
    ``heavy_load``, ``few_partners``, ``pair_repeated``. *shared* names, per anchor response, those who rate it.
    """
    panel = sorted(evaluators, key=lambda one: one.id)
    wanted = sorted(units, key=lambda unit: unit.place)
    rating = {unit.place: sorted(on.get(unit.place, ())) for unit in wanted}
    return (
        *_short_languages(panel, wanted),
        *_short_teams(panel, wanted, needed),
        *_short_units(rating, needed),
        *(_pieces([*rating.values(), *shared]) if needed > 1 or shared else ()),
        *_loads(panel, rating),
        *_pairs(panel, wanted, rating),
    )


def _short_languages(panel: Sequence[Evaluator], units: Sequence[Unit]) -> Iterator[Finding]:
    teams = {unit.team: unit.language for unit in units}
    for language in sorted(set(teams.values())):
        theirs = [team for team in teams if teams[team] == language]
        able = tuple(one.id for one in panel if any(one.is_cleared(team, language) for team in theirs))
        if len(able) < LEAST_PER_LANGUAGE:
            place = {"language": language, "evaluators": able}
            yield Finding("language_short", {**place, "count": len(able), "least": LEAST_PER_LANGUAGE})


def _short_teams(panel: Sequence[Evaluator], units: Sequence[Unit], needed: int) -> Iterator[Finding]:
    for team, language in sorted({(unit.team, unit.language) for unit in units}):
        able = tuple(one.id for one in panel if one.is_cleared(team, language))
        if len(able) < needed:
            place = {"team": team, "language": language, "evaluators": able}
            yield Finding("team_short", {**place, "count": len(able), "needed": needed})


def _short_units(rating: Mapping[Place, Sequence[str]], needed: int) -> Iterator[Finding]:
    for (team, inject), those in rating.items():
        if len(those) < needed:
            yield Finding("unit_short", {"team": team, "inject": inject, "count": len(those), "needed": needed})


def _pieces(groups: Sequence[Collection[str]]) -> Iterator[Finding]:
    found = pieces(groups)
    if len(found) > 1:
        yield Finding("in_pieces", {"pieces": found, "between": found[:2]})


def _loads(panel: Sequence[Evaluator], rating: Mapping[Place, Sequence[str]]) -> Iterator[Finding]:
    load = Counter(one for those in rating.values() for one in those)
    mean = Fraction(load.total(), max(1, len(panel)))
    for one in panel:
        units = load[one.id]
        place = {"evaluator": one.id, "units": units}
        if not units and rating:
            yield Finding("without_units", {"evaluator": one.id})
        elif one.most is not None and units > one.most:
            yield Finding("overload", {**place, "most": one.most})
        elif units > HEAVY * mean:
            yield Finding("heavy_load", {**place, "mean": mean})


def _cleared(panel: Sequence[Evaluator], units: Sequence[Unit]) -> set[tuple[str, ...]]:
    teams = {(unit.team, unit.language) for unit in units}
    return {tuple(one.id for one in panel if one.is_cleared(*team)) for team in teams}


def _pairs(
    panel: Sequence[Evaluator], units: Sequence[Unit], rating: Mapping[Place, Sequence[str]]
) -> Iterator[Finding]:
    together = Counter(pair for those in rating.values() for pair in combinations(those, 2))
    load = Counter(one for those in rating.values() for one in those if len(those) > 1)
    if len(load) <= PARTNERS:
        return  # three evaluators cannot be mixed more than they are
    met, could = partners(together), possible_partners(_cleared(panel, units))
    for one in sorted(load):
        # Where nobody else is cleared for her teams, more could not be had.
        least = min(PARTNERS, load[one], len(could.get(one, ())))
        if len(met[one]) < least:
            yield Finding("few_partners", {"evaluator": one, "partners": tuple(sorted(met[one])), "least": least})
    of = sum(len(those) > 1 for those in rating.values())
    for pair, count in sorted(together.items()):
        if count > 1 and SHARE * count > of:
            yield Finding("pair_repeated", {"evaluators": pair, "units": count, "of": of})
