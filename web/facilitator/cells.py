"""How one cell of the matrix looks: a shape or a letter, a colour's name, and the words for both."""

from collections.abc import Mapping
from typing import Any

from web.words import N_

# Each look: what stands in the cell, and what a screen reader says.
LOOKS: Mapping[str, tuple[str, str]] = {
    "planned": ("·", N_("planned")),
    "held": ("‖", N_("held back")),
    "skipped": ("–", N_("left out")),
    "delivered": ("○", N_("sent, not received yet")),
    "received": ("◔", N_("received, not opened")),
    "opened": ("◑", N_("opened")),
    "writing": ("✎", N_("writing")),
    "answered": ("✓", N_("answered")),
    "late_answer": ("»", N_("came too late, kept")),
    "lapsed": ("!", N_("no answer in time")),
    "declined": ("↷", N_("declined")),
    "withdrawn": ("✕", N_("withdrawn")),
    "void": ("∅", N_("void")),
}
# An option is shown by its id; what is longer would not fit into a cell.
LONGEST_MARK = 3


def look_of(cell: Mapping[str, Any]) -> str:
    """Name the look of a delivery's cell."""
    state: str = cell["state"]
    if state == "delivered":
        return next((look for look in ("writing", "opened", "received") if cell[_FACTS[look]]), "delivered")
    if state == "lapsed" and cell["late_answer"]:
        return "late_answer"
    return state


_FACTS = {"writing": "drafted", "opened": "opened", "received": "received"}


def mark_of(cell: Mapping[str, Any]) -> str:
    """Give what stands in the cell: the options chosen where they are short, else the look's own shape."""
    look = look_of(cell)
    chosen = "".join(cell["chosen"]) if look == "answered" else ""
    return chosen if 0 < len(chosen) <= LONGEST_MARK else LOOKS[look][0]
