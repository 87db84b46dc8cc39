"""Carrying operations out on a scenario's text: nothing is written that would read otherwise than it was meant."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from scenarios.editing.aliases import write_aliases_out
from scenarios.editing.carrying import carry_out
from scenarios.editing.errors import EditError, SharedError, path_words
from scenarios.editing.operations import Operation
from scenarios.editing.planning import plan
from scenarios.editing.sheet import Sheet
from scenarios.editing.steps import Step, applied
from scenarios.editing.values import same
from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.scenario import Scenario

NAME = "scenario.yaml"


@dataclass(frozen=True)
class Edited:
    """A text after operations, what `check` finds in it, and the scenario, ``None`` where a finding is an error.

    *written_out*: aliases were replaced by what they stood for, since one of the places they served has changed.
    """

    text: str
    findings: list[Finding]
    scenario: Scenario | None
    written_out: bool = False


def edit(text: str, operations: Sequence[Operation], files: Mapping[str, bytes] | None = None) -> Edited:
    """Carry operations out, one after the other, on a text whose attachments are *files*; check what has come of it.

    All of them or none: raise ``EditError``. Outside of what they touch every character stays.
    """
    changed, written_out = edit_text(text, operations)
    scenario, findings = read_scenario_text(changed, NAME, files)
    return Edited(changed, findings, scenario, written_out)


def edit_text(text: str, operations: Sequence[Operation]) -> tuple[str, bool]:
    """Carry operations out without checking the result; say also whether aliases had to be written out."""
    sheet, written_out = Sheet(text), False
    for operation in operations:
        before = sheet.plain()
        steps = plan(before, operation)
        meant = applied(before, steps)
        if (done := _tried(sheet, steps, meant) or _tried(_ended(sheet), steps, meant)) is None:
            # A place that several share can only be changed alone once each of them has its own words.
            apart = Sheet(sheet.whole)
            written_out = write_aliases_out(apart) or written_out
            if (done := _tried(apart, steps, meant)) is None:
                raise EditError("edit_unsafe", path=_where(steps))
        sheet = done
    return sheet.whole, written_out


def _tried(sheet: Sheet, steps: Sequence[Step], meant: Any) -> Sheet | None:
    """Give the sheet after steps, or nothing where it could not be written, or would read otherwise."""
    changed = copy(sheet)
    try:
        carry_out(changed, steps)
    except (EditError, SharedError):
        return None
    return changed if same(changed.plain(), meant) else None


def _ended(sheet: Sheet) -> Sheet:
    """Give the sheet with its last line ended: words that end in a break cannot be written there otherwise."""
    return sheet if sheet.text.endswith(("\n", "\r")) else Sheet(sheet.whole + sheet.newline)


def _where(steps: Sequence[Step]) -> str:
    return path_words(steps[0].path) if steps else ""
