"""``make faults``: the long form of all rows, one after another; docs/reliability.md is written from what really ran.

``make faults ARGS="--row 3 --seed 7"`` repeats one; ``--short`` takes the form that the ordinary tests take;
``--part 0.1`` does a tenth of the repetitions; ``--only NAME`` takes one module of a row; ``--keep`` leaves
docs/reliability.md as it is.
"""

import argparse
import secrets
import sys
import time
import traceback
from pathlib import Path

import pytest

from tests.faults.ground import Outcome, opened
from tests.faults.report import Report
from tests.faults.rows import all_rows, name_of

FOLDER = Path("/tmp/prontas-faults")


def main() -> int:
    """Run the rows that are asked for; gives 1 where one missed a promise."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--row", type=int, action="append", help="a row of the table; may be given again")
    parser.add_argument("--only", help="one module, such as row02_kill_nodes")
    parser.add_argument("--seed", type=int, help="repeat the choices of a run")
    parser.add_argument("--part", type=float, default=1, help="do only a share of it, such as 0.1")
    parser.add_argument("--short", action="store_true", help="the short form; nothing is written")
    parser.add_argument("--keep", action="store_true", help="do not write docs/reliability.md")
    asked = parser.parse_args()
    rows = [row for row in all_rows() if asked.row is None or row.NUMBER in asked.row]
    rows = [row for row in rows if asked.only in (None, name_of(row))]
    if not rows:
        parser.error("there is no such row")
    report, failed = Report(), False
    for row in rows:
        seed = secrets.randbelow(10**6) if asked.seed is None else asked.seed
        print(f"row {row.NUMBER}: {row.TITLE} (seed {seed})", flush=True)
        folder = FOLDER / f"{name_of(row)}-{seed}-{time.strftime('%H%M%S')}"
        began = time.monotonic()
        outcome = _run(row, folder, seed, long=not asked.short, part=asked.part)
        took = time.monotonic() - began
        failed = failed or bool(outcome.misses)
        for name, value in outcome.figures.items():
            print(f"    {name}: {value}")
        for miss in outcome.misses[:10]:
            print(f"    MISSED {miss}")
        print(f"    {'missed; all of it is in ' + str(folder) if outcome.misses else 'held'}, {took:.0f} s", flush=True)
        if not asked.short and not asked.keep:
            report.add(row, outcome, took, asked.part)
    return int(failed)


def _run(row: object, folder: Path, seed: int, *, long: bool, part: float) -> Outcome:
    try:
        with opened(folder, seed, long=long, part=part, say=lambda text: print(f"    {text}", flush=True)) as ground:
            return row.run(ground)  # type: ignore[attr-defined]
    except pytest.skip.Exception as skipped:
        return Outcome("not run", misses=[f"not run on this machine: {skipped}"], seed=seed)
    except Exception as error:
        traceback.print_exc()
        return Outcome("broke off", misses=[f"the run broke off: {error!r}"[:300]], seed=seed)


if __name__ == "__main__":
    sys.exit(main())
