"""Editing a scenario's YAML text where it stands: an author's comments, order, quotes and blank lines stay in place.

The contract, for whoever calls it (a path names entries of lists by id or place: ``("injects", "03", "title", "pt")``):

- ``edit(text, operations, files=None) -> Edited(text, findings, scenario, written_out)``; raises ``EditError(code,
  parameters)`` and has then changed nothing. The codes are told in ``errors.py``.
- operations: ``Set(path, value)``, ``Remove(path)``, ``Insert(path, value, key=None, before=None)``, ``Move(path,
  before=None)``, ``Duplicate(inject, new_id=None)``, ``Rename(kind, old, new, inject=None)``, ``Shift(injects,
  seconds)``, ``AddLanguage(language)``; from JSON by ``OPERATIONS.validate_python([{"do": "set", …}])``.
- ``differences(old, new) -> [Difference(kind, path, old, new)]`` of two texts, ``text_difference(old, new)`` in the
  unified form, and ``merge(base, theirs, ours) -> Merged(text, conflicts)``.
"""

from scenarios.editing.differing import Difference, differences, text_difference
from scenarios.editing.edit import Edited, edit, edit_text
from scenarios.editing.errors import EditError
from scenarios.editing.merging import Conflict, Merged, merge
from scenarios.editing.operations import (
    OPERATIONS,
    AddLanguage,
    Duplicate,
    Insert,
    Move,
    Operation,
    Remove,
    Rename,
    Set,
    Shift,
)

__all__ = [
    "OPERATIONS", "AddLanguage", "Conflict", "Difference", "Duplicate", "EditError", "Edited", "Insert", "Merged",
    "Move", "Operation", "Remove", "Rename", "Set", "Shift", "differences", "edit", "edit_text", "merge",
    "text_difference",
]  # fmt: skip
