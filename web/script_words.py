"""The words that scripts say: found in them as ``_("…")``, handed over as JSON in the reader's language."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file
from markupsafe import Markup

from web.words import SINGULAR_ZERO, forms, say

STATIC = Path(__file__).parent / "static"
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "_n": (1, 2)}


def script_words(language: str, names: Iterable[str]) -> Markup:
    """Give the JSON that ``words.js`` reads: every message of these scripts, with both forms of a plural."""
    said: dict[str, str | list[str]] = {}
    for name in names:
        for found in messages_in(name):
            if isinstance(found, tuple):
                said[found[0]] = list(forms(language, found[0], found[1]))
            else:
                said[found] = say(language, found)
    told = {"language": language, "singularZero": language in SINGULAR_ZERO, "words": said}
    # Inside a script element only "<" could end it early.
    return Markup(json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


@cache
def messages_in(name: str) -> tuple[str | tuple[str, ...], ...]:
    """List the messages of one script; those with a plural are pairs."""
    found = extract_from_file("javascript", STATIC / name, keywords=KEYWORDS, options={"parse_template_string": "true"})
    return tuple(message for _line, message, _comments, _context in found)
