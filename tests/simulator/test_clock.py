"""The clock of a drill: never backwards, still while paused, and exact about when a drill time is reached."""

import time
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.actions.running import pause_drill, resume_drill, set_speed
from simulator.clock import DrillClock, SteadyClock, VirtualClock
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
        DrillClock(timedelta(0), START, speed).drill_time(START + length) == length * speed // MILLISECOND * MILLISECOND
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
