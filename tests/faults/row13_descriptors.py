"""Row 13: a process that may open 256 files, and five hundred clients that want to come in."""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from typing import Any

from tests.faults.ground import Ground, Outcome, share
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.reference import make_drill
from tests.faults.servers import need
from tests.faults.watch import Watch, acknowledged_after

NUMBER, TITLE = 13, "256 file descriptors and five hundred clients"
FILES = 256


def run(ground: Ground) -> Outcome:
    """Let a drill play on such a process, and let more come than there is room for."""
    wanted, lasts = ground.pick((500, 60), (250, 3))
    size = ground.size(speed=8, seconds=ground.pick(1200, 240), devices=ground.pick(60, 12))
    drill = make_drill(ground.sqlite(), size)
    _team, cookie = drill.people.pop("d000")
    prefix = [need("prlimit", "prlimit"), f"--nofile={FILES}:{FILES}"]
    with (
        ground.nodes(1, drill.database, prefix=prefix) as (node,),
        Loop() as loop,
        ground.crowd(drill, [node]) as crowd,
    ):
        ground.startex(drill)
        time.sleep(2)
        began = time.monotonic()
        with Watch(node) as watch:
            told = loop.run(_more(node, cookie, wanted, lasts))
        over = time.monotonic()
        lost = [one for one in ground.history.of("lost") if began <= one["t"] <= over]
        # What was turned away may come once there is room.
        came_back = loop.run(_comes_in(node, cookie))
        facts = ground.settle(drill, crowd)
    acks = acknowledged_after(ground.history, began, over)
    return ground.outcome(
        facts,
        done=f"a process that may open {FILES} files; {wanted} more lines opened at once and held for {lasts} s, again "
        f"and again where there was no room; {size.said}",
        figures={
            "lines of others lost": len(lost), "more lines, by what became of them": dict(told),
            "others' answers meanwhile": len(acks), "acknowledged after p99, ms": round(share(acks, 0.99) * 1000, 1),
            "in again afterwards within, s": round(came_back, 2),
        } | watch.figures,
        promises={
            "nobody who was in is put out": not lost,
            "those who are in are acknowledged meanwhile": bool(acks) and share(acks, 0.99) <= ground.pick(5.0, 20.0),
            "some are told that there is no room": told["told that there is no room"] > 0,
            "who comes later comes in": came_back <= 30,
            "≤ 100 lines in the log": len(watch.logged) <= 100,
        },
    )  # fmt: skip


async def _more(node: Node, cookie: str, wanted: int, lasts: float) -> Counter[str]:
    told, end = Counter[str](), time.monotonic() + lasts
    await asyncio.gather(*[_one(node, cookie, end, told, number) for number in range(wanted)])
    return told


async def _one(node: Node, cookie: str, end: float, told: Counter[str], number: int) -> None:
    writer: Any = None
    while time.monotonic() < end:
        try:
            # Lines that only come in as far as the process: nobody's room but a descriptor.
            reader, writer = await asyncio.wait_for(asyncio.open_connection(node.host, node.port), 5)
            writer.write(f"GET /healthz HTTP/1.1\r\nHost: {node.host}:{node.port}\r\nX-N: {number}\r\n".encode())
            told[await _became(reader, end)] += 1
        except (OSError, TimeoutError):
            told["cut"] += 1
        finally:
            if writer is not None:
                writer.transport.abort()
        await asyncio.sleep(1.0)


async def _became(reader: asyncio.StreamReader, end: float) -> str:
    try:
        heard = await asyncio.wait_for(reader.read(100), max(end - time.monotonic(), 0.1))
    except TimeoutError:
        return "held"
    return "told that there is no room" if heard.startswith(b"HTTP/1.1 503") else "cut"


async def _comes_in(node: Node, cookie: str) -> float:
    began = time.monotonic()
    while time.monotonic() - began < 60:
        with suppress(OSError, TimeoutError):
            line = await Line.open((node.host, node.port), cookie)
            line.cut()
            break
        await asyncio.sleep(0.5)
    return time.monotonic() - began
