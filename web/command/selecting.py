"""``prontas select``: awards from a file of candidates by announced rules, with the reason of each."""

from pathlib import Path
from typing import Any

import click

from scenarios.candidates_csv import read_candidates
from scenarios.selection_rules import SelectionFile, read_selection_rules
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.document import selection_document
from scoring.selection.selection import Selection, select
from web.command.printing import print_document, print_table, tell_findings
from web.command.trouble import Trouble
from web.command.words import Verb, _, said_in
from web.words import N_
from web.words.selection import number, words_of_reason, words_of_relaxation, words_of_selection_error


@click.command(
    cls=Verb, name="select",
    help=N_("Select who is given seats, from a CSV file with the columns id,size,merit[,least] and any attributes, "
            "and say the reason of each."),
)  # fmt: skip
@click.argument("candidates", type=click.Path(path_type=Path), metavar="CSV")
@click.option("--rules", type=click.Path(path_type=Path), required=True, metavar="YAML",
              help=N_("The rules of the selection: seats, threshold, caps, floors."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(ctx: click.Context, candidates: Path, rules: Path, as_json: bool) -> None:
    """Read both files, select, and print; nothing is selected from files with errors."""
    source, findings = read_selection_rules(rules)
    if not tell_findings(findings) or source is None:
        ctx.exit(1)
    read, found = read_candidates(candidates, source)
    if not tell_findings(found):
        ctx.exit(1)
    try:
        selection = select(source.rules, read)
    except ScoringError as error:
        raise Trouble(words_of_selection_error(error, said_in())) from None
    if as_json:
        print_document(**document_of(source, selection))
    else:
        print_selection(source, selection, {candidate.id: candidate for candidate in read})


def document_of(source: SelectionFile, selection: Selection) -> dict[str, Any]:
    """Give the parts of the JSON document: the selection, each reason also in words, and the hash of the rules file."""
    document = selection_document(source.rules, selection)
    certificate = document.pop("certificate")
    for name, reason in document["reasons"].items():
        words = words_of_reason(selection.reasons[name], said_in())
        document["reasons"][name] = {"code": reason.pop("code"), "text": words, **reason}
    return {**document, "rules_hash": source.digest, "certificate": certificate}


def print_selection(source: SelectionFile, selection: Selection, candidates: dict[str, Candidate]) -> None:
    """Print the ranking with everybody's reason, then what was relaxed, the seats and the total."""
    rows = [
        (
            place,
            name,
            number(candidates[name].merit),
            candidates[name].size,
            selection.seats.get(name),
            words_of_reason(selection.reasons[name], said_in()),
        )
        for place, name in enumerate(selection.ranking, 1)
    ]
    print_table((_("Rank"), _("Team"), _("Merit"), _("Asked"), _("Seats"), _("Reason")), rows)
    click.echo()
    for relaxation in selection.relaxed:
        click.echo(words_of_relaxation(relaxation, source.rules.floors[relaxation.floor - 1].where, said_in()))
    given = {"given": selection.certificate.seats, "seats": source.rules.seats, "total": number(selection.total)}
    click.echo(_("Seats given: %(given)s of %(seats)s. Total of merit × seats: %(total)s.", **given))
    click.echo(_("SHA-256 of the rules file: %(digest)s", digest=source.digest))
