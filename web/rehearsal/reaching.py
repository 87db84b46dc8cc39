"""What the teams of a rehearsal reached, which way each took, and why the rest was never reached."""

from collections.abc import Mapping

from simulator.bots.reach import What
from simulator.rehearsing.coverage import Coverage, Never, Reason
from simulator.rehearsing.report import Report
from simulator.rehearsing.runs import Coming, Run
from web.paper.table import Table
from web.rehearsal.saying import clock, teams
from web.rehearsal.section import Manner, Section
from web.words import N_, say, say_count

NEVER: Mapping[What, str] = {
    "inject": N_("Inject %(name)s never comes"),
    "skip": N_("Inject %(name)s is never left out"),
    "option": N_("Option %(option)s of inject %(name)s is never taken"),
    "answer": N_("Inject %(name)s is never answered"),
    "lapse": N_("Inject %(name)s never lapses"),
    "flag": N_("Flag %(name)s is never set"),
    "unset": N_("No team ends without flag %(name)s"),
}
REASONS: Mapping[Reason, str] = {
    "not_played": N_("it can be reached, but none of these teams went there"),
    "by_hand": N_("a facilitator sends it by hand, and in a rehearsal nobody does"),
    "predecessor": N_("what it follows never comes: %(about)s"),
    "never_due": N_("the drill is over before it falls due"),
    "atoms": N_("its condition needs what never holds: %(about)s"),
    "contradiction": N_("its condition held for no team that was thought of: %(about)s"),
    "always_true": N_("its condition holds on every way"),
    "nobody_sets": N_("nothing sets it; only a facilitator can, by hand"),
    "setters": N_("only what is never reached sets it: %(about)s"),
    "always_set": N_("it is set on every way"),
}


def reaching(report: Report, language: str, _manner: Manner) -> Section:
    """Say what was reached and what never is."""
    told = report.coverage
    return Section(
        title=say(language, N_("What the teams reach")),
        lines=_lines(told, language),
        tables=(_injects(report, language), _ways(report, language)),
        points=_points(told, language),
    )


def _points(told: Coverage, language: str) -> tuple[str, ...]:
    small = [one for one in told.never if one.reason == "not_played" and one.target.what not in ("inject", "flag")]
    points = [never_words(one, language) for one in told.never if one not in small]
    if small:
        points.append(
            say_count(
                language, "%(n)s more option, answer or silence can be reached, but none of these teams went there.",
                "%(n)s more options, answers and silences can be reached, but none of these teams went there.",
                len(small),
            )
        )  # fmt: skip
    return tuple(points) or (say(language, N_("Nothing is left that no team reaches.")),)


def never_words(never: Never, language: str) -> str:
    """Say what is never reached, and why."""
    what = say(language, NEVER[never.target.what], name=never.target.name, option=never.target.option)
    why = say(language, REASONS[never.reason], about=", ".join(never.about))
    return say(language, N_("%(what)s: %(why)s."), what=what, why=why)


def _lines(told: Coverage, language: str) -> tuple[str, ...]:
    lines = [
        say(
            language, N_("%(teams)s reached %(reached)s of %(of)s: injects, answers, silences, options, conditions "
            "that are false, flags set and not set."), teams=teams(language, told.played), reached=len(told.reached),
            of=told.of,
        ),
        say_count(
            language, "%(n)s team is enough to reach all that can be reached.",
            "%(n)s teams are enough to reach all that can be reached.", told.needed,
        ),
    ]  # fmt: skip
    if told.sampled:
        lines.append(
            say(
                language, N_("The script has more paths than can be walked; %(plays)s plays were thought through. What "
                "is called unreachable may be reachable all the same."), plays=told.thought_of,
            )
        )  # fmt: skip
    return tuple(lines)


def _injects(report: Report, language: str) -> Table:
    comings: dict[str, list[Coming]] = {}
    for run in report.runs:
        for one in run.comings:
            comings.setdefault(one.inject, []).append(one)
    rows = []
    for inject in report.played.scenario.injects:
        here = comings.get(inject.id, [])
        options = [option.id for option in inject.ask.options] if inject.ask else []
        taken = [f"{option} {sum(option in one.chosen for one in here)}" for option in options]
        first = clock(min(one.at for one in here)) if here else "–"
        asked = inject.ask is not None
        states = [sum(one.state == state for one in here) if asked else "" for state in ("answered", "lapsed")]
        rows.append((inject.id, first, len(here), len(report.runs) - len(here), *states, ", ".join(taken)))
    heads = (N_("Inject"), N_("First at"), N_("Comes"), N_("Left out"), N_("Answered"), N_("Lapsed"), N_("Options"))
    title = say(language, N_("What became of each inject, in so many teams"))
    return Table(title, tuple(say(language, head) for head in heads), rows)


def _ways(report: Report, language: str) -> Table:
    heads = (N_("Team"), N_("Weight"), N_("Its way"))
    rows = [(run.team, run.weight, _way(report, run)) for run in report.runs]
    return Table(
        say(language, N_("The way of each team")), tuple(say(language, head) for head in heads), rows,
        (say(language, N_("Options it took; ✗ what it let lapse.")),),
    )  # fmt: skip


def _way(report: Report, run: Run) -> str:
    told = [f"{one.inject} {'+'.join(one.chosen) or '✗'}" for one in run.comings if one.chosen or one.state == "lapsed"]
    return " · ".join(told)
