"""The one error of this floor: a code and its parameters, for others to put into words."""

from typing import Any


class ScoringError(ValueError):
    """Say by *code* why nothing can be computed; *parameters* name the team, inject or value concerned."""

    def __init__(self, code: str, **parameters: Any) -> None:
        """Keep the code and its parameters apart, so that each language can word them."""
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters
