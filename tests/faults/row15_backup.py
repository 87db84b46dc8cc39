"""Row 15: backups while a drill runs; each, restored elsewhere, is a moment of that drill."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.database import sqlite_url
from tests.command import processes
from tests.faults.facts import Facts
from tests.faults.ground import Ground, Outcome
from tests.faults.reference import Drill
from tests.faults.stage import staged

NUMBER, TITLE = 15, "backups while a drill runs, restored elsewhere"


def run(ground: Ground) -> Outcome:
    """Back up again and again under load; then bring each back, into a file and into another database."""
    times = ground.times(20, 2)
    size = ground.size(speed=8, seconds=int(times * 5 * 8))
    made: list[tuple[Path, float]] = []
    took: list[float] = []
    wrong: list[str] = []
    with staged(ground, size, nodes=1, redis=False) as stage:
        with ground.crowd(stage.drill, stage.nodes, pace=ground.pick(0.5, 1.0)) as crowd:
            ground.startex(stage.drill)
            for number in range(times):
                time.sleep(ground.rng.uniform(0.5, 2))
                path = ground.folder / f"{number:02}.backup.gz"
                began = ground.history.note("driver", "backup", number=number)["t"]
                done = processes.run("backup", "--to", path, "--database", stage.drill.database)
                wrong += [f"backup {number} failed: {done.stdout}{done.stderr}"] if done.returncode else []
                made.append((path, began))
                ground.progress(number, times, "backups")
            facts = ground.settle(stage.drill, crowd)
        for number, (path, began) in enumerate(made):
            if number % 2:
                name = f"back{number}"
                stage.postgres.run(f"CREATE DATABASE {name}")
                database = stage.postgres.url(name)
            else:
                database = sqlite_url(ground.folder / f"back{number}.db")
            before = time.monotonic()
            done = processes.run("restore-backup", path, "--database", database)
            took.append(time.monotonic() - before)
            if done.returncode:
                wrong.append(f"restore {number} failed: {done.stdout}{done.stderr}")
                continue
            wrong += _not_a_moment(ground, replace(stage.drill, database=database), facts, began, number)
    megabytes = sum(path.stat().st_size for path, _began in made) / len(made) / 1e6
    return ground.outcome(
        facts,
        done=f"{times} × `prontas backup` under load (PostgreSQL), each restored by `prontas restore-backup` into an "
        f"empty database, files and PostgreSQL by turns; {size.said}",
        figures={"backups": times, "size of one, MB": round(megabytes, 2), "restore max, s": round(max(took), 2)},
        promises=dict.fromkeys(wrong, False) or {"each backup is a moment of the drill": True},
    )


def _not_a_moment(ground: Ground, there: Drill, facts: Facts, began: float, number: int) -> list[str]:
    """Say how a restored drill is no prefix of the one that was played, or lacks what was acknowledged before."""
    found = ground.read(there)
    wrong = []
    if found.log != facts.log[: len(found.log)]:
        wrong.append("its log is not the beginning of the drill's")
    if found.chain_broken_at is not None or found.integrity != "ok":
        wrong.append("its chain or its file is broken")
    for reader, lines in found.feed.items():
        if lines != facts.feed[reader][: len(lines)] or found.counts[reader] != len(lines):
            wrong.append(f"the count of {reader} is not of that moment")
    told = {row["payload"].get("response") for row in found.log}
    here, later = _by_id(found), _by_id(facts)
    if {id for id in later if id in told} != set(here):
        wrong.append("its responses are not those of its log")
    if any(here[id]["content"] != later[id]["content"] for id in here):
        wrong.append("a response has other words")
    known = {one["client_id"] for one in found.responses}
    missing = [one["op"] for one in ground.history.of("ok") if one["t"] < began and one["op"] not in known]
    if missing:
        wrong.append(f"{len(missing)} responses are missing that were acknowledged before it began")
    delivered = sum(row["kind"] == "inject_delivered" for row in found.log)
    if delivered != sum(one["delivered_at"] is not None for one in found.deliveries):
        wrong.append("its deliveries are not those of its log")
    return [f"backup {number}: {one}" for one in wrong]


def _by_id(facts: Facts) -> Mapping[str, dict[str, Any]]:
    return {one["id"]: one for one in facts.responses}
