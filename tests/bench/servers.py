"""What is compared: the floor, Node, and Prontas as it is served; each a process on the server's core."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.bench.machine import BUILT, TOP, Cores, child_of, pinned
from tests.server_process import free_port, wait_until_up
from web.bench.house_time import wall_offset

CONF = ("-m", "gunicorn", "-c", "python:web.live.gunicorn_conf")
APP = "tests.bench.serving:application"
UP_WITHIN, DOWN_WITHIN = 30.0, 12.0


@dataclass
class Server:
    """A running server: its port, the process whose cost counts, and the channel of its commands."""

    name: str
    port: int
    pid: int
    said: IO[str]
    heard: IO[str]
    # What the wall clock showed more than the monotonic one when it began, in ns.
    offset: int = 0

    @property
    def url(self) -> str:
        """Give its address."""
        return f"http://127.0.0.1:{self.port}"

    def emit(self, what: str, number: int) -> None:
        """Let it emit one event, to ``all`` or to each of its ``teams``."""
        self.said.write(f"{what} {number}\n")
        self.said.flush()
        if not self.heard.readline():
            raise SystemExit(f"bench-compare: {self.name} has ended")


@contextmanager
def floor(cores: Cores, rest: Path) -> Iterator[Server]:
    """Run the C floor."""
    port = free_port()
    command = pinned(cores.server, str(BUILT / "floor"), str(port), str(rest))
    with _piped(command) as process:
        _wait_for_port(port)
        yield Server("floor", port, process.pid, process.stdin, process.stdout)


@contextmanager
def node(cores: Cores, rest: Path, per_team: int, database: str | None = None) -> Iterator[Server]:
    """Run Node's socket.io, with a table of answers in *database* where one is named."""
    port = free_port()
    script = str(BUILT / "node" / "server.js")
    more = [database] if database else []
    command = pinned(cores.server, "node", script, str(port), str(rest), str(per_team), *more)
    with _piped(command) as process:
        if not process.stdout.readline():
            raise SystemExit("bench-compare: Node has not started")
        yield Server("node", port, process.pid, process.stdin, process.stdout)


@contextmanager
def prontas(cores: Cores, folder: Path, database: str, rest: Path, **settings: str) -> Iterator[Server]:
    """Run the product under gunicorn as `prontas serve` does, with the driver beside it."""
    port, channel = free_port(), folder / f"driver-{secrets.token_hex(3)}"
    environ = os.environ | {
        "PRONTAS_DATABASE": database, "PRONTAS_HOST": "127.0.0.1", "PRONTAS_PORT": str(port),
        "PRONTAS_SECRET_KEY": secrets.token_urlsafe(48), "BENCH_SOCKET": str(channel), "BENCH_REST": str(rest),
        **settings,
    }  # fmt: skip
    log = folder / "server.log"
    with log.open("a") as said:
        process = subprocess.Popen(
            pinned(cores.server, sys.executable, *CONF, APP), cwd=TOP, env=environ, stdout=said, stderr=said
        )
    try:
        try:
            wait_until_up(f"http://127.0.0.1:{port}", process)
        except AssertionError as error:
            raise SystemExit(f"bench-compare: {error}; it said:\n{log.read_text()[-3000:]}") from None
        driver = socket.socket(socket.AF_UNIX)
        driver.connect(str(channel))
        with driver, driver.makefile("r") as heard, driver.makefile("w") as asked:
            yield Server("prontas", port, child_of(process.pid), asked, heard, wall_offset())
    finally:
        _end(process)


@contextmanager
def _piped(command: Sequence[str]) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        with suppress(OSError):
            process.stdin.close()
        _end(process)
        process.stdout.close()


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(DOWN_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_for_port(port: int) -> None:
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit(f"bench-compare: nobody listens on {port}")


def rest_of_event(body: str) -> str:
    """Give what follows the stamp in every event: 1.35 KB of an inject, as the product's own look like."""
    inject = {"id": "x", "channel": "email", "priority": "should", "title": "Inject", "body": body, "body_html": body}
    event = {"n": 0, "kind": "bench", "at": 1_700_000_000_000, "drill_time": 600_000, "inject": inject}
    return json.dumps(event, separators=(",", ":"))[1:]
