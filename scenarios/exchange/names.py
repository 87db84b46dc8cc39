"""Ids for what a MSEL names in words: seats, senders, phases, numbers of injects."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 64


def slug(words: str) -> str:
    """Give the words as an id, in ASCII; nothing where none of them can be in one."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", bare).strip("-_")[:_LONGEST].rstrip("-_")


class Names:
    """Give the same id for the same words, capital letters and spaces aside, and no id twice."""

    def __init__(self, otherwise: str, taken: Iterable[str] = ()) -> None:
        self._otherwise = otherwise
        self._taken = set(taken)
        self._by_words: dict[str, str] = {}
        self._next: dict[str, int] = {}
        self.words: dict[str, str] = {}

    def id_of(self, words: str) -> str:
        """Give the id of words."""
        key = " ".join(words.split()).casefold()
        if key not in self._by_words:
            name = self.free(slug(words).lower() or f"{self._otherwise}-{len(self.words) + 1}")
            self._by_words[key], self.words[name] = name, " ".join(words.split())
        return self._by_words[key]

    def free(self, wanted: str) -> str:
        """Give an id like the wanted one that nothing has yet, and keep it."""
        name = wanted
        while name in self._taken:
            # Where the last search ended: a thousand equal numbers are no million tries.
            number = self._next.get(wanted, 2)
            name, self._next[wanted] = f"{wanted[: _LONGEST - 6]}-{number}", number + 1
        self._taken.add(name)
        return name
