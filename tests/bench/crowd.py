"""The C client as the measurements use it: one command, one answer."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.machine import BUILT, Cores, pinned
from web.door import TEAM

AT_ONCE = 64


class Crowd:
    """So many light clients in one process on the client's core."""

    def __init__(self, process: subprocess.Popen, lines: int) -> None:
        self._process, self.lines = process, lines

    def ask(self, command: str) -> Any:
        """Give a command, and what is answered."""
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()
        answered = self._process.stdout.readline()
        if not answered:
            raise SystemExit(f"bench-compare: the client has ended at: {command}")
        return json.loads(answered)

    def sit_down(self, number: int | None = None, *, first: int = 0) -> dict[str, Any]:
        """Seat the lines from *first* on, all or the first *number*; every one must be let in."""
        last = self.lines if number is None else number
        told = self.ask(f"connect {first} {last} {AT_ONCE}")
        if told["seated"] != last - first:
            raise SystemExit(f"bench-compare: only {told['seated']} of {last - first} clients were let in")
        return told


@contextmanager
def crowd(cores: Cores, port: int, lines: int, folder: Path, sessions: Sequence[str] = ()) -> Iterator[Crowd]:
    """Let so many clients stand before *port*, with the cookies of *sessions* where it asks for any."""
    command = [str(BUILT / "client"), str(port), str(lines)]
    if sessions:
        cookies = folder / f"cookies-{port}"
        cookies.write_text("".join(f"{TEAM}={token}\n" for token in sessions[:lines]))
        command.append(str(cookies))
    process = subprocess.Popen(pinned(cores.client, *command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Crowd(process, lines)
    finally:
        process.stdin.close()
        process.wait(60)
        process.stdout.close()
