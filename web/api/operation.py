"""One operation of the API: where it is, which action or view it asks the house for, what it is asked and tells."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response
from pydantic import BaseModel

from simulator.token_scopes import scope_of
from web.asked import Asked, Nothing

PREFIX = "/api/v1"
LARGEST = 64 * 1024


def _as_it_is(result: Any) -> Any:
    return result


def _by_name(asked: Asked) -> dict[str, Any]:
    return asked.model_dump()


@dataclass(frozen=True)
class Operation:
    """A method and a path below ``/api/v1``; names in braces are facts of the action or view.

    *facts* turns what was asked into the rest of the facts; *shape* turns the result into what *told* is read from.
    Without *told* the answer is empty; *file* makes a file of *media* instead.
    """

    method: str
    path: str
    calls: Callable[..., Any]
    tag: str
    summary: str
    asked: type[Asked] = Nothing
    told: type[BaseModel] | None = None
    status: int = 200
    facts: Callable[[Any], dict[str, Any]] = _by_name
    shape: Callable[[Any], Any] = _as_it_is
    file: Callable[[Any], Response] | None = None
    media: str = "application/json"
    largest: int = LARGEST

    @property
    def operation(self) -> str:
        """Name it as the permission table does."""
        return self.calls.__name__

    @property
    def scope(self) -> str:
        """Name the scope that a token needs."""
        return scope_of(self.operation)

    @property
    def reads(self) -> bool:
        """Say whether it changes nothing."""
        return self.method == "GET"

    @property
    def places(self) -> tuple[str, ...]:
        """Name the facts that stand in its path."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def rule(self) -> str:
        """Give its path as Flask writes it."""
        return PREFIX + re.sub(r"{(\w+)}", r"<\1>", self.path)
