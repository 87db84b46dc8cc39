"""Commands as real processes: started, read line by line, ended for certain."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.server_process import TOP

PRONTAS = [sys.executable, "-c", "from web.command import main; main(prog_name='prontas')"]


def run(*arguments, **more):
    """Run a command to its end."""
    return subprocess.run([*PRONTAS, *map(str, arguments)], **_surroundings(), capture_output=True, timeout=60, **more)


def _surroundings():
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PRONTAS_")}
    return {"cwd": TOP, "text": True, "env": environment | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}}


@contextmanager
def running(*arguments):
    """Run a command beside the test; what it has left behind at the end is killed."""
    process = subprocess.Popen(
        [*PRONTAS, *map(str, arguments)], **_surroundings(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        for pid in [*descendants(process.pid), process.pid]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def read_until(process, pattern, lines=40):
    """Read what a command prints until a line matches; give everything read."""
    read = []
    for _ in range(lines):
        line = process.stdout.readline()
        read.append(line)
        if re.search(pattern, line):
            return "".join(read)
        if not line:
            break
    raise AssertionError(f"no {pattern!r} in:\n{''.join(read)}")


def descendants(pid: int) -> list[int]:
    """Give the processes that a process has started, theirs first."""
    found = []
    for child in _children(pid):
        found += [*descendants(child), child]
    return found


def _children(pid: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    """Say whether a process still runs; one that waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_for(question, within=30.0):
    """Ask until the answer is yes; give it, or the last one."""
    end = time.monotonic() + within
    while not (answer := question()) and time.monotonic() < end:
        time.sleep(0.1)
    return answer


def ask(database: Path, query: str):
    """Ask a database that a server is using."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()
