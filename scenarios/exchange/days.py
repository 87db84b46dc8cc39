"""The day of a row of clock times, as the rows between them, or the phase beside them, say it."""

from scenarios.exchange.day_words import read_day
from scenarios.exchange.moment import Moment
from scenarios.exchange.schedule import on_date
from scenarios.exchange.sheet import Value


class Days:
    """Follow the days of a list from row to row; *day_first* says how it writes its dates."""

    def __init__(self, day_first: bool) -> None:
        self._day_first = day_first
        self._phase: Moment | None = None

    def read(self, value: Value) -> Moment | None:
        """Give the day that a cell says; a date may be of ``NO_YEAR``."""
        return read_day(value, self._day_first)

    def move(self, at: Moment | None, phase: str) -> Moment | None:
        """Put a clock time on the day its phase says, where that is another than the phase before it said."""
        if at is None or at.kind != "clock" or at.day is not None:
            return at
        day = self.read(phase)
        if day is None or day == self._phase:
            return at
        self._phase = day
        return on_date(at, day)
