"""What a column of a list can be, and what a row of it is, in the reader's words."""

from collections.abc import Iterable, Mapping

from scenarios.exchange.choices import KEEP, unnamed
from scenarios.exchange.headers import IGNORE
from web.editor.forms.inject import INJECT
from web.words import LANGUAGES, N_, say

FIELD_WORDS: Mapping[str, str] = {
    "id": N_("Number"),
    "at": N_("Time of the inject"),
    "date": N_("Date or day"),
    "title": N_("Title"),
    "body": N_("Message"),
    "from": N_("From"),
    "to": N_("To"),
    "channel": N_("Channel"),
    "expected": N_("Expected action"),
    "phase": N_("Phase"),
    "story_time": N_("Time in the story"),
    "note": N_("Note for facilitators"),
    "owner": N_("Who brings it"),
    "plain": N_("Message in plain language"),
    "priority": N_("Priority"),
    "kind": N_("Type of inject"),
    "objective": N_("Objective"),
    "criteria": N_("Criterion"),
    "points": N_("Points"),
    "status": N_("Status"),
}
# What only a list of ours has a column for, as the form of an inject calls it.
OWN_WORDS: Mapping[str, str] = {one.key: one.label for one in INJECT if one.key not in FIELD_WORDS}
WAYS: Mapping[str, str] = {KEEP: N_("Keep beside the inject"), IGNORE: N_("Leave out")}
# A column with no words above it.
NAMELESS = N_("column %(number)s")
# Texts that may have a column for each language.
TRANSLATED = ("title", "body", "expected", "plain", "note", "owner")
KIND_WORDS: Mapping[str, str] = {
    "bad": N_("no inject"),
    "section": N_("heading of a part"),
    "omitted": N_("omitted in the list"),
    "header": N_("headers again"),
    "startex": N_("start of the exercise (STARTEX)"),
    "endex": N_("end of the exercise (ENDEX)"),
}


def words_of_target(target: str, language: str) -> str:
    """Say what a column is taken for, with its language where it has one of its own."""
    name, _space, code = target.partition(" ")
    # A key of a program's own in a list of ours stays beside its inject.
    words = say(language, {**OWN_WORDS, **FIELD_WORDS, **WAYS}.get(name, WAYS[KEEP]))
    short = code.strip("[]").split("-")[0]
    return f"{words} ({LANGUAGES.get(short, short)})" if short else words


def words_of_column(name: str, place: int, language: str) -> str:
    """Say the name of a column at a place from 0: the words above it, or where it stands."""
    return say(language, NAMELESS, number=place + 1) if name == unnamed(place) else name


def words_of_columns(names: Iterable[str], language: str) -> list[str]:
    """Say the names of columns of which no place is told."""
    counted = ((name, name.removeprefix(unnamed(0)[:-1])) for name in names)
    return [words_of_column(name, int(n) - 1 if n.isdecimal() and len(n) < 5 else 0, language) for name, n in counted]


def choices_of(language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give all that a column can be, in groups by their titles; the first group has none."""
    plain = [(name, say(language, words)) for name, words in {**WAYS, **FIELD_WORDS}.items()]
    by_language = [
        (title, [(f"{name} [{code}]", f"{say(language, FIELD_WORDS[name])} ({title})") for name in TRANSLATED])
        for code, title in LANGUAGES.items()
    ]
    return [("", plain), *by_language]
