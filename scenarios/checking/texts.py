"""Every text of a document, wherever it stands."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from injects.text import Text
from scenarios.node import Path, Step

_HOLDERS = (BaseModel, dict, tuple)


def texts_in(value: Any, path: Path) -> Iterator[tuple[Path, Text]]:
    """Give the texts in a document, or a part of it, each with its path."""
    if isinstance(value, Text):
        yield path, value
        return
    for step, part in _parts(value):
        # A long document has ten numbers and names for each text: no generator is made for those.
        if isinstance(part, _HOLDERS):
            yield from texts_in(part, (*path, step))


def _parts(value: Any) -> Iterable[tuple[Step, Any]]:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return ((fields[name].alias or name, part) for name, part in value if part)
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()
