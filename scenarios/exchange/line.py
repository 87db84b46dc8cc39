"""One row of a MSEL below its headers, and what kind of row it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scenarios.exchange.day_words import read_day
from scenarios.exchange.headers import IGNORE, Header, read_header
from scenarios.exchange.sheet import Broken, Value, words_in

Kind = Literal["empty", "header", "omitted", "startex", "endex", "section", "inject"]
_OUT = (
    r"(?:omit(?:ted)?|delete[d]?|removed|withdrawn|discarded|cancell?ed|obsolete|"
    r"omitid[oa]|eliminad[oa]|borrad[oa]|suprimid[oa]|cancelad[oa]|anulad[oa]|excluíd[oa]|excluid[oa]|removid[oa]|"
    r"apagad[oa]|retirad[oa]|descartad[oa]|omise?|supprimée?|annulée?|retirée?)"
)
_OMITTED = re.compile(rf"\W*(?:{_OUT}|intentionally (?:left )?blank|not used|reserved)\W*", re.I)
# With a reason behind it, or what it is said of before it: "Deleted – see 14", "Inject omitted", "N/A (deleted)".
_OMITTED_BECAUSE = re.compile(
    rf"\W*(?:(?:inject|event|row|inyecto|inyección|evento|injeção|linha|fila|ligne|n/?a)\W+)?{_OUT}"
    r"(?:\s*[-–—:(\[/,;].*|\s(?:by|por|par|see|ver|voir)\b.*)?", re.I | re.S
)  # fmt: skip
# Between marks before what was taken out: "*Omitted* The lights go out".
_OMITTED_MARKED = re.compile(rf"\s*(?:\*+\s*{_OUT}\s*\*+|\[\s*{_OUT}\s*\])", re.I)
# The names of the ends of play may be followed by anything but how long it is until then.
_START = re.compile(
    r"\W*(?:start[ -]?ex|start of (?:the )?exercise|exercise start|inicio del? ejercicio|início do exercício|"
    r"inicio do exercicio|début de l['’]exercice)\b(?!-\w).{0,60}", re.I | re.S
)  # fmt: skip
_END = re.compile(
    r"\W*(?:end[ -]?ex|end of (?:the )?exercise|exercise end|fin del? ejercicio|fim do exercício|fim do exercicio|"
    r"fin de l['’]exercice)\b(?!-\w|\W+(?:in|en|em|dans|minus|warning)\b).{0,60}", re.I | re.S
)  # fmt: skip
# What else they are called: these words alone, for an inject may well begin with them.
_PLAY = (
    r"(?:of |del? |do |da |de l['’]|d['’])?(?:the )?"
    r"(?:exercise|play|ejercicio|simulacro|exerc[ií]cio|simulado|exercice)"
)
_TELL = "(?:declare|announce|call|declarar|anunciar|annoncer)"
_ALONE = r"\W*(?:[\[(–—:/-].{0,60})?"
_START_ALONE = re.compile(
    rf"\W*(?:(?:start|begin|beginning|commence|inicio|início|comienzo|começo|début|lancement) {_PLAY}|"
    rf"exercise (?:starts|begins)|{_TELL} start[ -]?ex){_ALONE}", re.I | re.S
)  # fmt: skip
_END_ALONE = re.compile(
    rf"\W*(?:(?:end|finish|conclusion|fin|final|fim|término|encerramento) {_PLAY}|"
    rf"exercise (?:ends|concludes)|{_TELL} end[ -]?ex){_ALONE}", re.I | re.S
)  # fmt: skip
_IN_BRACKETS = re.compile(r".{0,60}[(\[](start[ -]?ex|comex|end[ -]?ex)[)\]]\W*", re.I | re.S)
_HAS_DIGIT = re.compile(r"\d")
_PART = re.compile(
    r"(?:phase|fase|module|módulo|modulo|move|day|día|dia|jour|serial|part|parte|partie|stage|etapa|étape|act|acto|ato|acte)\b",
    re.I,
)
_NUMBERED_PART = re.compile(rf"{_PART.pattern}\W*(?:\d|[IVX]+\b)", re.I)


@dataclass(frozen=True)
class Line:
    """The cells of a row, its number in the sheet from 1, and the columns they stand in."""

    number: int
    values: Sequence[Value]
    headers: Sequence[Header]

    def value(self, header: Header) -> Value:
        """Give what stands under a header."""
        return self.values[header.place] if header.place < len(self.values) else ""

    def words(self, header: Header) -> str:
        """Give what a reader sees under a header."""
        return words_in(self.value(header))

    def words_at(self, place: int) -> str:
        """Give what a reader sees at a place from 0."""
        return words_in(self.values[place])

    def column(self, field: str) -> Header | None:
        """Give the column of a field that is filled, else its first one."""
        columns = [header for header in self.headers if header.field == field]
        return next((header for header in columns if self.words(header)), next(iter(columns), None))

    def say(self, field: str) -> str:
        """Give the words of a field; nothing where no column says it."""
        header = self.column(field)
        return self.words(header) if header else ""

    def broken(self) -> Iterator[tuple[Header, Broken]]:
        """Give the cells of the list whose formula failed."""
        for header in self.headers:
            if header.field != IGNORE and isinstance(value := self.value(header), Broken):
                yield header, value

    @property
    def texts(self) -> list[str]:
        """Give all that the row says, each once: merged cells say one thing."""
        return list(dict.fromkeys(words for words in map(words_in, self.values) if words))

    @property
    def first(self) -> Value:
        """Give the first cell that says anything; nothing where none does."""
        return next((value for value in self.values if words_in(value)), "")

    @property
    def timed(self) -> bool:
        """Say whether a cell of time holds anything."""
        cells = [self.value(header) for header in self.headers if header.field in ("at", "date")]
        return any(isinstance(value, Broken) or words_in(value) for value in cells)


def kind_of(line: Line) -> Kind:
    """Tell what a row of somebody else's list is."""
    texts = line.texts
    if not texts and not any(line.broken()):
        return "empty"
    if _repeats_headers(line):
        return "header"
    if _is_omitted(line, texts):
        return "omitted"
    # Of a row with a title the message may speak of the ends of play, even with that word alone.
    named = [line.say("title"), line.say("kind"), line.say("id")]
    for heading in named if line.say("title") else (*texts[:3], line.say("body")):
        if kind := _play(heading):
            return kind
    return "section" if _is_section(line, texts) else "inject"


def _is_omitted(line: Line, texts: Sequence[str]) -> bool:
    """Say whether a row was taken out: by a word alone anywhere, with a reason where no inject would say so."""
    if any(_OMITTED.fullmatch(text) or _OMITTED_MARKED.match(text) for text in texts):
        return True
    times = [line.words(header) for header in line.headers if header.field in ("at", "date")]
    bare = [] if any(times) or (line.say("title") and line.say("body")) else texts
    return any(_OMITTED_BECAUSE.fullmatch(text) for text in (line.say("status"), *times, *bare))


def _play(words: str) -> Literal["startex", "endex"] | None:
    said = _IN_BRACKETS.fullmatch(words)
    if said:
        return "endex" if said[1].lower().startswith("end") else "startex"
    if _START.fullmatch(words) or _START_ALONE.fullmatch(words):
        return "startex"
    return "endex" if _END.fullmatch(words) or _END_ALONE.fullmatch(words) else None


def _repeats_headers(line: Line) -> bool:
    said = [(header, words) for header in line.headers if header.field and (words := line.words(header))]
    same = sum(words.casefold() == header.words.casefold() for header, words in said)
    # A list in two languages says its headers twice; where anything is numbered or timed it is no header.
    if same * 2 <= len(said) and len(said) > 1 and not any(map(_HAS_DIGIT.search, line.texts)):
        same = sum(read_header(header.place, words).field == header.field for header, words in said)
    return same >= 2 and same * 2 > len(said)


def _is_section(line: Line, texts: Sequence[str]) -> bool:
    if line.timed:
        # A day that stands alone is that of the rows below, wherever it stands.
        return len(texts) == 1 and read_day(line.first) is not None
    # Parts may be numbered like injects: "2", "Phase 2".
    parts = (_PART.match(texts[0]), _NUMBERED_PART.match(texts[-1])) if len(texts) == 2 else ()
    return len(texts) <= 1 or any(parts)
