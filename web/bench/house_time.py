"""STARTEX by the API, and when each inject is due on this machine's own monotonic clock."""

import json
from datetime import datetime
from time import monotonic_ns, time_ns
from urllib.request import Request, urlopen

from simulator.columns import EPOCH, MILLISECOND
from web.bench.drill import NAME, MadeDrill

MS = 1_000_000
LOOKS = 5


def ask(url: str, token: str, path: str, body: dict[str, str] | None = None) -> dict[str, object]:
    """Ask the server's API as whoever holds *token*."""
    request = Request(  # noqa: S310 - our own server
        f"{url}/api/v1{path}", data=None if body is None else json.dumps(body).encode(),
        method="GET" if body is None else "POST",
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )  # fmt: skip
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        text = answer.read()
    return dict(json.loads(text)) if text else {}


def wall_offset() -> int:
    """Give what the wall clock shows more than the monotonic one, in ns."""
    return time_ns() - monotonic_ns()


def start(url: str, made: MadeDrill) -> None:
    """Give STARTEX."""
    ask(url, made.token, f"/drills/{made.drill_id}/start", {"name": NAME})


def started_at(url: str, made: MadeDrill, offset: int) -> int:
    """Give the instant of STARTEX on the monotonic clock, in ns.

    The house tells its clock in whole milliseconds, STARTEX being one. *offset* is the wall's when the server started;
    where what the house tells now cannot agree with it, the house is right.
    """
    earliest, latest, began = 0, 1 << 62, 0
    for _ in range(LOOKS):
        before = monotonic_ns()
        clock = ask(url, made.token, f"/drills/{made.drill_id}/clock")
        after, now = monotonic_ns(), (datetime.fromisoformat(str(clock["now"])) - EPOCH) // MILLISECOND * MS
        began = now - int(str(clock["drill_time"])) * MS
        earliest, latest = max(earliest, now - after), min(latest, now + MS - before)
    return began - (offset if earliest <= offset <= latest else (earliest + latest) // 2)
