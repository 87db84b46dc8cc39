"""Row 11: devices whose clocks are wrong by hours: what they say of their time decides nothing."""

import asyncio
import time
from typing import Any

from simulator.database import close_engine, open_engine
from simulator.migrating import migrate
from tests.faults.ground import Ground, Outcome
from tests.faults.in_browser import play_in_browser
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.plain import chain_fault, house_on, judged, more_teams, play_on
from tests.faults.row20_deadline import closing
from tests.play import Play
from tests.scripts import scenario, text_inject

NUMBER, TITLE = 11, "device clocks wrong by hours"
HOUR = 3600
WRONG: tuple[Any, ...] = (0, 3 * HOUR, -3 * HOUR, 24 * HOUR, -400 * 24 * HOUR, "none", "now", -1, 1e300, True)
DUE = 20


def run(ground: Ground) -> Outcome:
    """Let a team for each wrong clock answer in time and too late, and follow the server's clock all along."""
    url = ground.sqlite()
    engine = open_engine(url)
    migrate(engine)
    close_engine(engine)
    with house_on(url) as house:
        times = ground.pick(20, 2)
        lines = [text_inject(f"{number:03}", at=f"{2 * number}s", due=f"{DUE}s") for number in range(times)]
        play = play_on(house, scenario(*lines, duration="20h"))
        people = more_teams(play, len(WRONG))
        with ground.nodes(1, url) as (node,), Loop() as loop:
            play.start()
            told = loop.run(_all(play, node, list(people.values()), times))
        broken = chain_fault(house, play)
    browser, passed = play_in_browser("wrong_clock_of_the_device") if ground.long else ("in tests/browser", True)
    states = {wrong: sorted(set(codes)) for wrong, codes in told["states"].items()}
    counted = all(codes == ["counted"] for codes in states.values())
    return judged(
        ground,
        done=f"{len(WRONG)} teams whose devices say times of their own (hours ahead and behind, a year ago, none, "
        f"nonsense) answered {times} injects in time; each followed the server's clock by a monotonic one of its own. "
        "In Chromium: the countdown of a page whose clock is wrong by ±3 h",
        figures={
            "answers": sum(map(len, told["states"].values())),
            "countdown's error max, ms": round(told["error"] * 1000),
            "in Chromium": browser,
        },
        promises={
            f"in time is in time, whatever the device says: {states}": counted,
            "the countdown is right to 1 s": told["error"] <= 1.0,
            "what they typed is kept as they say it": told["kept"],
            f"the log holds: {broken}": broken is None,
            f"in Chromium: {browser}": passed,
        },
    )


def _said(wrong: Any) -> Any:
    return wrong if not isinstance(wrong, int) or wrong in (-1, True) else int((time.time() + wrong) * 1000)


async def _all(play: Play, node: Node, people: list[tuple[str, str]], times: int) -> dict[str, Any]:
    told: dict[str, Any] = {"states": {str(wrong): [] for wrong in WRONG}, "error": 0.0, "typed": {}}
    await asyncio.gather(
        *[_one(play, node, cookie, wrong, times, told) for (_team, cookie), wrong in zip(people, WRONG, strict=True)]
    )
    stored = dict(play.sql("SELECT client_id, typed_at FROM response"))
    told["kept"] = all(stored[op] == typed for op, typed in told["typed"].items())
    return told


async def _one(play: Play, node: Node, cookie: str, wrong: Any, times: int, told: dict[str, Any]) -> None:
    line = await Line.open((node.host, node.port), cookie)
    done = 0
    while done < times:
        began = time.monotonic()
        page = await line.ask("resume", {"n": 0})
        # As a device does: drill time from the server, and on from there by its own monotonic clock.
        heard = time.monotonic()
        clock = page["clock"]
        await asyncio.sleep(0.5)
        shown = clock["drill_time"] + (time.monotonic() - heard) * 1000 * clock["speed"]
        error = abs(closing(play, shown) - time.time()) if clock["running"] else 0.0
        # What the answer was on its way is the network's share of the error, and on a phone too.
        told["error"] = max(told["error"], error - (heard - began))
        open_now = [event["inject"]["id"] for event in page["events"] if event["kind"] == "inject_delivered"]
        for inject in open_now[done:]:
            typed, op = _said(wrong), f"{wrong}-{inject}"
            facts = {"inject": inject, "id": op, "content": {"text": "Aislamos."}}
            receipt = await line.ask("send_response", facts | ({} if typed == "none" else {"typed_at": typed}))
            told["states"][str(wrong)].append(receipt.get("state") or receipt["error"]["code"])
            told["typed"][op] = typed if isinstance(typed, int) and typed is not True and 0 <= typed < 4e12 else None
            done += 1
    line.cut()
