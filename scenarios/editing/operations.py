"""What can be done to a scenario's text, as documents that a form or a script sends.

A path is a list of keys and places; in a list of things with an ``id`` an entry is named by it too, so
``["injects", "03", "ask", "options", "A", "label", "pt"]`` is a place.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, TypeAdapter

Place = Annotated[tuple[StrictStr | StrictInt, ...], Field(min_length=1, max_length=20)]
Named = Literal["inject", "seat", "character", "phase", "objective", "criterion", "level", "flag", "reply", "option",
                "field"]  # fmt: skip
MOST_AT_ONCE = 1_000


class _Operation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Set(_Operation):
    """Give the field at a path another value; what was not there yet comes where the format lists it.

    Of lists and mappings only what differs is written anew.
    """

    do: Literal["set"] = "set"
    path: Place
    value: Any


class Remove(_Operation):
    """Take out the field, the entry, the inject at a path."""

    do: Literal["remove"] = "remove"
    path: Place


class Insert(_Operation):
    """Add an entry to the list (or mapping, under *key*) at a path, before another one or at the end."""

    do: Literal["insert"] = "insert"
    path: Place
    value: Any
    key: StrictStr | None = None
    before: StrictStr | StrictInt | None = None


class MoveEntry(_Operation):
    """Put the entry at a path before another one of its list or mapping, or at the end."""

    do: Literal["move"] = "move"
    path: Place
    before: StrictStr | StrictInt | None = None


# The API has another `Move`, that of an inject of a running drill; to everybody else this one is the only one.
Move = MoveEntry


class Duplicate(_Operation):
    """Write an inject once more, right after itself, under a new id; without one it gets the next that is free."""

    do: Literal["duplicate"] = "duplicate"
    inject: StrictStr
    new_id: StrictStr | None = None


class Rename(_Operation):
    """Give something another id, there and wherever it is named; *inject* says in which an option or field is."""

    do: Literal["rename"] = "rename"
    kind: Named
    old: StrictStr
    new: StrictStr
    inject: StrictStr | None = None


class Shift(_Operation):
    """Move the times of injects by *seconds*, forwards or back; those with ``after`` or by hand have none."""

    do: Literal["shift"] = "shift"
    injects: Annotated[tuple[StrictStr, ...], Field(min_length=1, max_length=10_000)]
    seconds: Annotated[StrictInt, Field(ge=-(10**8), le=10**8)]


class AddLanguage(_Operation):
    """Declare one more language; its words are then asked for by `check`.

    Texts of one string become those of the languages that were declared before, so that they are asked for too.
    """

    do: Literal["add_language"] = "add_language"
    language: StrictStr


Operation = Annotated[
    Set | Remove | Insert | MoveEntry | Duplicate | Rename | Shift | AddLanguage, Field(discriminator="do")
]
OPERATIONS: TypeAdapter[tuple[Operation, ...]] = TypeAdapter(
    Annotated[tuple[Operation, ...], Field(max_length=MOST_AT_ONCE)]
)
