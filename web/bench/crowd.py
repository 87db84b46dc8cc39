"""A crowd of lines in one loop: it sits down, answers, waits for injects, is cut off and comes back."""

import json
import re
import selectors
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, monotonic_ns

from web.bench.drill import ASK
from web.bench.line import Line, Lost, State

PATIENCE = 60.0
AT_ONCE = 64
AGAIN = 1.0
RESUME = 1
# A delivered inject is told by its id, which stands first in it; n is the first word of every event.
_NUMBER = re.compile(rb'"n":(\d+)')
_DELIVERED, _INJECT = b'"inject_delivered"', re.compile(rb'"inject":\{"id":"([^"]+)"')
_FRONT = 200
WORDS = (
    "We cut the two floors off the network, keep the machines running for the investigators, ask the bank for an hour, "
    "and tell the response team and the minister what we know and what we do not."
)
# A line is rationed (web/live/rationing.py): whoever answered more often at a stretch, twice, would measure refusals.
MOST_EACH = 90


@dataclass
class Answers:
    """What became of answers: how long each acknowledgement took (ns), how many were refused, and all of it (s)."""

    took: list[int] = field(default_factory=list)
    refused: int = 0
    seconds: float = 0.0


class Crowd:
    """All lines to the server on this machine's *port*, one for each of the sessions' *tokens*."""

    def __init__(self, port: int, tokens: Sequence[str]) -> None:
        self._port = port
        self._lines = [Line(place, token) for place, token in enumerate(tokens)]
        self._selector = selectors.DefaultSelector()
        self.seated = self.lost = 0
        # Who has been told what she missed, since the last storm.
        self._back: set[int] = set()
        # When each inject came to a screen, in ns of the monotonic clock.
        self.screens: dict[str, list[int]] = {}
        self._answers = Answers()
        self._asks, self._next, self._run = 1, 0, 0
        self._again = self._storming = False

    @property
    def resumed(self) -> int:
        """Count who came back after the storm and has caught up."""
        return len(self._back)

    @property
    def _is_spent(self) -> bool:
        """Say whether everybody has answered as often as the server lets one person answer at a stretch."""
        return all(line.sent >= MOST_EACH and not line.asked for line in self._lines)

    def sit_down(self, at_once: int = AT_ONCE, said: Callable[[int], None] = lambda _seated: None) -> float:
        """Seat everybody who is away, so many on their way at a time; gives the seconds it took."""
        away = [line for line in self._lines if line.state == State.AWAY]
        began, dialled = monotonic(), 0
        self.seated = self.lost = 0
        while self.seated + self.lost < len(away) and monotonic() - began < PATIENCE:
            while dialled < len(away) and dialled - self.seated - self.lost < at_once:
                self._dial(away[dialled])
                dialled += 1
            self._turn(0.1)
            said(self.seated)
        return monotonic() - began

    def storm(self) -> float:
        """Cut everybody off, and let all come back at once; gives the seconds until all have caught up.

        Whoever is not let in tries again each second, as a browser does.
        """
        there = [line for line in self._lines if line.state == State.SEATED]
        for line in there:
            self._selector.unregister(line.sock)
            line.hang_up()
        self.listen(1.0)
        self.seated = self.lost = 0
        self._back.clear()
        self._storming, began, tried = True, monotonic(), 0.0
        while len(self._back) < len(there) and monotonic() - began < PATIENCE:
            if monotonic() - tried >= AGAIN:
                tried = monotonic()
                for line in there:
                    if line.state == State.AWAY:
                        self._dial(line)
            self._turn(0.1)
        self._storming = False
        return monotonic() - began

    def listen(self, seconds: float, enough: Callable[[], bool] = lambda: False) -> bool:
        """Only listen, until it is *enough* or the time is up; says whether it was enough."""
        end = monotonic() + seconds
        while not (found := enough()) and monotonic() < end:
            self._turn(0.02)
        return found

    def answer(self, in_flight: int, asks: int, seconds: float, enough: Callable[[], bool] | None = None) -> Answers:
        """Answer in a closed loop: so many answers are on their way at any time, each from the next line."""
        self._begin(asks)
        began, self._again = monotonic(), True
        for _ in range(in_flight):
            self._answer()
        self.listen(seconds, enough or (lambda: self._is_spent))
        self._again, self._answers.seconds = False, monotonic() - began
        done, self._answers = self._answers, Answers()
        # What is still on its way belongs to no figure.
        self.listen(5.0, lambda: not any(line.asked for line in self._lines))
        return done

    def burst(self, answers: int, asks: int) -> Answers:
        """Send so many answers at once, each from another line, and wait for all."""
        self._begin(asks)
        self._next, began = 0, monotonic()
        for _ in range(answers):
            self._answer()
        done = self._answers
        self.listen(PATIENCE, lambda: len(done.took) + done.refused >= answers)
        done.seconds, self._answers = monotonic() - began, Answers()
        return done

    def close(self) -> None:
        """Let every line go."""
        for line in self._lines:
            line.hang_up()
        self._selector.close()

    def _begin(self, asks: int) -> None:
        self._asks, self._answers = asks, Answers()
        self._run += 1
        for line in self._lines:
            line.sent = 0

    def _answer(self) -> None:
        for _ in self._lines:
            line = self._lines[self._next]
            self._next = (self._next + 1) % len(self._lines)
            if line.state != State.SEATED or line.asked or (self._again and line.sent >= MOST_EACH):
                continue
            line.sent += 1
            line.asked = line.sent + RESUME
            facts = {
                "inject": ASK.format((line.place + line.sent) % self._asks),
                "id": f"b{self._run}-{line.place}-{line.sent}", "content": {"text": WORDS},
            }  # fmt: skip
            text = f"42{line.asked}{json.dumps(['send_response', facts])}".encode()
            line.asked_at = monotonic_ns()
            try:
                line.send(text)
            except Lost:
                self._lose(line)
                continue
            return

    def _dial(self, line: Line) -> None:
        try:
            line.dial(self._port)
            self._selector.register(line.sock, selectors.EVENT_WRITE, line)
        except Lost:
            line.hang_up()
            self.lost += 1

    def _lose(self, line: Line) -> None:
        with suppress(KeyError, ValueError):
            self._selector.unregister(line.sock)
        line.hang_up()
        line.asked = 0
        self.lost += 1

    def _turn(self, seconds: float) -> None:
        for key, _events in self._selector.select(seconds):
            line: Line = key.data
            if line.state == State.AWAY:
                continue
            try:
                if line.state == State.DIALLING:
                    line.upgrade(self._port)
                    self._selector.modify(line.sock, selectors.EVENT_READ, line)
                    continue
                packets = line.hear()
                at = monotonic_ns()
                for packet in packets:
                    self._packet(line, packet, at)
            except Lost:
                self._lose(line)

    def _packet(self, line: Line, packet: bytes, at: int) -> None:
        kind = packet[:1]
        if kind == b"2":
            self._event(line, packet, at)
        elif kind == b"3":
            self._ack(line, packet, at)
        elif kind == b"0":
            line.state = State.SEATED
            self.seated += 1
            if self._storming:
                line.send(b'42%d["resume",{"n":%d}]' % (RESUME, line.n))
        else:
            raise Lost

    def _event(self, line: Line, packet: bytes, at: int) -> None:
        front = packet[:_FRONT]
        found = _NUMBER.search(front)
        if found:
            line.n = max(line.n, int(found[1]))
            if _DELIVERED in front and (inject := _INJECT.search(packet)):
                self.screens.setdefault(inject[1].decode(), []).append(at)

    def _ack(self, line: Line, packet: bytes, at: int) -> None:
        number, _, answered = packet[1:].partition(b"[")
        refused = answered.startswith(b'{"error"')
        if int(number) == RESUME:
            if not refused:
                self._back.add(line.place)
            return
        if line.asked != int(number):
            return
        line.asked = 0
        if refused:
            self._answers.refused += 1
        else:
            self._answers.took.append(at - line.asked_at)
        if self._again:
            self._answer()
