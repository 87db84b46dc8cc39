"""A selection rules file (design.md §4) to the rules that award seats, and the places its findings point to."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.bounded_file import read_bytes
from scenarios.finding import Finding
from scenarios.node import Mark, Node
from scenarios.quota_fields import Quotas, read_caps, read_choice, read_floors
from scenarios.rules_fields import read_count, read_mapping, read_number, read_text
from scenarios.rules_findings import Findings
from scenarios.yaml_bytes import MOST_BYTES
from scenarios.yaml_composer import Report
from scenarios.yaml_reader import read_yaml
from scoring.selection.contradictions import contradictions, out_of_reach
from scoring.selection.selection_rules import METHODS, SelectionRules

KEYS = ("seats", "threshold", "method", "caps", "floors", "randomness", "smallest")


@dataclass(frozen=True)
class SelectionFile:
    """Hold the rules of a file, its SHA-256 as it is published beforehand, and where its attributes are named.

    *values* are the places of the values that each attribute is asked for.
    """

    rules: SelectionRules
    file: str
    digest: str
    attributes: Mapping[str, Mark]
    values: Mapping[tuple[str, str], Mark]


def read_selection_rules(path: Path) -> tuple[SelectionFile | None, list[Finding]]:
    """Read a rules file; ``None`` where a finding is an error."""
    findings = Findings(str(path))
    data = read_bytes(path, MOST_BYTES, findings)
    return (None, findings.found) if data is None else parse_selection_rules(data, str(path))


def parse_selection_rules(data: bytes, file: str) -> tuple[SelectionFile | None, list[Finding]]:
    """Read the bytes of a rules file as ``read_selection_rules`` does."""
    reading = read_yaml(data, file)
    findings, quotas = Findings(file, reading.findings), Quotas()
    parts = _read_parts(reading.root, quotas, findings.report) if reading.root else {}
    if findings.sound:
        caps, floors = quotas.caps, quotas.floors
        for found in (*contradictions(caps, floors), *out_of_reach(parts["seats"], caps, floors)):
            findings.report(quotas.marks[found.kind][found.number - 1], found.code, **found.parameters)
    if not findings.sound:
        return None, sorted(findings.found)
    rules = SelectionRules(**parts, caps=tuple(quotas.caps), floors=tuple(quotas.floors))
    digest = hashlib.sha256(data).hexdigest()
    return SelectionFile(rules, file, digest, quotas.attributes, quotas.values), sorted(findings.found)


def _read_parts(root: Node, quotas: Quotas, report: Report) -> dict[str, Any]:
    """Give the arguments of ``SelectionRules`` but for caps and floors; sound only where nothing was reported."""
    nodes = {key: entry.node for key, entry in read_mapping(root, report, KEYS).items()}
    if isinstance(root.value, dict) and "seats" not in nodes:
        report(root.mark, "missing_key", key="seats")
    if "caps" in nodes:
        read_caps(nodes["caps"], quotas, report)
    if "floors" in nodes:
        read_floors(nodes["floors"], quotas, report)
    parts: dict[str, Any] = {
        key: read(nodes[key], report)
        for key, read in (
            ("seats", read_count),
            ("threshold", read_number),
            ("randomness", read_text),
            ("smallest", read_count),
        )
        if key in nodes
    }
    if "method" in nodes:
        parts["method"] = read_choice(nodes["method"], "method", METHODS, report)
    return parts
