"""What a team's drill must come to: a pure function of the script, what people did, and when the server was away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.simulator.oracle import Oracle


@dataclass(frozen=True)
class Step:
    """Something that came from outside, at a drill time in milliseconds, in the order of the log.

    ``answer``: *inject*, the *flag* its choice sets, whether it *counted*. ``draft``: *inject*. ``outage``: *length*,
    and *alive*, the last drill time of which the log knows before it.
    """

    what: str
    at: int
    inject: str = ""
    flag: str | None = None
    counted: bool = True
    length: int = 0
    alive: int = 0


@dataclass
class Told(Oracle):
    """An oracle that hears how late a server was that did not run when an inject fell due; all else it says itself."""

    told: Mapping[str, int] = field(default_factory=dict)
    disputed: list[str] = field(default_factory=list)

    def arrive(self, name: str, *args: Any, **more: Any) -> None:
        """Deliver at the instant at which it was done: after the due one, what follows counts from there."""
        now = self.time
        self.time = max(now, seconds(self.told.get(name, 0)))
        super().arrive(name, *args, **more)
        self.time = now

    def advance(self, at: Fraction) -> None:
        """Let drill time pass up to *at*, everything due by then included."""
        if at > self.time:
            self.pass_time((at - self.time) / self.speed)

    def outage(self, step: Step) -> None:
        """Move the open deadlines by the silence, before anything of it is looked at (rules.md 8)."""
        length = seconds(step.length)
        began = seconds(step.at) - length
        self.advance(max(began, seconds(step.alive)))
        if seconds(step.alive) >= self.time:
            # Something was done at that very instant: whatever was due by then was done too.
            self.settle()
        self.time = seconds(step.at)
        for cell in self.cells.values():
            # What fell due just before the silence may have been delivered only at its end: then nothing is owed to it.
            there = cell.state in ("delivered", "answered") and cell.delivered < self.time
            if there and cell.deadline is not None and cell.closes is not None:
                cell.deadline += length if cell.deadline > began else 0
                cell.closes += length if cell.closes > began else 0


def seconds(milliseconds: int) -> Fraction:
    """Give whole milliseconds as exact seconds."""
    return Fraction(milliseconds, 1000)


def expected(
    script: Sequence[dict[str, Any]], steps: Sequence[Step], told: Mapping[str, int], until: int, speed: int
) -> Told:
    """Give one team's drill as it must stand at drill time *until* (milliseconds); what falls due then is still ahead.

    *told* says when each inject was delivered: no earlier than it was due, or the checker has said so already.
    """
    oracle = Told(list(script), 20 * 3600, told=told)
    oracle.speed, oracle.time = speed, Fraction(0)
    for step in steps:
        if step.what == "outage":
            oracle.outage(step)
            continue
        oracle.advance(seconds(step.at - 1))
        oracle.time = max(oracle.time, seconds(step.at))
        # Also where time has come no further: what was due before goes before an answer of this very instant.
        oracle.settle(seconds(1))
        if step.what == "draft":
            oracle.write(step.inject)
        elif oracle.answer(step.inject, step.flag) is not step.counted:
            oracle.disputed.append(f"{step.inject} at {step.at}: the server says {step.counted=}")
    oracle.advance(seconds(until - 1))
    return oracle
