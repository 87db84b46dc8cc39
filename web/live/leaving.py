"""Who must go: whoever a commit of any process named, whose session has ended, whose rights are others by now."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic

from simulator.actor import PROGRAM
from simulator.house import House
from simulator.reading.visiting import Leaver, departures_since
from web.live.entering import place_of
from web.live.rooms import Place, Seating

LOOK_EVERY = timedelta(seconds=0.4)
# Commits can pass each other, and the clocks of two servers differ a little.
OVERLAP = timedelta(minutes=5)
CHECK_EVERY = timedelta(minutes=30)
CHECKED_AT_ONCE = 20
REMEMBERED = 60.0


class Leaving:
    """Let go of sockets, in this process: each departure once, at most half a second after its commit."""

    def __init__(self, house: House, seating: Seating, let_go: Callable[[str], None]) -> None:
        self._house, self._seating, self._let_go = house, seating, let_go
        self._handled: dict[int, datetime] = {}
        self._lately: deque[tuple[float, Leaver]] = deque()
        self._lock = Lock()

    def look(self) -> None:
        """Read who has left since the last time, and let them go."""
        since = self._house.clock() - OVERLAP
        for leaver in self._new(self._house.look(departures_since, PROGRAM, since=since), since):
            for sid in self._seating.of(leaver.who, leaver.session_id):
                self._let_go(sid)

    def _new(self, found: list[Leaver], since: datetime) -> list[Leaver]:
        with self._lock:
            fresh = [one for one in found if one.id not in self._handled]
            self._handled = {id: at for id, at in self._handled.items() if at >= since} | {
                one.id: one.at for one in found
            }
            now = monotonic()
            self._lately.extend((now, one) for one in fresh)
            while self._lately and now - self._lately[0][0] > REMEMBERED:
                self._lately.popleft()
        return fresh

    def has_left(self, place: Place, began: float) -> bool:
        """Say whether somebody who came in from *began* (monotonic) on was let go before she had sat down."""
        with self._lock:
            return any(
                at >= began and one.who == str(place.actor) and one.session_id in (None, place.actor.session_id)
                for at, one in self._lately
            )

    def look_around(self) -> None:
        """Let go of whom a departure, the end of a session or a change of rights concerns."""
        self.look()
        now = self._house.clock()
        places = list(self._seating.places.items())
        for sid, place in places:
            if place.ends_at is not None and place.ends_at <= now:
                self._let_go(sid)
        old = [(sid, place) for sid, place in places if place.checked_at and now - place.checked_at >= CHECK_EVERY]
        for sid, place in old[:CHECKED_AT_ONCE]:
            self._check(sid, place, now)

    def _check(self, sid: str, place: Place, now: datetime) -> None:
        as_team = place.actor.kind == "participant"
        fresh = place_of(self._house, place.token, as_team=as_team, drill_id=place.reader.partition(":")[2])
        same = fresh is not None and (fresh.reader, fresh.actor.grants) == (place.reader, place.actor.grants)
        if same:
            place.checked_at = now
        else:
            self._let_go(sid)
