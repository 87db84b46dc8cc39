"""Texts that are one string for all languages: which they are, and whose words they become when another one comes."""

from collections.abc import Iterator, Sequence
from re import fullmatch
from typing import Any, get_origin

from injects.inject import ID_PATTERN
from injects.text import Text
from scenarios.annotations import annotation_at, keys_of
from scenarios.editing.steps import Replace
from scenarios.node import Path
from scenarios.scenario import Scenario


def given_languages(document: Any, languages: Sequence[str]) -> list[Replace]:
    """Give the steps after which each text of one string is in *languages* alone; none where there are no languages.

    A file's name and a character's id are nobody's words, so they stay what they are.
    """
    return [Replace(path, dict.fromkeys(languages, words)) for path, words in _plain(document)] if languages else []


def _plain(document: Any) -> Iterator[tuple[Path, str]]:
    for path, words in _texts(document, Scenario, ()):
        names_character = path[-1] == "from" and fullmatch(ID_PATTERN, words)
        if words.strip() and path[-1] != "file" and not names_character:
            yield path, words


def _texts(value: Any, annotation: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Give the texts of one string, each with its path; what the format does not know has none."""
    if annotation is Text:
        if isinstance(value, str):
            yield path, value
    elif isinstance(value, dict):
        known = value.keys() if get_origin(annotation) is dict else keys_of(annotation).keys()
        for key in (key for key in value if key in known):
            yield from _texts(value[key], annotation_at(annotation, (key,)), (*path, key))
    elif isinstance(value, list) and get_origin(annotation) is tuple:
        inside = annotation_at(annotation, (0,))
        for place, one in enumerate(value):
            yield from _texts(one, inside, (*path, place))
