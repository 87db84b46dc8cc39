"""What the scenario of a list is called: the words above its headers, without logos and labels."""

import re
from collections.abc import Iterator, Sequence

from scenarios.exchange.headers import plain
from scenarios.exchange.sheet import Value, words_in

LONGEST_TITLE = 200
_IN_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)|<[^>]*>|\{[^}]*\}")
# What stands above a list and is said of the document, not of the exercise.
_LABELS = frozenset(
    part
    for line in (
        "elaboro|elaborado por|elaboracion|reviso|revisado por|aprobo|aprobado por|fecha|fecha de elaboracion",
        "fecha del ejercicio|version|autor|autora|responsable|lugar|sede|hora|pagina|clasificacion|estado|codigo",
        "elaborado em|revisado|aprovado por|data|versao|responsavel|local|classificacao|situacao",
        "redige par|prepare par|etabli par|approuve par|date|auteur|autrice|lieu|classification|statut",
        "prepared by|written by|author|reviewed by|approved by|owner|date of exercise|exercise date|updated",
        "revision|place|location|venue|time|page|status|by|contact|poc|document|file|sheet|logo",
    )
    for part in line.split("|")
)
# What every such list may be called: a title only where nothing else is one.
_ANY_LIST = frozenset(
    part
    for line in (
        "msel|mel|master scenario events list|master scenario event list|master scenario events list msel|injects",
        "master events list|main events list|main events list mel|inject list|list of injects|event list",
        "lista maestra de eventos|lista maestra de eventos del escenario|lista de inyectos|lista de eventos",
        "lista mestra de eventos|lista mestra de eventos do cenario|lista de injecoes|lista de injects",
        "liste principale des evenements|liste maitresse des evenements|liste des evenements|liste des injects",
    )
    for part in line.split("|")
)


def find_title(above: Sequence[Sequence[Value]]) -> str:
    """Give the longest words of the rows above the headers that could be a title; nothing where there are none.

    No title are words in brackets, a label such as ``Fecha: …`` and what stands beside it, and what has no letters.
    What any list is called and, less still, what is longer than a title may be, an explanation mostly, count only where
    there is nothing else.
    """
    found = [words for row in above for words in _titles(row)]
    return max(found, key=_weight, default="")


def _weight(words: str) -> tuple[bool, bool, int]:
    return len(words) <= LONGEST_TITLE, plain(words) not in _ANY_LIST, len(words)


def _titles(row: Sequence[Value]) -> Iterator[str]:
    labelled = False
    for words in (" ".join(words_in(value).split()) for value in row):
        if not _has_letters(words):
            labelled = labelled and not words
            continue
        name, colon, rest = words.partition(":")
        label = is_label(name)
        if not label and not labelled and (rest or not colon):
            yield words
        # The words beside a label belong to it, those after them to nothing any more.
        labelled = label and not rest.strip()


def is_label(words: str) -> bool:
    """Say whether words say what stands beside them, such as who wrote a document."""
    return plain(words) in _LABELS


def _has_letters(words: str) -> bool:
    return any(one.isalpha() for one in _IN_BRACKETS.sub("", words))
