"""Findings as SARIF 2.1.0, the format in which code hosts show the results of linters."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from scenarios.finding import Finding
from web.command.errors_page import entries, place_of
from web.command.explaining import sentence_of
from web.command.words import said_in
from web.words.findings import words_of_finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_of(findings: Sequence[Finding]) -> dict[str, Any]:
    """Give the document of one run; columns count code points, as SARIF is told."""
    driver = {
        "name": "prontas",
        "version": version("prontas"),
        "rules": [_rule(code) for code in sorted({finding.code for finding in findings})],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    # SARIF wants an absolute helpUri, and the page has no address of its own: its text goes along instead.
    said = entries().get(code, "")
    help_text = f"{said}\n\n{place_of(code)}".strip()
    return {
        "id": code,
        "shortDescription": {"text": sentence_of(code)},
        "help": {"text": help_text, "markdown": help_text},
    }


def _result(finding: Finding) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(PurePath(finding.file).as_posix())},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": words_of_finding(finding, said_in())},
        "locations": [{"physicalLocation": place}],
    }
