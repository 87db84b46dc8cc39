"""What has been read from YAML, with the place where every key and value is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Scalar = str | int | float | bool | None
Step = str | int
Path = tuple[Step, ...]


class Mark(NamedTuple):
    """A place in a file: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping.

    *size* counts nodes, *text* characters, *depth* levels of lists and mappings, as if every alias were written out;
    in fact aliases share one node.
    """

    mark: Mark
    value: "Scalar | list[Node] | dict[str, Entry]"
    size: int = 1
    depth: int = 0
    text: int = 0

    def child(self, step: Step) -> "Node | None":
        """Give what lies under a key or an index, if anything does."""
        value = self.value
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            return value[step].node
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return value[step]
        return None

    def find(self, path: Sequence[Step]) -> "Node":
        """Follow a path as far as it exists; steps that lead nowhere are passed over."""
        node = self
        for step in path:
            node = node.child(step) or node
        return node

    def key_mark(self, path: Sequence[Step]) -> Mark:
        """Give the place of the key that the path ends in, or of the value where there is no such key."""
        parent = self.find(path[:-1]).value
        if isinstance(parent, dict) and path and path[-1] in parent:
            return parent[str(path[-1])].mark
        return self.find(path).mark

    def plain(self) -> Any:
        """Give the same as dicts, lists and scalars, without the keys that begin with ``x_``."""
        value = self.value
        if isinstance(value, dict):
            return {key: entry.node.plain() for key, entry in value.items() if not key.startswith("x_")}
        if isinstance(value, list):
            return [node.plain() for node in value]
        return value


@dataclass(slots=True)
class Entry:
    """A key's place, and what it holds."""

    mark: Mark
    node: Node
