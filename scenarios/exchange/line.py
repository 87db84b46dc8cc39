"""One row of a MSEL below its headers, and what kind of row it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scenarios.exchange.headers import Header
from scenarios.exchange.sheet import Broken, Value, words_in

Kind = Literal["empty", "header", "omitted", "startex", "endex", "section", "inject"]
_OMITTED = re.compile(
    r"\W*(?:omit(?:ted)?|delete[d]?|removed|cancell?ed|obsolete|intentionally (?:left )?blank|not used|reserved|"
    r"omitid[oa]|eliminad[oa]|borrad[oa]|suprimid[oa]|cancelad[oa]|anulad[oa]|excluíd[oa]|excluid[oa]|removid[oa]|"
    r"apagad[oa]|retirad[oa]|omise?|supprimée?|annulée?|retirée?)\W*", re.I
)  # fmt: skip
_START = re.compile(
    r"\W*(?:start[ -]?ex|start of (?:the )?exercise|exercise start|inicio del? ejercicio|início do exercício|"
    r"inicio do exercicio|début de l['’]exercice)\b.{0,60}", re.I | re.S
)  # fmt: skip
_END = re.compile(
    r"\W*(?:end[ -]?ex|end of (?:the )?exercise|exercise end|fin del? ejercicio|fim do exercício|fim do exercicio|"
    r"fin de l['’]exercice)\b.{0,60}", re.I | re.S
)  # fmt: skip
_IN_BRACKETS = re.compile(r".{0,60}\((start[ -]?ex|end[ -]?ex)\)\W*", re.I | re.S)
_PART = re.compile(
    r"(?:phase|fase|module|módulo|modulo|move|day|día|dia|jour|serial|part|parte|partie|stage|etapa|étape|act|acto|ato|acte)\b",
    re.I,
)


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
            if isinstance(value := self.value(header), Broken):
                yield header, value

    @property
    def texts(self) -> list[str]:
        """Give all that the row says, each once: merged cells say one thing."""
        return list(dict.fromkeys(words for words in map(words_in, self.values) if words))

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
    if any(_OMITTED.fullmatch(text) for text in texts):
        return "omitted"
    for heading in (line.say("title"), line.say("body"), line.say("id"), *([] if line.say("title") else texts[:3])):
        if kind := _play(heading):
            return kind
    return "section" if _is_section(line, texts) else "inject"


def _play(words: str) -> Literal["startex", "endex"] | None:
    said = _IN_BRACKETS.fullmatch(words)
    if _START.fullmatch(words) or (said and said[1].lower().startswith("start")):
        return "startex"
    return "endex" if _END.fullmatch(words) or said else None


def _repeats_headers(line: Line) -> bool:
    known = [header for header in line.headers if header.field]
    same = sum(line.words(header).casefold() == header.words.casefold() for header in known)
    return same >= 2 and same * 2 > len([header for header in known if line.words(header)])


def _is_section(line: Line, texts: Sequence[str]) -> bool:
    if line.timed:
        return False
    return len(texts) <= 1 or (len(texts) == 2 and bool(_PART.match(texts[0])))
