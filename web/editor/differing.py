"""What differs between two versions, in words: where, in which language, what stood there and what stands there now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.editing import Difference
from web.editor.forms.choices import Choices
from web.editor.said_values import value_at, where_of
from web.words import LANGUAGES, N_, say

KINDS: Mapping[str, tuple[str, str]] = {
    "added": ("pen", N_("added")), "removed": ("cross", N_("removed")), "changed": ("document", N_("changed")),
    "moved": ("skip", N_("moved")), "renamed": ("flag", N_("renamed")),
}  # fmt: skip
PLACE = N_("place %(n)s")


@dataclass(frozen=True)
class Told:
    """One difference: the inject it is in, if any; where, in words; the language; before and after."""

    kind: str
    icon: str
    words: str
    line: str
    where: str
    language: str
    before: str
    after: str


def shown_changes(found: Iterable[Difference], choices: Choices) -> list[Told]:
    """Give differences as a page shows them, with the names that the scenario has for its parts."""
    return [_told(one, choices) for one in found]


def _told(one: Difference, choices: Choices) -> Told:
    language = choices.language
    icon, words = KINDS[one.kind]
    path, code = (one.path[:-1], str(one.path[-1])) if one.path and one.path[-1] in LANGUAGES else (one.path, "")
    line = str(path[1]) if len(path) > 1 and path[0] == "injects" else ""
    before, after = (value_at(path, value, choices) for value in (one.old, one.new))
    if one.kind == "moved":
        before, after = (say(language, PLACE, n=int(value) + 1) for value in (one.old, one.new))
    where = where_of(path, language)
    return Told(one.kind, icon, say(language, words), line, where, code, before, after)
