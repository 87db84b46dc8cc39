"""Whether every path through a rated scenario weighs the same, and whether anything weighs at all."""

from scenarios.checking.check import Check
from scenarios.checking.paths import MOST_COUNTED, Path, Paths


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
        told = paths.combinations if paths.combinations < MOST_COUNTED else ">10^15"
        check.report_key(("injects",), "paths_sampled", combinations=told, sampled=paths.count)
    else:
        _check_reached(check, paths)
    least, most = min(paths.weights), max(paths.weights)
    if check.scenario.rated and least != most:
        lightest, heaviest = (paths.path(paths.weights.index(weight)) for weight in (least, most))
        _report_unequal(check, paths, lightest, heaviest)


def _check_reached(check: Check, paths: Paths) -> None:
    reached = paths.reached
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
