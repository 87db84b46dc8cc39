"""The log: one chain per stream without gaps, a count per reader without holes, told only after the commit."""

import hashlib
import json

import pytest
from sqlalchemy import select

from simulator.actions.running import pause_drill, resume_drill
from simulator.book import append, close_book, digest_of
from simulator.chain import broken_link
from simulator.database import close_engine, open_engine, open_sessions
from simulator.kinds import HOUSE_STREAM, drill_stream, staff_reader, team_reader
from simulator.reading.feed import own_events, staff_events
from simulator.refusal import Refusal
from simulator.rows import LogRow, Row
from tests.cast import START, minutes, refused

COLUMNS = ("seq", "drill_time", "wall_time", "actor", "team", "kind", "payload", "hash")


@pytest.fixture
def play(cast):
    """Play a little, so that there is something to tell."""
    play = cast.play().start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Avisamos."})
    return play.go(minutes(12))


def broken(house, stream):
    with house._readers() as session:
        return broken_link(session, stream)


def test_rows_are_numbered_without_gaps_and_each_follows_from_the_one_before(play):
    stream = f"drill:{play.id}"
    numbers = [row[0] for row in play.sql("SELECT seq FROM log WHERE stream = :s ORDER BY seq", s=stream)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 10
    assert broken(play.house, stream) is None
    assert broken(play.house, HOUSE_STREAM) is None


def forget_readers(play):
    # The readers' counts point at the rows; who tampers with the rows takes those out first.
    play.sql("DELETE FROM feed")


def other(value):
    if isinstance(value, int):
        return value + 1
    return json.dumps({"told": "otherwise"}) if value and value.startswith("{") else f"x{value or ''}"[:12]


@pytest.mark.parametrize("column", COLUMNS[1:])
@pytest.mark.parametrize("seq", [1, 9])
def test_a_change_of_any_field_of_any_row_is_found_at_that_row(play, column, seq):
    facts = {"s": f"drill:{play.id}", "seq": seq}
    ((value,),) = play.sql(f"SELECT {column} FROM log WHERE stream = :s AND seq = :seq", **facts)
    play.sql(f"UPDATE log SET {column} = :other WHERE stream = :s AND seq = :seq", other=other(value), **facts)

    assert broken(play.house, facts["s"]) == seq


def test_a_row_told_to_another_stream_is_found(play):
    forget_readers(play)
    play.sql("UPDATE log SET stream = 'drill:other' WHERE stream = :s AND seq = 4", s=f"drill:{play.id}")

    assert broken(play.house, f"drill:{play.id}") == 4


@pytest.mark.parametrize("seq", [1, 6, -1])
def test_a_row_that_was_taken_out_is_found(play, seq):
    stream = f"drill:{play.id}"
    ((last,),) = play.sql("SELECT max(seq) FROM log WHERE stream = :s", s=stream)
    gone = last if seq == -1 else seq
    forget_readers(play)
    play.sql("DELETE FROM log WHERE stream = :s AND seq = :gone", s=stream, gone=gone)

    assert broken(play.house, stream) == gone


def test_two_rows_that_changed_places_are_found(play):
    stream = f"drill:{play.id}"
    forget_readers(play)
    for before, after in ((4, 999), (5, 4), (999, 5)):
        play.sql("UPDATE log SET seq = :n WHERE stream = :s AND seq = :b", n=after, b=before, s=stream)

    assert broken(play.house, stream) == 4


def test_a_chain_whose_end_or_head_is_gone_is_found(play):
    stream = f"drill:{play.id}"
    ((last,),) = play.sql("SELECT seq FROM stream WHERE name = :s", s=stream)
    play.sql("DELETE FROM stream WHERE name = :s", s=stream)

    assert broken(play.house, stream) == last + 1
    assert broken(play.house, "drill:never-was") is None


def test_each_readers_count_is_one_to_n_without_holes(play):
    for reader in (team_reader(play.azul), team_reader(play.verde), staff_reader(play.id)):
        numbers = [row[0] for row in play.sql("SELECT n FROM feed WHERE reader = :r ORDER BY n", r=reader)]
        ((n,),) = play.sql("SELECT n FROM reader WHERE name = :r", r=reader)
        assert numbers == list(range(1, n + 1))


def test_a_reader_gets_everything_after_her_last_number_in_order(cast, play):
    whole = play.see(own_events, play.gwen, since=0)
    for since in range(whole["n"] + 2):
        page = play.see(own_events, play.gwen, since=since)
        assert [event["n"] for event in page["events"]] == list(range(since + 1, whole["n"] + 1))
        assert page["n"] == whole["n"]
    staff = play.see(staff_events, cast.fatima, since=0)
    assert [event["n"] for event in staff["events"]] == list(range(1, staff["n"] + 1))


def test_what_is_announced_is_what_was_committed_and_is_readable_by_then(cast, play):
    heard = []

    def hear(posts):
        for post in posts:
            query = "SELECT kind FROM feed JOIN log USING (stream, seq) WHERE reader = :r AND n = :n"
            heard.append((post.reader, post.n, play.sql(query, r=post.reader, n=post.n)[0][0]))

    play.house.announce = hear
    play.do(pause_drill, cast.fatima)

    assert {reader for reader, _n, _kind in heard} == {
        team_reader(play.azul), team_reader(play.verde), staff_reader(play.id)
    }  # fmt: skip
    assert {kind for _reader, _n, kind in heard} == {"drill_paused"}


def test_rolled_back_nothing_is_left_and_nobody_hears(cast, play):
    before = play.log()
    play.house.heard.clear()
    with refused("drill_not_in_state"):
        play.do(resume_drill, cast.fatima)

    def pause_drill(session, now, actor, *, drill_id):
        append(session, stream=f"drill:{drill_id}", kind="drill_paused", actor="x", wall_time=now)
        session.flush()
        raise Refusal("changed_my_mind")

    with refused("changed_my_mind"):
        play.do(pause_drill, cast.fatima, drill_id=play.id)

    assert play.house.heard == []
    assert play.log() == before
    assert broken(play.house, f"drill:{play.id}") is None


def test_the_hash_is_over_canonical_words_that_anyone_can_recompute():
    row = {
        "stream": "s", "seq": 1, "drill_time": minutes(1), "wall_time": START, "actor": "program", "team": None,
        "kind": "told", "payload": {"b": "ñ", "a": 1},
    }  # fmt: skip
    told = '["","s",1,60000,1772454600000,"program",null,"told",{"a":1,"b":"ñ"}]'

    assert digest_of("", row) == hashlib.sha256(told.encode()).hexdigest()


@pytest.fixture
def on_disk(tmp_path):
    """Open a database in a file."""
    engine = open_engine(f"sqlite:///{tmp_path / 'house.db'}")
    Row.metadata.create_all(engine)
    yield engine
    close_engine(engine)


def test_several_rows_and_flushes_of_one_transaction_are_one_chain(on_disk):
    with open_sessions(on_disk)() as session:
        for number in range(3):
            append(session, stream="s", kind="told", actor="x", wall_time=START, readers=("r",), payload={"n": number})
            session.flush()
        session.commit()
        assert [post.n for post in close_book(session)] == [1, 2, 3]
        append(session, stream="s", kind="told", actor="x", wall_time=START, readers=("r",))
        session.commit()
        assert [post.n for post in close_book(session)] == [4]
        assert broken_link(session, "s") is None


def test_a_closed_database_leaves_no_write_ahead_log_behind(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'house.db'}")
    Row.metadata.create_all(engine)
    close_engine(engine)
    close_engine(engine)

    assert [path.name for path in tmp_path.iterdir()] == ["house.db"]


def test_no_row_tells_of_an_earlier_time_than_the_one_before(play):
    play.clock.now += minutes(2)
    play.do(pause_drill, play.cast.fatima)
    told = play.clock.now
    # Another server's clock, a little behind; or somebody who read the clock and then waited for her turn.
    play.clock.now -= minutes(1)
    play.do(resume_drill, play.cast.fatima)

    with play.house._readers() as session:
        wanted = select(LogRow.wall_time, LogRow.drill_time).where(LogRow.stream == drill_stream(play.id))
        rows = session.execute(wanted.order_by(LogRow.seq)).all()
    assert rows[-1].wall_time == told
    assert [row.wall_time for row in rows] == sorted(row.wall_time for row in rows)
    times = [row.drill_time for row in rows if row.drill_time is not None]
    assert times == sorted(times)
