"""A part of the report: what a page, a sheet of paper and a terminal show alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from web.paper.table import Table


@dataclass(frozen=True)
class Manner:
    """How a report is written: what *seats* are called, and how many stretches of time stand *abreast*."""

    seats: Mapping[str, str]
    abreast: int


@dataclass(frozen=True)
class Section:
    """A title, whole sentences, then tables, then *points*: one thing each."""

    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    points: tuple[str, ...] = ()
