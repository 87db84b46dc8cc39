"""A wall clock for a server that a test sets while it runs; the server's other clocks stay the machine's."""

import struct
import subprocess
import time
from pathlib import Path

from tests.faults.servers import need

SOURCE = Path(__file__).with_suffix(".c")


class WallClock:
    """Set what a process takes for the wall clock. *settings* are for its environment."""

    def __init__(self, folder: Path, zone: str = "UTC") -> None:
        self._file, library = folder / "wall-clock", folder / "wall_clock.so"
        self._file.write_bytes(bytes(24))
        made = [need("cc", "C compiler"), "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run(made, check=True, capture_output=True)
        for path in (self._file, library):
            path.chmod(0o644)
        self.settings = {"LD_PRELOAD": str(library), "PRONTAS_WALL_CLOCK": str(self._file), "TZ": zone}

    def set(self, seconds: float, *, too_fast: float = 0) -> None:
        """Set it *seconds* ahead of the truth (or behind), running too fast by a share of its speed from now on."""
        told = (int(seconds * 1e9), int(too_fast * 1e6), time.time_ns())
        # In place: the processes have it mapped.
        with self._file.open("r+b") as file:
            file.write(struct.pack("qqq", *told))
