"""Names of files that leave the house: plain letters, the mark of an exercise first."""

import re
import unicodedata


def file_name(*parts: str, ending: str) -> str:
    """Make a file's name of *parts*: letters and digits that every system takes."""
    bare = [bare_words(part) for part in parts if part]
    return "-".join(one for one in bare if one) + f".{ending}"


def bare_words(words: str) -> str:
    """Keep the letters and digits of words, without accents; ``x`` where nothing is left."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-") or "x"
