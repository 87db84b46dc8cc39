"""The alarm clock: APScheduler wakes the house at the next due instant, and once a second as a safety net."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from simulator.actions.program import tick
from simulator.actor import PROGRAM
from simulator.house import House
from simulator.kinds import staff_reader
from simulator.reading.feed import stream_states
from web.live.rooms import Seating
from web.refused import Refused
from web.retaining import retain_all

# It tells each second of a job that still runs; ours may, and are none the worse for it.
logging.getLogger("apscheduler").setLevel(logging.ERROR)
SAFETY_NET = timedelta(seconds=1)
AT_ONCE = timedelta(milliseconds=1)
CLOCK_EVERY = timedelta(seconds=4)
# What has been kept long enough goes once a day, and once shortly after the start.
DAILY, SOON = timedelta(days=1), timedelta(minutes=1)


class NextDue(BaseTrigger):  # type: ignore[misc]
    """Fire at the next due instant, or after a second, whichever is first."""

    def __init__(self) -> None:
        self.due_in: timedelta | None = None

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Give the next instant in the scheduler's own (wall) time."""
        # Never *now* itself: APScheduler asks again and again until it is told a later instant.
        wait = SAFETY_NET if self.due_in is None else min(max(self.due_in, AT_ONCE), SAFETY_NET)
        return now + wait


class Alarm:
    """Wake the house, tell everybody the clock, let bots move; one job each, none of them ever dropped."""

    def __init__(
        self,
        house: House,
        emit: Callable[..., Any],
        seating: Seating,
        play: Callable[[], None],
        trouble: Callable[[bool], None],
        refused: Refused,
    ) -> None:
        self._house, self._emit, self._seating, self._play, self._trouble = house, emit, seating, play, trouble
        self._refused = refused
        self._trigger = NextDue()
        # misfire_grace_time=None: a job that is late is run, not deleted.
        self._scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.add_job(self._tick, self._trigger, id="tick")
        self._scheduler.add_job(self._tell_clock, "interval", seconds=CLOCK_EVERY.total_seconds(), id="clock")
        soon = datetime.now(UTC) + SOON
        self._scheduler.add_job(
            self._retain, "interval", seconds=DAILY.total_seconds(), id="retain", next_run_time=soon
        )
        self._scheduler.start()

    def every(self, length: timedelta, do: Callable[[], Any]) -> None:
        """Do something again and again; what fails is counted, and tried again the next time."""

        def safely() -> None:
            try:
                do()
            except Exception as error:
                self._refused.failed("clock", error)

        self._scheduler.add_job(safely, "interval", seconds=length.total_seconds())

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    def wake(self) -> None:
        """Look at once: something has changed what is due."""
        if not self._scheduler.running:
            return
        self._scheduler.modify_job("tick", next_run_time=datetime.now(UTC))

    def _tick(self) -> None:
        try:
            due_at = self._house.perform(tick, PROGRAM)
            self._trigger.due_in = None if due_at is None else due_at - self._house.clock()
            self._play()
        except Exception as error:
            # A failing disk must not end the clock: the next tick tries again.
            self._refused.failed("tick", error)
            self._trigger.due_in = None
            self._trouble(True)
        else:
            self._trouble(False)

    def _retain(self) -> None:
        try:
            retain_all(self._house)
        except Exception as error:
            self._refused.failed("retention", error)

    def _tell_clock(self) -> None:
        readers = self._seating.readers()
        if not readers:
            return
        try:
            states = self._house.look(stream_states, PROGRAM, readers=readers)
        except Exception as error:
            self._refused.failed("telling the clock", error)
            return
        for reader, state in states.items():
            self._emit("clock", state, to=reader)
            if reader.startswith(staff_reader("")):
                self._emit("contacts", self._seating.silences(reader.removeprefix(staff_reader(""))), to=reader)
