"""A scenario as plain values with everything its author wrote, also the keys that begin with ``x_``."""

from typing import Any

from scenarios.node import Node
from scenarios.yaml_reader import read_yaml


def whole(node: Node) -> Any:
    """Give a node as dicts, lists and scalars."""
    if isinstance(node.value, dict):
        return {key: whole(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [whole(entry) for entry in node.value]
    return node.value


def whole_document(data: bytes) -> dict[str, Any]:
    """Read the bytes of a scenario that has been found to be sound."""
    root = read_yaml(data, "").root
    document = whole(root) if root else {}
    return document if isinstance(document, dict) else {}
