"""Whether every inject has one time to come, inside the drill, with room for its answer."""

import re
from datetime import datetime, timedelta

from injects.duration import write_duration
from injects.inject import Ask, Inject
from injects.msel import Msel
from scenarios.checking.check import Check
from scenarios.checking.planned import planned
from scenarios.node import Path
from scenarios.shape import MERGE

_TIMES = ("at", "after", "manual")
_STORY_STEP = re.compile(r"\+[0-9]{1,4}[dhm]")


def check_timing(check: Check) -> None:
    """Find what comes never, twice, in a circle or too late."""
    if not check.scenario.duration:
        check.report(("duration",), "too_small", value="0", least="1s")
    for name, phase in check.scenario.phases.items():
        _check_inside(check, ("phases", name, "at"), phase.at)
    if check.scenario.story_start is not None and not is_instant(check.scenario.story_start):
        check.report(("story_start",), "bad_story_start", value=check.scenario.story_start)
    for path, inject in check.injects:
        _check_times(check, path, inject)
        _check_story(check, (*path, "story_time"), inject.story_time)
        if inject.ask:
            _check_lengths(check, (*path, "ask"), inject.ask)
    _check_circles(check)


def is_instant(written: str) -> bool:
    """Say whether a text is an ISO instant with its zone."""
    try:
        return "T" in written and datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        return False


def _has_end(check: Check) -> bool:
    return bool(check.scenario.duration) and check.is_sound(("duration",))


def _check_inside(check: Check, path: Path, at: timedelta) -> bool:
    inside = at < check.scenario.duration or not _has_end(check)
    if not inside:
        duration = write_duration(check.scenario.duration)
        check.report(path, "at_past_end", at=write_duration(at), duration=duration)
    return inside


def _check_times(check: Check, path: Path, inject: Inject) -> None:
    stated = [key for key in _TIMES if getattr(inject, key) not in (None, False)]
    if not stated:
        # Whoever wrote one that cannot be read did not forget it.
        if all(check.is_sound((*path, key)) for key in (*_TIMES, "delay", MERGE)):
            check.report(path, "no_time")
    elif len(stated) > 1:
        check.report_key((*path, stated[1]), "several_times", keys=", ".join(stated))
    if inject.at is not None and _check_inside(check, (*path, "at"), inject.at):
        _check_end(check, path, inject.at, inject.ask)


def _check_end(check: Check, path: Path, at: timedelta, ask: Ask | None) -> None:
    due = ask.due if ask else None
    if due is not None and at + due > check.scenario.duration and _has_end(check):
        duration = write_duration(check.scenario.duration)
        check.report((*path, "ask", "due"), "due_past_end", end=write_duration(at + due), duration=duration)


def _check_lengths(check: Check, path: Path, ask: Ask) -> None:
    if ask.due is None:
        if ask.kind != "acknowledge" and all(check.is_sound((*path, key)) for key in ("kind", MERGE)):
            check.report(path, "missing_due")
    elif not ask.due:
        check.report((*path, "due"), "no_time_to_answer")
    elif ask.target is not None and ask.target > ask.due:
        target, due = write_duration(ask.target), write_duration(ask.due)
        check.report((*path, "target"), "target_past_due", target=target, due=due)


def check_followers(check: Check) -> None:
    """Find injects that would come when the drill is over even for a team that answers at once."""
    injects, end = check.scenario.injects, check.scenario.duration
    late = {one.place: one.at for one in planned(injects) if not one.by_hand and one.at >= end}
    positions = Msel(injects).positions
    for place, at in late.items():
        follows = injects[place].after
        # What follows one that comes too late is the same finding.
        if follows and positions[follows.inject] not in late:
            told = {"at": write_duration(at), "duration": write_duration(end)}
            check.report(("injects", place, "after"), "after_past_end", **told)


def _check_story(check: Check, path: Path, written: str | None) -> None:
    if written is not None and not _STORY_STEP.fullmatch(written) and not is_instant(written):
        check.report(path, "bad_story_time", value=written[:60])


def _check_circles(check: Check) -> None:
    msel = Msel(check.scenario.injects)
    for circle in msel.find_circles():
        path: Path = ("injects", msel.positions[circle[0]], "after", "inject")
        check.report(path, "after_circle", circle=" → ".join((*circle, circle[0])))
