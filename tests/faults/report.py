"""docs/reliability.md, written from what really ran: each row keeps its last run, its machine, commit and seed."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.faults.ground import Outcome
from tests.faults.rows import name_of
from tests.server_process import TOP

PAGE, KEPT = TOP / "docs" / "reliability.md", TOP / "docs" / "reliability.json"
HEAD = """# Faults: what was done to it, and what came of it

`make faults` does to real servers, with real clients, what a bad day does to a drill, and writes this page from what it
saw. Nothing here is written by hand. `make faults ARGS="--row 3 --seed 7"` repeats a row with the same choices; the
ordinary tests do each row in a short form (`tests/faults`).

How it is judged: every device writes what it asked, what it was told and what was on its screen into one history; one
checker compares that with the database (deliveries, responses, the log's chain, each reader's count without holes) and
with an oracle that plays the same drill by the rules alone. **Lost**: an acknowledged response that is not in the
database word for word. **Doubled, out of order, left out**: a screen that is not the reader's log, each row once, in
order, to the end. **Early**: an inject on a screen before its due instant by the monotonic clock. A row passes when the
checker finds nothing and every figure that is promised holds. `kill -9` is not a loss of power: against that stand
`synchronous=FULL` and PostgreSQL's `fsync`, which are on here and are not tried by these rows.
"""


class Report:
    """Keep the last run of each row, and write the page anew after each."""

    def __init__(self) -> None:
        self._runs: dict[str, dict[str, Any]] = json.loads(KEPT.read_text()) if KEPT.exists() else {}

    def add(self, row: ModuleType, outcome: Outcome, took: float, part: float) -> None:
        """Put a run in the place of that row's last one."""
        # Another run may have added its row meanwhile.
        self._runs = json.loads(KEPT.read_text()) if KEPT.exists() else {}
        self._runs[name_of(row)] = {
            "row": row.NUMBER, "title": row.TITLE, "done": outcome.done, "figures": outcome.figures,
            "misses": outcome.misses, "remarks": outcome.remarks, "seed": outcome.seed, "took": round(took),
            "part": part,
            "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"), "commit": _commit(), "machine": machine(),
        }  # fmt: skip
        KEPT.write_text(json.dumps(self._runs, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        PAGE.write_text(self.page())

    def page(self) -> str:
        """Give the page."""
        runs = sorted(self._runs.items(), key=lambda item: (item[1]["row"], item[0]))
        lines = [HEAD, "| Row | Fault | Result | Seed | Commit |", "|---|---|---|---|---|"]
        for _name, run in runs:
            result = ("held" if not run["misses"] else "**missed**") + ("" if run["part"] == 1 else ", in part")
            lines.append(f"| {run['row']} | {run['title']} | {result} | {run['seed']} | {run['commit']} |")
        for name, run in runs:
            part_of_it = [] if run["part"] == 1 else [f"Only a part of this row was run: {run['part']:.0%}."]
            lines += ["", f"## Row {run['row']}: {run['title']}", "", run["done"] + "."]
            lines += ["", "| Figure | |", "|---|---|"]
            lines += [f"| {figure} | {value} |" for figure, value in run["figures"].items()]
            if run["misses"]:
                lines += ["", "**Missed:**", "", *(f"- {miss}" for miss in run["misses"][:6])]
                if (more := len(run["misses"]) - 6) > 0:
                    lines.append(f"- and {more} more of the kind")
            for remark in (*part_of_it, *run["remarks"]):
                lines += ["", remark]
            part = "" if run["part"] == 1 else f" --part {run['part']:g}"
            command = f'make faults ARGS="--only {name} --seed {run["seed"]}{part}"'
            lines += ["", f"{run['date']}, {run['machine']}, commit {run['commit']}, {run['took']} s. `{command}`"]
        return "\n".join(lines) + "\n"


def machine() -> str:
    """Say on what it ran, and what else kept that machine busy."""
    model = next(
        (line.partition(":")[2].strip() for line in _read("/proc/cpuinfo").splitlines() if "model name" in line), ""
    )
    load = f"{os.getloadavg()[0]:.1f}"
    return f"{os.cpu_count()} × {model or platform.machine()}, Python {platform.python_version()}, load {load}"


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def _commit() -> str:
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        # What a row before has written of itself is no change of what is tried.
        changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{commit}-dirty" if changed else commit


def _git(*words: str) -> str:
    asked = ["git", "-C", str(TOP), *words]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
