"""A second telling of rules.md 8–14 and 18–21 in plain Python, in seconds: what a drill must come to."""

from dataclasses import dataclass, field
from math import inf

GRACE, MARGIN, MERCY, OUTAGE = 60, 15 * 60, 5, 10
MILLISECOND = 0.001


@dataclass
class Cell:
    """One inject in one team."""

    state: str = "planned"
    due: float | None = None
    delivered: float | None = None
    deadline: float | None = None
    closes: float | None = None
    base: float | None = None
    late: bool = False
    final: bool = False
    draft: bool = False


@dataclass
class Oracle:
    """Play one team's drill from its script: a list of dicts in file order."""

    script: list[dict]
    duration: float
    time: float = 0
    paused_for: float | None = None
    speed: int = 1
    ended: float | None = None
    flags: set[str] = field(default_factory=set)
    trace: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self):
        self.lines = {line["id"]: line for line in self.script}
        self.cells = {line["id"]: Cell(due=line.get("at")) for line in self.script}

    # the passing of time

    def pass_time(self, wall):
        """Let wall seconds pass with the clock's owner awake."""
        if self.paused_for is not None:
            self.paused_for += wall
            return
        end = self.time + wall * self.speed
        while (soonest := min(self._dues(), default=inf)) <= end:
            self.time = max(self.time, soonest)
            self.settle()
        self.time = end

    def sleep(self, wall, *, just_before=False):
        """Let wall seconds pass with the owner gone, and let it come back.

        *just_before* leaves what falls due at that very instant: an action that arrives then comes before it.
        """
        if self.paused_for is not None:
            self.paused_for += wall
            return
        before = self.time
        self.time += wall * self.speed
        if wall > OUTAGE:
            for cell in self.cells.values():
                if cell.state in ("delivered", "answered") and cell.deadline is not None:
                    cell.deadline += wall * self.speed if cell.deadline > before else 0
                    cell.closes += wall * self.speed if cell.closes > before else 0
        self.settle(MILLISECOND if just_before else 0)

    def _dues(self):
        for cell in self.cells.values():
            if cell.state == "delivered" and cell.closes is not None:
                yield cell.closes
            if cell.state == "planned" and cell.due is not None and self.ended is None:
                yield cell.due
        if self.ended is None:
            yield self.duration + MARGIN

    def settle(self, short=0):
        """Do all that is due (but for the last *short* seconds), the earliest first, each seeing what came before."""
        while happenings := sorted(self._happenings(self.time - short)):
            _at, rank, _place, name = happenings[0]
            if rank == 3:
                self.end()
            elif rank == 2:
                self.arrive(name)
            else:
                self.run_out(name)

    def _happenings(self, until):
        for place, (name, cell) in enumerate(self.cells.items()):
            if cell.state == "delivered" and cell.closes is not None and cell.closes <= until:
                yield cell.closes, 1, place, name
            if cell.state == "planned" and cell.due is not None and cell.due <= until and self.ended is None:
                yield cell.due, 2, place, name
        if self.ended is None and self.duration + MARGIN <= until:
            yield self.duration + MARGIN, 3, 0, ""

    # what can happen to an inject

    def arrive(self, name, by_hand=False, holds=None):
        """Deliver an inject, or skip it where its condition is false; *holds*: as it was read before, at a press."""
        line, cell = self.lines[name], self.cells[name]
        if not (self.holds(line.get("if")) if holds is None else holds):
            self._become(name, "skipped")
            return
        cell.delivered = self.time
        cell.late = not by_hand and cell.due is not None and self.time - cell.due > OUTAGE * self.speed
        if line.get("lasts") is not None:
            cell.deadline = self.time + line["lasts"]
            cell.closes = cell.deadline + GRACE
        self.flags |= set(line.get("sets", ()))
        self._become(name, "delivered", self.time if line["ask"] is None else None)

    def run_out(self, name):
        """Close what nobody answered in time."""
        cell = self.cells[name]
        if cell.draft:
            self._become(name, "answered", cell.closes)
        elif self.ended is not None and self.ended < self.duration and cell.deadline > self.ended:
            self._become(name, "void", cell.closes)
        else:
            self._become(name, "lapsed", cell.closes)

    def _become(self, name, state, base=None):
        self.cells[name].state = state
        self.trace.append((name, state))
        for line in self.script:
            follower = self.cells[line["id"]]
            if line.get("after") != name or follower.state not in ("planned", "held"):
                continue
            if state == "skipped":
                self._become(line["id"], "skipped")
            elif base is not None and follower.due is None:
                follower.due = base + line["delay"]

    def holds(self, condition):
        """Read a condition, a list of (negated, what, name) that must all be so."""
        return all(self._is_so(what, name) != negated for negated, what, name in condition or ())

    def _is_so(self, what, name):
        if what == "flag":
            return name in self.flags
        if what == "delivered":
            return self.cells[name].delivered is not None
        return self.cells[name].state == what

    # what people do

    def answer(self, name, flag=None):
        """Send an answer, confirmed; it changes nothing where it is refused or late. Says whether it counts."""
        cell = self.cells[name]
        if self._stands_still():
            return False
        first = (
            cell.state == "delivered" and self.lines[name]["ask"] and (cell.closes is None or self.time <= cell.closes)
        )
        again = cell.state == "answered" and not cell.final and (cell.deadline is None or self.time <= cell.deadline)
        if first or again:
            cell.final = flag is not None
            if first:
                self._become(name, "answered", self.time)
            self.flags |= {flag} - {None}
        return bool(first or again)

    def _stands_still(self):
        return self.paused_for is not None and self.paused_for > MERCY

    def decline(self, name):
        """Decline an optional inject."""
        line, cell = self.lines[name], self.cells[name]
        if cell.state == "delivered" and line["ask"] and line.get("optional") and not self._stands_still():
            self._become(name, "declined", self.time)

    def write(self, name):
        """Leave a draft, which nobody sends."""
        cell = self.cells[name]
        if cell.state == "delivered" and self.lines[name]["ask"] == "text" and self.time <= (cell.deadline or inf):
            cell.draft = True

    def press(self, name, holds=None):
        """Deliver by hand, now."""
        if self.paused_for is None and self.ended is None and self.cells[name].state in ("planned", "held"):
            self.arrive(name, by_hand=True, holds=holds)

    def hold(self, name):
        """Keep an inject back."""
        if self.ended is None and self.cells[name].state == "planned":
            self.cells[name].state = "held"

    def release(self, name, holds=None):
        """Let a held inject go."""
        cell = self.cells[name]
        if self.paused_for is None and self.ended is None and cell.state == "held":
            cell.state = "planned"
            if self.lines[name].get("manual") or (cell.due is not None and cell.due <= self.time):
                self.arrive(name, by_hand=True, holds=holds)

    def skip(self, name):
        """Leave an inject out."""
        if self.ended is None and self.cells[name].state in ("planned", "held"):
            self._become(name, "skipped")

    def withdraw(self, name):
        """Take an inject back."""
        if self.cells[name].state in ("delivered", "answered", "lapsed", "declined"):
            self._become(name, "withdrawn", self.time)

    def move(self, name, length):
        """Let an inject that is still planned fall due earlier or later."""
        cell = self.cells[name]
        if self.ended is None and cell.state == "planned" and cell.due is not None:
            cell.due = max(cell.due + length, self.time)

    def end(self):
        """ENDEX."""
        self.ended, self.paused_for = self.time, None
        for cell in self.cells.values():
            if cell.state in ("planned", "held"):
                cell.state = "skipped"
