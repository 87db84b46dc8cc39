"""The evaluator's kit: the rubric with its anchors, and a sheet per rated inject and criterion, teams by code only."""

from typing import Any

from injects.inject import Inject
from simulator.reading.inject import Words
from web.markdown import to_html
from web.paper.pack.kit import Kit, drill_title
from web.paper.pack.staff_inject import asked_view
from web.paper.pack.subject import Subject

UNNAMED_ROWS = 12


def evaluator_facts(subject: Subject, kit: Kit) -> dict[str, Any]:
    """Give what stands in the evaluator's kit in one language; not one team's name is in it (rules.md 33)."""
    scenario = subject.scenario
    criteria = {name: _criterion(subject, name, kit.language) for name in (scenario.rubric.criteria if scenario.rubric
                                                                             else ())}  # fmt: skip
    codes = sorted(team.code for team in subject.teams if team.code)
    return {
        "title": drill_title(subject, kit.language), "levels": scenario.levels, "criteria": criteria,
        "codes": codes or [""] * UNNAMED_ROWS,
        "injects": [_rated(subject, inject, kit.language) for inject in subject.injects if inject.id in subject.rated],
    }  # fmt: skip


def _criterion(subject: Subject, name: str, language: str) -> dict[str, Any]:
    scenario = subject.scenario
    say, rubric = Words(scenario, language), scenario.rubric
    if rubric is None:
        raise KeyError(name)
    criterion = rubric.criteria[name]
    # The best first, as a rubric is read.
    anchors = [(level, say(criterion.levels.get(level)) or "") for level in reversed(rubric.levels)]
    return {"id": name, "title": say(criterion.title), "weight": criterion.weight, "anchors": anchors}


def _rated(subject: Subject, inject: Inject, language: str) -> dict[str, Any]:
    say = Words(subject.scenario, language)
    benchmarks = inject.ask.benchmarks if inject.ask else ()
    return asked_view(subject, inject, language) | {
        "id": inject.id, "title": say(inject.title), "body": to_html(say(inject.body) or ""),
        "criteria": subject.rated[inject.id],
        "benchmarks": [(one.level, to_html(say(one.text) or "")) for one in benchmarks],
    }  # fmt: skip
