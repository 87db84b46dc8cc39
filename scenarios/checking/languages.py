"""Whether every reader finds her language, and about as many words as the others."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from injects.text import Text
from injects.words import count_words
from scenarios.checking.check import Check
from scenarios.checking.finder import Finder
from scenarios.node import Path

MOST_PLAIN = 600


def check_languages(check: Check) -> None:
    """Find texts in undeclared languages, missing ones, and translations that cannot say the same."""
    if not check.is_whole(("languages",)):
        return
    declared = check.scenario.languages
    for language in check.scenario.reviewed:
        _check_declared(check, ("reviewed", language), language, declared)
    check_texts(check, check.texts, declared)
    for path, text in check.texts:
        if path[-1] == "body" and check.is_whole(path):
            _check_lengths(check, path, text)
        if path[-1] == "plain":
            _check_plain(check, path, text)


def check_texts(finder: Finder, texts: Iterable[tuple[Path, Text]], declared: Sequence[str]) -> None:
    """Find texts of a document that are in undeclared languages, or that lack one of those *declared*."""
    for path, text in texts:
        strange = False
        for language in text.every():
            if language or finder.states((*path, "")):
                strange |= _check_declared(finder, (*path, language), language, declared)
        missing = [language for language in declared if text.languages and language not in text.languages]
        # Of two slips in one map the first may be the second: `sp` where `es` is due.
        if missing and not strange and finder.is_whole(path):
            finder.report(path, "missing_language", languages=", ".join(missing))


def _check_declared(finder: Finder, path: Path, language: str, declared: Sequence[str]) -> bool:
    strange = language not in declared
    if strange:
        finder.report_key(path, "unknown_language", value=language, nearest=finder.nearest(language, declared))
    return strange


def _check_lengths(check: Check, path: Path, text: Text) -> None:
    counts = sorted((_count(words), language) for language, words in text.every().items())
    (least, shorter), (most, longer) = counts[0], counts[-1]
    # More than 40 % apart, in whole numbers.
    if (most - least) * 10 > most * 4:
        check.report(path, "lengths_differ", shorter=shorter, shorter_words=least, longer=longer, longer_words=most)


def _check_plain(check: Check, path: Path, text: Text) -> None:
    for language, words in text.every().items():
        if len(words) > MOST_PLAIN:
            check.report(path, "plain_too_long", characters=len(words), most=MOST_PLAIN, language=language)


# The same words, by alias, may stand in ten thousand places.
_count = lru_cache(maxsize=64)(count_words)
