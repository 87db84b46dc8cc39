"""Row 43: one device that asks a thousand times a second, and two hundred lines of one person."""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from typing import Any

from tests.faults.ground import Ground, Outcome, share
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.reference import make_drill
from tests.faults.watch import Watch, acknowledged_after
from tests.faults.wire import event_text

NUMBER, TITLE = 43, "a flood of valid requests, and two hundred lines of one person"
RATE, LINES, MOST_OF_ONE, MOST_LINES = 1_000, 200, 20, 100
ASKED = [
    ("resume", {"n": 0}), ("save_draft", {"inject": "000", "content": {"text": "Aislamos la red. " * 20}}),
    ("receive_injects", {"injects": ["000", "001"]}), ("open_inject", {"inject": "000"}),
    ("write_draft", {"inject": "000"}), ("change_language", {"language": "pt"}),
    ("ask_pause", {}), ("take_back_pause", {}), ("nonsense", {}),
]  # fmt: skip


def run(ground: Ground) -> Outcome:
    """Let the devices of a drill play while one floods, and another comes in two hundred times."""
    lasts = ground.pick(60, 4)
    drill = make_drill(ground.sqlite(), ground.size(speed=8, seconds=ground.pick(1200, 240)))
    cookies = [drill.people.pop(name)[1] for name in ("d000", "d001")]
    pace = ground.pick(0.3, 0.8)
    with ground.nodes(1, drill.database) as (node,), Loop() as loop, ground.crowd(drill, [node], pace=pace) as crowd:
        ground.startex(drill)
        time.sleep(ground.pick(20, 3))
        began = time.monotonic()
        with Watch(node) as watch:
            told = loop.run(_both(node, cookies, lasts))
        over = time.monotonic()
        facts = ground.settle(drill, crowd)
    acks = acknowledged_after(ground.history, began, over)
    before = acknowledged_after(ground.history, 0, began)
    seen, limit = watch.figures, ground.pick(1.0, 10.0)
    return ground.outcome(
        facts,
        done=f"one device sent {RATE} valid requests a second for {lasts} s, and came back at once when it was cut; "
        f"beside it {LINES} lines of another person asked to come in at once, again and again, and those that were in "
        f"asked as much as they could; {drill.size.said}",
        figures={
            "requests sent by the one": told["sent"], "answers to it": dict(told["codes"]),
            "times it was cut": told["cut"], "lines of the other let in, at most": told["most_in"],
            "turned away": told["away"], "others' answers meanwhile": len(acks),
            "acknowledgement before the flood p50, p99, ms":
                " ".join(f"{share(before, part) * 1000:.1f}" for part in (0.5, 0.99)),
            "others' acknowledgement p50, ms": round(share(acks, 0.5) * 1000, 1),
            "others' acknowledgement p99, ms": round(share(acks, 0.99) * 1000, 1),
        } | seen,
        promises={
            f"others' acknowledgement p99 ≤ {limit:g} s": share(acks, 0.99) <= limit,
            "others were acknowledged meanwhile": len(acks) > 0,
            "the flood is limited": told["codes"]["too_many"] + told["cut"] > 0,
            f"{MOST_OF_ONE} lines of one person at most": 0 < told["most_in"] <= MOST_OF_ONE,
            "healthz never failed": not watch.failed,
            f"≤ {MOST_LINES} lines in the log": len(watch.logged) <= MOST_LINES,
        },
    )  # fmt: skip


async def _both(node: Node, cookies: list[str], lasts: float) -> dict[str, Any]:
    told: dict[str, Any] = {"sent": 0, "cut": 0, "codes": Counter(), "most_in": 0, "away": 0}
    end = time.monotonic() + lasts
    await asyncio.gather(_flood(node, cookies[0], end, told), _crowd_in(node, cookies[1], end, told))
    return told


async def _flood(node: Node, cookie: str, end: float, told: dict[str, Any]) -> None:
    began, line = time.monotonic(), None

    def hear(answer: asyncio.Future[Any]) -> None:
        if not answer.cancelled() and answer.exception() is None:
            told["codes"][answer.result().get("error", {}).get("code", "answered")] += 1

    while time.monotonic() < end:
        if line is None or line.ended.is_set():
            told["cut"] += line is not None
            line = None
            with suppress(OSError, TimeoutError):
                line = await Line.open((node.host, node.port), cookie)
        # As many as are due by now: a thousand a second, whatever the server makes of them.
        due = int((time.monotonic() - began) * RATE) - told["sent"]
        for _ in range(due if line is not None else 0):
            line.say(*ASKED[told["sent"] % len(ASKED)]).add_done_callback(hear)
            told["sent"] += 1
        await asyncio.sleep(0.01)
    if line is not None:
        line.cut()
        # Its waiting requests end with it.
        await asyncio.sleep(0)


async def _crowd_in(node: Node, cookie: str, end: float, told: dict[str, Any]) -> None:
    while time.monotonic() < end:
        tries = await asyncio.gather(
            *[Line.open((node.host, node.port), cookie) for _ in range(LINES)], return_exceptions=True
        )
        lines = [one for one in tries if isinstance(one, Line)]
        told["away"] += sum(isinstance(one, ConnectionRefusedError) for one in tries)
        here = [line for line in lines if not line.ended.is_set()]
        told["most_in"] = max(told["most_in"], len(here))
        for _ in range(50):
            for line in here:
                line.wire.send(event_text("resume", {"n": 0}))
            await asyncio.sleep(0.02)
        for line in lines:
            line.cut()
        # As a phone does that has lost its network: the server must notice by itself that they are gone.
        await asyncio.sleep(1.0)
