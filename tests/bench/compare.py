"""``make bench-compare``: Prontas, Node and a floor in C on this machine, one after the other, again and again.

    python -m tests.bench.compare [--quick] [--repeats 3] [--only rooms,due,acks,growth,soak] [--soak MINUTES] [--write]

What it measures is in docs/performance.md; with ``--write`` its tables there, the chart and the raw figures are
written anew. With ``--only`` the other parts stay as they were measured before.
"""

import argparse
import json
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench import acks, due, growth, rooms, soak
from tests.bench.crowd import crowd
from tests.bench.drills import Ready, on_postgres, ready
from tests.bench.machine import BUILT, Cores, busy_share, compile_all, install_node, open_many
from tests.bench.page import write_page
from tests.bench.servers import floor, node, prontas, rest_of_event
from web.bench.drill import BODY, MadeDrill, Shape, make_drill
from web.bench.measuring import machine
from web.command.user_house import house_of

PARTS = ("rooms", "due", "acks", "growth")
RAW = BUILT / "results.json"
PER_TEAM = 6


SCREENS = Shape(clients=1000, teams=60, asks=20, due=30, mixed=True)
ANSWERS = Shape(clients=1000, teams=500, asks=20, due=0)


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    crowd: int = 2000
    rounds: int = 40
    team_rounds: int = 30
    screens: Shape = SCREENS
    answers: Shape = ANSWERS
    seconds: float = 5.0
    grown: tuple[int, ...] = (50, 200, 500, 1000, 2000, 5000)


QUICK = Size(
    crowd=60, rounds=4, team_rounds=3, screens=Shape(clients=40, teams=5, asks=5, due=4, mixed=True),
    answers=Shape(clients=40, teams=20, asks=5, due=0), seconds=0.5, grown=(20, 40),
)  # fmt: skip


@dataclass
class Comparison:
    """What every part needs: how much is measured and how often, a folder for databases, the cores, the drills."""

    size: Size
    repeats: int
    folder: Path
    cores: Cores = field(default_factory=Cores.here)
    drills: dict[str, Ready] = field(default_factory=dict)

    @property
    def rest(self) -> Path:
        """Give the file of what every event holds."""
        return self.folder / "rest.json"

    def prepare(self, wanted: dict[str, Shape]) -> None:
        """Make the drills, on all cores at once."""
        self.rest.write_text(rest_of_event(BODY))
        with ProcessPoolExecutor(2) as pool:
            made = {name: pool.submit(ready, self.folder, name, shape) for name, shape in wanted.items()}
            self.drills |= {name: one.result() for name, one in made.items()}

    def rooms(self) -> dict[str, list[Any]]:
        """Measure P1 to P4, P9 and P10, our own way, Node's, the floor's and the stock one in turn."""
        found: dict[str, list[Any]] = {"floor": [], "node": [], "prontas": [], "stock": []}
        for _ in range(self.repeats):
            for name, runs in found.items():
                runs.append(self._room(name))
                say(f"  {name}: {short(runs[-1]['all'])}")
        return found

    def _room(self, name: str) -> dict[str, Any]:
        with ExitStack() as stack:
            sessions: tuple[str, ...] = ()
            if name == "floor":
                server = stack.enter_context(floor(self.cores, self.rest))
            elif name == "node":
                server = stack.enter_context(node(self.cores, self.rest, PER_TEAM))
            else:
                drill = self.drills["rooms"]
                sessions = drill.made.sessions
                database = stack.enter_context(drill.fresh(self.folder))
                more = {"PRONTAS_FRAMES": "stock"} if name == "stock" else {}
                server = stack.enter_context(prontas(self.cores, self.folder, database, self.rest, **more))
            people = stack.enter_context(crowd(self.cores, server.port, self.size.crowd, self.folder, sessions))
            found = {"seated": rooms.seated(server, people)}
            found["all"] = rooms.emissions(server, people, "all", self.size.rounds, first=1)
            if name != "floor":
                found["teams"] = rooms.emissions(server, people, "teams", self.size.team_rounds, first=1001)
                found["storm"] = rooms.storm(server, people)
            return found

    def due(self) -> dict[str, list[Any]]:
        """Measure P5."""
        drill, found = self.drills["due"], list[Any]()
        for _ in range(self.repeats):
            made = drill.made
            with (
                drill.fresh(self.folder) as database,
                prontas(self.cores, self.folder, database, self.rest) as server,
                crowd(self.cores, server.port, made.shape.clients, self.folder, made.sessions) as people,
            ):
                people.sit_down()
                found.append(due.deliveries(server, people, made, in_flight=50))
                say(f"  due: {short(found[-1]['alone'])}; answering: {short(found[-1]['answering'])}")
        return {"prontas": found}

    def acks(self) -> dict[str, list[Any]]:
        """Measure P6 and P7 on SQLite, and P8 on PostgreSQL beside Node with one insert."""
        found: dict[str, list[Any]] = {"sqlite": [], "postgres": [], "node_postgres": []}
        with on_postgres("made") as original:
            made = None
            if original is None:
                say("  no PostgreSQL: P8 is left out")
            else:
                with house_of(original) as house:
                    made = make_drill(house, self.size.answers)
            for _ in range(self.repeats):
                self._acks_in_turn(found, original, made)
        return found

    def _acks_in_turn(self, found: dict[str, list[Any]], original: str | None, made: MadeDrill | None) -> None:
        with self.drills["acks"].fresh(self.folder) as database:
            found["sqlite"].append(self._acks(database, self.drills["acks"].made))
        if original is None:
            return
        with on_postgres("ours", original) as database:
            found["postgres"].append(self._acks(database, made))
        with (
            on_postgres("node") as database,
            node(self.cores, self.rest, 2, database) as server,
            crowd(self.cores, server.port, self.size.answers.clients, self.folder) as people,
        ):
            people.sit_down()
            found["node_postgres"].append(self._answers(server, people))
            say(f"  node + pg: {short(found['node_postgres'][-1]['many'])}")

    def _acks(self, database: str, made: Any) -> dict[str, Any]:
        with (
            prontas(self.cores, self.folder, database, self.rest) as server,
            crowd(self.cores, server.port, made.shape.clients, self.folder, made.sessions) as people,
        ):
            people.sit_down()
            due.start(server.url, made)
            if people.ask(f"shown {made.shape.asks}")["waiting"]:
                raise SystemExit("bench-compare: the questions have not come to everybody within a minute")
            found = self._answers(server, people)
            for load in ("few", "many", "burst"):
                say(f"  {database.partition(':')[0]}, {load}: {short(found[load])}")
            return found

    def _answers(self, server: Any, people: Any) -> dict[str, Any]:
        many = min(500, people.lines // 2)
        asks, seconds = self.size.answers.asks, self.size.seconds
        return {
            "few": acks.closed_loop(server, people, asks, in_flight=min(50, many), seconds=seconds),
            "many": acks.closed_loop(server, people, asks, in_flight=many, seconds=seconds),
            "burst": acks.burst(people, asks, min(1000, people.lines)),
        }

    def growth(self) -> dict[str, list[Any]]:
        """Measure P11."""
        found = []
        for number in self.size.grown:
            found.append(growth.of(self.cores, self.folder, self.drills[f"grown-{number}"], self.rest))
            say(f"  {number}: {json.dumps(found[-1])}")
        return {"prontas": found}


def shapes(size: Size, parts: list[str], minutes: float) -> dict[str, Shape]:
    """Give the drills that the parts need, the largest first."""
    wanted = {f"grown-{number}": growth.shape(number) for number in reversed(size.grown)} if "growth" in parts else {}
    if "rooms" in parts:
        wanted["rooms"] = Shape(clients=size.crowd, teams=-(-size.crowd // PER_TEAM), asks=1, due=0)
    if "due" in parts:
        wanted["due"] = size.screens
    if "acks" in parts:
        wanted["acks"] = size.answers
    if minutes:
        screens, number = size.screens, int(minutes * 60 / soak.EVERY.total_seconds())
        wanted["soak"] = replace(screens, asks=60, due=number, every=soak.EVERY)
    return wanted


def short(found: dict[str, Any]) -> str:
    """Say the figures of one run in a line."""
    return ", ".join(f"{name} {value:.4g}" for name, value in found.items() if isinstance(value, int | float))


def say(words: str) -> None:
    """Tell how far it is."""
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="tiny: to see that all works; the figures mean nothing")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", default=",".join(PARTS), metavar=",".join(PARTS))
    parser.add_argument("--soak", type=float, default=0, metavar="MINUTES", help="also watch memory for so long")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md anew")
    parser.add_argument("--raw", type=Path, default=RAW, help="where the raw figures go")
    options = parser.parse_args()
    parts = [part for part in options.only.split(",") if part]
    if odd := set(parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(odd))}")
    open_many()
    say("Compiling the client and the floor, installing Node's packages …")
    compile_all()
    install_node()
    size = QUICK if options.quick else Size()
    known = json.loads(options.raw.read_text()) if options.raw.exists() and not options.quick else {}
    folder = BUILT / "run"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    began = time.monotonic()
    try:
        comparison = Comparison(size, options.repeats, folder)
        say(f"Making drills …  (load: {busy_share():.1f} a core)")
        comparison.prepare(shapes(size, parts, options.soak))
        for part in parts:
            say(f"{part} …  ({time.monotonic() - began:.0f} s so far; load: {busy_share():.1f} a core)")
            at, load = now(), round(busy_share(), 2)
            known[part] = {"at": at, "load": load, "runs": getattr(comparison, part)()}
            keep(known, options)
        if options.soak:
            drill = comparison.drills["soak"]
            runs = soak.watch(comparison.cores, folder, drill, comparison.rest, timedelta(minutes=options.soak), say)
            known["soak"] = {"at": now(), "load": round(busy_share(), 2), "runs": {"prontas": [runs]}}
            keep(known, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say(f"{time.monotonic() - began:.0f} s in all; raw figures: {options.raw}")
    write_page(known, to_docs=options.write)


def keep(known: dict[str, Any], options: argparse.Namespace) -> None:
    """Keep what has been measured so far: a part that fails takes none of the others with it."""
    known |= {"format": 1, "quick": options.quick, "repeats": options.repeats, "machine": machine()}
    options.raw.parent.mkdir(parents=True, exist_ok=True)
    options.raw.write_text(json.dumps(known, indent=1) + "\n")


def now() -> str:
    """Give this minute, for the record."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


if __name__ == "__main__":
    main()
