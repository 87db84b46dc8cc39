"""How far each score could have gone another way, computed once for the same facts: pages ask for it often."""

import hashlib
from collections import OrderedDict
from threading import Lock

from scoring.intervals import Interval, bootstrap_intervals
from simulator.scored import Scored

MOST_KEPT = 16


class _Kept:
    """The intervals of the latest facts that were asked for."""

    def __init__(self) -> None:
        self.lock, self.found = Lock(), OrderedDict[str, tuple[Interval, ...]]()

    def of(self, scored: Scored, seed: str) -> tuple[Interval, ...]:
        told = repr((seed, scored.rules, tuple(scored.records), tuple(scored.teams)))
        key = hashlib.sha256(told.encode()).hexdigest()
        with self.lock:
            if key not in self.found:
                self.found[key] = bootstrap_intervals(scored.rules, scored.records, scored.teams, seed=seed)
            self.found.move_to_end(key)
            while len(self.found) > MOST_KEPT:
                self.found.popitem(last=False)
            return self.found[key]


_KEPT = _Kept()


def intervals_of(scored: Scored, seed: str) -> dict[str, Interval]:
    """Give the interval of each team's raw score, by team; *seed* is public: the drill's id."""
    return {one.team: one for one in _KEPT.of(scored, seed)}
