"""The benchmark from its drill to its figures: a real server on a database of its own, and a crowd before it."""

import os
import platform
import secrets
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.database import sqlite_url
from web.bench.crowd import Answers, Crowd
from web.bench.drill import DUE, MadeDrill, Shape, make_drill
from web.bench.figures import halves_and_tails, part
from web.bench.house_time import MS, start, started_at, wall_offset
from web.bench.line import let_open
from web.bench.memory import resident
from web.command.child import Child
from web.command.holding import hold
from web.command.trouble import Trouble
from web.command.user_house import house_of
from web.command.words import _

# How far the work has come, in percent, and what is done now.
Progress = Callable[[int, str], None]
IN_FLIGHT, SETTLE = 50, 1.0
MOST_AT_ONCE = 1000
# So long after the last due instant an inject may still come.
GRACE = 20.0


def measure(shape: Shape, *, acks_for: float, progress: Progress) -> dict[str, Any]:
    """Measure this machine with a drill of a *shape*; gives the parts of the JSON document.

    The first half of the injects falls due while nothing else happens, the other half while 50 answers are on their way
    at any time.
    """
    let_open(shape.clients)
    with place() as folder:
        database = sqlite_url(folder / "bench.db")
        progress(0, _("Making a drill of %(n)s people", n=shape.clients))
        with house_of(database) as house:
            made = make_drill(house, shape, lambda n: progress(30 * n // shape.clients, ""))
        progress(30, _("Starting the server"))
        with served(folder, database) as (child, port, offset):
            crowd = Crowd(port, made.sessions)
            try:
                return {
                    "clients": shape.clients, "teams": shape.teams, "machine": machine(),
                    **_seat(crowd, child, shape, progress), **_deliver(crowd, child, made, offset, progress),
                    **_answer(crowd, shape, acks_for, progress), **_storm(crowd, shape, progress),
                }  # fmt: skip
            finally:
                crowd.close()


@contextmanager
def place() -> Iterator[Path]:
    """Give a folder that goes whatever happens; on a disk, for /tmp is kept in memory on many systems."""
    disk = Path(os.environ.get("TMPDIR", "/var/tmp"))  # noqa: S108 - mkdtemp makes a folder of its own there
    folder = Path(tempfile.mkdtemp(prefix="prontas-bench-", dir=disk if disk.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def served(folder: Path, database: str) -> Iterator[tuple[Child, int, int]]:
    """Run the server as `prontas serve` does; gives it, its port, and the wall clock's offset when it began."""
    port = free_port()
    settings = {
        "PRONTAS_DATABASE": database, "PRONTAS_HOST": "127.0.0.1", "PRONTAS_PORT": str(port),
        "PRONTAS_SECRET_KEY": secrets.token_urlsafe(48),
        # What it keeps for itself goes with the folder.
        "TMPDIR": str(folder),
    }  # fmt: skip
    with hold(folder / "bench.lock") as holding:
        child = Child(settings, folder / "server.log", f"http://127.0.0.1:{port}", holding=holding)
        try:
            _wait(child)
            yield child, port, wall_offset()
        finally:
            child.end()


def _wait(child: Child) -> None:
    try:
        child.wait_until_up()
    except Trouble:
        # Its log goes with the folder. What stands in brackets or braces is gunicorn's, which only says that it ends.
        said = [line for line in child.log.read_text().splitlines() if line and line[0] not in "[{"]
        raise Trouble(_("The server did not start: %(said)s", said=said[-1] if said else "—")) from None


def free_port() -> int:
    """Give a port of this machine that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found


def machine() -> dict[str, Any]:
    """Say what was measured on."""
    return {
        "cores": os.cpu_count(), "system": f"{platform.system()} {platform.release()}",
        "processor": processor(), "python": platform.python_version(),
    }  # fmt: skip


def processor() -> str:
    """Name the processor, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _seat(crowd: Crowd, child: Child, shape: Shape, progress: Progress) -> dict[str, Any]:
    progress(33, _("Seating %(n)s people", n=shape.clients))
    time.sleep(SETTLE)
    before = resident(child.pid)
    seconds = crowd.sit_down(said=lambda n: progress(33 + 12 * n // shape.clients, ""))
    if crowd.lost or crowd.seated < shape.clients:
        there, wanted = crowd.seated, shape.clients
        raise Trouble(
            _("Only %(there)s of %(wanted)s clients were let in: measure with fewer.", there=there, wanted=wanted)
        )
    crowd.listen(SETTLE)
    after = resident(child.pid)
    more = None if before is None or after is None else round((after - before) / shape.clients * 1000, 1)
    memory = {"server_mb": None if after is None else round(after, 1), "mb_per_1000_clients": more}
    return {"connect": {"seconds": round(seconds, 2)}, "memory": memory}


def _deliver(crowd: Crowd, child: Child, made: MadeDrill, offset: int, progress: Progress) -> dict[str, Any]:
    shape = made.shape
    quiet = [DUE.format(place) for place in range(shape.due // 2)]
    busy = [DUE.format(place) for place in range(shape.due // 2, shape.due)]
    progress(45, _("Delivering injects"))
    start(child.url, made)
    began = started_at(child.url, made, offset)
    lasts = (shape.first + shape.due * shape.every).total_seconds()
    crowd.listen(lasts + GRACE, lambda: _whole(crowd, quiet, shape))
    progress(58, _("Delivering injects while teams answer"))
    cpu, wall = time.process_time(), time.monotonic()
    answers = crowd.answer(IN_FLIGHT, shape.asks, lasts + GRACE, lambda: _whole(crowd, busy, shape))
    share = (time.process_time() - cpu) / (time.monotonic() - wall)
    crowd.listen(GRACE, lambda: _whole(crowd, busy, shape))
    return {
        "delivery": {
            "alone": _screens(crowd, made, quiet, 0, began),
            "while_answering": _screens(crowd, made, busy, len(quiet), began) | {"acks": _acks(answers)},
        },
        "client_cpu_share": round(share, 2),
    }


def _whole(crowd: Crowd, injects: Sequence[str], shape: Shape) -> bool:
    return all(len(crowd.screens.get(name, ())) >= shape.clients for name in injects)


def _screens(crowd: Crowd, made: MadeDrill, injects: Sequence[str], first: int, began: int) -> dict[str, Any]:
    every, lasts, missing = list[int](), list[int](), 0
    for place, name in enumerate(injects, start=first):
        due = began + round((made.shape.first + place * made.shape.every).total_seconds() * 1000) * MS
        came = [at - due for at in crowd.screens.get(name, ())]
        missing += made.shape.clients - len(came)
        every += came
        lasts += [max(came)] if came else []
    return {
        "injects": len(injects), "missing": missing,
        "screen": halves_and_tails(every), "last_screen": halves_and_tails(lasts),
    }  # fmt: skip


def _answer(crowd: Crowd, shape: Shape, acks_for: float, progress: Progress) -> dict[str, Any]:
    progress(75, _("Sending answers"))
    loop = crowd.answer(IN_FLIGHT, shape.asks, acks_for)
    progress(85, _("Sending answers at once"))
    at_once = crowd.burst(min(shape.clients, MOST_AT_ONCE), shape.asks)
    return {"acks": _acks(loop), "burst": _acks(at_once)}


def _acks(answers: Answers) -> dict[str, Any]:
    number = len(answers.took)
    return {
        "acknowledged": number, "refused": answers.refused, "seconds": round(answers.seconds, 3),
        "per_second": round(number / answers.seconds, 1) if answers.seconds else None,
        **halves_and_tails(answers.took), "max_ms": _longest(answers.took),
    }  # fmt: skip


def _longest(took: Sequence[int]) -> float | None:
    longest = part(took, 1.0)
    return None if longest is None else round(longest / MS, 2)


def _storm(crowd: Crowd, shape: Shape, progress: Progress) -> dict[str, Any]:
    progress(92, _("Coming back all at once"))
    seconds = crowd.storm()
    return {"storm": {"clients": shape.clients, "caught_up": crowd.resumed, "seconds": round(seconds, 2)}}


def quick(shape: Shape) -> Shape:
    """Give a shape that is measured in half a minute: enough to see that all works."""
    return replace(shape, due=4, asks=10)
