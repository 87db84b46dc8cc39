"""A scenario written as YAML that an author would write: plain words where they are safe, blocks for many lines."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from scenarios.scalar import resolve

# Written in C it is many times faster.
DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Writer(DUMPER):  # type: ignore[valid-type, misc]
    """Quote what our reader would not read as text, and never use anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True


def _text(writer: Any, words: str) -> Any:
    style = None
    if not isinstance(resolve(words), str):
        style = '"'
    elif "\n" in words.strip("\n") or words.count("\n") > 1:
        style = "|"
    return writer.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Writer.add_representer(str, _text)


def write_yaml(document: Mapping[str, Any]) -> str:
    """Write a document of plain values."""
    return _written(document)


def _written(value: Any) -> str:
    written = str(yaml.dump(value, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=110))
    # After a text that ends with empty lines stands the end of a document, and more may follow here.
    return written[:-4] if written.endswith("\n...\n") else written


def write_scenario(head: Mapping[str, Any], injects: Sequence[Mapping[str, Any]]) -> tuple[str, list[int]]:
    """Write a scenario whose injects come last; give also the line on which each begins, from 1."""
    parts = [_written(head), "injects:\n"]
    lines = parts[0].count("\n") + 2
    starts: list[int] = []
    for inject in injects:
        entry = _written([inject])
        starts.append(lines)
        lines += entry.count("\n")
        parts.append(entry)
    return "".join(parts), starts
