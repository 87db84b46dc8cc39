"""What a form is made of: fields, each with the key it stands for, its words and the way it is written."""

from dataclasses import dataclass
from typing import Any, Literal

# line, number, length (of time): one line; area: many; tick: true or false; one, many: of a list of choices;
# words, paragraph: a Text in every language, on one line or many; ids: a list of names with commas between them; lines:
# a list of plain lines; says: a list of Texts; sender: a character or words; group: a mapping with fields of its own;
# rows: a list of such; named: such by id; anchors: a Text for each level of the rubric.
Kind = Literal[
    "line", "number", "length", "tick", "one", "many", "words", "paragraph", "ids", "lines", "says", "sender", "group",
    "rows", "named", "anchors", "condition",
]  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One key of a document as a part of a form; *choices* names a list that the scenario or the format gives."""

    key: str
    kind: Kind
    label: str
    hint: str = ""
    choices: str = ""
    fields: tuple["Field", ...] = ()
    default: Any = None
    # For which kinds of ask it is there, as classes of the page; empty: for all.
    only: str = ""
    # What one entry of a list is called, on the button that adds one.
    entry: str = ""
