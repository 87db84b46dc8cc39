"""``prontas backup`` and ``prontas restore-backup`` as somebody at a terminal and a timer meet them."""

import json
import re
import sqlite3
import time
from contextlib import closing
from urllib.request import urlopen

import pytest

from simulator.chain import check_chain
from simulator.database import close_engine, open_engine, open_sessions
from simulator.migrating import migrate
from simulator.upgrading import known_schemas
from tests.command.processes import run as run_process
from tests.command.processes import running
from tests.released.loading import load
from tests.server_process import free_port, wait_until_up


@pytest.fixture
def source(tmp_path):
    """Give the path of a database with a drill and a programme in it."""
    (tmp_path / "from").mkdir(mode=0o700)
    path = tmp_path / "from" / "p.db"
    path.touch(mode=0o600)
    engine = open_engine(f"sqlite:///{path}")
    load(engine, "0003")
    migrate(engine)
    close_engine(engine)
    return path


def url(path):
    return f"sqlite:///{path}"


def test_a_backup_is_its_owners_alone_and_comes_back_somewhere_else(run, source, tmp_path):
    file, target = tmp_path / "b.gz", tmp_path / "to" / "p.db"
    told = run("backup", "--to", file, "--database", url(source))
    assert told.exit_code == 0, told.output
    assert file.stat().st_mode & 0o777 == 0o600
    assert re.search(r"SHA-256: [0-9a-f]{64}\n", told.output)

    back = run("restore-backup", file, "--database", url(target))
    assert back.exit_code == 0, back.output
    assert "Brought back:" in back.output
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(source)) as before, closing(sqlite3.connect(target)) as after:
        query = "SELECT stream, seq, hash FROM log ORDER BY stream, seq"
        assert before.execute(query).fetchall() == after.execute(query).fetchall()

    again = run("restore-backup", file, "--database", url(target))
    assert again.exit_code == 1
    assert again.output.startswith("prontas: This database is not empty.") and again.output.count("\n") == 1


def test_scripts_read_what_was_done(run, source, tmp_path):
    file, target = tmp_path / "b.gz", tmp_path / "to" / "p.db"
    made = json.loads(run("backup", "--to", file, "--json", "--database", url(source)).output)
    assert made["format"] == 1 and made["file"] == str(file) and made["bytes"] == file.stat().st_size
    assert made["rows"]["application"] == 4

    back = json.loads(run("restore-backup", file, "--json", "--database", url(target)).output)
    assert back["format"] == 1 and back["rows"] == made["rows"]
    assert all(chain["broken_at"] is None and len(chain["hash"]) == 64 for chain in back["chains"].values())


def test_a_timer_keeps_the_newest_of_a_folder_and_nothing_else_goes(run, source, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    for day in ("01", "02", "03"):
        (folder / f"prontas-202601{day}T000000Z.backup.gz").touch()
    (folder / "letter.gz").touch()
    told = run("backup", "--to", folder, "--keep", 2, "--database", url(source))

    assert told.exit_code == 0, told.output
    names = sorted(path.name for path in folder.iterdir())
    assert names[:2] == ["letter.gz", "prontas-20260103T000000Z.backup.gz"] and len(names) == 3
    assert run("backup", "--to", tmp_path / "b.gz", "--keep", 2, "--database", url(source)).exit_code == 2


def test_what_cannot_be_backed_up_is_said_and_leaves_no_file(run, tmp_path):
    for database, words in (
        (url(tmp_path / "none.db"), "There is no database at"),
        (url(tmp_path / "empty.db"), "There is nothing in this database yet."),
    ):
        (tmp_path / "empty.db").touch(mode=0o600)
        told = run("backup", "--to", tmp_path / "b.gz", "--database", database)
        assert (told.exit_code, words in told.output) == (1, True), told.output
    assert sorted(path.name for path in tmp_path.glob("*.gz")) == []
    assert list(tmp_path.glob(".prontas-*")) == []


def test_a_file_that_is_none_and_a_damaged_one_are_refused_in_one_line(run, source, tmp_path):
    file, target = tmp_path / "b.gz", tmp_path / "to" / "p.db"
    assert run("backup", "--to", file, "--database", url(source)).exit_code == 0
    whole = file.read_bytes()
    for content, words in ((b"no", "not a backup"), (whole[:-40], "damaged or not whole")):
        file.write_bytes(content)
        told = run("restore-backup", file, "--database", url(target))
        assert told.exit_code == 1 and words in told.output and told.output.count("\n") == 1


def test_a_served_database_is_backed_up_and_never_restored_into(source, tmp_path):
    port, file = free_port(), tmp_path / "b.gz"
    with running("serve", "--port", port, "--database", url(source)) as process:
        wait_until_up(f"http://127.0.0.1:{port}", process)
        made = run_process("backup", "--to", file, "--json", "--database", url(source))
        assert made.returncode == 0, made.stderr
        refused = run_process("restore-backup", file, "--database", url(source))
        assert refused.returncode == 1 and "already running" in refused.stderr
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
            assert answer.status == 200


def test_migrate_says_first_what_it_would_do(run, tmp_path):
    path = tmp_path / "p.db"
    assert run("migrate", "--check", "--database", url(path)).exit_code == 1
    assert not path.exists()
    path.touch(mode=0o600)
    engine = open_engine(url(path))
    load(engine, "0002")
    close_engine(engine)
    newest = known_schemas()[-1]

    told = run("migrate", "--check", "--database", url(path))
    assert told.exit_code == 1 and f"schema 0002 to {newest}" in told.output
    done = run("migrate", "--json", "--database", url(path))
    assert json.loads(done.output) == {"format": 1, "before": "0002", "after": newest, "done": True}
    again = run("migrate", "--check", "--database", url(path))
    assert (again.exit_code, again.output) == (0, f"The database is up to date (schema {newest}).\n")


def test_a_later_versions_database_is_neither_checked_nor_migrated_nor_served(run, source):
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for verb in (["migrate", "--check"], ["migrate"], ["user", "list"], ["serve", "--port", free_port()]):
        told = run(*verb, "--database", url(source))
        assert (told.exit_code, told.output) == (
            1, "prontas: This database was written by a later version of Prontas. Install that version.\n",
        ), verb  # fmt: skip


@pytest.mark.figure
def test_a_hundred_megabytes_come_back_within_a_minute(source, tmp_path, run):
    """Row 15: restore ≤ 60 s for 100 MB."""
    engine = open_engine(url(source))
    with open_sessions(engine)() as session:
        from simulator.book import append, write_book
        from tests.cast import START

        words = "Avisamos a dirección y aislamos la red. " * 10
        for n in range(120_000):
            append(session, stream="drill:figure", kind="response_received", actor="program", wall_time=START,
                   payload={"inject": f"{n}", "digest": words})  # fmt: skip
            if n % 5000 == 4999:
                write_book(session)
        session.commit()
    close_engine(engine)
    megabytes = source.stat().st_size / 1e6
    began = time.process_time()
    assert run("backup", "--to", tmp_path / "b.gz", "--database", url(source)).exit_code == 0
    made = time.process_time() - began
    began = time.process_time()
    told = run("restore-backup", tmp_path / "b.gz", "--database", url(tmp_path / "to.db"))
    back = time.process_time() - began
    assert told.exit_code == 0, told.output
    engine = open_engine(url(tmp_path / "to.db"))
    with open_sessions(engine)() as session:
        assert check_chain(session, "drill:figure").length == 120_000
    close_engine(engine)
    size = (tmp_path / "b.gz").stat().st_size / 1e6
    print(f"{megabytes:.0f} MB of database, {size:.0f} MB of backup: made in {made:.1f} s of CPU, back in {back:.1f} s")
    assert megabytes > 80 and back < 60
