"""Whether each stage can be scored by what it says, and is open to somebody."""

from scenarios.calls.checking.call_check import CallCheck
from scenarios.calls.stage import Stage
from scenarios.checking.doubles import report_doubled_ids
from scenarios.node import Path
from scenarios.quote import nearest
from scoring.rules import MOST_TIME_WEIGHT, TIE_WORDS

LEAST_RATINGS = 2
_ONLY_FOR_DRILLS = ("drills", "time_weight")


def check_stages(check: CallCheck) -> None:
    """Find stages without a score, with too few ratings, with unknown ties, or open to nobody."""
    report_doubled_ids(check, ("stages",), check.call.stages)
    earlier: list[str] = []
    for path, stage in check.stages:
        report_doubled_ids(check, (*path, "drills"), stage.drills)
        if stage.open_to is not None and stage.open_to not in earlier:
            near = check.nearest(stage.open_to, earlier)
            check.report((*path, "open_to"), "unknown_award", value=stage.open_to, nearest=near)
        _check_numbers(check, path, stage)
        if check.is_sound((*path, "score")):
            _check_score(check, path, stage)
            _check_ties(check, path, stage)
        earlier += [award.id for award in stage.awards]
    _check_rest(check)


def _check_numbers(check: CallCheck, path: Path, stage: Stage) -> None:
    if stage.ratings < LEAST_RATINGS:
        check.report((*path, "ratings"), "too_small", value=str(stage.ratings), least=LEAST_RATINGS)
    if stage.time_weight > MOST_TIME_WEIGHT:
        most = str(float(MOST_TIME_WEIGHT))
        check.report((*path, "time_weight"), "too_large", value=str(stage.time_weight), most=most)


def _check_score(check: CallCheck, path: Path, stage: Stage) -> None:
    if stage.score == "drill" and not stage.drills:
        check.report(path, "missing_key", key="drills")
    for key in _ONLY_FOR_DRILLS:
        if stage.score == "merit" and check.states((*path, key)):
            check.report_key((*path, key), "only_for_drills", key=key)


def _check_ties(check: CallCheck, path: Path, stage: Stage) -> None:
    criteria = check.names("rubric.criteria")
    for place, rule in enumerate(stage.ties):
        words = TIE_WORDS if len(rule.criteria) == 1 else ()
        for number, name in enumerate(rule.criteria):
            if name in words:
                continue
            near = nearest(name, (*words, *criteria) if stage.score == "merit" else TIE_WORDS)
            # A drill is rated by its scenario's criteria, which are not known here; only a slip of the pen is.
            if near if stage.score == "drill" else name not in criteria and check.is_sound(("rubric", "criteria")):
                tie_path = (*path, "ties", place, "criteria", number)
                check.report(tie_path, "unknown_tie", value=name, nearest=near)


def _check_rest(check: CallCheck) -> None:
    call = check.call
    report_doubled_ids(check, ("penalties",), call.penalties)
    if call.appeals:
        report_doubled_ids(check, ("appeals", "grounds"), call.appeals.grounds)
    if call.attendance:
        report_doubled_ids(check, ("attendance", "sessions"), call.attendance.sessions)
