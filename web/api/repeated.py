"""A name that an object of a body says twice: readers differ in which of the two they take, so neither is taken."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

CODE = "key_twice"


class _Pairs(list[tuple[str, Any]]):
    """An object as it was sent, with what it says twice."""


def refuse_repeated(data: bytes) -> None:
    """Refuse JSON in which an object says a name twice, with each place; raises `ValidationError`.

    *data* has been read once already, so it is sound and not too deep.
    """
    places = list(_repeated(json.loads(data, object_pairs_hook=_Pairs), ()))
    if places:
        told = PydanticCustomError(CODE, "said twice")
        wrong = [InitErrorDetails(type=told, loc=place, input=None) for place in places]
        raise ValidationError.from_exception_data("body", wrong)


def _repeated(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    inside = value if isinstance(value, _Pairs) else list(enumerate(value)) if isinstance(value, list) else []
    said: set[str | int] = set()
    for name, one in inside:
        if name in said:
            yield (*at, name)
        said.add(name)
        yield from _repeated(one, (*at, name))
