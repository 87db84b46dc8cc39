"""Events of the YAML parser to nodes, without recursion and within bounds: no document can exhaust us."""

from collections.abc import Iterable
from typing import Any, Protocol

from yaml import events

from scenarios.finding import Parameter
from scenarios.node import Entry, Mark, Node
from scenarios.quote import quote
from scenarios.scalar import resolve
from scenarios.yaml_bytes import UnreadableError

MOST_NODES = 200_000
# Twice what a document may hold as it is written: each check reads every text wherever it stands.
MOST_TEXT = 4_000_000
DEEPEST = 40


class Report(Protocol):
    """Note an error that does not stop the reading."""

    def __call__(self, mark: Mark, code: str, **parameters: Parameter) -> None: ...


class _Open:
    """A list or mapping whose end has not come yet; *key* waits for its value."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Node | None = None


class Composer:
    """Build one document from events."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.open: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.root: Node | None = None
        self.documents = 0
        self.made = 0

    def compose(self, stream: Iterable[events.Event]) -> Node | None:
        """Give the root, or ``None`` for an empty stream; raise ``UnreadableError`` beyond the bounds."""
        handlers = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._begin,
            events.SequenceStartEvent: self._begin,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }
        for event in stream:
            if handler := handlers.get(type(event)):
                handler(event)
        return self.root

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise UnreadableError("several_documents", _start(event))

    def _scalar(self, event: Any) -> None:
        value = resolve(event.value) if event.implicit[0] else event.value
        self._add(self._new(event, value), event)

    def _begin(self, event: Any) -> None:
        if len(self.open) >= DEEPEST:
            raise UnreadableError("too_deep", _start(event), most=DEEPEST)
        node = self._new(event, {} if isinstance(event, events.MappingStartEvent) else [])
        node.depth = 1
        self.open.append(_Open(node))

    def _end(self, event: Any) -> None:
        self._add(self.open.pop().node, event)

    def _alias(self, event: Any) -> None:
        mark = _start(event)
        if event.anchor not in self.anchors:
            raise UnreadableError("unknown_anchor", mark, anchor=event.anchor)
        node = self.anchors[event.anchor]
        if any(node is parent.node for parent in self.open):
            raise UnreadableError("anchor_circle", mark, anchor=event.anchor)
        if len(self.open) + node.depth > DEEPEST:
            raise UnreadableError("too_deep", mark, most=DEEPEST)
        self._add(node, event)

    def _new(self, event: Any, value: Any) -> Node:
        # Counted as they are made too: lists that are never closed would be counted by nobody.
        self.made += 1
        if self.made > MOST_NODES:
            raise UnreadableError("too_many_nodes", _start(event), most=MOST_NODES)
        node = Node(_start(event), value, text=len(value) if isinstance(value, str) else 0)
        if event.tag is not None:
            self.report(node.mark, "tag", tag=quote(event.tag), nearest=self._meant(event))
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _meant(self, event: Any) -> str:
        """Say what an exclamation mark before a word is to mean: *not* in a condition, in a sentence itself."""
        if not isinstance(event, events.ScalarEvent) or not str(event.tag).startswith("!"):
            return ""
        words = f"{event.tag} {event.value}".strip()
        key = self.open[-1].key if self.open else None
        if key is None or key.value != "if":
            # A word alone may stand for anything, several are a sentence.
            return f'"{quote(words)}"' if event.value else ""
        return f"not {quote(words.lstrip('!').removeprefix('not').strip())}"

    def _add(self, child: Node, event: Any) -> None:
        if not self.open:
            self.root = child
            return
        parent = self.open[-1]
        node = parent.node
        node.size += child.size
        node.text += child.text
        node.depth = max(node.depth, child.depth + 1)
        if node.size > MOST_NODES:
            raise UnreadableError("too_many_nodes", _start(event), most=MOST_NODES)
        if node.text > MOST_TEXT:
            raise UnreadableError("too_much_text", _start(event), most=MOST_TEXT)
        if isinstance(node.value, list):
            node.value.append(child)
        elif parent.key is None:
            parent.key = child
        else:
            self._put(node.value, parent.key, child)
            parent.key = None

    def _put(self, mapping: Any, key: Node, child: Node) -> None:
        if not isinstance(key.value, str):
            self.report(key.mark, "key_not_text", value=quote(key.value))
        elif key.value in mapping:
            self.report(key.mark, "duplicate_key", key=key.value)
        else:
            mapping[key.value] = Entry(key.mark, child)


def _start(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
