"""``prontas reliability``: how far raters agree, from a table of unit, rater, value."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from scenarios.unit_ratings_csv import read_unit_ratings
from scoring.agreement.alpha import RELIABLE, SCALES, TENTATIVE, UNRELIABLE, read_alpha
from scoring.agreement.reliability import Reliability, measure_reliability
from scoring.agreement.statistic import Statistic
from web.command.printing import print_document, print_table, tell_findings
from web.command.words import Verb, _, said_in
from web.words import N_
from web.words.statistics import words_of_reason

READINGS = {
    RELIABLE: N_("Alpha is .800 or more: conclusions may rely on these ratings."),
    TENTATIVE: N_("Alpha is between .667 and .800: these ratings allow tentative conclusions only."),
    UNRELIABLE: N_("Alpha is below .667: draw no conclusions from these ratings."),
}


def read_levels(ctx: click.Context, option: click.Parameter, written: str | None) -> tuple[str, ...] | None:
    """Read the levels, from worst to best, between commas."""
    if written is None:
        return None
    levels = tuple(level.strip() for level in written.split(","))
    if len(levels) < 2 or not all(levels) or len(set(levels)) < len(levels):
        raise click.BadParameter(_("Name two levels or more, each once, between commas."))
    return levels


@click.command(
    cls=Verb, name="reliability",
    help=N_("Measure how far raters agree, from a CSV file with the columns unit,rater,value: Krippendorff's alpha, "
            "where each has rated each unit the intraclass correlations, and for two raters kappa."),
)  # fmt: skip
@click.argument("ratings", type=click.Path(path_type=Path), metavar="CSV")
@click.option("--scale", type=click.Choice(SCALES), required=True,
              help=N_("What the values are: names, an order, distances, or distances from zero."))  # fmt: skip
@click.option("--levels", callback=read_levels, metavar="U,M,S,P",
              help=N_("All levels from worst to best; each value is one of them and counts as its place."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(ctx: click.Context, ratings: Path, scale: str, levels: tuple[str, ...] | None, as_json: bool) -> None:
    """Read, measure and print; nothing is measured from a file with errors."""
    read, findings = read_unit_ratings(ratings, scale, levels)
    if not tell_findings(findings):
        ctx.exit(1)
    measured = measure_reliability(read, scale, range(len(levels)) if levels else None)
    if as_json:
        print_document(**document_of(measured))
    else:
        print_figures(measured)


def document_of(measured: Reliability) -> dict[str, Any]:
    """Give the parts of the JSON document; what is undefined is null and has its reason."""
    reasons = {
        name: {"code": missing.reason, "text": words_of_reason(missing, said_in())}
        for name, missing in _missing(measured).items()
    }
    return {
        "scale": measured.scale, "alpha": measured.alpha.value,
        "icc": _values(measured.icc), "kappa": _values(measured.kappa),
        "units": measured.units, "raters": measured.raters, "ratings": measured.ratings,
        "reason": next((reason["text"] for reason in reasons.values()), None), "reasons": reasons,
    }  # fmt: skip


def _missing(measured: Reliability) -> dict[str, Statistic]:
    """Give the first figure of each kind that is undefined, alpha first."""
    kinds = {"alpha": {"": measured.alpha}, "icc": measured.icc, "kappa": measured.kappa}
    first = {
        kind: next((figure for figure in figures.values() if figure.reason), None) for kind, figures in kinds.items()
    }
    return {kind: figure for kind, figure in first.items() if figure}


def _values(figures: Mapping[str, Statistic]) -> dict[str, float | None] | None:
    values = {name: figure.value for name, figure in figures.items()}
    return None if all(value is None for value in values.values()) else values


def print_figures(measured: Reliability) -> None:
    """Print the figures, what alpha allows to conclude, and why others are missing."""
    counted = {"units": measured.units, "raters": measured.raters, "ratings": measured.ratings}
    click.echo(_("Units: %(units)s. Raters: %(raters)s. Ratings: %(ratings)s.", **counted))
    figures = {
        "alpha": measured.alpha, **measured.icc, **{f"kappa {name}": one for name, one in measured.kappa.items()}
    }  # fmt: skip
    print_table((_("Figure"), _("Value")), [(name, _written(one.value)) for name, one in figures.items()])
    if measured.alpha.value is not None:
        click.echo(_(READINGS[read_alpha(measured.alpha.value)]))
    for kind, missing in _missing(measured).items():
        click.echo(f"{kind}: {words_of_reason(missing, said_in())}")


def _written(value: float | None) -> str | None:
    return None if value is None else f"{value:.4f}"
