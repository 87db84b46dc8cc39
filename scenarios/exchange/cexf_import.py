"""CEXF to a scenario and back: what came in and was not touched goes out as it came, to the byte."""

import json
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from scenarios.exchange.cexf_check import check_cexf
from scenarios.exchange.cexf_lift import OURS, lift, mapping, without_ours
from scenarios.exchange.cexf_write import around, changed_cexf, own_cexf
from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.json_places import read_json
from scenarios.exchange.msel_import import Imported
from scenarios.exchange.whole import whole
from scenarios.exchange.yaml_text import write_scenario
from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.node import Mark
from scenarios.yaml_bytes import UnreadableError

CEXF, KEPT = ".json", "x_cexf"
_INDENT = re.compile(r"\n([ \t]+)")


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
    if OURS in mapping(cexf["exercise"].get("meta")) and not _is_ours(cexf):
        report(root.find(("exercise", "meta")).mark, "cexf_changed")
    document = scenario_of(cexf, text)
    head = {key: value for key, value in document.items() if key != "injects"}
    written, _starts = write_scenario(head, document["injects"])
    scenario, found = read_scenario_text(written, file, files or {})
    findings += [Finding(file, 1, 1, "error", one.code, one.parameters) for one in found if one.severity == "error"]
    count = len(document["injects"])
    return Imported(written if scenario else None, sorted(findings), rows=count, imported=count if scenario else 0)


def _report(findings: list[Finding], file: str, mark: Mark, code: str, **parameters: Any) -> None:
    findings.append(Finding(file, mark.line, mark.column, EXCHANGE_CODES[code][0], code, parameters))


def scenario_of(cexf: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Give the scenario of a sound document, with the document as it stands where it could not be made anew."""
    ours = mapping(cexf["exercise"].get("meta")).get(OURS)
    if isinstance(ours, dict) and _is_ours(cexf):
        document = dict(ours)
        if cexf_text(document).rstrip("\n") == text.rstrip("\n"):
            return document
    else:
        document = lift(cexf)
    injects = document.pop("injects")
    return {**document, KEPT: {"source": text}, "injects": injects}


def _is_ours(cexf: Mapping[str, Any]) -> bool:
    """Say whether the scenario kept inside a document is still what the document around it says."""
    ours = mapping(mapping(cexf["exercise"].get("meta")).get(OURS))
    try:
        return around(ours) == without_ours(cexf)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def cexf_text(document: Mapping[str, Any]) -> str:
    """Write a sound scenario as CEXF."""
    source = mapping(document.get(KEPT)).get("source")
    if not isinstance(source, str):
        return json.dumps(own_cexf(document), ensure_ascii=False, indent=4) + "\n"
    cexf = json.loads(source.removeprefix("\ufeff"))
    if scenario_of(cexf, source) == document:
        return source
    bare = {key: value for key, value in document.items() if key != KEPT}
    return _as_before(changed_cexf(cexf, bare), source)


def _as_before(cexf: Mapping[str, Any], source: str) -> str:
    """Write a changed document the way the file was written."""
    indent = found[1] if (found := _INDENT.search(source)) else None
    written = json.dumps(cexf, ensure_ascii=source.isascii() and "\\u" in source, indent=indent)
    return written + ("\n" if source.endswith("\n") else "")
