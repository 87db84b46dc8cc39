"""What a request's body may hold: known fields of the right kind, and nothing else."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

# No person types a NUL, and no database stores it.
_TYPED = r"^[^\x00]*$"
MOST_TEAMS = 500
LARGEST_NUMBER = 2**31


def _whole(given: Any) -> Any:
    # In JSON 60.0 is a whole number too.
    return int(given) if isinstance(given, float) and given.is_integer() else given


Word = Annotated[str, StringConstraints(max_length=200, pattern=_TYPED)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_TYPED)]
Whole = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER), BeforeValidator(_whole)]
Teams = Annotated[list[Id], Field(max_length=MOST_TEAMS)]


class Asked(BaseModel):
    """The facts of a request; one that is not known is refused, never left out in silence."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


class Nothing(Asked):
    """Asks for nothing more than the address says."""
