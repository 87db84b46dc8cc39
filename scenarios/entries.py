"""Whether a list or a set of keys holds more than anybody reads, counted before anything is built of it."""

from scenarios.node import Mark, Node
from scenarios.reading import Reading

# The longest drill that is known has a twentieth of it.
MOST_ENTRIES = 5_000
# Every text is looked at once for each language.
MOST_LANGUAGES = 100


def has_too_many(reading: Reading) -> bool:
    """Report a part of a scenario with more than the most entries; what begins with ``x_`` may hold any number."""
    if has_too_many_languages(reading):
        return True
    entries = reading.root.value.items() if reading.root and isinstance(reading.root.value, dict) else ()
    parts = [(key, entry.node) for key, entry in entries if not key.startswith("x_")]
    found = next((long for key, node in parts if (long := _long(key, node))), None)
    if found is not None:
        key, marks = found
        reading.report(marks[MOST_ENTRIES], "too_many", key=key, count=len(marks), most=MOST_ENTRIES)
    return found is not None


def has_too_many_languages(reading: Reading) -> bool:
    """Report more languages than the most, of a scenario or a call."""
    languages = reading.root.child("languages") if reading.root else None
    marks = _marks(languages) if languages and isinstance(languages.value, list) else []
    if len(marks) <= MOST_LANGUAGES:
        return False
    mark = marks[MOST_LANGUAGES]
    reading.report(mark, "too_many", key="languages", count=len(marks), most=MOST_LANGUAGES)
    return True


def _long(key: str, node: Node) -> tuple[str, list[Mark]] | None:
    if node.size <= MOST_ENTRIES:
        return None
    if len(marks := _marks(node)) > MOST_ENTRIES:
        return key, marks
    if isinstance(node.value, list):
        parts = [(key, entry) for entry in node.value]
    else:
        entries = node.value.items() if isinstance(node.value, dict) else ()
        parts = [(name, entry.node) for name, entry in entries if not name.startswith("x_")]
    return next((found for name, part in parts if (found := _long(name, part))), None)


def _marks(node: Node) -> list[Mark]:
    if isinstance(node.value, list):
        return [entry.mark for entry in node.value]
    return [entry.mark for entry in node.value.values()] if isinstance(node.value, dict) else []
