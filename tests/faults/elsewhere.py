"""Do something to a drill with the code of another tree, such as the release before: a process in that tree.

``python -m tests.faults.elsewhere`` reads one JSON document, ``{"what", …}``, and writes one.
"""

import dataclasses
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.faults import reference
from tests.server_process import TOP


def ask_tree(tree: Path, **told: Any) -> Any:
    """Let the code of a tree make a drill (``what="make"``), or press something in it."""
    command = [sys.executable, "-m", "tests.faults.elsewhere"]
    done = subprocess.run(command, cwd=tree, input=json.dumps(told), capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    return json.loads(done.stdout)


def drill_from(told: dict[str, Any]) -> reference.Drill:
    """Give a drill that was made elsewhere."""
    return reference.Drill(**told | {"size": reference.Size(**told["size"])})


def lend(tree: Path) -> None:
    """Put into an older tree what this module needs there."""
    there = tree / "tests" / "faults"
    there.mkdir(parents=True, exist_ok=True)
    for name in ("reference.py", "elsewhere.py"):
        shutil.copy(TOP / "tests" / "faults" / name, there / name)


def main() -> None:
    """Do what is asked on standard input."""
    told = json.load(sys.stdin)
    if told["what"] == "make":
        made = reference.make_drill(told["database"], reference.Size(**told["size"]))
        json.dump(dataclasses.asdict(made), sys.stdout)
    else:
        reference.press(drill_from(told["drill"]), told["what"])
        json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
