"""``prontas check``: all that is wrong or doubtful in scenarios and calls, a line each."""

import json
from pathlib import Path

import click

from scenarios.documents import check_document
from web.command.printing import count, document_of, line_of, print_document, summary_of
from web.command.sarif import sarif_of
from web.command.words import Verb
from web.words import N_


@click.command(
    cls=Verb, name="check",
    help=N_("Find what is wrong or doubtful in scenarios and calls: files, folders or .zip archives. "
            "Exit code 1 means errors, or with --strict also warnings."),
)  # fmt: skip
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--strict", is_flag=True, help=N_("Let warnings count as errors."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.option("--sarif", "as_sarif", is_flag=True, help=N_("Print a SARIF document, for code hosts."))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], strict: bool, as_json: bool, as_sarif: bool) -> None:
    """Check all paths and print all findings at once."""
    if as_json and as_sarif:
        raise click.UsageError("--json --sarif")
    findings = sorted({finding: None for path in paths for finding in check_document(path)})
    errors, warnings = count(findings, "error"), count(findings, "warning")
    if as_json:
        print_document(findings=[document_of(finding) for finding in findings], errors=errors, warnings=warnings)
    elif as_sarif:
        click.echo(json.dumps(sarif_of(findings), ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(line_of(finding))
        click.echo(summary_of(findings))
    ctx.exit(1 if errors or (strict and warnings) else 0)
