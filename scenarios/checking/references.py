"""Whether every name leads somewhere, and leads to one thing only."""

from collections.abc import Iterable, Sequence
from typing import Any

from injects.inject import Ask, Inject
from injects.text import Text
from scenarios.checking.check import Check
from scenarios.node import Path


def check_references(check: Check) -> None:
    """Find unknown and doubled names."""
    _check_rubric(check)
    _report_doubles(check, ("languages",), check.scenario.languages)
    _report_doubles(check, ("injects",), [inject.id for _, inject in check.injects], "id")
    for name, reply in check.scenario.replies.items():
        _check_sender(check, ("replies", name, "from"), reply.from_)
    known = {inject.id for _, inject in check.injects}
    for path, inject in check.injects:
        _check_inject(check, path, inject)
        if inject.after and inject.after.inject not in known:
            near = check.nearest(inject.after.inject, known)
            check.report((*path, "after", "inject"), "unknown_inject", value=inject.after.inject, nearest=near)
    for path, ask in check.asks:
        _check_ask(check, path, ask)


def _check_rubric(check: Check) -> None:
    rubric = check.scenario.rubric
    if rubric is None:
        return
    _report_doubles(check, ("rubric", "levels"), rubric.levels)
    for name, criterion in rubric.criteria.items():
        path: Path = ("rubric", "criteria", name)
        if criterion.objective is not None:
            check.refer("unknown_objective", criterion.objective, "objectives", (*path, "objective"))
        if check.is_sound(("rubric", "levels")):
            _check_anchors(check, (*path, "levels"), tuple(criterion.levels), rubric.levels)


def _check_anchors(check: Check, path: Path, anchored: Sequence[str], levels: Sequence[str]) -> None:
    for level in anchored:
        if level not in levels:
            check.report_key((*path, level), "unknown_level", value=level, nearest=check.nearest(level, levels))
    for level in levels:
        if level not in anchored:
            check.report(path, "missing_anchor", level=level)


def _check_benchmarks(check: Check, path: Path, ask: Ask, levels: Sequence[str]) -> None:
    for place, benchmark in enumerate(ask.benchmarks):
        level = benchmark.level
        if level not in levels and check.is_sound(("rubric", "levels")):
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
    _report_doubled_ids(check, (*path, "options"), ask.options)
    _report_doubled_ids(check, (*path, "fields"), ask.fields)
    for place, field in enumerate(ask.fields):
        _report_doubled_ids(check, (*path, "fields", place, "options"), field.options)
        _report_doubled_ids(check, (*path, "fields", place, "columns"), field.columns)


def _refer_all(check: Check, code: str, names: Iterable[str], section: str, path: Path) -> None:
    for place, name in enumerate(names):
        check.refer(code, name, section, (*path, place))


def _report_doubled_ids(check: Check, path: Path, entries: Sequence[Any]) -> None:
    _report_doubles(check, path, [entry.id for entry in entries], "id")


def _report_doubles(check: Check, path: Path, names: Sequence[str], *key: str) -> None:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            check.report((*path, place, *key), "duplicate_id", id=name)
        seen.add(name)
