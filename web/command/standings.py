"""``prontas standings``: places and scores from a file of ratings, as the platform computes them."""

from pathlib import Path

import click

from scenarios.finding import Finding
from scenarios.ratings_csv import read_ratings
from scenarios.rules_file import read_rules
from scoring.scoring_error import ScoringError
from scoring.standings import Standing, compute_standings, standings_document
from web.command.printing import line_of, print_document, print_table
from web.command.trouble import Trouble
from web.command.words import Verb, _
from web.words import N_


@click.command(
    cls=Verb, name="standings",
    help=N_("Compute standings from a CSV file with the columns "
            "team,inject,criterion,rater,level[,value,state,seconds]."),
)  # fmt: skip
@click.argument("ratings", type=click.Path(path_type=Path), metavar="CSV")
@click.option("--rules", type=click.Path(path_type=Path), required=True, metavar="YAML",
              help=N_("The rules of the score: injects, criteria, levels."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(ctx: click.Context, ratings: Path, rules: Path, as_json: bool) -> None:
    """Read both files, compute, and print; nothing is computed from files with errors."""
    read, findings = read_rules(rules)
    _tell(findings)
    if read is None:
        ctx.exit(1)
    records, teams, found = read_ratings(ratings, read)
    _tell(found)
    if any(finding.severity == "error" for finding in found):
        ctx.exit(1)
    try:
        standings = compute_standings(read, records, teams)
    except ScoringError as error:
        told = ", ".join(f"{name} {value}" for name, value in error.parameters.items())
        words = _("These ratings cannot be scored: %(code)s (%(told)s).", code=error.code, told=told)
        raise Trouble(words) from None
    if as_json:
        print_document(**{name: part for name, part in standings_document(standings).items() if name != "format"})
    else:
        print_standings(standings)


def _tell(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(line_of(finding), err=True)


def print_standings(standings: tuple[Standing, ...]) -> None:
    """Print places and scores; a team without all its ratings has neither."""
    header = (_("Place"), _("Team"), _("Score"), _("Quality"), _("Time"), _("Rated"))
    rows = [(one.place, one.team, one.score, one.quality, one.time, f"{one.rated}/{one.of}") for one in standings]
    print_table(header, rows)
