"""One run's history: every invoke, ok, fail and shown of every client, and what was done to the servers, as JSONL.

Each line has ``t`` (the machine's monotonic clock, seconds), ``w`` (its wall clock, seconds), ``who`` and ``what``.
Clients write ``connected``, ``lost``, ``invoke`` (``op``, ``inject``, ``content``), ``ok`` (``op``, ``state``,
``version``), ``fail`` (``op``, ``code``), ``dropped`` (``op``; a newer answer took its place), ``shown`` (``n``,
``kind``, ``inject``, ``at``, ``drill_time``), ``told`` (what is not numbered). The driver writes as ``driver``:
``kill``, ``up`` and so on.
"""

import json
import threading
import time
from pathlib import Path
from typing import Any


class History:
    """Write down what happens, from any thread; the file holds all of it whenever the run ends."""

    def __init__(self, path: Path) -> None:
        self.path, self.entries = path, list[dict[str, Any]]()
        self._lock = threading.Lock()
        self._file = path.open("w")

    def note(self, who: str, what: str, **facts: Any) -> dict[str, Any]:
        """Add one entry; gives it."""
        entry = {"t": time.monotonic(), "w": time.time(), "who": who, "what": what, **facts}
        line = json.dumps(entry, ensure_ascii=False)
        with self._lock:
            self.entries.append(entry)
            if not self._file.closed:
                self._file.write(line + "\n")
        return entry

    def of(self, what: str, who: str | None = None) -> list[dict[str, Any]]:
        """Give the entries of a kind so far, of one writer or of all."""
        with self._lock:
            return [one for one in self.entries if one["what"] == what and who in (None, one["who"])]

    def close(self) -> None:
        """Write out the rest."""
        with self._lock:
            self._file.close()


def read_history(path: Path) -> list[dict[str, Any]]:
    """Read a history back, such as one that a failing run has left."""
    return [json.loads(line) for line in path.read_text().splitlines()]
