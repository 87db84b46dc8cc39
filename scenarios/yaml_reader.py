"""YAML text to nodes with marks: the safe subset of scenario-format.md, findings instead of exceptions."""

from typing import Any

import yaml

from scenarios.node import Mark
from scenarios.reading import EnoughError, Reading
from scenarios.yaml_bytes import UnreadableError, decode
from scenarios.yaml_composer import Composer

# The C parser is many times faster. The pure one reads the same, but refuses some tabs and question marks.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What is noticed where a line or the file ends, though the slip is where it began.
_FROM_THE_START = frozenset({"while scanning a quoted scalar", "while scanning a simple key"})


def read_yaml(data: bytes, file: str, loader: Any = LOADER) -> Reading:
    """Read one document; whatever the bytes are, the answer is findings and never an exception."""
    reading = Reading(file)
    try:
        text = decode(data)
        reading.lines = text.splitlines()
        reading.root = Composer(reading.report).compose(yaml.parse(text, Loader=loader))
        if reading.root is None:
            reading.report(Mark(1, 1), "empty_document")
    except EnoughError:
        reading.root = None
    except UnreadableError as error:
        reading.report(error.mark, error.code, **error.parameters)
    except yaml.MarkedYAMLError as error:
        place = error.context_mark if error.context in _FROM_THE_START else error.problem_mark
        mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
        reading.report(mark, "yaml_syntax", problem=error.problem or error.context or "")
    return reading
