"""Who is there, as this process notes it: many lines that open or close at once are one transaction."""

from collections.abc import Callable
from secrets import token_hex
from threading import Lock
from typing import Any

from simulator.actions.attending import close_process, come_back, note_lines, note_process, open_process
from simulator.actor import PROGRAM
from simulator.house import House
from web.live.rooms import Place, Seating
from web.refused import Refused

# So many people go into one transaction.
AT_ONCE = 200


class Attendance:
    """Note who has a line to this process, and tell her team; *tell* sends a word to a room, here and elsewhere."""

    def __init__(
        self,
        house: House,
        seating: Seating,
        tell: Callable[..., Any],
        refused: Refused,
        spawn: Callable[[Callable[[], Any]], Any],
    ) -> None:
        self._house, self._seating, self._tell, self._refused, self._spawn = house, seating, tell, refused, spawn
        self.process_id, self.place = token_hex(6), ""
        self._changed: dict[str, str] = {}
        self._turn = Lock()
        self._closed = False

    def open(self, place: str) -> None:
        """Begin to serve at a place that only one process can have at a time."""
        self.place = place
        self._house.perform(open_process, PROGRAM, process_id=self.process_id, place=place)

    def beat(self) -> None:
        """Note that this process lives, and whatever could not be noted before."""
        if not self._house.perform(note_process, PROGRAM, process_id=self.process_id):
            # Frozen, or cut off, it was taken for dead; its lines that are left are there again.
            people = {place.actor.id for place in list(self._seating.places.values()) if is_hers(place)}
            self._house.perform(come_back, PROGRAM, process_id=self.process_id, place=self.place, people=sorted(people))
        self._work()

    def is_settled(self) -> bool:
        """Say whether all that this process knows is noted."""
        return not self._changed and not self._turn.locked()

    def close(self) -> None:
        """Serve no more: whoever is here is away at once."""
        self._closed = True
        self._house.perform(close_process, PROGRAM, process_id=self.process_id)

    def changed(self, place: Place) -> None:
        """Note whether the participant who has, or had, a place still has a line to this process."""
        if self._closed:
            return
        self._changed[place.actor.id] = place.reader
        if self._work_once() and self._changed:
            # What came meanwhile shall not hold up the one who was first.
            self._spawn(self._work)

    def _work(self) -> None:
        while self._changed and self._work_once():
            pass

    def _work_once(self) -> bool:
        """Note what has changed up to now; say whether that went well and nobody else is at it."""
        if not self._turn.acquire(blocking=False):
            return False
        readers = {one: self._changed.pop(one) for one in list(self._changed)[:AT_ONCE]}
        changes = {one: bool(self._seating.of(f"participant:{one}")) for one in readers}
        try:
            there = self._house.perform(note_lines, PROGRAM, process_id=self.process_id, changes=changes)
        except Exception as error:
            self._refused.failed("presence", error)
            # The next beat tries again; who comes or goes meanwhile is seen by then.
            self._changed = readers | self._changed
            return False
        finally:
            self._turn.release()
        for one, here in there.items():
            self._tell("presence_changed", {"participant": one, "here": here}, readers[one])
        return True


def is_hers(place: Place) -> bool:
    """Say whether a place is a participant's."""
    return place.actor.kind == "participant"
