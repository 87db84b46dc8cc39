"""A document in which nearly everything is wrong, cut to a part that shows it: naming all faults takes too much."""

from typing import Any

from pydantic import BaseModel, ValidationError

from scenarios.annotations import annotation_at, keys_of

# Faults that are named one by one; each takes a kilobyte.
MOST_NAMED = 5_000
_FIRST = 200
_LONG = 2_000


def shorten(model: type[BaseModel], plain: Any) -> tuple[Any, ValidationError | None]:
    """Give the beginning of *plain* as far as something is wrong in it, but not much more, and what is wrong."""
    most = _FIRST
    cut, error = _judged(model, plain, most)
    while error is None and most < MOST_NAMED * _FIRST:
        most *= 2
        cut, error = _judged(model, plain, most)
    while error is not None and error.error_count() > MOST_NAMED and most > 1:
        most //= 4
        shorter = _judged(model, plain, max(1, most))
        if shorter[1] is None:
            break
        cut, error = shorter
    return cut, error


def is_wrong_from_the_start(model: type[BaseModel], plain: Any, faults: int) -> bool:
    """Say whether the first part of a long document alone has more than so many faults: the rest need not be read."""
    if not _is_long(plain):
        return False
    _, error = _judged(model, plain, _LONG)
    return error is not None and error.error_count() > faults


def _is_long(value: Any) -> bool:
    if not isinstance(value, list | dict):
        return False
    return len(value) > _LONG or any(map(_is_long, value.values() if isinstance(value, dict) else value))


def _judged(model: type[BaseModel], plain: Any, most: int) -> tuple[Any, ValidationError | None]:
    cut = _cut(plain, model, most)
    try:
        model.model_validate(cut, by_alias=True, by_name=False)
    except ValidationError as error:
        return cut, error
    return cut, None


def _cut(value: Any, annotation: Any, most: int) -> Any:
    if isinstance(value, list):
        return [_cut(part, annotation_at(annotation, (0,)), most) for part in value[:most]]
    if isinstance(value, dict):
        # What a mapping must have stays, wherever it stands.
        known = keys_of(annotation)
        kept = [key for place, key in enumerate(value) if place < most or key in known]
        return {key: _cut(value[key], annotation_at(annotation, (key,)), most) for key in kept}
    return value
