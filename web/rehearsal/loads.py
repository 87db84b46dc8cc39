"""How many asks and words fall on each seat and person, by stretches of ten minutes."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from injects.load import Span
from simulator.rehearsing.loading import Sharing
from simulator.rehearsing.report import Report
from web.paper.table import Table
from web.rehearsal.saying import between
from web.rehearsal.section import Manner, Section
from web.words import N_, say


def loads(report: Report, language: str, manner: Manner) -> Section:
    """Say what comes to whom."""
    told = report.loading
    everybody = [(say(language, N_("Whole team")), told.team)]
    seats = [*everybody, *((manner.seats[seat], spans) for seat, spans in told.seats)]
    tables = _tables(report, say(language, N_("If each seat has its own holder")), seats, manner, language)
    for sharing in told.sharings:
        people = [
            (
                f"{place}: {', '.join(manner.seats[seat] for seat in one.seats) or say(language, N_('no seat'))}",
                one.spans,
            )
            for place, one in enumerate(sharing.people, start=1)
        ]
        tables += _tables(report, _title(sharing, len(told.seats), language), people, manner, language)
    return Section(
        title=say(language, N_("What falls on each seat and person, by ten minutes")),
        lines=(
            say(language, N_("By minutes of drill time: asks, acknowledgements among them, and in brackets the words "
                "to read. It is the most of any team, in the longest language; where teams differ in asks, the least "
                "and the most.")),
        ),
        tables=tuple(tables),
    )  # fmt: skip


def _title(sharing: Sharing, seats: int, language: str) -> str:
    people = len(sharing.people)
    if sharing.how == "evenly":
        return say(language, N_("%(people)s people, the seats shared as evenly as they can be"), people=people)
    if people < seats:
        return say(
            language, N_("%(people)s people with a seat each; the lead has what is for the others"), people=people
        )
    if people == seats:
        return say(language, N_("%(people)s people with a seat each"), people=people)
    return say(language, N_("%(people)s people, some without a seat"), people=people)


def _tables(
    report: Report, title: str, rows: Sequence[tuple[str, tuple[Span, ...]]], manner: Manner, language: str
) -> list[Table]:
    window, count = report.loading.window, len(report.loading.team)
    return [
        Table(
            title,
            (say(language, N_("Who")), *_heads(range(first, min(first + manner.abreast, count)), window)),
            [(who, *map(_cell, spans[first : first + manner.abreast])) for who, spans in rows],
        )
        for first in range(0, count, manner.abreast)
    ]  # fmt: skip


def _heads(places: Iterable[int], window: timedelta) -> list[str]:
    # A hyphen that breaks no line.
    minutes = window // timedelta(minutes=1)
    return [f"{place * minutes}\u2011{(place + 1) * minutes}" for place in places]


def _cell(span: Span) -> str:
    return f"{between(span.least.asks, span.most.asks)} ({span.most.words})"
