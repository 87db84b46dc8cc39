"""Keys that authors write by another word than the format's, as other tools and languages have them."""

from collections.abc import Iterable

from scenarios.quote import bare

# At the word that is meant, those which stand for it nowhere in the format; the first that is known there holds.
_WORDS = {
    "at": "time when start starts begin begins minute minutes offset hora tiempo momento inicio horario heure temps",
    "due": "time deadline timeout limit time_limit duration minutes plazo prazo delai limite",
    "inject": "id",
}
_MEANT: dict[str, list[str]] = {}
for _key, _others in _WORDS.items():
    for _other in _others.split():
        _MEANT.setdefault(_other, []).append(_key)


def synonym(word: object, known: Iterable[str]) -> str:
    """Give the one of the *known* keys that another word stands for, or nothing."""
    there = set(known)
    return next((key for key in _MEANT.get(bare(str(word)[:20]), ()) if key in there), "")
