"""Whether every ask has what its kind needs, and nothing its kind does not know."""

from injects.inject import Ask
from scenarios.checking.check import Check
from scenarios.checking.fields import CHOICES, check_field
from scenarios.node import Path
from scenarios.scenario import Scenario
from scenarios.shape import MERGE

_LEAST_OPTIONS, _MOST_OPTIONS = 2, 12


def check_asks(check: Check) -> None:
    """Find asks that cannot be answered, or not rated."""
    _check_rubric_is_there(check)
    for path, ask in check.asks:
        # What another kind has shows that another is meant: what this one lacks is not asked for then.
        if all(check.is_sound((*path, key)) for key in ("kind", MERGE)) and not _has_of_others(check, path, ask):
            _check_kind(check, path, ask)
            _check_scoring(check, path, ask)
        for place, field in enumerate(ask.fields):
            check_field(check, (*path, "fields", place), field)


def _check_rubric_is_there(check: Check) -> None:
    if check.scenario.rubric is None and any(ask.criteria for _, ask in check.asks):
        check.report(("rubric",), "missing_key", key="rubric")


def _has_of_others(check: Check, path: Path, ask: Ask) -> bool:
    has_options, has_fields = bool(ask.options), bool(ask.fields)
    if has_options and ask.kind not in CHOICES:
        near = "" if has_fields else "choice"
        check.report_key((*path, "options"), "options_not_allowed", kind=ask.kind, nearest=near)
        return True
    if has_fields and ask.kind != "form":
        near = "" if has_options else "form"
        check.report_key((*path, "fields"), "fields_not_allowed", kind=ask.kind, nearest=near)
        return True
    return False


def _check_kind(check: Check, path: Path, ask: Ask) -> None:
    if ask.kind in CHOICES:
        _check_options(check, path, ask)
    if ask.kind == "form" and not ask.fields:
        check.report(path, "missing_fields", kind=ask.kind)
    if ask.rationale and ask.kind not in CHOICES:
        check.report_key((*path, "rationale"), "rationale_not_allowed", kind=ask.kind)


def _check_options(check: Check, path: Path, ask: Ask) -> None:
    if not ask.options:
        check.report(path, "missing_options", kind=ask.kind)
    elif not _LEAST_OPTIONS <= len(ask.options) <= _MOST_OPTIONS:
        count = len(ask.options)
        check.report((*path, "options"), "option_count", count=count, least=_LEAST_OPTIONS, most=_MOST_OPTIONS)
    if not check.is_sound(("rubric", "levels")):
        return
    top = len(check.scenario.levels) - 1
    for place, option in enumerate(ask.options):
        # Among choices a wrong one may cost; alone it is only worth nothing.
        least = 0 if ask.kind == "choice" else min(option.value, -top)
        if not least <= option.value <= top:
            option_path = (*path, "options", place, "value")
            check.report(option_path, "value_out_of_range", value=option.value, least=least, most=top)


def lacks_criteria(scenario: Scenario, ask: Ask) -> bool:
    """Say whether words are to be rated and nothing says by what."""
    return scenario.rated and ask.kind != "acknowledge" and ask.asks_words and not ask.criteria


def _has_all_options(check: Check, path: Path, ask: Ask) -> bool:
    # Without them nobody can say whether they would score.
    return ask.kind not in CHOICES or (bool(ask.options) and check.is_whole((*path, "options")))


def _check_scoring(check: Check, path: Path, ask: Ask) -> None:
    if lacks_criteria(check.scenario, ask):
        check.report(path, "missing_criteria", kind=ask.kind)
    elif check.states((*path, "weight")) and not ask.scored and ask.weight and _has_all_options(check, path, ask):
        check.report_key((*path, "weight"), "weight_unused")
    if ask.criteria and not ask.asks_words:
        check.report_key((*path, "criteria"), "criteria_unused")
