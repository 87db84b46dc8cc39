"""A standings rules file (design.md §4), or a scenario, to the rules that scoring computes by."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from injects.inject import Ask
from scenarios.bounded_file import read_bytes
from scenarios.finding import Finding
from scenarios.node import Node
from scenarios.rules_fields import in_seconds, read_count, read_mapping, read_text
from scenarios.rules_findings import Findings
from scenarios.rules_parts import (
    read_criteria,
    read_injects,
    read_levels,
    read_penalties,
    read_ties,
    read_time_weight,
)
from scenarios.scenario import Scenario
from scenarios.yaml_bytes import MOST_BYTES
from scenarios.yaml_composer import Report
from scenarios.yaml_reader import read_yaml
from scoring.rubric import Rubric
from scoring.rules import DRAW, InjectRule, Rules

KEYS = ("injects", "criteria", "levels", "time_weight", "penalties", "ties", "ratings", "randomness")
REQUIRED = ("injects", "levels")
# A scenario without a rubric may still score choices; their values are places on this scale (HSEEP).
USUAL_LEVELS = ("U", "M", "S", "P")


def read_rules(path: Path) -> tuple[Rules | None, list[Finding]]:
    """Read a rules file; ``None`` where a finding is an error."""
    findings = Findings(str(path))
    data = read_bytes(path, MOST_BYTES, findings)
    return (None, findings.found) if data is None else parse_rules(data, str(path))


def parse_rules(data: bytes, file: str) -> tuple[Rules | None, list[Finding]]:
    """Read the bytes of a rules file as ``read_rules`` does."""
    reading = read_yaml(data, file)
    findings = Findings(file, reading.findings)
    parts = _read_parts(reading.root, findings.report) if reading.root else {}
    return Rules(**parts) if findings.sound else None, sorted(findings.found)


def rules_of(scenario: Scenario) -> Rules:
    """Give the rules a scenario states: no penalties, no weight of time, one rating, shared places."""
    rubric = scenario.rubric.rubric if scenario.rubric else Rubric(USUAL_LEVELS, {})
    asks = {inject.id: inject.ask for inject in scenario.injects if scenario.rated and inject.weight}
    return Rules(rubric, {inject: _rule_of(ask) for inject, ask in asks.items() if ask})


def rated_injects(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """Name, per inject whose answer evaluators rate, the criteria that they rate it by."""
    return {name: rule.criteria for name, rule in rules_of(scenario).injects.items() if rule.criteria}


def _rule_of(ask: Ask) -> InjectRule:
    target = ask.target_or_default
    return InjectRule(
        weight=ask.weight,
        criteria=ask.criteria if ask.asks_words else (),
        due=None if ask.due is None else in_seconds(ask.due),
        target=None if target is None else in_seconds(target),
    )


def _read_parts(root: Node, report: Report) -> dict[str, Any]:
    """Give the arguments of ``Rules``; they hold together only where nothing was reported."""
    nodes = {key: entry.node for key, entry in read_mapping(root, report, KEYS).items()}
    if isinstance(root.value, dict):
        for key in (key for key in REQUIRED if key not in nodes):
            report(root.mark, "missing_key", key=key)
    criteria = read_criteria(nodes["criteria"], report) if "criteria" in nodes else {}
    levels = read_levels(nodes["levels"], report) if "levels" in nodes else ()
    parts: dict[str, Any] = {"rubric": Rubric(levels, criteria), "injects": {}}
    if "injects" in nodes:
        parts["injects"] = read_injects(nodes["injects"], criteria, report)
    if "ties" in nodes:
        parts["ties"] = read_ties(nodes["ties"], criteria, report)
    for key, name, read in (
        ("time_weight", "time_weight", read_time_weight),
        ("penalties", "penalties", read_penalties),
        ("ratings", "ratings_needed", read_count),
        ("randomness", "randomness", read_text),
    ):
        if key in nodes:
            parts[name] = read(nodes[key], report)
    _check_together(nodes, parts, report)
    return parts


def _check_together(nodes: dict[str, Node], parts: dict[str, Any], report: Report) -> None:
    if DRAW in parts.get("ties", ()) and "randomness" not in nodes:
        report(nodes["ties"].mark, "missing_randomness")
    if not parts.get("time_weight"):
        return
    for inject, rule in parts["injects"].items():
        if rule.weight and nodes["injects"].find((inject,)).child("due") is None:
            report(nodes["injects"].key_mark((inject,)), "missing_due")
