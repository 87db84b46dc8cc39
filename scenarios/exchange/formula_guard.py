"""Words that a spreadsheet would take for a formula: kept from it by an apostrophe, which is taken off again."""

import re
import unicodedata

# Also in full-width forms, and behind spaces and quotes (OWASP, CSV Injection).
_FORMULA = re.compile(r"['\t\r\n\0]|[\s\"`’‘“”]*[=+@|%\-−]")


def is_alive(words: str) -> bool:
    """Say whether a spreadsheet could take words for more than words."""
    return bool(_FORMULA.match(unicodedata.normalize("NFKC", words[:1000])))


def escape(words: str) -> str:
    """Put an apostrophe before what could be a formula."""
    return f"'{words}" if is_alive(words) else words


def unescape(words: str) -> str:
    """Take off what ``escape`` has put there, and nothing else."""
    return words[1:] if words.startswith("'") and is_alive(words[1:]) else words
