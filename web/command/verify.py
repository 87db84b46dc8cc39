"""``prontas verify``: whether a bundle holds, and the first row that does not follow; no database is needed."""

from pathlib import Path
from typing import Any

import click

from scenarios.package_bounds import PackageError
from simulator.bundle.fault import Fault
from simulator.bundle.opening import Bundle, open_bundle
from simulator.bundle.verifying import Verdict, verify_bundle
from web.command.printing import document_of, line_of, print_document
from web.command.words import Verb, _, said_in
from web.words import N_
from web.words.bundles import words_of_fault

SHOWN = 20


@click.command(
    cls=Verb, name="verify",
    help=N_("Check a bundle: that its chain holds, and that standings and awards follow from ratings."),
)  # fmt: skip
@click.argument("path", type=click.Path(path_type=Path), metavar="BUNDLE")
@click.option("--head", metavar="HASH", help=N_("A hash that was published; it must be one of the chain."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(ctx: click.Context, path: Path, head: str | None, as_json: bool) -> None:
    """Verify, and tell what was found; the first that does not follow comes first."""
    try:
        with open_bundle(path) as bundle:
            verdict = verify_bundle(bundle, head.strip().lower() if head else None)
            told = document(bundle, verdict)
    except PackageError as error:
        if as_json:
            print_document(holds=False, faults=[document_of(error.finding)])
        else:
            click.echo(line_of(error.finding), err=True)
        ctx.exit(1)
    if as_json:
        print_document(**told)
    else:
        _tell(bundle, verdict, head)
    ctx.exit(0 if verdict.holds else 1)


def document(bundle: Bundle, verdict: Verdict) -> dict[str, Any]:
    """Give the parts of the JSON document."""
    manifest = bundle.manifest
    return {
        "bundle": {name: manifest.get(name) for name in ("kind", "of", "as_of", "product", "schema")},
        "holds": verdict.holds, "heads": verdict.heads, "head": verdict.head, "checked": verdict.counts,
        "faults": [_fault(one) for one in verdict.faults],
    }  # fmt: skip


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file, "line": fault.line, "seq": fault.seq, "code": fault.code,
        "message": words_of_fault(fault, said_in()), "parameters": dict(fault.parameters),
    }  # fmt: skip


def _tell(bundle: Bundle, verdict: Verdict, head: str | None) -> None:
    for fault in verdict.faults[:SHOWN]:
        click.echo(_line(fault))
    if len(verdict.faults) > SHOWN:
        click.echo(_("… and %(n)s more.", n=len(verdict.faults) - SHOWN))
    if not verdict.holds:
        return
    click.echo(_("This bundle holds. Rows of the log: %(rows)s, ratings: %(ratings)s.", **verdict.counts))
    for stream, found in verdict.heads.items():
        click.echo(f"{stream}: {found['seq']} {found['hash']}")
    if verdict.head is not None:
        told = _("The published hash is that of row %(seq)s of %(of)s in %(stream)s.", **verdict.head)
        click.echo(told)
    elif head is None:
        click.echo(_("Compare the hash with the one that was published, or give it by --head."))
    if verdict.counts["erased"]:
        click.echo(_("Responses whose words were erased: %(n)s.", n=verdict.counts["erased"]))


def _line(fault: Fault) -> str:
    place = fault.file if fault.line is None else f"{fault.file}:{fault.line}"
    seq = "" if fault.seq is None else f" [seq {fault.seq}]"
    return f"{place}:{seq} {fault.code} {words_of_fault(fault, said_in())}"
