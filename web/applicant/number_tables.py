"""The funnel as tables, for CSV, XLSX and PDF: each step, and the same by each attribute."""

from collections.abc import Mapping
from typing import Any

from scenarios.calls.call import Call
from web.applicant.calls import STEPS
from web.paper.table import Table
from web.words import N_, say

HIDDEN = N_("What would show fewer than five teams stands empty.")


def number_tables(numbers: Mapping[str, Any], call: Call, language: str, *, public: bool) -> list[Table]:
    """Give the steps, then a table per attribute with a column per step; in *public* it is said why cells are empty."""
    notes = (say(language, HIDDEN),) if public else ()
    steps = [_step_words(one["step"], call, language) for one in numbers["steps"]]
    whole = Table(
        say(language, N_("How many teams came how far")), (say(language, N_("Step")), say(language, N_("Teams"))),
        [(words, one["teams"]) for words, one in zip(steps, numbers["steps"], strict=True)], notes,
    )  # fmt: skip
    found = [whole]
    for name, groups in numbers["groups"].items():
        attribute = call.attributes[name]
        rows = []
        for group in groups:
            known = attribute.values.get(group["value"])
            value = known.say(language, call.languages) if known else say(language, N_("not said"))
            rows.append((value, *(group["teams"] or [None] * (len(steps) - 1))))
        if rows:
            title = attribute.title.say(language, call.languages)
            found.append(Table(title, (say(language, N_("Group")), *steps[1:]), rows, notes))
    return found


def _step_words(step: str, call: Call, language: str) -> str:
    if step in STEPS:
        words = STEPS[step]
        return say(language, words)
    return call.stage(step.partition(":")[2]).title.say(language, call.languages)
