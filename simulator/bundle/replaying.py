"""A drill's log played anew: what became of each inject for each team, and which response counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from simulator.bundle.chains import Told

Place = tuple[str | None, str]
# What a row makes of a delivery; what a facilitator holds or releases is still to come.
STATES: Mapping[str, str] = {
    "inject_delivered": "delivered", "response_received": "answered", "response_taken_over": "answered",
    "inject_lapsed": "lapsed", "inject_skipped": "skipped", "inject_withdrawn": "withdrawn",
    "inject_voided": "void", "inject_declined": "declined",
}  # fmt: skip
SENT = ("response_received", "response_taken_over", "response_late")
RULED = "deviation_ruled"
KINDS = (*STATES, "response_late", RULED)


@dataclass
class Replay:
    """Hold, by team and inject, the *state* with the row that made it so, the response that counts, and what came."""

    states: dict[Place, tuple[str, Told]] = field(default_factory=dict)
    delivered: dict[Place, Told] = field(default_factory=dict)
    current: dict[Place, str] = field(default_factory=dict)
    sent: dict[str, Told] = field(default_factory=dict)
    _in_time: dict[Place, str] = field(default_factory=dict)

    def note(self, row: Told) -> None:
        """Take one row in."""
        place, response = (row.team, str(row.payload.get("inject"))), str(row.payload.get("response"))
        if row.kind in SENT:
            self.sent[response] = row
        if row.kind in STATES:
            self.states[place] = (STATES[row.kind], row)
        if row.kind == "inject_delivered":
            self.delivered[place] = row
        if row.kind in SENT and row.kind != "response_late":
            self.current[place] = self._in_time[place] = response
        if row.kind == RULED:
            self._rule(row, place)

    def _rule(self, row: Told, place: Place) -> None:
        """Let a response that came late count, or count no longer; other rulings move no response."""
        what, _sign, whose = str(row.payload.get("about")).partition(":")
        if what != "response":
            return
        self.current.pop(place, None)
        if row.payload.get("verdict") == "technical":
            self.current[place] = whose
        elif place in self._in_time:
            self.current[place] = self._in_time[place]
        if place in self.states and self.states[place][0] in ("lapsed", "answered"):
            self.states[place] = ("answered" if place in self.current else "lapsed", row)


def replay(rows: Iterable[Told]) -> Replay:
    """Play all rows, in order."""
    found = Replay()
    for row in rows:
        found.note(row)
    return found
