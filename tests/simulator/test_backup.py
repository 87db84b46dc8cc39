"""Backups: one moment of a house that goes on, from either engine into either, whole or not at all."""

import gzip
import hashlib
import io
import json
import threading
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, inspect, text

from simulator.actions.responding import save_draft
from simulator.backup import archive
from simulator.backup.making import make_backup, require_whole
from simulator.backup.restoring import restore_backup
from simulator.clock import VirtualClock
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from simulator.upgrading import known_schemas
from tests.cast import START, Cast, minutes, refused, seconds
from tests.released.loading import load
from tests.scripts import info, scenario, text_inject
from tests.simulator.conftest import in_a_file, on_postgresql

NOW = datetime(2026, 3, 2, 13, tzinfo=UTC)
# An inject a minute, so that there is always something to write.
LONG = scenario(*[text_inject(f"{n:02}", at=f"{n}m", due="30m") for n in range(1, 10)], info("99", at="55m"))


@pytest.fixture(params=[("sqlite", "sqlite"), ("sqlite", "postgresql"), ("postgresql", "sqlite")],
                ids=lambda kinds: " to ".join(kinds))  # fmt: skip
def pair(request, tmp_path):
    """Open an empty database that is backed up, and one that takes the backup."""
    with ExitStack() as opened:
        made = []
        for name, kind in zip(("from", "to"), request.param, strict=True):
            folder = tmp_path / name
            folder.mkdir()
            made.append(opened.enter_context(on_postgresql() if kind == "postgresql" else in_a_file(folder)))
        yield made


@pytest.fixture
def target(tmp_path):
    """Open an empty database in a file."""
    engine = open_engine(f"sqlite:///{tmp_path / 'target.db'}")
    yield engine
    close_engine(engine)


def backup_of(engine):
    written = io.BytesIO()
    make_backup(engine, written, NOW)
    return written.getvalue()


def restore(engine, content, **how):
    return restore_backup(engine, io.BytesIO(content), **how)


def content_of(engine):
    """Give every row of every table as the backup's lines have them."""
    lines = gzip.decompress(backup_of(engine)).splitlines()
    found, table = {}, None
    for line in map(json.loads, lines[1:-1]):
        if isinstance(line, dict):
            table = found.setdefault(line["table"], [])
        else:
            table.append(json.dumps(line))
    # Databases have orders of their own for texts.
    return {name: sorted(rows) for name, rows in found.items()}


def tables(engine):
    return inspect(engine).get_table_names()


def ask(engine, query):
    with engine.connect() as connection:
        return connection.execute(text(query)).all()


def changed(content, change):
    """Give a backup with its lines changed, and a last line that is true of them."""
    lines = change([json.loads(line) for line in gzip.decompress(content).splitlines()[:-1]])
    counts, table = {}, None
    for told in lines[1:]:
        if isinstance(told, dict):
            table = told["table"]
        counts[table] = counts.get(table, -1) + 1
    body = b"".join(json.dumps(told).encode() + b"\n" for told in lines)
    last = {"rows": counts, "sha256": hashlib.sha256(body).hexdigest()}
    return gzip.compress(body + json.dumps(last).encode() + b"\n")


def test_everything_comes_back_on_either_engine_as_it_was(pair):
    source, target = pair
    load(source, "0003")
    migrate(source)
    done = restore(target, backup_of(source))

    assert content_of(target) == content_of(source)
    assert done["rows"]["application"] == 4
    assert all(chain["broken_at"] is None for chain in done["chains"].values())
    assert len(done["chains"]) == 3
    # A new row gets a number that is free.
    with target.begin() as connection:
        connection.execute(text(
            "INSERT INTO delivery (drill_id, team_id, inject, position, state, late, final) "
            "SELECT drill_id, team_id, 'new', 9, 'planned', late, final FROM delivery WHERE inject = '01'"
        ))  # fmt: skip


def test_a_backup_during_a_drill_is_a_prefix_of_its_history(pair):
    source, target = pair
    migrate(source)
    cast = Cast.hire(House(source, VirtualClock(START)))
    play = cast.play(LONG).start()
    going, failed = threading.Event(), []

    def go_on():
        try:
            for number in range(1, 9):
                play.go(minutes(1))
                play.send(play.beatriz, f"{number:02}", {"text": f"Respuesta {number}"})
                play.do(save_draft, play.giselle, inject_id=f"{number:02}", content={"text": "On écrit"})
                play.go(seconds(1))
                going.set()
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=go_on)
    thread.start()
    backups = []
    assert going.wait(30)
    while thread.is_alive() and len(backups) < 2:
        backups.append(backup_of(source))
    thread.join()
    assert failed == []

    whole = ask(source, "SELECT stream, seq, hash FROM log ORDER BY stream, seq")
    history = {(stream, seq): digest for stream, seq, digest in whole}
    lengths = []
    for content in backups:
        restore(target, content)
        rows = ask(target, "SELECT stream, seq, hash FROM log")
        assert all(history[stream, seq] == digest for stream, seq, digest in rows)
        # One moment: what the log tells of is there, and nothing of which it does not tell yet.
        told = ask(target, "SELECT kind, count(*) FROM log WHERE kind IN ('response_received', 'inject_delivered') "
                           "GROUP BY kind ORDER BY kind")  # fmt: skip
        stored = [(kind, ask(target, query)[0][0]) for kind, query in (
            ("inject_delivered", "SELECT count(*) FROM delivery WHERE delivered_at IS NOT NULL"),
            ("response_received", "SELECT count(*) FROM response"),
        )]  # fmt: skip
        assert [tuple(row) for row in told] == stored
        lengths.append(len(rows))
        empty(target)
    assert lengths == sorted(lengths) and lengths[0] < len(whole)


def empty(engine):
    """Let go of everything, as somebody who makes the database anew."""
    names = tables(engine)
    connection = engine.raw_connection()
    try:
        raw = connection.driver_connection
        more = " CASCADE"
        if engine.dialect.name == "sqlite":
            raw.execute("PRAGMA foreign_keys=OFF")
            more = ""
        for name in names:
            raw.execute(f'DROP TABLE "{name}"{more}')
        raw.commit()
    finally:
        connection.close()


@pytest.mark.parametrize("schema", known_schemas()[:-1])
def test_a_backup_of_an_older_schema_is_brought_up_to_this_version(tmp_path, target, schema):
    with in_a_file(tmp_path) as source:
        load(source, schema)
        content = backup_of(source)
    done = restore(target, content)

    assert (done["schema"], done["migrated_to"]) == (schema, known_schemas()[-1])
    assert ask(target, "SELECT version_num FROM alembic_version") == [(known_schemas()[-1],)]
    assert ask(target, "SELECT content FROM response") != []


def test_a_backup_holds_the_text_of_the_log_and_no_reading_of_it(tmp_path):
    with in_a_file(tmp_path) as source:
        load(source, "0003")
        odd = '{"b":1,  "a":2}'
        with source.begin() as connection:
            connection.execute(text("UPDATE log SET payload = :odd WHERE stream = 'house' AND seq = 1"), {"odd": odd})
        assert json.dumps(odd).encode() in gzip.decompress(backup_of(source))


def test_the_same_database_gives_the_same_bytes(tmp_path):
    with in_a_file(tmp_path) as source:
        load(source, "0003")
        assert backup_of(source) == backup_of(source)


def test_a_database_with_something_in_it_is_left_alone(tmp_path, target):
    with in_a_file(tmp_path) as source:
        load(source, "0003")
        content = backup_of(source)
    migrate(target)
    with target.begin() as connection:
        connection.execute(text("INSERT INTO setting (name, value) VALUES ('mine', 'yes')"))
    with refused("database_not_empty"):
        restore(target, content)

    assert ask(target, "SELECT name FROM setting") == [("mine",)]


def test_what_was_begun_and_never_used_is_no_hindrance(tmp_path, target):
    with in_a_file(tmp_path) as source:
        load(source, "0001")
        content = backup_of(source)
    migrate(target)

    assert restore(target, content)["schema"] == "0001"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give the bytes of one backup."""
    with in_a_file(tmp_path_factory.mktemp("whole")) as source:
        load(source, "0003")
        migrate(source)
        return backup_of(source)


def _with_row(lines):
    place = next(n for n, one in enumerate(lines) if isinstance(one, dict) and one.get("table") == "log")
    lines[place + 1] = [*lines[place + 1], "more"]
    return lines


def _other_table(lines):
    return [one | {"table": "passwd"} if isinstance(one, dict) and one.get("table") == "log" else one for one in lines]


def _twice(lines):
    place = next(n for n, one in enumerate(lines) if isinstance(one, dict) and one.get("table") == "account")
    return [*lines[: place + 2], lines[place + 1], *lines[place + 2 :]]


def _versions(lines):
    return [*lines, {"table": "alembic_version", "columns": ["version_num"], "bytes": []}, ["9999"]]


def _newer(lines):
    return [lines[0] | {"schema": "9999"}, *lines[1:]]


def _other_format(lines):
    return [lines[0] | {"prontas_backup": 2}, *lines[1:]]


def _tampered(lines):
    table, done = None, False
    for line in lines:
        table = line.get("table", table) if isinstance(line, dict) else table
        if isinstance(line, list) and table == "log" and line[0].startswith("drill:") and line[1] == 5:
            line[line.index(next(one for one in line if one in KINDS_TOLD))] = "drill_ended"
            done = True
    assert done
    return lines


KINDS_TOLD = {"participant_joined", "seats_taken", "team_added", "drill_prepared", "notice_read", "consents_chosen"}


@pytest.mark.parametrize(
    ("change", "code"),
    [(_with_row, "backup_damaged"), (_other_table, "backup_damaged"), (_twice, "backup_misfits"),
     (_versions, "backup_damaged"), (_newer, "backup_is_newer"), (_other_format, "backup_is_newer"),
     (_tampered, "backup_chain_broken")],
    ids=["a value too many", "a table that is none", "a row twice", "another version", "a later schema",
         "a later format", "a changed row of the log"],
)  # fmt: skip
def test_a_backup_that_somebody_has_changed_is_refused_and_the_database_stays_empty(whole, target, change, code):
    with refused(code):
        restore(target, changed(whole, change))

    assert tables(target) == []


def test_a_log_that_was_tampered_with_comes_back_only_where_that_is_asked_for(whole, target):
    done = restore(target, changed(whole, _tampered), despite_broken_chain=True)

    assert [chain["broken_at"] for name, chain in done["chains"].items() if name.startswith("drill:")] == [5]


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_refused_wherever(whole, target, share):
    cut = whole[: int(len(whole) * share)]
    with refused("backup_unreadable" if not cut else "backup_damaged"):
        restore(target, cut)

    assert tables(target) == []


def test_no_byte_of_a_backup_can_change_unseen(whole):
    unseen = []
    for place in range(20, len(whole), max(len(whole) // 60, 1)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        try:
            require_whole(io.BytesIO(bytes(damaged)))
            unseen.append(place)
        except archive.Refusal as refusal:
            assert refusal.code in ("backup_damaged", "backup_unreadable", "backup_is_newer")

    assert unseen == []


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"nonsense" * 100, gzip.compress(b"{}\n", mtime=0), gzip.compress(b"", mtime=0)]
)
def test_another_file_is_no_backup(target, content):
    with refused("backup_unreadable"):
        restore(target, content)


def test_an_empty_database_is_nothing_to_keep(target):
    with refused("database_is_empty"):
        backup_of(target)


def test_a_damaged_database_gives_no_backup(tmp_path):
    path = tmp_path / "house.db"
    with in_a_file(tmp_path) as source:
        load(source, "0003")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with in_a_file(tmp_path) as source, refused("database_is_damaged"):
        backup_of(source)


def test_a_backup_takes_its_rows_in_portions(each_engine):
    migrate(each_engine)
    with each_engine.begin() as connection:
        for place in range(3):
            rows = [{"name": f"{place}-{n}", "value": "x"} for n in range(1000)]
            connection.execute(text("INSERT INTO setting (name, value) VALUES (:name, :value)"), rows)
    most = []
    event.listen(each_engine, "before_cursor_execute", lambda *facts: most.append(facts[-2].execution_options))
    backup_of(each_engine)

    portions = {options.get("yield_per") for options in most if "yield_per" in options}
    assert portions == {1, 500}
