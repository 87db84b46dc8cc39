"""What an answer says when something was not possible."""

from typing import Any

from pydantic import Field

from web.api.models.told import Told


class Place(Told):
    """A place in the request that does not fit."""

    loc: list[str | int] = Field(description="Where: `body` or `query`, then the names and positions down to it.")
    code: str
    message: str


class FoundInScenario(Told):
    """A place in a scenario document that is wrong."""

    line: int
    column: int
    severity: str
    code: str
    message: str


class InConflict(Told):
    """A place of a scenario that you and somebody else have both changed; null is what one has taken out."""

    path: list[str | int]
    theirs: Any
    ours: Any


class Error(Told):
    """Why, as a stable code, and as a sentence that says what to do."""

    code: str
    message: str
    places: list[Place] | None = None
    findings: list[FoundInScenario] | None = None
    conflicts: list[InConflict] | None = None


class Problem(Told):
    """Nothing was changed."""

    error: Error
