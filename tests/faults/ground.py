"""The ground of one run: its folder, seed and history, the nodes and devices on it, and what it comes to.

A row of the suite is a function `(ground) -> Outcome`. It looks like this::

    def run(ground: Ground) -> Outcome:
        with private_postgres() as postgres:
            postgres.run("CREATE DATABASE drill")
            drill = make_drill(postgres.url("drill"), ground.size(seconds=600))
            with ground.nodes(2, drill.database) as nodes, ground.crowd(drill, nodes) as crowd:
                ground.startex(drill)
                ...                                   # the fault: nodes[0].kill(), nodes[0].start(), crowd.cut()
                facts = ground.settle(drill, crowd)   # pauses the drill, waits until every screen has all of it
        return ground.outcome(facts, done="…", figures={…}, promises={"what is promised": held})

`ground.settle` reads the database; `ground.outcome` runs the checker. `ground.rng` gives every choice of the run, so
that its seed repeats it. A row says ``long`` or short by `ground.pick(long, short)`.
"""

import json
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from simulator.database import close_engine, open_engine, sqlite_url
from tests.faults.checker import delays, violations
from tests.faults.crowd import Crowd
from tests.faults.device import Device
from tests.faults.facts import Facts, read_facts
from tests.faults.history import History
from tests.faults.node import Node
from tests.faults.reference import Drill, Size, press

Picked = TypeVar("Picked")
SETTLE_WITHIN = 90.0


@dataclass
class Outcome:
    """What a run came to: *misses* are promises that did not hold, and whatever the checker found."""

    done: str
    figures: dict[str, Any] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    seed: int = 0


class Ground:
    """Where one run takes place. *long* is the full form, or a *part* of it, *say* hears of its progress."""

    def __init__(
        self, folder: Path, seed: int, *, long: bool = False, part: float = 1, say: Callable[[str], None] = print
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.seed, self.long, self.part, self.say = folder, seed, long, part, say
        self.rng = random.Random(seed)
        self.history = History(folder / "history.jsonl")
        self.settled_after = 0.0
        self._nodes: list[Node] = []
        self.history.note("driver", "seed", seed=seed, long=long)

    def pick(self, long: Picked, short: Picked) -> Picked:
        """Give what the long form takes, or what the short one does."""
        return long if self.long else short

    def times(self, long: int, short: int) -> int:
        """Give how often something is done: the long form may be asked for in part."""
        return max(1, round(long * self.part)) if self.long else short

    def size(self, **over: int) -> Size:
        """Give the size of the reference drill, or of a small one in the short form."""
        base = Size() if self.long else Size(injects=20, teams=4, devices=12, seconds=300, speed=16)
        return Size(**asdict(base) | over)

    def progress(self, number: int, of: int, what: str) -> None:
        """Say how far a long run is, now and then."""
        if (number + 1) % max(of // 10, 1) == 0:
            self.say(f"{number + 1} of {of} {what}")

    def sqlite(self) -> str:
        """Give the address of an empty embedded database of this run."""
        path = self.folder / "prontas.db"
        path.touch(mode=0o600)
        return sqlite_url(path)

    @contextmanager
    def nodes(self, count: int, database: str, *, start: bool = True, **settings: Any) -> Iterator[list[Node]]:
        """Run nodes around a database, and end them; *settings* are `PRONTAS_…`, or ``prefix``, ``tree``, ``host``."""
        more = {name: settings.pop(name) for name in ("prefix", "tree", "host") if name in settings}
        told = {"PRONTAS_DATABASE": database} | settings
        made = [Node(f"node{number}", self.folder, self.history, told, **more) for number in range(count)]
        self._nodes += made
        try:
            for node in made if start else ():
                node.start()
            yield made
        finally:
            for node in made:
                node.hit(signal.SIGCONT)
                node.stop()

    @contextmanager
    def crowd(
        self,
        drill: Drill,
        nodes: Sequence[Node],
        *,
        staff: bool = False,
        where: Any = None,
        within: float = 60,
        **more: Any,
    ) -> Iterator[Crowd]:
        """Let every device of a drill come in, spread over the nodes as by a proxy; each next try is another node."""
        devices = []
        for place, (name, (_team, cookie)) in enumerate(drill.people.items()):
            there = where(place) if where else _spread(nodes, place)
            devices.append(Device(name, cookie, {"as": "team"}, there, self.history, f"{self.seed}:{name}"))
        if staff:
            there = where(0) if where else _spread(nodes, 0)
            auth = {"as": "staff", "drill": drill.id}
            devices.append(Device("staff", drill.staff_cookie, auth, there, self.history, f"{self.seed}:staff"))
        with Crowd(devices, **more) as crowd:
            crowd.wait(crowd.all_here, within)
            yield crowd

    def startex(self, drill: Drill) -> None:
        """Set the drill's clock going."""
        # Both clocks of this instant: what is due when is told in the one, when it is shown in the other.
        self.history.note("driver", "startex")
        press(drill, "start")

    def settle(self, drill: Drill, crowd: Crowd, *, within: float = SETTLE_WITHIN, pause: bool = True) -> Facts:
        """Pause the drill, wait until every device has shown and sent everything, and read the database."""
        crowd.quiet = True
        began = time.monotonic()
        stuck = False
        try:
            crowd.wait(lambda: crowd.all_here() and not any(one.outbox for one in crowd.devices), within)
            if pause:
                press(drill, "pause")
            facts = self.read(drill, crowd)
            crowd.wait(lambda: self._caught_up(facts, crowd), within)
        except TimeoutError:
            stuck = True
        self.settled_after = time.monotonic() - began
        # What arrived meanwhile, such as that the last device has come back.
        time.sleep(0.3)
        facts = self.read(drill, crowd)
        if stuck:
            behind = [one.name for one in crowd.devices if not self._caught_up(facts, crowd, one)]
            for node in self._nodes:
                node.dump()
            self.history.note("driver", "stuck", behind=behind, here=[one.name for one in crowd.devices if one.here])
        return facts

    def _caught_up(self, facts: Facts, crowd: Crowd, only: Device | None = None) -> bool:
        devices = [only] if only else crowd.devices
        return all(one.n >= facts.counts[facts.reader_of(one.name)] and not one.outbox for one in devices)

    def read(self, drill: Drill, crowd: Crowd | None = None) -> Facts:
        """Read the drill as the database has it."""
        people = {name: team for name, (team, _cookie) in drill.people.items()}
        if crowd is not None and any(one.name == "staff" for one in crowd.devices):
            people["staff"] = f"staff:{drill.id}"
        engine = open_engine(drill.database)
        try:
            return read_facts(engine, drill.id, drill.script, people)
        finally:
            close_engine(engine)

    def outcome(
        self, facts: Facts, *, done: str, figures: Mapping[str, Any], promises: Mapping[str, bool] | None = None,
        remarks: Sequence[str] = (), early: float = 0.25, rough: int = 0,
    ) -> Outcome:  # fmt: skip
        """Check the run, and say what it came to; a run that fails keeps all it has in its folder."""
        found = violations(facts, self.history.entries, early=early, rough=rough)
        if stuck := self.history.of("stuck"):
            found.insert(0, f"not every screen had caught up: {stuck[0]['behind']}")
        found += [f"missed: {promise}" for promise, held in (promises or {}).items() if not held]
        outcome = Outcome(done, self._counted(facts) | dict(figures), found, list(remarks), self.seed)
        self.history.note("driver", "outcome", **asdict(outcome))
        self.history.close()
        if found:
            # The database as the checker saw it; a private server is gone when somebody looks.
            (self.folder / "facts.json").write_text(json.dumps(asdict(facts), ensure_ascii=False))
        (self.folder / "outcome.json").write_text(json.dumps(asdict(outcome), ensure_ascii=False, indent=1))
        return outcome

    def _counted(self, facts: Facts) -> dict[str, Any]:
        late = sorted(seconds for _entry, seconds in delays(facts, self.history.entries))
        stored = {one["client_id"] for one in facts.responses}
        acked = [one["op"] for one in self.history.of("ok")]
        return {
            "answers acknowledged": len(acked),
            "acknowledged and lost": sum(op not in stored for op in acked),
            "injects delivered": sum(row["kind"] == "inject_delivered" for row in facts.log),
            "shown on screens": len(late),
            "due → screen p50, s": round(share(late, 0.5), 3),
            "due → screen p95, s": round(share(late, 0.95), 3),
            "due → screen max, s": round(late[-1], 3) if late else None,
            "all screens whole after, s": round(self.settled_after, 2),
            "outages logged": sum(row["kind"] == "outage_ended" for row in facts.log),
        }


def _spread(nodes: Sequence[Node], place: int) -> Callable[[int], tuple[str, int, str | None]]:
    return lambda tries: nodes[(place + tries) % len(nodes)].where()


def back_to_serving(nodes: Sequence[Node]) -> dict[str, Any]:
    """Give how long nodes took from their start to serving."""
    took = [seconds for node in nodes for seconds in node.starts]
    return {"back to serving p50, s": round(share(took, 0.5), 2), "back to serving p95, s": round(share(took, 0.95), 2)}


def share(values: Sequence[float], part: float) -> float:
    """Give a quantile of sorted or unsorted values; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


@contextmanager
def opened(folder: Path, seed: int, **more: Any) -> Iterator[Ground]:
    """Open a ground and close its history; its folder goes where the run was sound."""
    ground = Ground(folder, seed, **more)
    with ExitStack() as stack:
        stack.callback(ground.history.close)
        yield ground
    outcome = folder / "outcome.json"
    if outcome.exists() and not json.loads(outcome.read_text())["misses"]:
        shutil.rmtree(folder)
