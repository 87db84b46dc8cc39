"""What each path through a scenario weighs, and whether teams on different paths can be compared."""

from collections.abc import Mapping

from scenarios.path_totals import PathTotals, WeighedPath
from simulator.rehearsing.report import Report
from web.paper.table import Table
from web.rehearsal.section import Manner, Section
from web.words import N_, say

# More paths than these are told by what they weigh, with one example each.
MOST_TOLD = 40
# What the paths of `scenarios/checking/paths.py` call the fates that are no option.
FATES: Mapping[str, str] = {
    "not set": N_("not set"), "set by hand": N_("set by hand"), "not pressed": N_("not sent by hand"),
    "delivered": N_("delivered"), "answered": N_("answered"), "lapsed": N_("lapsed"),
}  # fmt: skip


def weighing(report: Report, language: str, _manner: Manner) -> Section:
    """Say what paths weigh."""
    told = report.paths
    tables = [_by_weight(told, language)]
    if 1 < len(told.paths) <= MOST_TOLD:
        tables.append(_each(told, language))
    return Section(say(language, N_("What each path weighs")), _lines(report, language), tuple(tables))


def _lines(report: Report, language: str) -> tuple[str, ...]:
    told, lines = report.paths, list[str]()
    if not report.played.scenario.rated:
        lines.append(say(language, N_("This scenario is not rated: weights are for information.")))
    if told.sampled:
        lines.append(
            say(
                language, N_("%(combinations)s paths are too many: %(walked)s of them were walked, the same ones on "
                "every machine."), combinations=told.combinations, walked=told.walked,
            )
        )  # fmt: skip
    if len(told.paths) > 1:
        lines.append(
            say(language, N_("What leads to the same is one path: an option stands for all that are like it."))
        )
    if told.equal:
        lines.append(say(language, N_("Every path weighs %(weight)s."), weight=told.weights[0]))
    else:
        lines.append(
            say(
                language, N_("Paths differ, so that teams cannot be compared: the lightest weighs %(lightest)s, the "
                "heaviest %(heaviest)s."), lightest=told.weights[0], heaviest=told.weights[-1],
            )
        )  # fmt: skip
    if report.by_hand:
        lines.append(
            say(
                language, N_("What is sent by hand counts too, and no team of a rehearsal gets it: %(injects)s."),
                injects=", ".join(report.by_hand),
            )
        )  # fmt: skip
    return tuple(lines)


def _by_weight(told: PathTotals, language: str) -> Table:
    by_weight: dict[int, list[WeighedPath]] = {}
    for path in told.paths:
        by_weight.setdefault(path.weight, []).append(path)
    heads = (N_("Weight"), N_("Paths"), N_("One of them"))
    rows = [(weight, len(paths), path_words(paths[0], language)) for weight, paths in sorted(by_weight.items())]
    return Table(say(language, N_("By weight")), tuple(say(language, head) for head in heads), rows)


def _each(told: PathTotals, language: str) -> Table:
    heads = (say(language, N_("Path")), say(language, N_("Its choices")), say(language, N_("Weight")))
    rows = [
        (place, path_words(path, language), path.weight) for place, path in enumerate(told.paths, start=1)
    ]  # fmt: skip
    return Table(say(language, N_("Each path")), heads, rows)


def path_words(path: WeighedPath, language: str) -> str:
    """Say what makes a path: what becomes of each inject, or flag, that conditions depend on."""
    told = [f"{subject} {say(language, FATES.get(fate, fate))}" for subject, fate in path.choices]
    return " · ".join(told) or say(language, N_("the only one"))
