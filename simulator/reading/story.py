"""The story's own clock: where each inject stands in it, from the scenario's words (scenario-format.md)."""

import re
from datetime import datetime, timedelta

from scenarios.scenario import Scenario

_STEP = re.compile(r"\+(\d{1,4})([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def story_time_of(scenario: Scenario, inject_id: str) -> str | None:
    """Give the story's instant of an inject in ISO form, or None where the story has no clock.

    Between jumps the story runs with the drill: an inject's ``at`` counts, and so does every ``+N`` of it and of
    the injects before it in the file.
    """
    base = datetime.fromisoformat(scenario.story_start) if scenario.story_start else None
    jumped = at = timedelta(0)
    for inject in scenario.injects:
        at = at if inject.at is None else inject.at
        if inject.story_time and (step := _STEP.fullmatch(inject.story_time)):
            jumped += timedelta(**{_UNITS[step.group(2)]: int(step.group(1))})
        elif inject.story_time:
            base, jumped = datetime.fromisoformat(inject.story_time) - at, timedelta(0)
        if inject.id == inject_id:
            break
    return None if base is None else (base + jumped + at).isoformat()
