"""Row 16: every device loses its line in the same moment, and all are back within a second."""

import time

from tests.faults.checker import delays
from tests.faults.ground import Ground, Outcome, share
from tests.faults.reference import make_drill

NUMBER, TITLE = 16, "five hundred devices come back at once"
IN, AFTER = 10.0, 2.0


def run(ground: Ground) -> Outcome:
    """Cut all lines, wait until everybody is back and has everything, and look at how injects go out right after."""
    times, devices = ground.times(5, 1), ground.pick(500, 60)
    size = ground.size(teams=ground.pick(20, 4), devices=devices, speed=8, seconds=int(ground.pick(times * 22, 12) * 8))
    drill = make_drill(ground.sqlite(), size)
    back: list[float] = []
    herds: list[float] = []
    with (
        ground.nodes(1, drill.database) as (node,),
        ground.crowd(drill, [node], pace=ground.pick(0.05, 0.1), within=120) as crowd,
    ):
        ground.startex(drill)
        for number in range(times):
            time.sleep(ground.rng.uniform(2, 4))
            herds.append(ground.history.note("driver", "herd")["t"])
            gone = len(ground.history.of("lost"))
            crowd.cut()
            # Not before each has noticed: a busy machine takes its time to tell five hundred.
            crowd.wait(lambda gone=gone: len(ground.history.of("lost")) >= gone + devices, 60)
            crowd.wait(crowd.all_here, 120)
            back.append(time.monotonic() - herds[-1])
            time.sleep(ground.pick(12, 3))
            ground.progress(number, times, "herds")
        facts = ground.settle(drill, crowd)
    failed = [one["told"] for one in ground.history.of("no_line")]
    after = [
        seconds
        for entry, seconds in delays(facts, ground.history.entries)
        for herd, took in zip(herds, back, strict=True)
        if herd + took < entry["t"] - seconds < herd + took + 12
    ]
    return ground.outcome(
        facts,
        done=f"{times} × all lines cut at once, each device back after 0.25–0.75 s and again as often as it must; "
        f"{size.said}. Delay after: from the due instant to the screen, for what fell due in the 12 s after",
        figures={"herds": times, "all in p50, s": round(share(back, 0.5), 2), "all in max, s": round(max(back), 2),
                 "delay after p99, s": round(share(after, 0.99), 3), "answers that were no line": len(failed)},
        remarks=[
            "Letting one back in costs the server one to two ms of CPU: her session, her seat and what she missed are "
            "looked up. What falls due meanwhile waits behind the five hundred for a second or two.",
        ],
        promises={
            f"all in ≤ {IN} s": not ground.long or max(back) <= IN,
            f"delay p99 after ≤ {AFTER} s": not ground.long or share(after, 0.99) <= AFTER,
            "no 5xx": not any(" 5" in told[:13] for told in failed),
        },
    )  # fmt: skip
