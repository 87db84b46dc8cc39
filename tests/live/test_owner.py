"""The clock's owner: one at a time, each with an epoch; who is silent is replaced, and who wakes writes nothing."""

import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import text

from simulator.actions.owning import give_clock_back, take_clock
from simulator.actions.program import note_time, tick_drill
from simulator.actor import PROGRAM
from simulator.clock import FollowingClock, SteadyClock, VirtualClock
from simulator.house import House
from simulator.lease import open_lease
from simulator.migrating import migrate
from simulator.rows import Row
from simulator.terms import ClockLost, fence, last_sign
from tests.cast import START, Cast, minutes, seconds
from tests.scripts import info, scenario
from tests.simulator.conftest import in_a_file, on_postgresql
from web.live.owner import SILENT, STUCK, Owner, OwnersHouse
from web.refused import Refused


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def schema(request, tmp_path_factory):
    """Migrate one database of each kind for all these tests."""
    kind = request.param
    with on_postgresql() if kind == "postgresql" else in_a_file(tmp_path_factory.mktemp("owner")) as engine:
        migrate(engine)
        yield engine


@pytest.fixture
def engine(schema):
    """Give a database of each kind with all tables, and nothing in them."""
    with schema.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(table.delete())
    return schema


@pytest.fixture
def processes(engine):
    """Make processes whose time a test moves; all are stopped at the end."""
    made = []

    def make(name, ahead=0.0):
        made.append(Process(engine, name, ahead))
        return made[-1]

    yield make
    for one in made:
        one.owner.stop()


class Process:
    """One process as far as the clock goes: it steps when the test says, and its `elapsed` is the test's."""

    def __init__(self, engine, name, ahead):
        self.engine, self.passed, self.taken = engine, 1000.0, 0
        start = SteadyClock()() + timedelta(seconds=ahead)
        self.house = House(engine, FollowingClock(start, elapsed=lambda: self.passed))
        self.refused, self.lease = Refused(), open_lease(engine)
        self.owner = Owner(
            self.house, self.lease, name, self.refused, taken=self._take, elapsed=lambda: self.passed,
        )  # fmt: skip

    def _take(self):
        self.taken += 1

    def step(self, after=0.0):
        self.passed += after
        self.owner.worked()
        self.owner.step()
        return self.owner.epoch


def rows(engine, query):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def takes_over(process):
    """Let a process step until it is the owner: a line that is let go ends a moment later on its server."""
    for _ in range(500):
        if process.step(0.001) is not None:
            break
        time.sleep(0.01)
    return process.owner.epoch


def is_postgresql(engine):
    return engine.dialect.name == "postgresql"


def test_there_is_one_owner_and_the_next_is_the_next_epoch(engine, processes):
    one, other = processes("one"), processes("other")

    assert [one.step(), other.step(), one.step(0.3), other.step(0.3)] == [1, None, 1, None]
    one.owner.stop()
    assert takes_over(other) == other.step(0.3) == 2
    assert other.taken == 1
    assert rows(engine, "SELECT epoch, process_id, ended_at IS NULL FROM clock_term ORDER BY epoch") == [
        (1, "one", False), (2, "other", True),
    ]  # fmt: skip


def test_a_write_of_an_epoch_that_is_over_is_refused_and_stores_nothing(engine):
    cast = Cast.hire(House(engine, VirtualClock(START)))
    play = cast.play(scenario(info("01", at="1m"))).start()
    epoch = play.house.perform(take_clock, PROGRAM, process_id="one").epoch
    play.clock.now += minutes(1)
    play.house.perform(take_clock, PROGRAM, process_id="other")
    before = rows(engine, "SELECT count(*) FROM log")

    with pytest.raises(ClockLost):
        play.house.perform(tick_drill, PROGRAM, epoch=epoch, which=play.id)
    with pytest.raises(ClockLost):
        play.house.perform(note_time, PROGRAM, epoch=epoch)
    assert rows(engine, "SELECT count(*) FROM log") == before
    play.house.perform(give_clock_back, PROGRAM, epoch=epoch)
    play.house.perform(tick_drill, PROGRAM, epoch=epoch + 1, which=play.id)
    assert len(play.log("inject_delivered")) == 2


def test_what_bots_and_retention_do_is_fenced_too(processes):
    one = processes("one")
    owners = OwnersHouse(one.house, one.owner)

    def tidy(session, now, actor):
        return "done"

    tidy.__name__ = "forget_departures"
    with pytest.raises(ClockLost):
        owners.perform(tidy, PROGRAM)
    one.step()
    assert owners.perform(tidy, PROGRAM) == "done"
    one.house.perform(take_clock, PROGRAM, process_id="other")
    with pytest.raises(ClockLost):
        owners.perform(tidy, PROGRAM)


def test_an_owner_who_notes_nothing_for_five_seconds_is_replaced(engine, processes):
    one, other = processes("one"), processes("other")
    one.step()
    other.step()
    other.passed += SILENT - 0.1
    assert other.step() is None
    took_over = other.step(0.2)

    # A lock of a file ends with its process alone: there one process serves.
    if not is_postgresql(engine):
        assert took_over is None and other.step(60.0) is None
        return
    assert takes_over(other) == 2
    assert one.step(60.0) is None
    assert other.step(0.5) == 2
    assert rows(engine, "SELECT count(*) FROM clock_term WHERE ended_at IS NULL") == [(1,)]


def test_an_owner_who_lives_is_never_taken_for_silent_however_long_another_was_frozen(processes):
    one, other = processes("one"), processes("other")
    one.step()
    for _ in range(5):
        other.step(0.3)
        one.step(30.0)
        # The other saw nothing for a minute; the owner has noted something meanwhile.
        assert other.step(60.0) is None
    assert one.owner.epoch == 1


def test_an_owner_who_was_frozen_before_her_first_note_is_replaced_as_well(engine, processes):
    if not is_postgresql(engine):
        return
    one, other = processes("one"), processes("other")
    assert one.lease.take()
    assert other.step() is None
    other.step(SILENT + 0.1)
    assert takes_over(other) == 1


def test_an_owner_whose_line_is_cut_is_none_and_seeks_her_turn_anew(engine, processes):
    if not is_postgresql(engine):
        return
    one = processes("one")
    one.step()
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = "
                "(SELECT oid FROM pg_database WHERE datname = current_database())"
            )
        )
    assert one.step(1.0) is None
    assert takes_over(one) == 2


def test_an_owner_whose_work_stands_still_gives_the_clock_up(processes):
    one, other = processes("one"), processes("other")
    one.step()
    one.passed += STUCK + 1
    one.owner.step()

    assert one.owner.epoch is None
    assert takes_over(other) == 2


def test_a_takeover_waits_for_what_the_owner_is_just_storing(engine, processes):
    one, other = processes("one"), processes("other")
    epoch = one.step()
    began, may_end, told = threading.Event(), threading.Event(), []

    def store():
        with one.house._sessions() as session, session.begin():
            fence(session, epoch)
            began.set()
            may_end.wait(10)
            told.append("stored")

    def take_over():
        began.wait(10)
        other.house.perform(take_clock, PROGRAM, process_id="other")
        told.append("taken")

    works = [threading.Thread(target=work) for work in (store, take_over)]
    for work in works:
        work.start()
    began.wait(10)
    works[1].join(0.2)
    may_end.set()
    for work in works:
        work.join(30)

    assert told == ["stored", "taken"]


def test_an_owner_may_note_that_she_lives_while_she_stores_something(engine, processes):
    if not is_postgresql(engine):
        return
    one = processes("one")
    epoch = one.step()
    with one.house._sessions() as session, session.begin():
        fence(session, epoch)
        assert one.step(1.0) == epoch


def test_who_waits_for_her_turn_shows_what_the_owner_shows(engine, processes):
    """On SQLite an owner notes too seldom to be followed: there nobody has to."""
    one, other = processes("one", ahead=20.0), processes("other")
    one.step()
    for _ in range(6):
        one.step(0.6)
        other.step(0.6)
    difference = abs(one.house.clock() - other.house.clock())

    assert difference < seconds(1) if is_postgresql(engine) else difference > seconds(10)
    one.owner.stop()
    before = other.house.clock()
    takes_over(other)
    assert other.house.clock() >= before
    with other.house._readers() as session:
        assert last_sign(session).process_id == "other"
