"""Whether a sentence quotes what it is about (rules.md 29)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

WORDS_IN_A_ROW = 3
_WORD = re.compile(r"\w+")


def quotes(sentence: str, content: Mapping[str, Any]) -> bool:
    """Say whether a sentence repeats three words in a row of one text of *content*, or all of it where it is shorter.

    Case, accents and points do not count. What holds no words, such as a choice alone, asks for no quotation.
    """
    texts = [_words(text) for text in texts_of(content)]
    length = min(WORDS_IN_A_ROW, max(map(len, texts), default=0))
    said = _words(sentence)
    runs = {tuple(text[at : at + length]) for text in texts for at in range(len(text) - length + 1)}
    return not length or any(tuple(said[at : at + length]) in runs for at in range(len(said) - length + 1))


def texts_of(content: Mapping[str, Any]) -> Iterator[str]:
    """Give all texts that a team wrote: its text, its reasons, the fields of its form and the cells of its tables."""
    for name in ("text", "rationale", "fields"):
        yield from _texts(content.get(name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _words(text: str) -> list[str]:
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not _is_mark(letter))
    return _WORD.findall(bare)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"
