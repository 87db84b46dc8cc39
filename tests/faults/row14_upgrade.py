"""Row 14: from one release to the next in the middle of a drill that is paused, and not back again."""

import subprocess
import tarfile
import time
from contextlib import ExitStack
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.command import processes
from tests.faults.elsewhere import ask_tree, drill_from, lend
from tests.faults.ground import Ground, Outcome
from tests.faults.node import Node
from tests.server_process import TOP

NUMBER, TITLE = 14, "an upgrade while a drill is paused"


def released(folder: Path) -> tuple[Path, str]:
    """Unpack the code as it was before the newest change of the tables; gives the tree and its commit."""
    newest = max((TOP / "simulator" / "migrations" / "versions").glob("0*.py")).relative_to(TOP)
    added = _git("log", "--diff-filter=A", "--format=%H", "-1", "--", str(newest)).decode().strip()
    before = _git("rev-parse", "--verify", f"{added}^").decode().strip() if added else ""
    if not before:
        pytest.skip("this clone does not know the release before")
    with tarfile.open(fileobj=BytesIO(_git("archive", before))) as tree:
        tree.extractall(folder, filter="data")
    lend(folder)
    return folder, before[:12]


def _git(*words: str) -> bytes:
    return subprocess.run(["git", "-C", str(TOP), *words], capture_output=True).stdout


def run(ground: Ground) -> Outcome:
    """Play with the old, pause, migrate, play on with the new; then try the old again."""
    plays = ground.pick(15.0, 4.0)
    size = ground.size(speed=8, seconds=int(plays * 2 * 8))
    old_tree, commit = released(ground.folder / "before")
    with ExitStack() as stack:
        # On PostgreSQL the release before took instants before it had its turn; that is no matter of an upgrade.
        database = ground.sqlite()
        drill = drill_from(ask_tree(old_tree, what="make", database=database, size=asdict(size)))
        told = asdict(drill)
        old = Node("old", ground.folder, ground.history, {"PRONTAS_DATABASE": database}, tree=old_tree)
        new = Node("new", ground.folder, ground.history, {"PRONTAS_DATABASE": database})
        new.port = old.port
        stack.callback(new.stop)
        stack.callback(old.stop)
        old.start()
        crowd = stack.enter_context(ground.crowd(drill, [old]))
        ground.history.note("driver", "startex")
        ask_tree(old_tree, what="start", drill=told)
        time.sleep(plays)
        ask_tree(old_tree, what="pause", drill=told)
        time.sleep(1)
        old.stop()
        stopped = time.monotonic()
        before = counted(database)
        migrated = processes.run("migrate", "--database", database)
        new.start()
        away = time.monotonic() - stopped
        after = counted(database)
        crowd.wait(crowd.all_here, 60)
        ask_tree(TOP, what="resume", drill=told)
        time.sleep(plays)
        facts = ground.settle(drill, crowd)
        new.stop()
        at_the_end = counted(database)
        refused = _refuses(old) and counted(database) == at_the_end
    lost = {name: rows for name, rows in before.items() if after.get(name, 0) < rows and name != "alembic_version"}
    return ground.outcome(
        facts,
        done=f"A drill played on {commit} (the code before the newest change of the tables), paused; that server "
        f"stopped, `prontas migrate`, the present one started, the drill resumed; {size.said}. Then the old one was "
        f"started on the new tables. Database: SQLite",
        figures={"away for, s": round(away, 1), "rows before": sum(before.values()),
                 "tables that lost a row": len(lost)},
        promises={
            "migrate succeeds": migrated.returncode == 0, "all rows are kept": not lost,
            "the old server refuses the new tables": refused,
        },
        # That release reckoned drill times finer than its log tells them, and took those of two processes as they came.
        rough=1000,
    )  # fmt: skip


def counted(database: str) -> dict[str, int]:
    """Give how many rows each table has."""
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}
    finally:
        engine.dispose()


def _refuses(old: Node) -> bool:
    """Say whether the old code ends without serving."""
    old.start(wait=False)
    assert old.process is not None
    end = time.monotonic() + 60
    while old.process.poll() is None and time.monotonic() < end:
        if old.is_up():
            return False
        time.sleep(0.1)
    return old.process.poll() is not None
