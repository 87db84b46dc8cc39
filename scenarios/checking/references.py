"""Whether every name leads somewhere, and leads to one thing only."""

from collections.abc import Iterable, Sequence

from injects.inject import Ask, Inject
from injects.text import Text
from scenarios.checking.anchors import check_anchors
from scenarios.checking.check import Check
from scenarios.checking.doubles import report_doubled_ids, report_doubles
from scenarios.node import Path


def check_references(check: Check) -> None:
    """Find unknown and doubled names."""
    _check_rubric(check)
    report_doubles(check, ("languages",), check.scenario.languages)
    report_doubles(check, ("injects",), [inject.id for _, inject in check.injects], "id")
    for name, reply in check.scenario.replies.items():
        _check_sender(check, ("replies", name, "from"), reply.from_)
    known = {inject.id for _, inject in check.injects}
    for path, inject in check.injects:
        _check_inject(check, path, inject)
        if inject.after and inject.after.inject not in known and check.knows_all_injects:
            near = check.nearest(inject.after.inject, known)
            check.report((*path, "after", "inject"), "unknown_inject", value=inject.after.inject, nearest=near)
    for path, ask in check.asks:
        _check_ask(check, path, ask)


def _check_rubric(check: Check) -> None:
    rubric = check.scenario.rubric
    if rubric is None:
        return
    report_doubles(check, ("rubric", "levels"), rubric.levels)
    for name, criterion in rubric.criteria.items():
        path: Path = ("rubric", "criteria", name)
        if criterion.objective is not None:
            check.refer("unknown_objective", criterion.objective, "objectives", (*path, "objective"))
        if check.is_whole(("rubric", "levels")):
            check_anchors(check, (*path, "levels"), tuple(criterion.levels), rubric.levels)


def _check_benchmarks(check: Check, path: Path, ask: Ask, levels: Sequence[str]) -> None:
    for place, benchmark in enumerate(ask.benchmarks):
        level = benchmark.level
        if level not in levels and check.is_whole(("rubric", "levels")):
            level_path = (*path, "benchmarks", place, "level")
            check.report(level_path, "unknown_level", value=level, nearest=check.nearest(level, levels))


def _check_sender(check: Check, path: Path, sender: str | Text | None) -> None:
    if isinstance(sender, str):
        check.refer("unknown_character", sender, "characters", path)


def _check_inject(check: Check, path: Path, inject: Inject) -> None:
    _check_sender(check, (*path, "from"), inject.from_)
    if inject.phase is not None:
        check.refer("unknown_phase", inject.phase, "phases", (*path, "phase"))
    _refer_all(check, "unknown_seat", inject.to, "seats", (*path, "to"))
    _refer_all(check, "unknown_flag", inject.sets, "flags", (*path, "sets"))


def _check_ask(check: Check, path: Path, ask: Ask) -> None:
    if ask.approve is not None:
        check.refer("unknown_seat", ask.approve, "seats", (*path, "approve"))
    if rubric := check.scenario.rubric:
        _refer_all(check, "unknown_criterion", ask.criteria, "rubric.criteria", (*path, "criteria"))
        _check_benchmarks(check, path, ask, rubric.levels)
    for place, option in enumerate(ask.options):
        _refer_all(check, "unknown_flag", option.sets, "flags", (*path, "options", place, "sets"))
    report_doubled_ids(check, (*path, "options"), ask.options)
    report_doubled_ids(check, (*path, "fields"), ask.fields)


def _refer_all(check: Check, code: str, names: Iterable[str], section: str, path: Path) -> None:
    seen: dict[str, int] = {}
    for place, name in enumerate(names):
        seen[name] = seen.get(name, 0) + 1
        if seen[name] == 1:
            check.refer(code, name, section, (*path, place))
        elif seen[name] == 2:
            check.report((*path, place), "named_twice", value=name)
