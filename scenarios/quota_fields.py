"""Caps and floors as a rules file writes them, each with the places that a finding about it points to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.node import Mark, Node
from scenarios.quote import nearest, quote, quote_text
from scenarios.rules_fields import read_list, read_mapping, read_names, read_text
from scenarios.yaml_composer import Report
from scoring.selection.quota import UNITS, Cap, Floor, Unit


@dataclass
class Quotas:
    """Hold what was read; *marks* are the places of the numbers of ``cap`` or ``floor`` rules, in file order.

    *attributes* are the places at which each attribute is first named, *values* those of each value of an attribute.
    """

    caps: list[Cap] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    marks: dict[str, list[Mark]] = field(default_factory=lambda: {"cap": [], "floor": []})
    attributes: dict[str, Mark] = field(default_factory=dict)
    values: dict[tuple[str, str], Mark] = field(default_factory=dict)


def read_caps(node: Node, quotas: Quotas, report: Report) -> None:
    """Read the caps: ``{by: country, max: 45}`` or ``{where: {level: national}, max: 10}``, with an optional unit."""
    for item in read_list(node, report):
        fields = _fields(item, ("by", "where", "max", "unit"), ("max",), report)
        unit = _unit(fields, report)
        most = read_whole(fields["max"], report) if "max" in fields else None
        if isinstance(item.value, dict) and ("by" in fields) == ("where" in fields):
            report(item.mark, "by_or_where")
        by = read_text(fields["by"], report) if "by" in fields else None
        if by is not None:
            quotas.attributes.setdefault(by, fields["by"].mark)
        where = read_where(fields["where"], quotas, report) if "where" in fields else {}
        # What was reported stands in the file's order all the same, so that numbers mean what a reader counts.
        quotas.caps.append(Cap(by, most or 0, unit, where))
        quotas.marks["cap"].append(fields["max"].mark if "max" in fields else item.mark)


def read_floors(node: Node, quotas: Quotas, report: Report) -> None:
    """Read the floors: ``{where: {level: sub-national}, min: 30}``, with an optional unit."""
    for item in read_list(node, report):
        fields = _fields(item, ("where", "min", "unit"), ("where", "min"), report)
        unit = _unit(fields, report)
        least = read_whole(fields["min"], report) if "min" in fields else None
        where = read_where(fields["where"], quotas, report) if "where" in fields else {}
        quotas.floors.append(Floor(where, least or 0, unit))
        quotas.marks["floor"].append(fields["min"].mark if "min" in fields else item.mark)


def read_where(node: Node, quotas: Quotas, report: Report) -> dict[str, str | tuple[str, ...]]:
    """Read whom a rule names: attributes, each with its value or a list of values."""
    where: dict[str, str | tuple[str, ...]] = {}
    for attribute, entry in read_mapping(node, report).items():
        quotas.attributes.setdefault(attribute, entry.mark)
        if isinstance(entry.node.value, list):
            named = read_names(entry.node, report, digits=True)
            if not entry.node.value:
                report(entry.node.mark, "too_few", key=attribute, least=1)
        else:
            named = read_names(Node(entry.node.mark, [entry.node]), report, digits=True)
        for item, value in named:
            quotas.values.setdefault((attribute, value), item.mark)
        values = tuple(value for _, value in named)
        where[attribute] = values[0] if len(values) == 1 else values
    if isinstance(node.value, dict) and not where:
        report(node.mark, "too_few", key="where", least=1)
    return where


def read_whole(node: Node, report: Report) -> int | None:
    """Give an integer of at least 0."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int):
        report(node.mark, "not_integer", value=quote_text(value))
    elif value < 0:
        report(node.mark, "too_small", value=quote(value), least=0)
    else:
        return value
    return None


def read_choice(node: Node, key: str, choices: tuple[str, ...], report: Report) -> str | None:
    """Give one of a few words."""
    word = read_text(node, report)
    if word is None or word in choices:
        return word
    told = {"value": quote(word), "choices": ", ".join(choices), "nearest": nearest(word, choices)}
    report(node.mark, "unknown_choice", key=key, **told)
    return None


def _fields(node: Node, known: tuple[str, ...], required: tuple[str, ...], report: Report) -> Mapping[str, Node]:
    fields = {key: entry.node for key, entry in read_mapping(node, report, known).items()}
    if isinstance(node.value, dict):
        for key in (key for key in required if key not in fields):
            report(node.mark, "missing_key", key=key)
    return fields


def _unit(fields: Mapping[str, Node], report: Report) -> Unit:
    word = read_choice(fields["unit"], "unit", UNITS, report) if "unit" in fields else None
    return "teams" if word == "teams" else "seats"
