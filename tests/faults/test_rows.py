"""The short form of every row: a real server, real clients, the fault a few times, and the checker finds nothing."""

import zlib

import pytest

from tests.faults.ground import opened
from tests.faults.rows import all_rows, name_of

# What no other test of each run does; `make figures` runs the short form of all, and `make faults` the long one. Owners
# that freeze, cut connections and Redis that dies are in tests/live/test_many_processes.py, a device offline or with a
# wrong clock in tests/browser, descriptors in tests/live/test_capacity.py, a full disk in test_failing_disk.py, the
# same response ten times in test_gathering.py, races and limits in tests/simulator, half requests in tests/deploy.
IN_EACH_RUN = {"row01_kill", "row02_kill_nodes", "row42_malformed"}
ROWS = [
    pytest.param(row, id=name_of(row), marks=() if name_of(row) in IN_EACH_RUN else (pytest.mark.figure,))
    for row in all_rows()
]


@pytest.mark.parametrize("row", ROWS)
def test_nothing_is_lost_doubled_or_early(row, tmp_path):
    # The same choices in each run: a failure can be looked at again.
    seed = zlib.crc32(name_of(row).encode()) % 10**6
    with opened(tmp_path / "run", seed) as ground:
        outcome = row.run(ground)

    assert outcome.misses == [], f"seed {seed}; {ground.folder}"


def test_every_row_of_each_run_is_there():
    assert {name_of(row) for row in all_rows()} >= IN_EACH_RUN
