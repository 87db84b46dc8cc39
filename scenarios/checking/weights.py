"""Whether every path through a rated scenario weighs the same, and whether anything weighs at all."""

from functools import reduce
from operator import or_

from scenarios.checking.check import Check
from scenarios.checking.paths import Path, Paths


def check_weights(check: Check) -> None:
    """Find weights that cannot be divided by."""
    rubric = check.scenario.rubric
    if not check.scenario.rated or rubric is None:
        return
    if not any(criterion.weight for criterion in rubric.criteria.values()):
        check.report(("rubric", "criteria"), "weights_sum_to_zero")
        return
    for path, ask in check.asks:
        weights = [rubric.criteria[name].weight for name in ask.criteria if name in rubric.criteria]
        if weights and not any(weights):
            check.report((*path, "criteria"), "weights_sum_to_zero")


def check_totals(check: Check) -> None:
    """Find a rated scenario in which nothing is scored."""
    if not check.scenario.rated:
        return
    scored = [ask.weight for _, ask in check.asks if ask.scored]
    if not scored:
        check.report_key(("injects",), "nothing_scored")
    elif not any(scored):
        check.report_key(("injects",), "weights_sum_to_zero")


def check_paths(check: Check, paths: Paths) -> None:
    """Find injects that no path reaches, and paths that differ in what a team can earn on them."""
    if paths.sampled:
        walked = len(paths.walked)
        check.report_key(("injects",), "paths_sampled", combinations=paths.combinations, sampled=walked)
    else:
        _check_reached(check, paths)
    lightest = min(paths.walked, key=lambda path: path.weight)
    heaviest = max(paths.walked, key=lambda path: path.weight)
    if check.scenario.rated and lightest.weight != heaviest.weight:
        _report_unequal(check, paths, lightest, heaviest)


def _check_reached(check: Check, paths: Paths) -> None:
    steps = reduce(or_, (path.reached for path in paths.walked))
    reached = paths.route.always | paths.places(steps)
    for place, inject in enumerate(check.scenario.injects):
        if place not in reached:
            check.report(("injects", place), "unreachable_inject", inject=inject.id)


def _report_unequal(check: Check, paths: Paths, lightest: Path, heaviest: Path) -> None:
    differ = sorted(paths.places(lightest.reached ^ heaviest.reached))
    first = next(place for place in differ if check.scenario.injects[place].weight)
    check.report(
        ("injects", first),
        "unequal_paths",
        lightest=lightest.weight,
        heaviest=heaviest.weight,
        light_path=paths.name(lightest),
        heavy_path=paths.name(heaviest),
    )
