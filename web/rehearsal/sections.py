"""All parts of the report, in the order in which somebody who plans a drill asks."""

from collections.abc import Callable

from simulator.rehearsing.report import Report
from web.rehearsal.costing import costing
from web.rehearsal.loads import loads
from web.rehearsal.reaching import reaching
from web.rehearsal.section import Manner, Section
from web.rehearsal.silences import silences
from web.rehearsal.weighing import weighing

# So many stretches of ten minutes stand beside each other.
NARROW, WIDE = 6, 12
PARTS: tuple[Callable[[Report, str, Manner], Section], ...] = (reaching, loads, silences, weighing, costing)


def sections_of(report: Report, language: str, *, narrow: bool = False) -> list[Section]:
    """Give the report in a language; *narrow* for eighty columns, where seats are called by their ids."""
    scenario = report.played.scenario
    titles = {name: seat.title.say(language, scenario.languages) for name, seat in scenario.seats.items()}
    manner = Manner({name: name for name in titles}, NARROW) if narrow else Manner(titles, WIDE)
    return [part(report, language, manner) for part in PARTS]
