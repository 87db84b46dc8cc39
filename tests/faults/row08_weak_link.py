"""Row 8: thirty devices on a narrow, slow line that is reset again and again."""

import bisect
import time
from contextlib import ExitStack

from tests.faults.checker import delays
from tests.faults.facts import Facts
from tests.faults.ground import Ground, Outcome, share
from tests.faults.reference import make_drill
from tests.unruly_proxy import UnrulyProxy

NUMBER, TITLE = 8, "64 kbit/s, 600 ± 300 ms each way, a reset every 20 s"
PROMISED = 5.0


def run(ground: Ground) -> Outcome:
    """Give each device a bad line of its own, and let everybody answer all the way through."""
    length, resets = ground.pick((200, 20.0), (14, 6.0))
    devices = ground.pick(30, 6)
    size = ground.size(teams=ground.pick(10, 3), devices=devices, speed=8, seconds=length * 8)
    drill = make_drill(ground.sqlite(), size)
    with ExitStack() as stack:
        (node,) = stack.enter_context(ground.nodes(1, drill.database))
        lines = []
        for number in range(devices):
            line = UnrulyProxy(node.port, seed=ground.seed + number)
            line.start()
            stack.callback(line.close)
            line.shape(delay=0.6, jitter=0.3, kbit=64)
            lines.append(line)
        name = f"127.0.0.1:{node.port}"
        crowd = stack.enter_context(
            ground.crowd(drill, [node], where=lambda place: lambda tries: ("127.0.0.1", lines[place].port, name))
        )
        ground.startex(drill)
        for line in lines:
            line.cut_every(resets * ground.rng.uniform(0.8, 1.2))
        time.sleep(length)
        for line in lines:
            line.cut_every(None)
        facts = ground.settle(drill, crowd, within=120)
    shown = since_line(facts, ground)
    sent = {one["op"] for one in ground.history.of("invoke")}
    ended = {one["op"] for what in ("ok", "fail", "seen", "dropped") for one in ground.history.of(what)}
    return ground.outcome(
        facts,
        done=f"{length} s on lines of 64 kbit/s and 600 ± 300 ms each way, each reset about every {resets:.0f} s; "
        f"{size.said}. Shown after: from the due instant, or the reconnect where that was later, to the screen",
        figures={"reconnects": len(ground.history.of("connected")) - devices, "answers sent": len(sent),
                 "answers still on a device": len(sent - ended), "shown after p50, s": round(share(shown, 0.5), 2),
                 "shown after p95, s": round(share(shown, 0.95), 2)},
        promises={"every answer is in": not sent - ended,
                  f"shown p95 ≤ {PROMISED} s after the reconnect": share(shown, 0.95) <= PROMISED},
    )  # fmt: skip


def since_line(facts: Facts, ground: Ground) -> list[float]:
    """Give, for each inject on each screen, the seconds since it was due and the device had a line."""
    lines = dict[str, list[float]]()
    for entry in ground.history.of("connected"):
        lines.setdefault(entry["who"], []).append(entry["t"])
    found = []
    for entry, seconds in delays(facts, ground.history.entries):
        had = lines[entry["who"]]
        last = had[bisect.bisect(had, entry["t"]) - 1]
        found.append(min(seconds, entry["t"] - last))
    return found
