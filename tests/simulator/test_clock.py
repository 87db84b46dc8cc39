"""The clock of a drill: never backwards, still while paused, and exact about when a drill time is reached."""

import time
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.actions.owning import give_clock_back, take_clock
from simulator.actions.running import pause_drill, resume_drill, set_speed
from simulator.actor import PROGRAM
from simulator.clock import DrillClock, FollowingClock, SteadyClock, VirtualClock
from simulator.columns import EPOCH, MILLISECOND
from simulator.database import MEMORY, close_engine, open_engine, open_sessions
from simulator.house import House, steady_clock
from simulator.reading.clock import last_known_instant
from simulator.reading.console import console_page
from simulator.rows import Row
from tests.cast import START, minutes, seconds
from tests.scripts import info, scenario

MICROSECOND = timedelta(microseconds=1)
lengths = st.timedeltas(timedelta(0), timedelta(hours=9))
speeds = st.sampled_from((1, 2, 4, 8, 16))
clocks = st.builds(DrillClock, lengths.map(lambda it: it // MILLISECOND * MILLISECOND), st.just(START), speeds)


@given(clocks, st.lists(st.timedeltas(-minutes(5), timedelta(hours=9)), min_size=2))
def test_drill_time_never_runs_backwards(clock, offsets):
    shown = [clock.drill_time(START + offset) for offset in sorted(offsets)]

    assert all(earlier <= later for earlier, later in pairwise(shown))
    assert min(shown) >= clock.base


@given(clocks, lengths)
def test_an_instant_is_the_first_at_which_the_clock_shows_a_drill_time(clock, length):
    drill_time = length // MILLISECOND * MILLISECOND

    instant = clock.instant(drill_time)

    assert instant is not None
    assert clock.drill_time(instant) >= drill_time
    assert instant == START or clock.drill_time(instant - MICROSECOND) < drill_time


@given(lengths, lengths)
def test_a_clock_that_stands_still_shows_its_base_and_reaches_nothing(base, later):
    clock = DrillClock(base, None)

    assert clock.drill_time(START + later) == base
    assert clock.instant(base + later) is None


@given(lengths, speeds)
def test_a_faster_clock_shows_its_multiple(length, speed):
    assert (
        DrillClock(timedelta(0), START, speed).drill_time(START + length) == length // MILLISECOND * speed * MILLISECOND
    )


def test_the_steady_clock_advances_and_does_not_start_before_what_is_known():
    later = START + timedelta(days=365 * 400)
    clock = SteadyClock(not_before=later)

    first = clock()
    time.sleep(0.01)

    assert later <= first < clock()


def test_a_pause_stops_drill_time_and_resuming_goes_on_from_there(cast):
    play = cast.play().start()
    play.go(minutes(3)).do(pause_drill, cast.fatima)
    play.go(minutes(40)).do(resume_drill, cast.fatima)
    play.go(minutes(1))

    assert play.see(console_page, cast.fatima)["clock"]["drill_time"] == minutes(4) // MILLISECOND


def test_drill_time_in_the_log_never_runs_backwards_whatever_is_pressed(cast):
    play = cast.play(rehearsal=True).start()
    for speed in (2, 16, 1, 8):
        play.jump(seconds(1.2345678)).do(set_speed, cast.fatima, speed=speed)
        play.jump(seconds(0.7654321)).do(pause_drill, cast.fatima)
        play.jump(seconds(3.1)).do(resume_drill, cast.fatima)

    query = "SELECT drill_time FROM log WHERE stream = :stream AND drill_time IS NOT NULL ORDER BY seq"
    times = [row[0] for row in play.sql(query, stream=f"drill:{play.id}")]
    assert times == sorted(times)


def test_after_a_restart_with_a_wall_clock_that_stepped_back_drill_time_goes_on(cast, house):
    play = cast.play(scenario(info("01", at="2m"), info("02", at="9m"))).start()
    play.go(minutes(4))
    with house._readers() as session:
        known = last_known_instant(session)
    stepped_back = START - timedelta(hours=2)

    restarted = House(house.engine, VirtualClock(max(stepped_back, known)))

    seen = restarted.look(console_page, cast.fatima, drill_id=play.id)["clock"]["drill_time"]
    assert minutes(4) // MILLISECOND - 1000 <= seen <= minutes(4) // MILLISECOND
    assert known == play.clock.now


def test_a_process_starts_its_clock_where_the_database_stopped(cast, engine):
    play = cast.play().start()
    far = START + timedelta(days=365 * 400)
    play.sql("UPDATE drill SET seen_at = :far", far=(far - EPOCH) // MILLISECOND)

    assert steady_clock(engine)() >= far


def test_an_empty_database_knows_no_instant():
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    with open_sessions(engine)() as session:
        assert last_known_instant(session) is None
    close_engine(engine)


class Machine:
    """A machine whose own clock a test moves: `elapsed` of one process, and what the house's clock shows meanwhile."""

    def __init__(self, ahead=0.0):
        self.passed, self.clock = 1000.0, None
        self.clock = FollowingClock(START + seconds(ahead), elapsed=lambda: self.passed)

    @property
    def house(self):
        return START + timedelta(seconds=self.passed - 1000.0)

    def wait(self, length):
        self.passed += length
        return self.clock()

    def hear(self, error=0.0):
        self.clock.hear(self.house + timedelta(seconds=error), self.passed)

    @property
    def error(self):
        return (self.clock() - self.house).total_seconds()


moments = st.floats(0.0, 5.0)
errors = st.one_of(st.floats(-0.05, 0.05), st.floats(-7200, 7200))


@given(st.floats(-30, 30), st.lists(st.tuples(moments, st.none() | errors), max_size=60))
def test_a_following_clock_never_runs_backwards_nor_stands_still_whatever_it_hears(ahead, story):
    machine = Machine(ahead)
    before = machine.clock()
    for length, error in story:
        now = machine.wait(length)
        assert now >= before + timedelta(seconds=length * 0.49) - MICROSECOND
        before = now
        if error is not None:
            machine.hear(error)
            assert machine.clock() >= before


@given(st.floats(-0.9, 0.9), st.lists(st.floats(-0.02, 0.02), min_size=50, max_size=50))
def test_a_following_clock_comes_as_near_as_what_it_hears(ahead, noise):
    machine = Machine(ahead)
    for error in noise:
        machine.wait(0.5)
        machine.hear(error)

    assert abs(machine.error) <= 0.03


@given(st.floats(-7200, 7200), st.integers(0, 4))
def test_one_spoilt_sample_moves_nothing(step, place):
    machine = Machine()
    for number in range(10):
        machine.wait(0.5)
        machine.hear(step if number == 4 + place else 0.0)
        assert abs(machine.error) < 0.001


def test_a_machine_that_stood_still_is_with_the_house_again_at_once():
    """A virtual machine that was halted, say: the house went on by a minute, and this process saw nothing of it."""
    machine = Machine()
    for _ in range(5):
        machine.wait(0.5)
        machine.hear()
    for _ in range(3):
        machine.wait(0.5)
        machine.hear(error=60.0)

    assert machine.error == 60


def test_a_clock_that_is_far_ahead_goes_on_at_half_the_speed_until_the_house_has_come():
    machine = Machine(ahead=10.0)
    for _ in range(3):
        machine.hear()
    assert machine.error == 10
    machine.wait(10)

    assert machine.error == 5
    machine.wait(60)
    assert machine.error == 0


def test_whoever_leads_tells_nothing_before_what_was_told_and_follows_nobody():
    machine = Machine(ahead=-0.5)
    for _ in range(3):
        machine.hear()
    machine.clock.lead(machine.house + seconds(2))
    assert machine.error == 2
    machine.wait(100)

    assert machine.error == 2


def test_a_process_starts_with_the_clock_that_is_shown_and_not_with_its_machines(cast, engine):
    house = House(engine, VirtualClock(START + timedelta(days=365 * 400)))
    house.perform(take_clock, PROGRAM, process_id="another")

    shown = steady_clock(engine)()
    assert timedelta(0) <= shown - house.clock.now < minutes(1)
    house.perform(give_clock_back, PROGRAM, epoch=1)
    assert steady_clock(engine)() >= house.clock.now
