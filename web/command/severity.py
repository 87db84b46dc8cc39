"""``prontas severity``: how strict each rater is, and each unit's mean without it."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from scenarios.unit_ratings_csv import read_unit_ratings
from scoring.agreement.alpha import INTERVAL
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import Adjustment, adjust_severity
from web.command.printing import print_document, print_table, tell_findings
from web.command.trouble import Trouble
from web.command.words import Verb, _, said_in
from web.words import N_
from web.words.statistics import REASONS, words_of_caution, words_of_groups

_NUMBER = re.compile(r"[0-9]{1,18}(?:[.][0-9]{0,18})?|[.][0-9]{1,18}")


def read_number(ctx: click.Context, option: click.Parameter, written: str | None) -> Fraction | None:
    """Read a number that is not negative, exactly as it is written."""
    if written is None:
        return None
    if not _NUMBER.fullmatch(written):
        raise click.BadParameter(_("Write a number that is not below zero, such as 5 or 0.5."))
    return Fraction(written)


@click.command(
    cls=Verb, name="severity",
    help=N_("Tell raters' severity from the quality of what they rated, from a CSV file with the columns "
            "unit,rater,value: rating = unit + severity, and all severities together are zero. "
            "A negative one is strict."),
)  # fmt: skip
@click.argument("ratings", type=click.Path(path_type=Path), metavar="CSV")
@click.option("--shrinkage", callback=read_number, metavar="L",
              help=N_("Take off n/(n+L) of a severity that rests on n ratings; all of it unless given."))  # fmt: skip
@click.option("--cap", callback=read_number, metavar="C",
              help=N_("The most that is taken off or put on; no limit unless given."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(ctx: click.Context, ratings: Path, shrinkage: Fraction | None, cap: Fraction | None, as_json: bool) -> None:
    """Read, adjust and print; nothing is adjusted where raters are not connected."""
    read, findings = read_unit_ratings(ratings, INTERVAL)
    if not tell_findings(findings):
        ctx.exit(1)
    try:
        adjusted = adjust_severity(read, shrinkage=shrinkage or 0, cap=cap)
    except ScoringError as error:
        raise Trouble(_explain(error)) from None
    if as_json:
        print_document(**document_of(adjusted))
    else:
        print_adjusted(adjusted)


def _explain(error: ScoringError) -> str:
    if error.code == "raters_not_connected":
        return words_of_groups(error.parameters["groups"], error.parameters["links"], said_in())
    return _(REASONS[error.code])


def document_of(adjusted: Adjustment) -> dict[str, Any]:
    """Give the parts of the JSON document, each list by id in code-point order."""
    units = [
        {"unit": one.unit, "raw": float(one.raw), "adjusted": float(one.adjusted), "ratings": one.ratings}
        for one in adjusted.units
    ]
    raters = [
        {
            "rater": one.rater, "severity": float(one.severity), "estimate": float(one.estimate),
            "ratings": one.ratings, "standard_error": one.standard_error,
        }
        for one in adjusted.raters
    ]  # fmt: skip
    warnings = [
        {"code": one.code, "text": words_of_caution(one, said_in()), "rater": one.rater} for one in adjusted.cautions
    ]
    return {"units": units, "raters": raters, "warnings": warnings}


def print_adjusted(adjusted: Adjustment) -> None:
    """Print units, raters and what to look at."""
    header = (_("Unit"), _("Raw"), _("Adjusted"), _("Ratings"))
    units = [(one.unit, _written(one.raw), _written(one.adjusted), one.ratings) for one in adjusted.units]
    print_table(header, units)
    click.echo()
    by_rater = (_("Rater"), _("Severity"), _("Estimate"), _("Ratings"), _("Standard error"))
    raters = [
        (one.rater, _written(one.severity), _written(one.estimate), one.ratings, _written(one.standard_error))
        for one in adjusted.raters
    ]
    print_table(by_rater, raters)
    for caution in adjusted.cautions:
        click.echo(words_of_caution(caution, said_in()))


def _written(number: Fraction | float | None) -> str | None:
    # What rounds to nothing has no sign.
    return None if number is None else f"{round(float(number), 4) + 0.0:.4f}"
