"""A scenario of the store as the editor has it open: one of its versions, what it says, and saving the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scenarios.editing import Operation
from simulator.reading.scenarios import scenario_version
from simulator.refusal import Refusal
from simulator.saving import save as save_in_store
from web import door
from web.editor.forms.changes import changes
from web.editor.forms.choices import Choices
from web.editor.said_values import value_at, where_of
from web.editor.understanding import Understood, understood

# Of one inject that two have changed, so many places are shown where they differ.
MOST_SHOWN = 12
CONFLICTS = frozenset({"scenario_changed", "scenario_conflicts"})


@dataclass(frozen=True)
class Opened:
    """One version; *undoes* is the one before it that an undo brings back, None where there is none."""

    id: str
    number: int
    newest: int
    archived: bool
    by: str
    at: datetime
    note: str
    files: Mapping[str, int]
    known: Understood

    @property
    def text(self) -> str:
        """Give the document as it is written."""
        return self.known.text

    @property
    def title(self) -> str:
        """Give its title in the reader's language, or in the first one that is there."""
        choices = Choices(self.known.plain, door.language())
        return choices.words(self.known.plain.get("title")) or str(self.known.plain.get("id", "")) or self.id

    @property
    def undoes(self) -> int | None:
        """Name the version that an undo brings back: the one before, or before the one that was brought back."""
        brought_back = restored(self.note)
        before = (brought_back or self.number) - 1
        return before if before >= 1 else None


# What a version that was brought back says of itself; lists show it in words.
_RESTORED = "restored:"


def restored(note: str) -> int | None:
    """Give the version that another one brought back; None where it was written."""
    number = note.removeprefix(_RESTORED)
    return int(number) if note.startswith(_RESTORED) and number.isdecimal() else None


def restoring(number: int) -> str:
    """Give the note of a version that brings *number* back."""
    return f"{_RESTORED}{number}"


def open_scenario(scenario_id: str, number: int | None = None) -> Opened:
    """Open a version, the newest unless a number is given; refuse what is not there."""
    view = door.house().look(scenario_version, door.staff(), scenario_id=scenario_id, number=number)
    return Opened(
        view["id"], view["number"], view["newest"], view["archived"], view["saved_by"], view["saved_at"], view["note"],
        view["files"], understood(view["digest"], view["text"], view["findings"], view["scenario"]),
    )  # fmt: skip


def open_version(scenario_id: str, written: str | None) -> Opened:
    """Open the version that a form stands on."""
    return open_scenario(scenario_id, number_of(written))


def number_of(written: str | None) -> int:
    """Read a version's number; refuse what is none."""
    if not written or not written.isascii() or not written.isdecimal() or len(written) > 9:
        raise Refusal("request_malformed")
    return int(written)


def save(base: Opened, operations: Sequence[Operation], *, merge: bool = False) -> int:
    """Save the next version: what *operations* make of the one that is open; gives its number."""
    done = save_in_store(
        door.house(), door.staff(), scenario_id=base.id, expected_number=base.number, operations=tuple(operations),
        merge=merge,
    )  # fmt: skip
    return int(done["number"])


def conflict_of(refusal: Refusal, base: Opened) -> dict[str, Any] | None:
    """Give what a page needs to offer somebody who was not the first to save."""
    if refusal.code not in CONFLICTS:
        return None
    told = refusal.parameters
    choices = Choices(base.known.plain, door.language())
    differing = [
        ((*one["path"], *change.path), change.value)
        for one in told.get("conflicts", ())
        for change in changes(one["ours"], one["theirs"])[:MOST_SHOWN]
    ]
    clashes = [
        {"where": where_of(path, choices.language), "theirs": value_at(path, value, choices) or "–"}
        for path, value in differing
    ]
    # An entry that was taken out, an inject above all, has no place in which her words could be written.
    gone = any(one["theirs"] is None and len(one["path"]) > 1 for one in told.get("conflicts", ()))
    return {
        "newest": told.get("number", base.newest), "mine": base.number, "both": clashes, "gone": gone,
        "mergeable": bool(told.get("mergeable")) and refusal.code == "scenario_changed",
    }  # fmt: skip
