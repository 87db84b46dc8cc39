"""Which value of a document a finding is about: from its line and column to the path of what is written there."""

from bisect import bisect_right
from collections.abc import Iterator

from scenarios.finding import Finding
from scenarios.node import Mark, Node, Path

# About the key itself, not about what it holds.
_AT_KEYS = frozenset(
    {
        "unknown_key", "duplicate_key", "bad_id", "bad_flag_name", "reserved_flag_name", "key_not_text",
        "several_times", "options_not_allowed", "fields_not_allowed", "columns_not_allowed", "rationale_not_allowed",
        "criteria_unused", "weight_unused", "unknown_language",
    }
)  # fmt: skip
# What is missing is reported at the mapping it is missing from.
_MISSING = {
    "missing_due": "due", "missing_options": "options", "missing_fields": "fields", "missing_columns": "columns",
    "missing_criteria": "criteria", "no_time": "at", "missing_alt": "alt", "missing_transcript": "transcript",
}  # fmt: skip


class Places:
    """Know the path of every key and value of a document, in the order in which they are written."""

    def __init__(self, root: Node | None) -> None:
        found = sorted(_walk(root, ()) if root else (), key=lambda one: (one[0], len(one[1])))
        self._marks = [mark for mark, _path, _is_key in found]
        self._found = found

    def path_of(self, finding: Finding) -> Path:
        """Give the path of what a finding is about, or of what begins last before its place."""
        end = bisect_right(self._marks, Mark(finding.line, finding.column))
        if end == 0:
            return ()
        mark = self._marks[end - 1]
        here = self._here(end, mark)
        at_key = finding.code in _AT_KEYS
        # A mapping begins where its first key does: most findings are about the outer, some about the key.
        wanted = [path for _mark, path, is_key in here if is_key == at_key] or [path for _mark, path, _key in here]
        path = wanted[-1 if at_key else 0]
        missing = finding.parameters.get("key") if finding.code == "missing_key" else _MISSING.get(finding.code)
        return (*path, str(missing)) if missing and path[-1:] != (missing,) else path

    def _here(self, end: int, mark: Mark) -> list[tuple[Mark, Path, bool]]:
        start = end - 1
        while start > 0 and self._marks[start - 1] == mark:
            start -= 1
        return self._found[start:end]


def _walk(node: Node, path: Path) -> Iterator[tuple[Mark, Path, bool]]:
    # Aliases share nodes: bounded, since the reader bounds what they unfold to.
    yield node.mark, path, False
    if isinstance(node.value, dict):
        for key, entry in node.value.items():
            yield entry.mark, (*path, key), True
            yield from _walk(entry.node, (*path, key))
    elif isinstance(node.value, list):
        for place, one in enumerate(node.value):
            yield from _walk(one, (*path, place))
