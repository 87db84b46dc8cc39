"""Whether what is written says anything: texts of more than white space, lists of more than nothing."""

from collections.abc import Iterable, Iterator

from injects.inject import Ask, Document
from injects.text import Text
from scenarios.checking.asks import lacks_criteria
from scenarios.checking.check import Check
from scenarios.checking.fields import CHOICES
from scenarios.checking.finder import Finder
from scenarios.node import Path

_LISTS = ("to", "sets", "files", "expected", "criteria", "benchmarks", "options", "fields", "columns")
# The kinds that need what a list holds: that it is missing is said there.
_NEEDED = {"options": CHOICES, "fields": frozenset({"form"}), "columns": frozenset({"table"})}


def check_emptiness(check: Check) -> None:
    """Find what was begun and never filled in."""
    check_blank(check, check.texts)
    for path, words in _strings(check):
        if not words.strip():
            check.report(path, "empty_text")
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
