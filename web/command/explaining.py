"""What one finding is about: its sentence in the reader's language, and its entry of the page, which is in English."""

import re

from web.command.errors_page import entries, place_of
from web.command.words import _, said_in
from web.words import say
from web.words.findings import FINDINGS

_PARAMETER = re.compile(r"%\((\w+)\)s")


def sentence_of(code: str) -> str:
    """Give the sentence of a finding in the reader's language, with dots where it names what was found."""
    said = FINDINGS[code]
    return say(said_in(), said, **dict.fromkeys(_PARAMETER.findall(said), "…"))


def explain(code: str) -> str:
    """Give all that can be said of a code, for a terminal."""
    parts = [f"{code}: {sentence_of(code)}"]
    entry = entries().get(code)
    if entry:
        parts += [] if said_in() == "en" else [_("What follows is written in English.")]
        parts.append(entry)
    return "\n\n".join([*parts, place_of(code)])
