"""``python -m tests.faults.recheck FOLDER``: check a run again that has failed, from what it has left in its folder."""

import json
import sys
from pathlib import Path

from tests.faults.checker import violations
from tests.faults.facts import Facts
from tests.faults.history import read_history


def main(folder: Path) -> int:
    """Print what the checker finds; gives 1 where it finds something."""
    told = json.loads((folder / "facts.json").read_text())
    told["feed"] = {reader: [tuple(line) for line in lines] for reader, lines in told["feed"].items()}
    for line in told["script"]:
        if "if" in line:
            line["if"] = [tuple(atom) for atom in line["if"]]
    found = violations(Facts(**told), read_history(folder / "history.jsonl"))
    print("\n".join(found) or "nothing is wrong")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
