"""Characters in texts that nobody sees, written with a backslash or brought along from elsewhere."""

import re

from scenarios.checking.check import Check
from scenarios.written import place_inside

# Controls but for the white space of a text, marks that turn what follows around, and a mark of byte order.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]")


def check_hidden(check: Check) -> None:
    """Find the first invisible character of each text."""
    for path, text in check.texts:
        for language, words in text.every().items():
            if found := _HIDDEN.search(words):
                place = (*path, language) if language else path
                mark = place_inside(check.reading, place, words, found.start()) or check.reading.mark(place)
                check.report_at(mark, place, "hidden_character", character=f"U+{ord(found[0]):04X}")
