"""What is wrong or doubtful in a CEXF document: what it must have, and the quirks that real ones have.

Sources: the specification of the Common Exercise Format (MISP/cexf) and the schema of the editor that writes it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from scenarios.exchange.cexf_flow import flow_doubts
from scenarios.exchange.listing import MOST_ROWS
from scenarios.node import Mark, Node, Path
from scenarios.quote import quote

Report = Callable[..., None]
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_KEYS = {
    "": "exercise inject_flow inject_payloads injects",
    "exercise": "description expanded meta name namespace tags total_duration uuid version valid_until",
    "inject_flow": "description inject_uuid reporting_callback requirements sequence timing",
    "injects": "action action_payload_resource_uuid description inject_evaluation inject_evaluation_join_type name "
               "target_tool uuid",
    "inject_payloads": "name parameters type uuid",
    "inject_evaluation": "evaluation_context evaluation_strategy parameters result score_range",
    "requirements": "inject_uuid resolution_requirement",
    "sequence": "completion_trigger followed_by trigger",
    "timing": "periodic_run_every triggered_at",
}  # fmt: skip
_KINDS: dict[str, type] = {"not_text": str, "not_list": list, "not_mapping": dict}


def check_cexf(root: Node, report: Report) -> bool:
    """Report all that is found, each as *report(mark, code, …)*; say whether a scenario can be made of it."""
    faults = list(_too_much(root)) or list(_faults(root))
    for mark, code, told in faults:
        report(mark, code, **told)
    if not faults:
        for mark, code, told in _doubts(root):
            report(mark, code, **told)
    return not faults


def _too_much(root: Node) -> Iterator[tuple[Mark, str, dict[str, Any]]]:
    for key in ("injects", "inject_flow"):
        node = root.child(key)
        if node and isinstance(node.value, list) and len(node.value) > MOST_ROWS:
            yield node.mark, "sheet_too_much", {"most": MOST_ROWS}


def _faults(root: Node) -> Iterator[tuple[Mark, str, dict[str, Any]]]:
    needed: list[tuple[Path, str, bool]] = [
        ((), "not_mapping", True), (("exercise",), "not_mapping", True), (("exercise", "name"), "not_text", True),
        (("exercise", "uuid"), "not_text", True), (("exercise", "description"), "not_text", False),
        (("exercise", "meta"), "not_mapping", False), (("exercise", "tags"), "not_list", False),
        (("inject_flow",), "not_list", False), (("inject_payloads",), "not_list", False),
        (("injects",), "not_list", True),
    ]  # fmt: skip
    for kind in ("injects", "inject_flow"):
        node = root.child(kind)
        for place in range(len(node.value) if node and isinstance(node.value, list) else 0):
            here: Path = (kind, place)
            texts = ("uuid", "name") if kind == "injects" else ("inject_uuid",)
            needed += [(here, "not_mapping", True), *(((*here, text), "not_text", True) for text in texts)]
    for path, kind, must in needed:
        if fault := _fault(root, path, kind, must):
            yield fault
    injects = root.child("injects")
    if injects and injects.value == []:
        yield injects.mark, "too_few", {"key": "injects", "least": "1"}


def _fault(root: Node, path: Path, kind: str, must: bool) -> tuple[Mark, str, dict[str, Any]] | None:
    parent = _at(root, path[:-1])
    if parent is None or (path and not isinstance(parent.value, dict if isinstance(path[-1], str) else list)):
        return None
    node = _at(root, path)
    if node is None:
        return (parent.mark, "missing_key", {"key": str(path[-1])}) if must else None
    # What may be left out may be empty too.
    if isinstance(node.value, _KINDS[kind]) or (node.value is None and not must):
        return None
    return node.mark, kind, {"value": quote(node.value if not isinstance(node.value, dict | list) else "…")}


def _at(root: Node, path: Sequence[str | int]) -> Node | None:
    node: Node | None = root
    for step in path:
        node = node.child(step) if node else None
    return node


def _doubts(root: Node) -> Iterator[tuple[Mark, str, dict[str, Any]]]:
    yield from _unknown(root, "")
    exercise = root.find(("exercise",))
    yield from _unknown(exercise, "exercise")
    yield from _uuid(exercise.find(("uuid",)))
    known = set()
    for inject in _entries(root, "injects"):
        yield from _unknown(inject, "injects")
        uuid = inject.find(("uuid",))
        yield from _uuid(uuid)
        if uuid.value in known:
            yield uuid.mark, "cexf_repeated", {"value": quote(uuid.value)}
        known.add(uuid.value)
        for evaluation in _entries(inject, "inject_evaluation"):
            yield from _unknown(evaluation, "inject_evaluation")
            strategy = evaluation.child("evaluation_strategy")
            if strategy and strategy.value == "python":
                yield strategy.mark, "cexf_python", {}
    for payload in _entries(root, "inject_payloads"):
        yield from _unknown(payload, "inject_payloads")
        if named := payload.child("uuid"):
            yield from _uuid(named)
    for flow in _entries(root, "inject_flow"):
        yield from _unknown(flow, "inject_flow")
        for part in ("requirements", "sequence", "timing"):
            if said := flow.child(part):
                yield from _unknown(said, part)
        uuid = flow.find(("inject_uuid",))
        if uuid.value not in known:
            yield uuid.mark, "cexf_dangling", {"value": quote(uuid.value)}
        trigger = _at(flow, ("sequence", "trigger"))
        if trigger and isinstance(trigger.value, str):
            yield trigger.mark, "cexf_trigger", {"value": quote(trigger.value)}
    yield from flow_doubts(root)


def _entries(node: Node, key: str) -> list[Node]:
    found = node.child(key)
    return [one for one in found.value if isinstance(one, Node)] if found and isinstance(found.value, list) else []


def _unknown(node: Node, kind: str) -> Iterator[tuple[Mark, str, dict[str, Any]]]:
    for key, entry in node.value.items() if isinstance(node.value, dict) else ():
        if key not in _KEYS[kind].split():
            yield entry.mark, "cexf_unknown_key", {"key": quote(key)}


def _uuid(node: Node) -> Iterator[tuple[Mark, str, dict[str, Any]]]:
    if not is_uuid(str(node.value)):
        yield node.mark, "cexf_uuid", {"value": quote(node.value)}


def is_uuid(written: str) -> bool:
    """Say whether a text has the form of a UUID."""
    return bool(_UUID.fullmatch(written))
