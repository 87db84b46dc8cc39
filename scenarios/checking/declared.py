"""Whether the languages that a document declares are those of its texts: where not, the slip is in its head."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from injects.text import Text
from scenarios.checking.finder import Finder
from scenarios.language_codes import primary, usual_form
from scenarios.node import Path

_PATH: Path = ("languages",)


def check_declared(finder: Finder, texts: Iterable[tuple[Path, Text]], declared: Sequence[str]) -> frozenset[str]:
    """Find codes that are not those of the texts; give the languages of which enough is said."""
    told = [text.languages for _, text in texts if text.languages]
    used = Counter(language for languages in told for language in languages)
    idle = [language for language in declared if language not in used]
    settled: set[str] = set()
    # What stands in one text is a slip there, what stands in most of them is what their author means.
    common = [one for one, count in used.items() if one not in declared and count * 2 >= len(told)]
    for language in (one for one in common if usual_form(one) not in declared):
        if meant := _counterpart(language, idle):
            idle.remove(meant)
            settled |= {language, meant}
            finder.report((*_PATH, list(declared).index(meant)), "wrong_language", value=meant, nearest=language)
        elif len(told) > 1:
            settled.add(language)
            finder.report_key(_PATH, "unknown_language", value=language, nearest="")
    for place, language in enumerate(declared):
        if language not in settled and _check_form(finder, place, language, declared, idle):
            settled.add(language)
    return frozenset(settled)


def _counterpart(language: str, idle: Sequence[str]) -> str:
    alike = [one for one in idle if primary(one) == primary(language)]
    return next(iter(alike or (idle if len(idle) == 1 else ())), "")


def _check_form(finder: Finder, place: int, language: str, declared: Sequence[str], idle: Collection[str]) -> bool:
    """Report a code that is written in an unusual way, or that only doubles another; say whether it is idle."""
    others = [one for one in declared if one not in idle and one != language and primary(one) == primary(language)]
    if language in idle and others:
        finder.report((*_PATH, place), "language_unused", value=language, other=others[0])
    elif (usual := usual_form(language)) != language:
        finder.report((*_PATH, place), "language_form", value=language, nearest=usual)
    return language in idle and bool(others)
