"""What falls due is worked out before its instant, and in views, in the log and on screens only after it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from simulator.actions.owning import take_clock
from simulator.actions.program import look_ahead, tick_drill
from simulator.actions.running import pause_drill
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.columns import EPOCH, MILLISECOND
from simulator.house import House
from simulator.reading.feed import own_events
from simulator.terms import ClockLost
from tests.cast import START, Cast, minutes
from tests.scripts import scenario, text_inject

EARLY = timedelta(milliseconds=15)
DUE = START + minutes(6)


class Watch:
    """Sleep by moving the clock, and look meanwhile at what everybody else sees."""

    def __init__(self):
        self.clock, self.waited, self.meanwhile = VirtualClock(START), [], lambda: None
        self.heard = []

    def __call__(self, length):
        self.waited.append((length, self.meanwhile(), list(self.heard)))
        self.clock.now += timedelta(seconds=length)


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def play(each_database, watch):
    """Stand 15 ms before an inject, on each kind of database."""
    play = Cast.hire(House(each_database, watch.clock, wait=watch)).play(scenario(text_inject("01", at="6m"))).start()
    play.go(minutes(6) - EARLY)
    play.house.announce = watch.heard.extend
    play.epoch = play.house.perform(take_clock, PROGRAM, process_id="one").epoch
    return play


def tick(play, **facts):
    facts = {"epoch": play.epoch, "which": play.id} | facts
    return play.house.perform_at(DUE, tick_drill, PROGRAM, **facts)


def delivered(play):
    events = play.house.look(own_events, play.beatriz, since=0)["events"]
    return [one for one in events if one["kind"] == "inject_delivered"]


def at(play):
    """Give when the inject came, by the wall and by the drill's clock."""
    (event,) = delivered(play)
    return EPOCH + event["at"] * MILLISECOND, event["drill_time"] * MILLISECOND


def test_nobody_sees_or_hears_of_it_before_its_instant(play, watch):
    assert play.house.look(look_ahead, PROGRAM).due == ()
    ahead = play.house.look(look_ahead, PROGRAM, until=DUE)
    assert (ahead.due, ahead.next_at) == ((play.id,), DUE)
    watch.meanwhile = lambda: delivered(play)

    tick(play)

    assert watch.waited == [(EARLY.total_seconds(), [], [])]
    assert at(play) == (DUE, minutes(6))
    assert {post.row["kind"] for post in watch.heard} == {"inject_delivered"}


def test_whoever_writes_meanwhile_comes_after_it(play, watch):
    with ThreadPoolExecutor(1) as pool:
        pausing = []
        watch.meanwhile = lambda: pausing.append(
            pool.submit(play.house.perform, pause_drill, play.cast.fatima, drill_id=play.id)
        )
        tick(play)
        pausing[0].result(timeout=20)

    kinds = [
        kind
        for (kind,) in play.sql("SELECT kind FROM log WHERE stream = :stream ORDER BY seq", stream=f"drill:{play.id}")
    ]
    assert kinds.index("drill_paused") > kinds.index("inject_delivered")
    with play.house._readers() as session:
        assert broken_link(session, f"drill:{play.id}") is None


def test_what_fails_changes_nothing_and_waits_for_nothing(play, watch):
    with pytest.raises(ClockLost):
        tick(play, epoch=play.epoch - 1)

    assert (watch.waited, delivered(play), watch.heard) == ([], [], [])


def test_after_the_instant_it_happens_now(play, watch):
    watch.clock.now = DUE + EARLY
    tick(play)

    assert watch.waited == []
    assert at(play) == (DUE + EARLY, minutes(6) + EARLY)
