"""``prontas rehearse``: a whole drill in virtual time, with bots in every seat; readable, or as JSON."""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from scenarios.load import load
from scenarios.package import read_package
from scoring.standings import standings_document
from simulator.rehearsing import Assumed, Rehearsal, Report, rehearse, report_of
from simulator.rehearsing.rating_cost import USUAL_MINUTES
from simulator.rehearsing.rehearsal import Happening
from web.command.printing import line_of, print_document
from web.command.standings import print_standings
from web.command.whole_file import write_whole
from web.command.words import Verb, _, said_in
from web.rehearsal.document import report_document
from web.rehearsal.text import COLUMNS, report_lines
from web.words import N_

ENDINGS = (".html", ".pdf")
INDENT = 20
STYLES = ("best", "worst", "random", "silent", "cover")
MARKS = {
    "drill_started": "STARTEX",
    "drill_ended": "ENDEX",
    "inject_delivered": "→",
    "response_received": "✓",
    "response_taken_over": "✎",
    "inject_lapsed": "✗",
    "inject_skipped": "·",
    "inject_voided": "∅",
    "flag_set": "⚑",
}
SAID = {
    "inject_delivered": N_("delivered"),
    "response_received": N_("answered"),
    "response_taken_over": N_("draft taken over"),
    "inject_lapsed": N_("lapsed"),
    "inject_skipped": N_("skipped"),
    "inject_voided": N_("void"),
    "flag_set": N_("flag set"),
}

REASONS = {
    "condition_false": N_("its condition is false"),
    "predecessor_skipped": N_("what it follows was skipped"),
}


@click.command(
    cls=Verb, name="rehearse",
    help=N_("Play a whole drill with bots in virtual time: every delivery and response, the same for the same seed; "
            "then what was reached and what never is, what falls on whom, silences, weights, evaluators' hours."),
)  # fmt: skip
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--teams", type=click.IntRange(1, 500), metavar="N",
              help=N_("How many teams play; with cover as many as it takes, else three."))  # fmt: skip
@click.option("--play", type=click.Choice(STYLES), default="random", show_default=True,
              help=N_("How well they play; cover takes every branch that can be reached."))  # fmt: skip
@click.option("--seed", type=int, default=1, show_default=True, metavar="N", help=N_("Where their luck comes from."))
@click.option("--for-teams", type=click.IntRange(1, 500), metavar="N",
              help=N_("How many teams the drill will have, for the evaluators' hours; as many as play unless "
                      "given."))  # fmt: skip
@click.option("--raters", type=click.IntRange(1, 9), default=1, show_default=True, metavar="N",
              help=N_("How many evaluators rate each response; a selection asks for two."))  # fmt: skip
@click.option("--minutes-per-response", type=click.FloatRange(0, 600, min_open=True), default=float(USUAL_MINUTES),
              show_default=True, metavar="N",
              help=N_("How long one of them takes to read and rate one response."))  # fmt: skip
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE",
              help=N_("Also write the report with its timeline drawn: .html or .pdf."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(
    ctx: click.Context, path: Path, teams: int | None, play: Any, seed: int, for_teams: int | None, raters: int,
    minutes_per_response: float, to: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Rehearse a scenario without errors."""
    if to is not None and to.suffix.lower() not in ENDINGS:
        raise click.BadParameter(_("The ending of the file says what it is: .html or .pdf."), param_hint="--to")
    if not math.isfinite(minutes_per_response):
        raise click.BadParameter(_("Write a number of minutes, such as 2 or 1.5."), param_hint="--minutes-per-response")
    loaded = load(path)
    if loaded.scenario is None:
        for finding in loaded.findings:
            click.echo(line_of(finding), err=True)
        ctx.exit(1)
    package = read_package(path)
    assumed = Assumed(for_teams, raters, Fraction(str(minutes_per_response)))
    played = rehearse(package.document, files=package.files, teams=teams, style=play, seed=seed)
    report = report_of(played, assumed)
    if to is not None:
        write_whole(to, _page(report, to.suffix.lower()))
    if as_json:
        print_document(**document_of(played, play, seed), report=report_document(report))
        return
    print_story(played)
    for line in report_lines(report, said_in()):
        click.echo(line)
    if played.standings:
        click.echo()
        print_standings(played.standings)
    if to is not None:
        click.echo(_("Written: %(file)s", file=to), err=True)


def _page(report: Report, ending: str) -> bytes:
    # Only who wants a page waits for what draws it.
    from web.rehearsal.showing import report_html, report_pdf

    return report_pdf(report, said_in()) if ending == ".pdf" else report_html(report, said_in()).encode()


def document_of(played: Rehearsal, play: str, seed: int) -> dict[str, Any]:
    """Give the parts of the JSON document that tell what happened; drill times in seconds."""
    standings = standings_document(played.standings)["standings"]
    return {
        "scenario": played.scenario.id, "version": played.scenario.version, "play": play, "seed": seed,
        "teams": list(played.teams), "events": [_event(one) for one in played.happenings],
        "states": {team: dict(states) for team, states in played.states.items()}, "standings": standings,
    }  # fmt: skip


def _event(happening: Happening) -> dict[str, Any]:
    told = {
        "at": happening.at // timedelta(milliseconds=1) / 1000, "kind": happening.kind, "team": happening.team,
        "inject": happening.inject, "chosen": list(happening.chosen) or None, "words": happening.words,
        "state": happening.state, "flag": happening.flag, "reason": happening.reason,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not None}


def print_story(played: Rehearsal) -> None:
    """Print what happened by instant: teams to whom the same happens at once share a line."""
    for line in _lines(played):
        for part in wrap(line, COLUMNS, subsequent_indent=" " * INDENT):
            click.echo(part)


def _lines(played: Rehearsal) -> Iterator[str]:
    for _same, happenings in groupby(played.happenings, key=lambda one: replace(one, team=None)):
        alike = list(happenings)
        yield _line(played, alike[0], [one.team for one in alike if one.team])


def _line(played: Rehearsal, one: Happening, teams: list[str]) -> str:
    seconds = int(one.at.total_seconds())
    clock = f"T+{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if one.kind not in SAID:
        return f"{clock}  {MARKS[one.kind]}"
    who = _("all teams") if len(teams) == len(played.teams) > 1 else ", ".join(teams)
    more = " ".join(filter(None, (*one.chosen, one.flag, _reason(one), f"#{one.words}" if one.words else None)))
    told = f"{clock}  {MARKS[one.kind]} {one.inject or '':<6} {_(SAID[one.kind])}"
    return f"{told} {more}: {who}" if more else f"{told}: {who}"


def _reason(one: Happening) -> str | None:
    return f"({_(REASONS[one.reason])})" if one.reason in REASONS else one.reason
