"""``prontas export``: a scenario as a spreadsheet, a CEXF file, a calendar or a print pack."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from scenarios.exchange.export_scenario import EXPORTS, export_scenario
from scenarios.exchange.moment import Moment
from scenarios.exchange.sheet import ExchangeError
from scenarios.load import Loaded, load
from scenarios.scenario import Scenario
from web.command.importing import Start
from web.command.printing import document_of, line_of, print_document
from web.command.whole_file import write_whole
from web.command.words import Verb, _, said_in
from web.words import N_

CALENDAR, PACKS = ".ics", (".pdf", ".zip")
KINDS = (*EXPORTS, CALENDAR, *PACKS)
_MORNING = timedelta(days=1, hours=9)
_YEARS = range(1900, 2200)


@click.command(
    cls=Verb, name="export",
    help=N_("Write a scenario as a spreadsheet with its MSEL (.xlsx .csv), as CEXF (.json), as a calendar (.ics), or "
            "as a print pack to play from paper: all kits in one .pdf, or a .zip with one PDF each. "
            "What is written as a spreadsheet or as CEXF comes back whole with prontas import."),
)  # fmt: skip
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="FILE",
              help=N_("The file to write; its ending says which kind."))  # fmt: skip
@click.option("--start", type=Start(), metavar="INSTANT",
              help=N_("When STARTEX is, for a calendar or a print pack; a calendar takes the story's own start "
                      "unless given."))  # fmt: skip
@click.option("--kit", "kits", type=click.Choice(["facilitator", "evaluator", "team", "all"]), multiple=True,
              help=N_("Of a print pack only these kits; can be given several times."))  # fmt: skip
@click.option("--teams", multiple=True, metavar="N|NAME[:LANGUAGE],…",
              help=N_("For which teams a pack is: how many, or their names, each with its language; "
                      "without it one without a name for each language."))  # fmt: skip
@click.option("--seat", "seats", multiple=True, metavar="ID",
              help=N_("Of teams' kits only those of this seat; can be given several times."))  # fmt: skip
@click.option("--language", "languages", multiple=True, metavar="CODE",
              help=N_("The languages of a pack; all of the scenario's unless given."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(
    ctx: click.Context, path: Path, to: Path, start: Moment | None, as_json: bool, kits: tuple[str, ...],
    teams: tuple[str, ...], seats: tuple[str, ...], languages: tuple[str, ...],
) -> None:  # fmt: skip
    """Export a scenario without errors."""
    kind = to.suffix.lower()
    asked = {"kits": kits, "teams": teams, "seats": seats, "languages": languages}
    if kind in KINDS and kind not in PACKS and any(asked.values()):
        raise click.UsageError(_("--kit, --teams, --seat and --language are for a print pack (.pdf .zip)."))
    if start and start.instant:
        _within_reach(start.instant)
    loaded = load(path)
    findings = list(loaded.findings) if loaded.scenario is None else []
    if kind not in KINDS:
        findings.append(ExchangeError("exchange_unknown_kind", str(to), kinds=" ".join(KINDS)).finding)
    more: dict[str, Any] = {}
    if loaded.scenario is not None and not findings:
        if kind in PACKS:
            more["kits"] = _pack(to, loaded, start, asked)
        else:
            write_whole(to, _calendar(loaded.scenario, start) if kind == CALENDAR else export_scenario(path, kind))
    if as_json:
        print_document(file=None if findings else str(to), findings=[document_of(one) for one in findings], **more)
    else:
        for finding in findings:
            click.echo(line_of(finding), err=True)
        click.echo(_("Nothing was written.") if findings else _("Written: %(file)s", file=to), err=bool(findings))
    ctx.exit(1 if findings else 0)


def _calendar(scenario: Scenario, start: Moment | None) -> bytes:
    # Only who wants a calendar waits for its library.
    from web.paper.ics import calendar_of

    now = datetime.now(UTC)
    language = said_in()
    return calendar_of(scenario, start_of(scenario, start, now), now, language)


def _within_reach(instant: datetime) -> datetime:
    """Give an instant that a drill's length and any zone may be added to."""
    if instant.year not in _YEARS:
        told = _("Name a year from %(first)s to %(last)s.", first=_YEARS[0], last=_YEARS[-1])
        raise click.BadParameter(told, param_hint="--start")
    return instant


def _pack(to: Path, loaded: Loaded, start: Moment | None, asked: dict[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    # Nor for that of paper.
    from web.command.exporting_pack import write_pack

    return write_pack(to, loaded, start, **asked)


def start_of(scenario: Scenario, start: Moment | None, now: datetime) -> datetime:
    """Give STARTEX: as told, else the story's own start, else tomorrow at nine; say aloud what nobody told."""
    if start and start.instant:
        return start.instant if start.zone is None else start.instant.replace(tzinfo=timezone(start.zone))
    if start:
        raise click.BadParameter(_("A calendar needs a date too: 2031-03-03T09:00-06:00."), param_hint="--start")
    if scenario.story_start:
        told = _within_reach(datetime.fromisoformat(scenario.story_start))
    else:
        told = datetime.combine(now.date(), datetime.min.time()) + _MORNING
    instant = told.isoformat(" ", "minutes")
    click.echo(_("STARTEX was taken to be %(instant)s; --start says otherwise.", instant=instant), err=True)
    return told
