"""Which column of a MSEL says what, by the words above it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scenarios.exchange.header_core import cores
from scenarios.exchange.header_names import LANGUAGES
from scenarios.exchange.header_names import NAMES as _NAMES

# Each may have a column for every language.
TEXTS = {"title", "body", "expected", "note", "owner", "plain", "from"}
# What a person says of a column that is to be left out; none is recognised as that.
IGNORE = "ignore"
# Parts of a field that several columns may say together.
JOINED = {"body", "note", "expected"}
LONGEST = 100  # no header is longer
_BEHIND = 100  # no name of a field is the hundredth: what is known whole comes before what is known by its core
# What stands at a header without being a word of it: its number in the list, a note at its foot, a place to break it.
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}(?:[.):]|\s*[-–—])\s*")
_UNSAID = re.compile("[\u00ad\u200b-\u200d\u2060¹²³\u2070-\u2079]")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LANGUAGE = re.compile(r"[\[(]\s*([A-Za-z]{2}(?:-[A-Za-z]{2})?)\s*[\])]\s*$|(?<=\w)[ /–—-]+(ES|PT|EN|FR)$")


def plain(header: str) -> str:
    """Give words without what makes no difference: capital letters, accents, signs."""
    said = _UNSAID.sub("", header).replace("°", "o").replace("#", " # ").replace("+", " + ")
    bare = unicodedata.normalize("NFKD", said)
    kept = bare if bare.isascii() else "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w#+]|_", " ", kept.casefold()).split())


def _found() -> dict[str, tuple[str, int, frozenset[str]]]:
    found: dict[str, tuple[str, int, frozenset[str]]] = {}
    for field, names in _NAMES.items():
        for language, written in zip(LANGUAGES, names, strict=True):
            for rank, name in enumerate(written.split("|")):
                _field, best, languages = found.get(name, (field, rank, frozenset()))
                found[name] = field, min(best, rank), languages | {language}
    # The number sign as people write it: "N.º", "Nº", "No.", "N°", "Nr".
    for sign in ("n o", "no", "n", "nr", "nro", "num"):
        found[sign] = "id", 7, frozenset(LANGUAGES)
        for what in _NUMBERED_THINGS:
            found.setdefault(f"{sign} {what}", ("id", 6, frozenset(LANGUAGES)))
    return found


_NUMBERED_THINGS = (
    "inject", "evento", "de evento", "de inyeccion", "de inject", "de inyecto", "de control", "do evento",
    "orden", "de orden", "ordem", "de ordem", "ordre", "d ordre", "da injecao", "do inject",
    "d evenement", "d injection", "d inject",
)  # fmt: skip
_KNOWN = _found()


@dataclass(frozen=True)
class Header:
    """One column: its place from 0, the words above it, and the field, where it is known, in a language.

    *said_language* is the one its words name; *chosen*: a person has said what it is.
    """

    place: int
    words: str
    field: str | None = None
    rank: int = 0
    languages: frozenset[str] = frozenset()
    text_language: str = ""
    said_language: str = ""
    chosen: bool = False


def fields_known() -> tuple[str, ...]:
    """Give the fields that a column can be."""
    return tuple(_NAMES)


def read_header(place: int, words: str) -> Header:
    """Understand one header: capital letters, accents and what is in parentheses make no difference."""
    if len(words) > LONGEST:
        return Header(place, words)
    said = _LANGUAGE.search(words)
    bare, says = (words[: said.start()], (said[1] or said[2]).lower()) if said else (words, "")
    # Brackets may stand in brackets.
    without = _IN_BRACKETS.sub(" ", _IN_BRACKETS.sub(" ", bare))
    candidates = dict.fromkeys(map(plain, (bare, without, _NUMBERED.sub("", bare), _NUMBERED.sub("", without))))
    if found := next((found for one in candidates if (found := _KNOWN.get(one) or _by_core(one))), None):
        field, rank, languages = found
        return Header(place, words, field, rank, languages, says if field in TEXTS else "", says)
    return Header(place, words, said_language=says)


def _by_core(said: str) -> tuple[str, int, frozenset[str]] | None:
    for core, fields, language in cores(said):
        if (found := _KNOWN.get(core)) and (not fields or found[0] in fields):
            field, rank, languages = found
            return field, rank + _BEHIND, languages & {language} or languages
    return None


def map_columns(row: Sequence[str]) -> list[Header]:
    """Give every column of a header row that has words; where two could be one field, the better one is."""
    return settle([read_header(place, words) for place, words in enumerate(row) if words])


def settle(headers: Sequence[Header]) -> list[Header]:
    """Let each field be one column, the best of those that could be it; what a person has chosen stays."""
    best: dict[tuple[str, str], Header] = {}
    for header in headers:
        if header.field and header.field not in JOINED:
            key = header.field, header.text_language
            best[key] = min(best.get(key, header), header, key=lambda one: (one.rank, one.place))
    return [_settled(header, best) for header in headers]


def _settled(header: Header, best: Mapping[tuple[str, str], Header]) -> Header:
    if header.chosen or header.field in JOINED or best.get((header.field or "", header.text_language)) is header:
        return header
    return replace(header, field=None, text_language="")


def weigh(headers: Sequence[Header], fewest: int = 2) -> int:
    """Say how much a row looks like the header of a MSEL: its known fields, 0 where it has not the *fewest* of them."""
    fields = {header.field for header in headers if header.field} - {IGNORE}
    says = fields & {"title", "body"}
    return len(fields) if says and len(fields) >= fewest else 0


def language_of(headers: Sequence[Header]) -> str:
    """Give the language that most headers are in, English where two are alike."""
    return max(LANGUAGES, key=lambda language: sum(language in header.languages for header in headers))
