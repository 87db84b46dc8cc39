"""What the columns of a list are, read from JSON: what ``prontas import --json`` prints, or its ``mapping`` alone."""

from scenarios.exchange.choices import KEEP, is_target, targets
from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.json_places import read_json
from scenarios.finding import Finding, Parameter
from scenarios.node import Mark, Node
from scenarios.quote import nearest, quote
from scenarios.yaml_bytes import UnreadableError


def read_mapping(data: bytes, file: str) -> tuple[dict[str, str], list[Finding]]:
    """Give for the name of each column what it is; ``null`` keeps it. Whatever is wrong is a finding with its place."""
    findings: list[Finding] = []

    def report(mark: Mark, code: str, **told: Parameter) -> None:
        findings.append(Finding(file, mark.line, mark.column, EXCHANGE_CODES[code][0], code, told))

    try:
        root, _text = read_json(data)
    except UnreadableError as error:
        report(error.mark, error.code, **error.parameters)
        return {}, findings
    node = _mapping(root)
    if not isinstance(node.value, dict):
        report(node.mark, "mapping_shape")
        return {}, findings
    columns: dict[str, str] = {}
    for name, entry in node.value.items():
        written = KEEP if entry.node.value is None else entry.node.value
        if isinstance(written, str) and is_target(written):
            columns[name] = written
        else:
            report(entry.node.mark, "field_unknown", **unknown_field(written))
    return columns, findings


def _mapping(root: Node) -> Node:
    entry = root.value.get("mapping") if isinstance(root.value, dict) else None
    # A column may well be named so; then it is a word.
    return entry.node if entry is not None and not isinstance(entry.node.value, str) else root


def unknown_field(written: object) -> dict[str, Parameter]:
    """Give what is said of a word that is no field: the fields there are, and the nearest."""
    known = targets()
    return {"value": quote(written), "fields": ", ".join(known), "nearest": nearest(written, known)}
