"""Row 49 of the abuse table: one row of 10,000 edited, deleted, moved or added by SQL is found and named exactly."""

import random
import time

import pytest
from sqlalchemy import insert, text

from simulator.book import append, digest_of
from simulator.chain import broken_link, check_chain
from simulator.database import MEMORY, close_engine, open_engine, open_sessions
from simulator.rows import LogRow, Row
from tests.cast import START, seconds
from tests.simulator.conftest import on_postgresql

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

STREAM = "drill:tampered"
ROWS, TAMPERINGS, PARTS, SEED = 10_000, 100, 5, 49
# A third of a second on a quiet machine; others may be at work beside a test.
LONGEST = 5


def write_chain(engine, length):
    with open_sessions(engine).begin() as session:
        for n in range(1, length + 1):
            append(
                session, stream=STREAM, kind="inject_delivered", actor="program", wall_time=START + seconds(n),
                drill_time=seconds(n) if n % 3 else None, team=f"team{n % 60}" if n % 5 else None,
                payload={"inject": f"{n % 20:02}", "late": not n % 7, "n": n, "digest": "0" * 64},
            )  # fmt: skip


def first_bad(engine):
    with open_sessions(engine)() as session:
        return broken_link(session, STREAM)


def edits(seq, dice):
    """Give ways to change one row that a clever or a clumsy hand may choose; each breaks the chain at that row."""
    column = dice.choice(("actor", "team", "kind", "hash"))
    return [
        (f"UPDATE log SET {column} = 'x' WHERE stream = :s AND seq = :n", seq),
        (f"UPDATE log SET {column} = X'FF' WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET team = CAST(X'FFFE' AS TEXT) WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = replace(payload, '\"n\": ', '\"n\": 1') WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = 'no JSON' WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = 5 WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = 'null' WHERE stream = :s AND seq = :n", seq),
        (f"UPDATE log SET payload = '{'[' * 9000}' WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = replace(payload, '{', '{\"n\": 0, ') WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = replace(payload, '\"digest\"', '\"\\ud800\"') WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET payload = replace(payload, 'false', 'NaN') WHERE stream = :s AND seq = :n", seq | 1),
        ("UPDATE log SET wall_time = wall_time + 1 WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET wall_time = 'never' WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET wall_time = 9e99 WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET drill_time = coalesce(drill_time, 0) + 0.5 WHERE stream = :s AND seq = :n", seq),
        ("DELETE FROM log WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET stream = 'drill:other' WHERE stream = :s AND seq = :n", seq),
        ("UPDATE log SET seq = :n + 20000 WHERE stream = :s AND seq = :n", seq),
    ]


def swap(seq):
    step = "UPDATE log SET seq = {after} WHERE stream = :s AND seq = {before}"
    pairs = ((seq, 99999), (seq + 1, seq), (99999, seq + 1))
    return [(step.format(before=before, after=after), seq) for before, after in pairs]


def tamperings():
    """Give 100 tamperings from one seed: statements, and the row that must be named."""
    dice = random.Random(SEED)
    for number in range(TAMPERINGS):
        seq = dice.randrange(2, ROWS - 1)
        if number % 10 == 9:
            yield [statement for statement, _row in swap(seq)], seq, seq
        else:
            known = edits(seq, dice)
            statement, row = known[number % len(known)]
            yield [statement], row, row


@pytest.fixture(scope="module")
def engine():
    """Write a chain of 10,000 rows once; each test takes back what it did to it."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    write_chain(engine, ROWS)
    yield engine
    close_engine(engine)


def named_after(engine, statements, seq=0):
    """Give the row that is named after some statements, and take them back."""
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement.replace(":s", f"'{STREAM}'").replace(":n", str(seq)))
        with open_sessions(connection)() as session:
            named = broken_link(session, STREAM)
        connection.rollback()
    return named


# In parts, so that several processes share them.
@pytest.mark.parametrize("part", range(PARTS))
def test_a_hundred_tamperings_of_ten_thousand_rows_are_named_exactly(engine, part):
    here = list(tamperings())[part::PARTS]
    missed = [
        (statements, seq, named)
        for statements, seq, expected in here
        if (named := named_after(engine, statements, seq)) != expected
    ]

    assert missed == []
    assert len(here) * PARTS == TAMPERINGS


def test_ten_thousand_rows_are_checked_in_a_moment(engine):
    began = time.process_time()
    with open_sessions(engine)() as session:
        found = check_chain(session, STREAM)
    took = time.process_time() - began

    assert (found.length, found.broken_at) == (ROWS, None)
    assert took < LONGEST


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["DELETE FROM log WHERE seq > 9000"], 9001),
        (["DELETE FROM log WHERE seq = 1"], 1),
        (["DELETE FROM log"], 1),
        (["UPDATE stream SET hash = 'x'"], ROWS + 1),
        (["UPDATE stream SET hash = X'FF', seq = 'none'"], ROWS + 1),
        (["UPDATE stream SET seq = 10001"], ROWS + 1),
        (["DELETE FROM stream"], ROWS + 1),
        # The head names an earlier row, as it was then: what follows was put in behind the program's back.
        (["UPDATE stream SET seq = 7000, hash = (SELECT hash FROM log WHERE seq = 7000)"], 7001),
        (["UPDATE stream SET seq = 0, hash = ''"], 1),
        (["INSERT INTO log SELECT stream, 0, drill_time, wall_time, actor, team, kind, payload, hash FROM log"
          " WHERE seq = 8"], 0),
    ],
)  # fmt: skip
def test_a_cut_tail_a_lost_beginning_and_a_changed_head_are_found(engine, statements, expected):
    assert named_after(engine, statements) == expected


def test_a_row_that_stands_there_twice_is_found(engine):
    # The table is made anew without its key: then the database itself lets two rows have one number.
    twice = [
        "CREATE TABLE copied AS SELECT * FROM log",
        "PRAGMA legacy_alter_table=ON",
        "ALTER TABLE log RENAME TO former",
        "ALTER TABLE copied RENAME TO log",
        "INSERT INTO log SELECT * FROM log WHERE seq = 5000",
        "PRAGMA legacy_alter_table=OFF",
    ]

    assert named_after(engine, twice) == 5000


def test_a_row_put_in_at_the_end_with_a_right_hash_is_found_by_the_head(engine):
    row = {
        "stream": STREAM, "seq": ROWS + 1, "drill_time": None, "wall_time": START, "actor": "program", "team": None,
        "kind": "flag_set", "payload": {},
    }  # fmt: skip
    with engine.connect() as connection, open_sessions(connection)() as session:
        last = session.scalar(text(f"SELECT hash FROM log WHERE seq = {ROWS}"))
        session.execute(insert(LogRow), [{**row, "hash": digest_of(last, row)}])
        assert broken_link(session, STREAM) == ROWS + 1
        session.rollback()


def test_the_same_on_postgresql():
    dice = random.Random(SEED)
    with on_postgresql() as engine:
        Row.metadata.create_all(engine)
        write_chain(engine, 600)
        assert first_bad(engine) is None
        for statement, expected in [
            ("UPDATE log SET actor = 'x' WHERE seq = :n", 0),
            ("UPDATE log SET payload = '\"words\"' WHERE seq = :n", 0),
            ('UPDATE log SET payload = \'{{"n": 1, "n": 2}}\' WHERE seq = :n', 0),
            ("UPDATE log SET wall_time = 9223372036854775807 WHERE seq = :n", 0),
            ("UPDATE log SET drill_time = NULL, team = NULL, kind = 'x' WHERE seq = :n", 0),
            ("DELETE FROM log WHERE seq = :n", 0),
            ("DELETE FROM log WHERE seq >= :n", 0),
            ("UPDATE stream SET seq = :n - 1, hash = (SELECT hash FROM log WHERE seq = :n - 1)", 0),
        ]:
            seq = dice.randrange(2, 600) + expected
            with engine.connect() as connection:
                connection.execute(text(statement.replace("{{", "{").replace("}}", "}").replace(":n", str(seq))))
                session = open_sessions(connection)()
                assert broken_link(session, STREAM) == seq, statement
                connection.rollback()


def test_an_untouched_payload_is_the_same_however_it_is_spaced(engine):
    spaced = "UPDATE log SET payload = replace(payload, ', ', ' ,  ') WHERE seq = 1"

    assert named_after(engine, [spaced]) is None
