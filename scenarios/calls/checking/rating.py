"""Whether applications can be rated: levels with anchors, weights, thresholds that are levels."""

from scenarios.calls.checking.call_check import CallCheck
from scenarios.checking.anchors import check_anchors
from scenarios.checking.doubles import report_doubles
from scenarios.node import Path


def check_rating(check: CallCheck) -> None:
    """Find a missing rubric, weights that sum to 0, missing anchors and unknown levels."""
    rubric = check.call.rubric
    if rubric is None:
        if any(stage.score == "merit" for path, stage in check.stages if check.is_sound((*path, "score"))):
            check.report(("rubric",), "missing_key", key="rubric")
        return
    report_doubles(check, ("rubric", "levels"), rubric.levels)
    if not any(criterion.weight for criterion in rubric.criteria.values()):
        check.report(("rubric", "criteria"), "weights_sum_to_zero")
    if not check.is_sound(("rubric", "levels")):
        return
    for name, criterion in rubric.criteria.items():
        path: Path = ("rubric", "criteria", name)
        check_anchors(check, (*path, "levels"), tuple(criterion.levels), rubric.levels)
        level = criterion.threshold
        if level is not None and level not in rubric.levels:
            near = check.nearest(level, rubric.levels)
            check.report((*path, "threshold"), "unknown_level", value=level, nearest=near)
