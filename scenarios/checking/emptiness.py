"""Whether what is written says anything: texts of more than white space, lists of more than nothing."""

from collections.abc import Callable, Iterable, Iterator

from injects.inject import Ask, Document
from injects.text import Text
from scenarios.checking.asks import lacks_criteria
from scenarios.checking.check import Check
from scenarios.checking.fields import CHOICES
from scenarios.checking.finder import Finder
from scenarios.node import Node, Path, Step

_LISTS = ("to", "sets", "files", "expected", "criteria", "benchmarks", "options", "fields", "columns")
# The kinds that need what a list holds: that it is missing is said there.
_NEEDED = {"options": CHOICES, "fields": frozenset({"form"}), "columns": frozenset({"table"})}


def check_emptiness(check: Check) -> None:
    """Find what was begun and never filled in."""
    check_blank(check, check.texts)
    for path, words in _strings(check):
        if not words.strip():
            check.report(path, "empty_text")
    check_unfilled(check, lambda path: _is_asked_for(check, path))
    for path, part in _parts(check):
        for key in _LISTS:
            if key in part.model_fields_set and not getattr(part, key) and not _is_missed(check, part, key):
                check.report((*path, key), "empty_list", key=key)


def check_blank(finder: Finder, texts: Iterable[tuple[Path, Text]]) -> None:
    """Find texts, or words of one language, that are nothing but white space."""
    for path, text in texts:
        blank = [language for language, words in text.every().items() if not words.strip()]
        places = [path] if len(blank) == len(text.every()) else [(*path, language) for language in blank]
        for place in places:
            finder.report(place, "empty_text")


def check_unfilled(finder: Finder, is_asked_for: Callable[[Path], bool] = lambda _path: False) -> None:
    """Find keys behind which nothing stands, or only a note: they are read as if they were not there.

    Where one must be there, its own finding says so.
    """
    for path in _unfilled(finder.reading.root, ()):
        if not is_asked_for(path):
            finder.report(path, "empty_key")


def _unfilled(node: Node | None, path: Path) -> Iterator[Path]:
    value = node.value if node else None
    parts: list[tuple[Step, Node]] = [*enumerate(value)] if isinstance(value, list) else []
    if isinstance(value, dict):
        parts = [(key, entry.node) for key, entry in value.items() if not key.startswith("x_")]
        yield from ((*path, key) for key, part in parts if part.value is None)
    for step, part in parts:
        if isinstance(part.value, list | dict):
            yield from _unfilled(part, (*path, step))


def _is_asked_for(check: Check, path: Path) -> bool:
    """Say whether another finding says that what is missing at a path must be there."""
    if len(path) < 3 or path[0] != "injects":
        return False
    inject = check.scenario.injects[int(path[1])]
    if path[2:] == ("ask", "due"):
        return inject.ask is not None and inject.ask.kind != "acknowledge"
    return path[2] in ("at", "after") and inject.at is None and inject.after is None and not inject.manual


def _is_missed(check: Check, part: Document, key: str) -> bool:
    if key == "criteria" and isinstance(part, Ask):
        return lacks_criteria(check.scenario, part)
    return getattr(part, "kind", "") in _NEEDED.get(key, ())


def _strings(check: Check) -> Iterator[tuple[Path, str]]:
    scenario = check.scenario
    yield ("version",), scenario.version
    if scenario.licence is not None:
        yield ("licence",), scenario.licence
    for key, words in (("authors", scenario.authors), ("tags", scenario.tags), ("sources", scenario.sources)):
        yield from (((key, place), one) for place, one in enumerate(words))
    yield from ((("reviewed", language), one) for language, one in scenario.reviewed.items())


def _parts(check: Check) -> Iterator[tuple[Path, Document]]:
    yield from check.injects
    for path, ask in check.asks:
        yield path, ask
        for key, parts in (("options", ask.options), ("fields", ask.fields)):
            yield from (((*path, key, place), part) for place, part in enumerate(parts))
