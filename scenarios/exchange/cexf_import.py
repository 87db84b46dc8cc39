"""CEXF to a scenario and back: what came in and was not touched goes out as it came, to the byte."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from scenarios.exchange.cexf_change import changed_cexf, is_said_by
from scenarios.exchange.cexf_check import check_cexf
from scenarios.exchange.cexf_lift import OURS, lift, mapping
from scenarios.exchange.cexf_write import own_cexf
from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.findings import MOST_FINDINGS
from scenarios.exchange.json_places import read_json
from scenarios.exchange.json_splice import splice
from scenarios.exchange.msel_import import Imported
from scenarios.exchange.whole import whole
from scenarios.exchange.yaml_text import write_scenario
from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.node import Mark
from scenarios.yaml_bytes import UnreadableError

CEXF, KEPT = ".json", "x_cexf"


def import_cexf(data: bytes, file: str, files: Mapping[str, bytes] | None = None) -> Imported:
    """Read the bytes of a CEXF document whose name is *file*; whatever they are, the answer is findings."""
    findings: list[Finding] = []
    report = partial(_report, findings, file)
    try:
        root, text = read_json(data)
    except UnreadableError as error:
        report(error.mark, error.code, **error.parameters)
        return Imported(None, findings)
    if not check_cexf(root, report):
        return Imported(None, sorted(findings))
    cexf = whole(root)
    ours = mapping(cexf["exercise"].get("meta")).get(OURS)
    if OURS in mapping(cexf["exercise"].get("meta")) and not is_said_by(mapping(ours), cexf):
        report(root.find(("exercise", "meta")).mark, "cexf_changed")
    document = scenario_of(cexf, text)
    head = {key: value for key, value in document.items() if key != "injects"}
    written, _starts = write_scenario(head, document["injects"])
    scenario, found = read_scenario_text(written, file, files or {})
    findings += [Finding(file, 1, 1, "error", one.code, one.parameters) for one in found if one.severity == "error"]
    count = len(document["injects"])
    return Imported(written if scenario else None, sorted(findings), rows=count, imported=count if scenario else 0)


def _report(findings: list[Finding], file: str, mark: Mark, code: str, **parameters: Any) -> None:
    if len(findings) < MOST_FINDINGS:
        findings.append(Finding(file, mark.line, mark.column, EXCHANGE_CODES[code][0], code, parameters))


def scenario_of(cexf: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Give the scenario of a sound document, with the document as it stands where it could not be made anew."""
    ours = mapping(cexf["exercise"].get("meta")).get(OURS)
    if isinstance(ours, dict) and is_said_by(ours, cexf):
        document = dict(ours)
        if cexf_text(document).rstrip("\n") == text.rstrip("\n"):
            return document
    else:
        document = lift(cexf)
    injects = document.pop("injects")
    return {**document, KEPT: {"source": text}, "injects": injects}


def cexf_text(document: Mapping[str, Any]) -> str:
    """Write a sound scenario as CEXF."""
    source = mapping(document.get(KEPT)).get("source")
    cexf = _sound(source) if isinstance(source, str) else None
    if not isinstance(source, str) or cexf is None:
        return json.dumps(own_cexf(document), ensure_ascii=False, indent=4) + "\n"
    if scenario_of(cexf, source) == document:
        return source
    bare = {key: value for key, value in document.items() if key != KEPT}
    return splice(source, changed_cexf(cexf, bare))


def _sound(source: str) -> dict[str, Any] | None:
    """Read a document that was kept; nothing where somebody has made it into something else."""
    try:
        root, _text = read_json(source.encode())
    except UnreadableError:
        return None
    return whole(root) if check_cexf(root, _say_nothing) else None


def _say_nothing(*_mark: Mark | str, **_parameters: Any) -> None:
    """Leave findings out: they were told when the file came in."""
