"""The report as a fragment for a page, as a document that stands for itself, and as PDF."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

import web.paper
from simulator.rehearsing.report import Report
from web.facilitator.showing import CHANNELS
from web.paper.page import MARKS
from web.paper.pdf import pdf_of
from web.paper.saying import speaker
from web.paper.table import Table
from web.rehearsal.saying import clock, length
from web.rehearsal.sections import sections_of
from web.rehearsal.timeline import icon_of, panels_of
from web.words import N_, say

HERE, PAPER = Path(__file__).parent, Path(web.paper.__file__).parent


def report_markup(report: Report, language: str) -> Markup:
    """Give the report as a fragment of a page that has the style sheet ``rehearsal/report.css``."""
    # The template escapes what it is given.
    return Markup(_templates().get_template("rehearsal/body.html").render(_facts(report, language)))  # noqa: S704


def report_html(report: Report, language: str) -> str:
    """Give the report as one HTML file with its styles inside, marked as a rehearsal's; it opens no address."""
    facts = _facts(report, language) | {
        "styles": _styles(), "mark": say(language, MARKS[True]), "paper_language": language,
    }  # fmt: skip
    return _templates().get_template("rehearsal/paper.html").render(facts)


def report_pdf(report: Report, language: str) -> bytes:
    """Give the same as PDF; refuse where the library for it is missing."""
    return pdf_of(report_html(report, language))


def _facts(report: Report, language: str) -> dict[str, Any]:
    scenario = report.played.scenario
    channels = {one.inject for run in report.runs for one in run.comings}
    used = dict.fromkeys(inject.channel for inject in scenario.injects if inject.id in channels)
    return {
        "_": speaker(language), "title": scenario.title.say(language, scenario.languages), "scenario": scenario,
        "sections": sections_of(report, language), "panels": panels_of(report, language),
        "legend": [(icon_of(channel), say(language, CHANNELS[channel])) for channel in used],
        "in_words": in_words(report, language),
    }  # fmt: skip


def in_words(report: Report, language: str) -> Table:
    """Give the timeline as a table: what comes when, to whom, until when it may be answered, and on what condition."""
    heads = (N_("First at"), N_("Inject"), N_("Channel"), N_("To"), N_("Time to answer"), N_("Condition"))
    return Table(
        say(language, N_("The timeline in words")), tuple(say(language, head) for head in heads),
        list(_lines(report, language)),
    )  # fmt: skip


def _lines(report: Report, language: str) -> Iterator[tuple[str, ...]]:
    scenario = report.played.scenario
    first: dict[str, Any] = {}
    for run in report.runs:
        for one in run.comings:
            first[one.inject] = min(one.at, first.get(one.inject, one.at))
    for inject in sorted(scenario.injects, key=lambda one: (one.id not in first, first.get(one.id))):
        seats = [scenario.seats[seat].title.say(language, scenario.languages) for seat in inject.to]
        due = inject.ask.due if inject.ask else None
        yield (
            clock(first[inject.id]) if inject.id in first else say(language, N_("never")),
            f"{inject.id} · {inject.title.say(language, scenario.languages)}",
            say(language, CHANNELS[inject.channel]), ", ".join(seats) or say(language, N_("Whole team")),
            length(language, due) if due else "", inject.if_ or "",
        )  # fmt: skip


@cache
def _templates() -> Environment:
    folders = [HERE / "templates", PAPER / "templates"]
    return Environment(loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def _styles() -> Markup:
    # Our own files: nothing a person typed is in them.
    return Markup((PAPER / "paper.css").read_text() + (HERE / "paper.css").read_text())  # noqa: S704
