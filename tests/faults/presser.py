"""Processes that press at the same instant, which they await by the monotonic clock; each has a house of its own."""

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from simulator.actor import Actor
from simulator.database import close_engine
from simulator.refusal import Refusal
from tests.faults.reference import open_house

AHEAD = 0.01
Pressed = tuple[str, Any, float]


def _press(database: str, actor: Actor, line: Connection) -> None:
    house, engine = open_house(database)
    try:
        while (told := line.recv()) is not None:
            action, facts, at = told
            while time.monotonic() < at:
                pass
            began = time.monotonic()
            try:
                line.send(("done", house.perform(action, actor, **facts), began))
            except Refusal as refusal:
                line.send(("refused", refusal.code, began))
            except Exception as error:
                line.send(("failed", repr(error)[:300], began))
    finally:
        close_engine(engine)


class Pressers:
    """As many processes as there are actors."""

    def __init__(self, lines: Sequence[Connection]) -> None:
        self._lines = lines
        self.spread = list[float]()

    def at_once(self, *presses: tuple[Any, dict[str, Any]]) -> list[Pressed]:
        """Let each press its own in the same instant; gives ``done``, ``refused`` or ``failed``, and what came back."""
        at = time.monotonic() + AHEAD
        for line, (action, facts) in zip(self._lines, presses, strict=True):
            line.send((action, facts, at))
        told = [line.recv() for line in self._lines]
        began = [one[2] for one in told]
        self.spread.append(max(began) - min(began))
        return told


@contextmanager
def pressers(database: str, actors: Sequence[Actor]) -> Iterator[Pressers]:
    """Start a process for each actor and end all of them."""
    # Not forked: a child must not share connections with its parent.
    context = multiprocessing.get_context("spawn")
    lines, made = [], []
    try:
        for actor in actors:
            ours, theirs = context.Pipe()
            process = context.Process(target=_press, args=(database, actor, theirs), daemon=True)
            process.start()
            lines.append(ours)
            made.append(process)
        yield Pressers(lines)
    finally:
        for line in lines:
            line.send(None)
        for process in made:
            process.join(20)
            process.kill()
