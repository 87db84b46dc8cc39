"""Which key may stand where in a document, read off the annotations of its models."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from injects.text import Text
from scenarios.node import Step


def annotation_at(annotation: Any, path: tuple[Step, ...]) -> Any:
    """Follow a path of keys and indexes; steps that lead nowhere are passed over."""
    annotation = _bare(annotation)
    for step in path:
        annotation = _below(annotation, step)
    return annotation


def keys_of(annotation: Any) -> Mapping[str, Any]:
    """Give the annotation of every key that a mapping of this kind may have."""
    return _keys(annotation) if _is_model(annotation) else {}


@cache
def _keys(annotation: Any) -> Mapping[str, Any]:
    # Asked for again at each of ten thousand entries of a list.
    fields = annotation.model_fields.items()
    return {field.alias or name: _bare(field.annotation) for name, field in fields}


def stand_in(annotation: Any) -> Any:
    """Make a value that is valid here, so that the rest of a document can be checked around a broken one."""
    annotation = _bare(annotation)
    if annotation in _STAND_INS:
        return _STAND_INS[annotation]
    if _is_model(annotation):
        required = [field.alias or name for name, field in annotation.model_fields.items() if field.is_required()]
        return {key: stand_in(keys_of(annotation)[key]) for key in required}
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return {"unread": stand_in(arguments[1])}
    if get_origin(annotation) is tuple:
        return [stand_in(arguments[0])] * 2
    return arguments[0]


_STAND_INS: dict[Any, Any] = {
    str: "unread",
    Text: "unread",
    int: 1,
    bool: False,
    Decimal: Decimal(1),
    timedelta: timedelta(0),
    datetime: datetime(2000, 1, 1, tzinfo=UTC),
}


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        # Of an id or words, the words: every id is valid there too.
        return _bare([part for part in get_args(annotation) if part is not NoneType][-1])
    return annotation


def _below(annotation: Any, step: Step) -> Any:
    if annotation is Text:
        return str
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (dict, tuple):
        return _bare(arguments[origin is dict])
    return keys_of(annotation).get(str(step), annotation)


def choices_of(annotation: Any) -> tuple[Any, ...]:
    """Give the values of a ``Literal``; none for anything else."""
    return get_args(annotation) if get_origin(annotation) is Literal else ()
