"""The error that says why an answer is refused, as a code and its parameters."""


class AnswerError(ValueError):
    """Name what is wrong with an answer; *parameters* name the field, the option or the numbers concerned."""

    def __init__(self, code: str, **parameters: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters
