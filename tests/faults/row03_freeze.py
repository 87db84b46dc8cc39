"""Row 3: the clock's owner is frozen (SIGSTOP), another takes over, and the frozen one wakes."""

import time

from tests.faults.checker import past_terms
from tests.faults.ground import Ground, Outcome
from tests.faults.stage import lags, staged

NUMBER, TITLE = 3, "the clock's owner frozen and woken, two nodes"
PROMISED = 15.0


def run(ground: Ground) -> Outcome:
    """Freeze the owner until another has taken over, let that one play on, and wake the first."""
    freezes = ground.times(20, 1)
    size = ground.size(speed=8, seconds=int((freezes * 14 + ground.pick(60, 4)) * 8))
    with staged(ground, size) as stage, ground.crowd(stage.drill, stage.nodes) as crowd:
        ground.startex(stage.drill)
        for number in range(freezes):
            time.sleep(ground.rng.uniform(0.5, 2.5))
            owner, term = stage.owner(), stage.term()
            frozen = time.time()
            owner.freeze()
            try:
                stage.await_takeover(term[0] if term else 0, frozen)
                # One of them as long as the table has it: whoever sat there is long elsewhere when it wakes.
                time.sleep(60 if ground.long and number == 0 else ground.rng.uniform(0.5, 4))
            finally:
                owner.thaw()
            # What it was about to write must come to nothing.
            time.sleep(1)
            # After a minute gunicorn starts a worker that slept so long anew; the next freeze waits for it.
            owner.wait_until_up()
            ground.progress(number, freezes, "freezes")
        facts = ground.settle(stage.drill, crowd)
    took = stage.taken_over
    late = lags(facts, ground)
    return ground.outcome(
        facts,
        done=f"{freezes} × SIGSTOP of the owner in the midst of its work, SIGCONT after another had taken over (once "
        f"after 60 s); {size.said}",
        figures={"freezes": freezes, "terms of the clock": len(facts.terms),
                 "terms that overlap": len(list(past_terms(facts))),
                 "row → a screen with a line, max, s": round(max(late, default=0), 2)} | took,
        promises={f"the frozen owner is replaced within {PROMISED} s": took["takeover max, s"] <= PROMISED},
    )  # fmt: skip
