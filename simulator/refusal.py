"""The one error of the simulator: an action that may not happen, as a code and parameters."""

from typing import Any


class Refusal(Exception):
    """Say that nothing was changed, and why: *code* names the reason, *parameters* fill its words."""

    def __init__(self, code: str, **parameters: Any) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters
