"""What differs between two versions, in words: where, in which language, what stood there and what stands there now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.editing import Difference
from scenarios.node import Path
from web.editor.forms.inject import INJECT
from web.editor.forms.sections import SECTIONS
from web.editor.forms.spec import Field
from web.words import LANGUAGES, N_, say

KINDS: Mapping[str, tuple[str, str]] = {
    "added": ("pen", N_("added")), "removed": ("cross", N_("removed")), "changed": ("document", N_("changed")),
    "moved": ("skip", N_("moved")), "renamed": ("flag", N_("renamed")),
}  # fmt: skip
INJECT_WORDS, PLACE = N_("Inject %(id)s"), N_("place %(n)s")


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


def shown_changes(found: Iterable[Difference], language: str) -> list[Told]:
    """Give differences as a page shows them."""
    return [_told(one, language) for one in found]


def _told(one: Difference, language: str) -> Told:
    icon, words = KINDS[one.kind]
    path, code = (one.path[:-1], str(one.path[-1])) if one.path and one.path[-1] in LANGUAGES else (one.path, "")
    line = str(path[1]) if len(path) > 1 and path[0] == "injects" else ""
    before, after = written(one.old), written(one.new)
    if one.kind == "moved":
        before, after = (say(language, PLACE, n=int(value) + 1) for value in (one.old, one.new))
    where = where_of(path, language)
    return Told(one.kind, icon, say(language, words), line, where, code, before, after)


def where_of(path: Path, language: str) -> str:
    """Say where a path leads, as the forms call it."""
    return " · ".join(_where(path, language))


def _where(path: Path, language: str) -> Iterator[str]:
    if len(path) > 1 and path[0] == "injects":
        yield say(language, INJECT_WORDS, id=path[1])
        yield from _steps(path[2:], INJECT, language)
        return
    fields = [field for section in SECTIONS.values() for field in section.fields]
    yield from _steps(path, fields, language)


def _steps(path: Path, fields: Iterable[Field], language: str) -> Iterator[str]:
    known = {field.key: field for field in fields}
    for step in path:
        field = known.get(str(step))
        yield say(language, field.label) if field and field.label else str(step)
        if field:
            known = {inner.key: inner for inner in field.fields}


def written(value: Any) -> str:
    """Give a value as words."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {written(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(written(inner) for inner in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
