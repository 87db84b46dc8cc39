"""The one error of editing: nothing was changed, for a reason with parameters; words for it are made elsewhere."""

from collections.abc import Sequence

from scenarios.finding import Parameter
from scenarios.node import Step


class EditError(Exception):
    """Refuse an operation.

    The codes: ``edit_unreadable`` (line, column, problem), ``edit_unknown_path`` (path), ``edit_bad_value`` (path),
    ``edit_bad_id`` (value), ``edit_id_taken`` (value), ``edit_before_start`` (inject, at), ``edit_past_end`` (inject,
    duration), ``edit_nothing_to_shift``, ``edit_language_there`` (value), ``edit_last_one`` (path) and
    ``edit_unsafe`` (path): what would have been written reads differently from what was meant.
    """

    def __init__(self, code: str, **parameters: Parameter) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters


class SharedError(Exception):
    """Say that a place is reached by an alias: to change it there alone, the alias must be written out first."""


def path_words(path: Sequence[Step]) -> str:
    """Write a path as people read one: ``injects/03/title/pt``."""
    return "/".join(str(step) for step in path)
