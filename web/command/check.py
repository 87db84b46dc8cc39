"""``prontas check``: all that is wrong or doubtful in scenarios and calls, a line each."""

import json
from pathlib import Path

import click

from scenarios.documents import check_document
from scenarios.quote import nearest
from web.command.errors_page import place_of
from web.command.explaining import explain
from web.command.printing import count, document_of, line_of, print_document, summary_of
from web.command.sarif import sarif_of
from web.command.words import Verb, _
from web.words import N_
from web.words.findings import FINDINGS, NEAREST


@click.command(
    cls=Verb, name="check",
    help=N_("Find what is wrong or doubtful in scenarios and calls: files, folders or .zip archives. "
            "Exit code 1 means errors, or with --strict also warnings."),
)  # fmt: skip
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--strict", is_flag=True, help=N_("Let warnings count as errors."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.option("--sarif", "as_sarif", is_flag=True, help=N_("Print a SARIF document, for code hosts."))
@click.option("--explain", "code", metavar="CODE", help=N_("Say what a finding means, with an example."))
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], strict: bool, as_json: bool, as_sarif: bool, code: str | None
) -> None:
    """Check all paths and print all findings at once; or explain one code."""
    if as_json and as_sarif:
        raise click.UsageError("--json --sarif")
    if code is not None:
        _explain(code)
        return
    if not paths:
        raise click.MissingParameter(ctx=ctx, param=next(one for one in ctx.command.params if one.name == "paths"))
    findings = sorted({finding: None for path in paths for finding in check_document(path)})
    errors, warnings = count(findings, "error"), count(findings, "warning")
    if as_json:
        print_document(findings=[document_of(finding) for finding in findings], errors=errors, warnings=warnings)
    elif as_sarif:
        click.echo(json.dumps(sarif_of(findings), ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(line_of(finding))
        if findings:
            page = place_of("CODE")
            click.echo(_("What a code means, with an example: prontas check --explain CODE, or %(page)s", page=page))
        click.echo(summary_of(findings))
    ctx.exit(1 if errors or (strict and warnings) else 0)


def _explain(code: str) -> None:
    if code not in FINDINGS:
        near = nearest(code, FINDINGS)
        unknown = _("There is no finding “%(code)s”.", code=code)
        raise click.UsageError(f"{unknown} {_(NEAREST, nearest=near)}" if near else unknown)
    click.echo(explain(code))
