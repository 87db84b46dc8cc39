"""How much memory a server's process holds: its workers' resident pages, where the system tells."""

from pathlib import Path

MB = 1024


def resident(pid: int) -> float | None:
    """Give the megabytes that the children of a process hold (gunicorn's worker); None where nobody tells (macOS)."""
    try:
        return sum(_of(int(child)) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()) / MB
    except (OSError, ValueError):
        return None


def _of(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        name, _, told = line.partition(":")
        if name == "VmRSS":
            return int(told.split()[0])
    return 0
