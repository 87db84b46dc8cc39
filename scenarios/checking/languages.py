"""Whether every reader finds her language, and about as many words as the others."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from injects.text import Text
from injects.words import count_words
from scenarios.checking.check import Check
from scenarios.checking.declared import check_declared
from scenarios.checking.finder import Finder
from scenarios.language_codes import primary
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
    written = list(texts)
    settled = check_declared(finder, written, declared)
    for path, text in written:
        missing = [one for one in declared if text.languages and one not in text.languages and one not in settled]
        strange = any(one in settled and one not in declared for one in text.languages)
        for language in text.every():
            if language not in settled and (language or finder.states((*path, ""))):
                strange |= _check_declared(finder, (*path, language), language, declared)
        # Of two slips in one map the first may be the second: `sp` where `es` is due.
        if missing and not strange and finder.is_whole(path):
            finder.report(path, "missing_language", languages=", ".join(missing))


def _check_declared(finder: Finder, path: Path, language: str, declared: Sequence[str]) -> bool:
    strange = language not in declared
    if strange:
        alike = [one for one in declared if primary(one) == primary(language)]
        near = next(iter(alike), "") or finder.nearest(language, declared)
        finder.report_key(path, "unknown_language", value=language, nearest=near)
    return strange


def _check_lengths(check: Check, path: Path, text: Text) -> None:
    # What is empty is said where it is.
    counts = sorted((_count(words), language) for language, words in text.every().items() if words.strip())
    if not counts:
        return
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
