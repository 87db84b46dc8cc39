"""Row 9: devices are without any network for ten minutes, and their people answer all the same."""

import time
from contextlib import ExitStack
from typing import Any

from sqlalchemy import text

from simulator.database import close_engine, open_engine
from tests.faults.ground import Ground, Outcome, share
from tests.faults.in_browser import play_in_browser
from tests.faults.reference import Drill, make_drill
from tests.server_process import free_port

NUMBER, TITLE = 9, "devices without a network while their people answer"
APART = 0.25


def run(ground: Ground) -> Outcome:
    """Take the network from half of the devices, let everybody answer, and give it back."""
    away = ground.pick(600, 5)
    size = ground.size(speed=ground.pick(2, 16), seconds=ground.pick(1600, 300))
    drill = make_drill(ground.sqlite(), size)
    nowhere, gone = ("127.0.0.1", free_port(), None), [False]
    with ExitStack() as stack:
        (node,) = stack.enter_context(ground.nodes(1, drill.database))

        def where(place: int) -> Any:
            return lambda tries: nowhere if gone[0] and place % 2 else node.where()

        crowd = stack.enter_context(ground.crowd(drill, [node], where=where, pace=ground.pick(0.1, 0.8)))
        ground.startex(drill)
        time.sleep(4)
        gone[0] = True
        offline = [device for place, device in enumerate(crowd.devices) if place % 2]
        crowd.do(lambda: [device.cut() for device in offline])
        left = time.time()
        time.sleep(away)
        waiting = sum(len(device.outbox) for device in offline)
        gone[0] = False
        back = time.time()
        facts = ground.settle(drill, crowd, within=120)
    names = {device.name for device in offline}
    typed = {one["op"]: one["w"] for one in ground.history.of("invoke") if one["who"] in names}
    stored = _times(drill)
    meanwhile = {op: at for op, at in typed.items() if left + 0.5 <= at < back and op in stored}
    apart = [abs(stored[op][0] / 1000 - at) for op, at in meanwhile.items()]
    waited = [(stored[op][1] - stored[op][0]) / 1000 for op in meanwhile]
    browser, passed = play_in_browser("given_offline_survives_a_reload") if ground.long else ("in tests/browser", True)
    return ground.outcome(
        facts,
        done=f"half of the devices were without a network for {away} s while all went on answering; {size.said}. In "
        "Chromium: an answer given offline, a reload, and the way back",
        figures={
            "answers that waited on devices": waiting, "stored of what was typed meanwhile": len(meanwhile),
            "of these late": sum(stored[op][2] == "late" for op in meanwhile),
            "typed time stored, from when it was typed, max, ms": round(max(apart, default=0) * 1000),
            "received after it was typed p50, s": round(share(waited, 0.5), 1),
            "in Chromium": browser,
        },
        promises={
            "something waited": waiting > 0 and bool(meanwhile),
            "nothing waits any more": not any(device.outbox for device in offline),
            f"each keeps when it was typed, to {APART} s": max(apart, default=0) <= APART,
            "and when it was received: not before the network came back":
                all(stored[op][1] / 1000 >= back - APART for op in meanwhile),
            f"in Chromium: {browser}": passed,
        },
    )  # fmt: skip


def _times(drill: Drill) -> dict[str, tuple[int, int, str]]:
    engine = open_engine(drill.database)
    try:
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT client_id, typed_at, received_wall, state FROM response")).all()
        return {op: (typed, received, state) for op, typed, received, state in rows if typed is not None}
    finally:
        close_engine(engine)
