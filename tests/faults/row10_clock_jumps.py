"""Row 10: the server's wall clock jumps, forwards and back, by hours and days, over a change of summer time, and runs
too fast; the monotonic clock does not."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.request import urlopen
from zoneinfo import ZoneInfo

from tests.faults.ground import Ground, Outcome
from tests.faults.node import Node
from tests.faults.reference import make_drill
from tests.faults.wall_clock import WallClock

NUMBER, TITLE = 10, "jumps of the server's wall clock"
ZONE = "America/Santiago"
HOUR, DAY = 3600, 86400


def jumps(ground: Ground) -> Iterator[tuple[float, float, str]]:
    """Give how far the clock is set from the truth, by what share it runs too fast from there, and in words."""
    yield HOUR, 0, "an hour ahead"
    yield -HOUR, 0, "an hour behind"
    if not ground.long:
        return
    yield DAY, 0, "a day ahead"
    yield -DAY, 0, "a day behind"
    yield _to_change(), 0, f"3 s before the clocks of {ZONE} change"
    yield -1, 0, "a second behind, as for a leap second"
    yield 0, 0.05, "a twentieth too fast"
    yield 0, 0, "the truth"


def _to_change() -> int:
    """Give the seconds from now to three seconds before the next change of summer time."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    zone = ZoneInfo(ZONE)
    hour = timedelta(hours=1)
    while (now + hour).astimezone(zone).utcoffset() == now.astimezone(zone).utcoffset():
        now += hour
    return int((now + hour - datetime.now(UTC)).total_seconds()) - 3


def run(ground: Ground) -> Outcome:
    """Set the wall clock again and again in one drill, and wait after each."""
    wait = ground.pick(10.0, 7.0)
    plan = list(jumps(ground)) * ground.pick(2, 1)
    size = ground.size(speed=8, seconds=int(len(plan) * wait * 8))
    drill = make_drill(ground.sqlite(), size)
    wall = WallClock(ground.folder, ZONE)
    with ground.nodes(1, drill.database, **wall.settings) as (node,), ground.crowd(drill, [node]) as crowd:
        ground.startex(drill)
        believed = 0
        for number, (seconds, too_fast, name) in enumerate(plan):
            time.sleep(wait)
            # Whoever answers wakes the server up; mostly nobody does.
            crowd.quiet = number % 3 != 2
            wall.set(seconds, too_fast=too_fast)
            shown = _shown_by(node)
            ground.history.note("driver", "wall_clock", seconds=seconds, too_fast=too_fast, name=name, shown=shown)
            believed += abs(shown - time.time() - seconds) < 5
        time.sleep(wait)
        # Who would still wait for it has waited until now.
        waited = max(max(one.longest_wait, time.monotonic() - one._clock_at) for one in crowd.devices)
        facts = ground.settle(drill, crowd)
    return told(ground, facts, plan, size.said, believed, waited)


def _shown_by(node: Node) -> float:
    """Give the seconds since 1970 that a server puts on its answers."""
    with urlopen(f"{node.url}/healthz", timeout=10) as answer:
        return parsedate_to_datetime(answer.headers["Date"]).timestamp()


def told(ground, facts, plan, said: str, believed: int, waited: float) -> Outcome:
    """Say what the jumps came to."""
    outages = sum(row["kind"] == "outage_ended" for row in facts.log)
    return ground.outcome(
        facts,
        done=f"{len(plan)} steps of the wall clock under a running server, its monotonic clock untouched: "
        f"{', '.join(dict.fromkeys(name for *_, name in plan))}; {said}",
        figures={
            "steps": len(plan),
            "steps that the server's wall clock showed": believed,
            "longest wait for the told clock (each 4 s), s": round(waited, 1),
        },
        promises={
            "each step was a step": believed == len(plan),
            "no step is taken for an outage": outages == 0,
            "the clock goes on being told": waited < 12,
        },
        early=1.0,
    )
