"""A drill's own rules of score in YAML: what its scenario leaves open (rules.md 25–28, 32)."""

from collections.abc import Callable
from typing import Any

from scenarios.finding import Finding
from scenarios.node import Node
from scenarios.quote import nearest, quote
from scenarios.rules_fields import read_count, read_list, read_mapping, read_names, read_number, read_text
from scenarios.rules_findings import Findings
from scenarios.yaml_composer import Report
from scenarios.yaml_reader import read_yaml

ADJUST = ("never", "applied")
GATE = ("exact", "least", "two_off")


def parse_score_rules(data: bytes, file: str) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Read the bytes of a file as the facts of ``set_score_rules``; None where a finding is an error.

    Whether criteria and injects bear what it says only the drill's scenario can tell.
    """
    reading = read_yaml(data, file)
    findings = Findings(file, reading.findings)
    facts: dict[str, Any] = {}
    if reading.root is not None:
        for key, entry in read_mapping(reading.root, findings.report, tuple(_READERS)).items():
            facts[key] = _READERS[key](entry.node, findings.report)
    return facts if findings.sound else None, sorted(findings.found)


def _weight(node: Node, report: Report) -> str | None:
    weight = read_number(node, report)
    return None if weight is None else str(node.value)


def _ties(node: Node, report: Report) -> list[Any]:
    return [tie for item in read_list(node, report) if (tie := _tie(item, report)) is not None]


def _tie(node: Node, report: Report) -> str | dict[str, list[str]] | None:
    if not isinstance(node.value, dict):
        return read_text(node, report)
    entries = read_mapping(node, report, ("criteria",))
    if "criteria" not in entries:
        report(node.mark, "missing_key", key="criteria")
        return None
    return {"criteria": [name for _item, name in read_names(entries["criteria"].node, report)]}


def _adjust(node: Node, report: Report) -> str | None:
    if node.value not in ADJUST:
        told = {"value": quote(node.value), "nearest": nearest(str(node.value), ADJUST)}
        report(node.mark, "unknown_choice", key="adjust", choices=", ".join(ADJUST), **told)
        return None
    return str(node.value)


def _flag(node: Node, report: Report) -> bool | None:
    if not isinstance(node.value, bool):
        report(node.mark, "not_boolean", value=quote(node.value))
        return None
    return node.value


def _third(node: Node, report: Report) -> int | None:
    entries = read_mapping(node, report, ("levels",))
    if "levels" in entries:
        return read_count(entries["levels"].node, report)
    report(node.mark, "missing_key", key="levels")
    return None


def _gate(node: Node, report: Report) -> dict[str, int]:
    found = {}
    for key, entry in read_mapping(node, report, GATE).items():
        number = read_number(entry.node, report)
        if number is not None and number.denominator == 1:
            found[key] = int(number)
        elif number is not None:
            report(entry.node.mark, "not_integer", value=quote(entry.node.value))
    return found


_READERS: dict[str, Callable[[Node, Report], Any]] = {
    "ratings": read_count, "time_weight": _weight, "ties": _ties, "randomness": read_text, "adjust": _adjust,
    "two_people": _flag, "appeal_days": read_count, "third": _third, "calibration": _gate,
}  # fmt: skip
