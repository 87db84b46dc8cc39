"""Row 12: the disk that holds the database is full for a while, in the middle of a drill."""

import os
import resource
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from simulator.database import sqlite_url
from tests.faults.ground import Ground, Outcome
from tests.faults.reference import make_drill

NUMBER, TITLE = 12, "the database's disk full, and free again"
BANNER = 5.0
ROOM = "48m"


class Disk:
    """The place of a database, which can be full: a small disk of memory, or a limit on its server's files."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self._pids = folder, list[int]()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=0700", "none", str(folder)]
        may = os.geteuid() == 0 and shutil.which("mount") is not None
        self.is_small = may and subprocess.run(mount, capture_output=True).returncode == 0

    def fill(self, pids: list[int]) -> None:
        """Let nothing more fit, not a page."""
        if self.is_small:
            _fill(self.folder / "ballast")
            return
        self._pids = pids
        largest = max(path.stat().st_size for path in self.folder.iterdir())
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

    def free(self) -> None:
        """Make room again."""
        (self.folder / "ballast").unlink(missing_ok=True)
        for pid in self._pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def end(self) -> None:
        """Take it away."""
        if self.is_small:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            with suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass


def run(ground: Ground) -> Outcome:
    """Fill the disk until answers fail, look at what the staff see, and free it."""
    times = ground.times(5, 1)
    size = ground.size(speed=8, seconds=int(times * 22 * 8))
    banners, back = [], []
    disk = Disk(ground.folder / "disk")
    try:
        path = disk.folder / "prontas.db"
        path.touch(mode=0o600)
        drill = make_drill(sqlite_url(path), size)
        crowd_of = {"staff": True, "fat": 300, "pace": ground.pick(0.3, 1.5)}
        with ground.nodes(1, drill.database) as (node,), ground.crowd(drill, [node], **crowd_of) as crowd:
            ground.startex(drill)
            for number in range(times):
                time.sleep(ground.rng.uniform(2, 4))
                full = ground.history.note("driver", "disk_full")["t"]
                disk.fill(node.workers())
                crowd.wait(lambda full=full: _since(ground, "again", full), 90)
                crowd.wait(lambda full=full: _told(ground, full, on=True), 60)
                banners.append(_told(ground, full, on=True) - _since(ground, "again", full))
                time.sleep(ground.rng.uniform(1, 4))
                free = ground.history.note("driver", "disk_free")["t"]
                disk.free()
                crowd.wait(lambda free=free: _since(ground, "ok", free) and _told(ground, free, on=False), 60)
                back.append(max(_since(ground, "ok", free), _told(ground, free, on=False)) - free)
                ground.progress(number, times, "times full")
            facts = ground.settle(drill, crowd)
    finally:
        disk.end()
    room = f"a disk of {ROOM} with" if disk.is_small else "by a limit on the size of files,"
    return ground.outcome(
        facts,
        done=f"{times} × {room} the embedded database full to the last page until answers failed, and free again 1–4 s "
        f"later, the server left alone; {size.said} with long words",
        figures={"times full": times, "answers that had to go again": len(ground.history.of("again")),
                 "first refusal → the staff's banner, max, s": round(max(banners), 2),
                 "free again → answers stored and the banner gone, max, s": round(max(back), 2)},
        promises={f"the staff's banner ≤ {BANNER} s": max(banners) <= BANNER},
    )  # fmt: skip


def _since(ground: Ground, what: str, since: float) -> float:
    return next((entry["t"] for entry in ground.history.of(what) if entry["t"] >= since), 0.0)


def _told(ground: Ground, since: float, *, on: bool) -> float:
    said = (entry for entry in ground.history.of("told", "staff") if entry["t"] >= since)
    return next((entry["t"] for entry in said if entry["facts"] == {"on": on}), 0.0)
