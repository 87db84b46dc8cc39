"""What the flow of a CEXF document says of times and of other injects, and is not understood, or leads nowhere."""

from collections.abc import Iterator
from typing import Any

from injects.duration import parse_duration
from scenarios.exchange.cexf_lift import in_order, lift, triggers_of
from scenarios.exchange.whole import whole
from scenarios.node import Mark, Node, Path
from scenarios.quote import quote, quote_text

Doubt = tuple[Mark, str, dict[str, Any]]


def flow_doubts(root: Node) -> Iterator[Doubt]:
    """Give what is doubtful in a sound document: each inject that waits for a hand though it says something else."""
    cexf = whole(root)
    lifted = lift(cexf)
    stated = _at(root, ("exercise", "total_duration"))
    if stated and str(stated.value or "") not in ("", str(int(parse_duration(lifted["duration"]).total_seconds()))):
        yield stated.mark, "cexf_duration", {"value": quote(whole(stated))}
    known = {inject["uuid"] for inject in cexf["injects"]}
    flows: dict[str, Node] = {}
    for place, flow in enumerate(cexf.get("inject_flow") or ()):
        node = root.find(("inject_flow", place))
        flows.setdefault(flow["inject_uuid"], node)
        yield from _followers(node, known)
    for (entry, told), inject in zip(in_order(cexf), lifted["injects"], strict=True):
        if told and "manual" in inject:
            yield from _by_hand(flows[entry["uuid"]], known, triggers_of(told))


def _followers(flow: Node, known: set[str]) -> Iterator[Doubt]:
    followers = _at(flow, ("sequence", "followed_by"))
    for one in followers.value if followers and isinstance(followers.value, list) else ():
        if isinstance(one.value, str) and one.value not in known:
            yield one.mark, "cexf_dangling", {"value": quote(one.value)}


def _by_hand(flow: Node, known: set[str], triggers: list[Any]) -> Iterator[Doubt]:
    """Say what of a flow was not understood: its time, the inject before it (or one that waits for this), its start."""
    seconds, before = _at(flow, ("timing", "triggered_at")), _at(flow, ("requirements", "inject_uuid"))
    if seconds and seconds.value is not None:
        yield seconds.mark, "by_hand", {"value": quote_text(whole(seconds))}
        return
    if before and before.value not in (None, ""):
        leads_nowhere = isinstance(before.value, str) and before.value not in known
        yield before.mark, "cexf_dangling" if leads_nowhere else "by_hand", {"value": quote(whole(before))}
        return
    trigger = _at(flow, ("sequence", "trigger"))
    if trigger and trigger.value not in (None, []) and triggers != ["manual"]:
        yield trigger.mark, "by_hand", {"value": quote(triggers[0] if triggers else whole(trigger))}


def _at(node: Node, path: Path) -> Node | None:
    found: Node | None = node
    for step in path:
        found = found.child(step) if found else None
    return found
