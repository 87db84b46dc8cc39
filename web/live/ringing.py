"""What one process says to the others over the bell, and the form that it must have."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST_NAME = 64
# The words that no log holds. None of them changes anything; what they say is shown, and forgotten.
WORDS = frozenset(
    {
        "draft_changed", "somebody_writing", "presence_changed", "team_writing", "pauses_changed", "pause_seen",
        "left", "language_changed",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word to one room."""

    room: str
    name: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Beat:
    """A sign of life: whether the process is in trouble, and the seconds since each team was last heard there."""

    trouble: bool
    contacts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Message:
    """What was said: how far readers' counts have come, whether something may be due, words, a sign of life."""

    by: str
    counts: Mapping[str, int] = field(default_factory=dict)
    wake: bool = False
    words: tuple[Word, ...] = ()
    beat: Beat | None = None


def read(body: bytes) -> Message | None:
    """Read a message; None where it has not exactly the form of one."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.keys() - {"by", "n", "wake", "words", "beat"} or not _is_name(told.get("by")):
        return None
    counts, wake, words, beat = told.get("n", {}), told.get("wake", False), told.get("words", []), told.get("beat")
    if not (_are_numbers(counts) and isinstance(wake, bool) and isinstance(words, list) and all(map(_is_word, words))):
        return None
    if beat is not None and not _is_beat(beat):
        return None
    return Message(
        told["by"], counts, wake, tuple(Word(*word) for word in words),
        None if beat is None else Beat(beat["trouble"], beat["contacts"]),
    )  # fmt: skip


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME


def _are_numbers(value: Any) -> bool:
    return isinstance(value, dict) and all(
        _is_name(name) and type(n) is int and 0 <= n < 2**53 for name, n in value.items()
    )


def _is_word(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 3:
        return False
    room, name, facts = value
    return _is_name(room) and name in WORDS and isinstance(facts, dict)


def _is_beat(value: Any) -> bool:
    if not isinstance(value, dict) or value.keys() != {"trouble", "contacts"} or type(value["trouble"]) is not bool:
        return False
    contacts = value["contacts"]
    return isinstance(contacts, dict) and all(_is_name(name) and _are_numbers(of) for name, of in contacts.items())
