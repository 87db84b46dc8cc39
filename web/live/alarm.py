"""The alarm clock: APScheduler wakes the house at the next due instant, and once a second as a safety net."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from simulator.actions.program import look_ahead, note_time, tick_drill
from simulator.actor import PROGRAM
from simulator.clock import elapsed
from simulator.house import House
from simulator.kinds import staff_reader
from simulator.reading.feed import stream_states
from simulator.terms import ClockLost
from web.live.announcing import Announcer
from web.live.owner import Owner, OwnersHouse
from web.live.precedence import Precedence
from web.live.rooms import Seating
from web.refused import Refused
from web.retaining import retain_all
from web.watching.measures import due_was_told

# It tells each second of a job that still runs; ours may, and are none the worse for it.
logging.getLogger("apscheduler").setLevel(logging.ERROR)
SAFETY_NET = timedelta(seconds=1)
AT_ONCE = timedelta(milliseconds=1)
# From the scheduler's waking to the last statement it takes some milliseconds; so it wakes earlier, works out what
# falls due, and waits for the instant with it.
EARLY = timedelta(milliseconds=20)
# Who was told to look while it looked does so again, but not without a break: each answer tells it to.
AGAIN = timedelta(milliseconds=20)
CLOCK_EVERY = timedelta(seconds=4)
# What has been kept long enough goes once a day, and once shortly after the start.
DAILY, SOON = timedelta(days=1), timedelta(minutes=1)
# A wall clock that differs so much from what has passed was set.
STEP = 0.5


class NextDue(BaseTrigger):  # type: ignore[misc]
    """Fire at the next due instant, or after a second, whichever is first."""

    def __init__(self) -> None:
        self.due_in: timedelta | None = None

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Give the next instant in the scheduler's own (wall) time."""
        # Never *now* itself: APScheduler asks again and again until it is told a later instant.
        wait = SAFETY_NET if self.due_in is None else min(max(self.due_in, AT_ONCE), SAFETY_NET)
        return now + wait


class Every(BaseTrigger):  # type: ignore[misc]
    """Fire again so long after each time.

    Not APScheduler's own interval: where the wall clock was set forwards that one lists every time that was left out
    before it goes on, ten million of them for a few months, and the whole server waits.
    """

    def __init__(self, length: timedelta) -> None:
        self.length = length

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Give the next instant in the scheduler's own (wall) time."""
        return now + self.length


class Alarm:
    """Wake the house, tell everybody the clock, let bots move; one job each, none of them ever dropped.

    What only the clock's *owner* does is done in *owners*, the house in which each write checks that it is still her
    turn; *play* lets bots move there.
    """

    def __init__(
        self,
        house: House,
        emit: Callable[..., Any],
        seating: Seating,
        announcer: Announcer,
        owner: Owner,
        owners: OwnersHouse,
        play: Callable[[], None],
        trouble: Callable[[bool], None],
        contacts: Callable[[], Callable[[str], dict[str, int]]],
        refused: Refused,
        precedence: Precedence,
    ) -> None:
        self._house, self._emit, self._seating, self._announcer = house, emit, seating, announcer
        self._owner, self._owners = owner, owners
        self._play, self._trouble, self._contacts, self._refused = play, trouble, contacts, refused
        self._precedence = precedence
        self._trigger = NextDue()
        self._noted_at = -SAFETY_NET.total_seconds()
        self._next_at: datetime | None = None
        # What is next is a delivery alone. Where a deadline ends too nobody goes before the answers that come in time.
        self._delivers = False
        self._woken = False
        self._wall_is_ahead = time.time() - elapsed()
        # misfire_grace_time=None: a job that is late is run, not deleted.
        self._scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.add_job(self._tick, self._trigger, id="tick")
        self._scheduler.add_job(self._tell_clock, Every(CLOCK_EVERY), id="clock")
        self.owners_every(DAILY, lambda _epoch: retain_all(self._owners), first=SOON, name="retain")
        self._scheduler.start()

    def every(
        self, length: timedelta, do: Callable[[], Any], *, first: timedelta | None = None, name: str | None = None
    ) -> None:
        """Do something again and again; what fails is counted, and tried again the next time."""

        def safely() -> None:
            try:
                do()
            except ClockLost:
                self._owner.lost()
            except Exception as error:
                self._refused.failed("clock", error)

        begins = datetime.now(UTC) + (length if first is None else first)
        self._scheduler.add_job(safely, Every(length), next_run_time=begins, id=name)

    def owners_every(
        self, length: timedelta, do: Callable[[int], Any], *, first: timedelta | None = None, name: str | None = None
    ) -> None:
        """Do something again and again, with the epoch of her turn, as long as this process is the clock's owner."""

        def in_turn() -> None:
            if self._owner.epoch is not None:
                do(self._owner.epoch)

        self.every(length, in_turn, first=first, name=name)

    def stop(self) -> None:
        """Tick no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake(self) -> None:
        """Look at once: something has changed what is due."""
        self._woken = True
        self._ring_in(timedelta(0))

    def _ring_in(self, wait: timedelta) -> None:
        if self._scheduler.running:
            self._scheduler.modify_job("tick", next_run_time=datetime.now(UTC) + wait)

    def mind_the_wall(self) -> None:
        """Move everything planned with the wall clock where that was set: APScheduler goes by it, nobody else does."""
        is_ahead = time.time() - elapsed()
        step, self._wall_is_ahead = is_ahead - self._wall_is_ahead, is_ahead
        if abs(step) < STEP or not self._scheduler.running:
            return
        self._refused.count("the wall clock was set")
        now = datetime.now(UTC)
        for job in self._scheduler.get_jobs():
            # What is ahead after a step forwards may have been planned anew since then: moved, it would be an age away.
            if job.next_run_time is not None and (step < 0 or job.next_run_time <= now):
                job.modify(next_run_time=job.next_run_time + timedelta(seconds=step))

    def _tick(self) -> None:
        epoch, self._trigger.due_in, self._woken = self._owner.epoch, None, False
        if epoch is None:
            return
        with self._precedence.at_work():
            self._look(epoch)
        self._precedence.expect(self._trigger.due_in if self._delivers else None)
        # APScheduler planned the next look as this one began, when nobody knew yet what is next; and a wish for a look
        # that came meanwhile it has dropped, because one was under way.
        early = EARLY if self._delivers else timedelta(0)
        due_in = SAFETY_NET if self._trigger.due_in is None else max(self._trigger.due_in - early, AT_ONCE)
        wait = min(due_in, AGAIN) if self._woken else due_in
        if wait < SAFETY_NET:
            self._ring_in(wait)

    def _look(self, epoch: int) -> None:
        try:
            due_at, failed = self._bring_up(epoch)
            if due_at is not None and not failed:
                self._trigger.due_in = due_at - self._house.clock()
            self._play()
        except ClockLost:
            self._owner.lost()
        except Exception as error:
            # A failing disk must not end the clock: the next tick tries again.
            self._refused.failed("tick", error)
            self._trouble(True)
        else:
            self._trouble(failed)
        self._owner.worked()

    def _bring_up(self, epoch: int) -> tuple[datetime | None, bool]:
        """Do what is due, drill by drill; give when something will be next, and whether something went wrong."""
        instant, failed = self._instant(), False
        ahead = self._house.look(look_ahead, PROGRAM, until=instant)
        for drill_id in ahead.due:
            try:
                self._house.perform_at(instant, tick_drill, PROGRAM, epoch=epoch, which=drill_id)
            except ClockLost:
                raise
            except Exception as error:
                # What fails in one drill stops no other's clock.
                self._refused.failed("tick", error)
                failed = True
        if ahead.due and not failed and self._next_at is not None:
            due_was_told(self._next_at, self._house.clock())
        if elapsed() - self._noted_at >= SAFETY_NET.total_seconds():
            self._house.perform(note_time, PROGRAM, epoch=epoch)
            self._noted_at = elapsed()
        ahead = self._house.look(look_ahead, PROGRAM) if ahead.due else ahead
        self._next_at, self._delivers = ahead.next_at, ahead.delivers
        return self._next_at, failed

    def _instant(self) -> datetime:
        """Give the instant up to which everything is done: now, or that of the next delivery where it is at hand."""
        now, then = self._house.clock(), self._next_at if self._delivers else None
        return then if then is not None and now < then <= now + 2 * EARLY else now

    def _tell_clock(self) -> None:
        readers = self._seating.readers()
        if not readers:
            return
        self._precedence.give_way()
        try:
            states = self._house.look(stream_states, PROGRAM, readers=readers)
        except Exception as error:
            self._refused.failed("telling the clock", error)
            return
        # Who is behind hears first what she has missed: the number beside the clock would let her ask for it.
        self._announcer.compare({reader: state["n"] for reader, state in states.items()})
        contacts = self._contacts()
        for reader, state in states.items():
            self._emit("clock", state, to=reader)
            if reader.startswith(staff_reader("")):
                self._emit("contacts", contacts(reader.removeprefix(staff_reader(""))), to=reader)
