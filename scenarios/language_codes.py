"""Codes of languages as BCP 47 writes them, and what authors write for them."""

import re

from scenarios.quote import bare

_OTHERS = {
    "es": "sp spa esp spanish espanol castellano espagnol espanhol",
    "pt": "por ptg portuguese portugues portugais",
    "en": "eng english ingles anglais",
    "fr": "fra fre french frances francais",
}
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MEANT = {word: code for code, words in _OTHERS.items() for word in words.split()}


def usual_form(written: str) -> str:
    """Give the code in its usual form: the language small, a script as a name, a region in capitals."""
    first, *rest = re.split(r"[-_ ]", written)
    if any(len(part) == 1 for part in rest):
        # What follows a letter alone has rules of its own.
        return written
    return "-".join((primary(first), *map(_subtag, rest)))


def primary(written: str) -> str:
    """Give the language of a code without script and region, by its usual code."""
    word = bare(re.split(r"[-_ ]", written)[0])
    return _MEANT.get(word, word)


def meant_code(written: str) -> str:
    """Give the code that is meant by what is none, as *es-MX* by *es_MX* or *español mx*; nothing if it is unclear."""
    usual = usual_form(written.strip())
    return usual if _CODE.fullmatch(usual) else ""


def _subtag(written: str) -> str:
    if len(written) == 4 and written.isalpha():
        return written.capitalize()
    return written.upper() if len(written) == 2 else written.lower()
