"""The alarm clock goes by what it has just learnt: what is due in a moment waits for no safety net."""

from datetime import UTC, datetime, timedelta

import pytest

from simulator.actions.running import start_drill
from tests.cast import seconds
from tests.play import NAME
from tests.scripts import info, scenario, text_inject


@pytest.fixture
def alarm(live, cast, clock):
    """Give the alarm of a server, wound but standing still, and a drill whose next inject is due in ten seconds."""
    play = cast.play(scenario(info("01", at="10s"), info("02", at="30m")))
    play.do(start_drill, cast.fatima, name=NAME)
    live.alarm._scheduler.add_job(live.alarm._tick, live.alarm._trigger, id="tick")
    live.alarm._scheduler.start(paused=True)
    yield live.alarm
    live.alarm.stop()


def ring(alarm):
    """Let the alarm look once; gives the least and the most it will wait until it looks again."""
    before = datetime.now(UTC)
    alarm._tick()
    planned = alarm._scheduler.get_job("tick").next_run_time
    return planned - datetime.now(UTC), planned - before


def test_it_looks_again_when_the_next_inject_is_due(alarm, clock):
    clock.now += seconds(9.7)
    alarm._owner.step()

    least, most = ring(alarm)

    assert least <= seconds(0.28) <= most


def test_where_nothing_is_due_soon_the_safety_net_stays(alarm, clock):
    alarm._owner.step()
    planned = alarm._scheduler.get_job("tick").next_run_time
    alarm._tick()

    assert alarm._scheduler.get_job("tick").next_run_time == planned


def test_whoever_wakes_it_while_it_looks_is_heard(alarm, clock):
    alarm._owner.step()
    alarm._play = alarm.wake

    least, most = ring(alarm)

    assert least <= seconds(0.02) and most > timedelta(0)


def test_what_is_due_in_a_moment_is_known_to_those_who_give_way(alarm, live, clock):
    taken = live.sockets.precedence._is_taken
    alarm._owner.step()
    assert not taken()
    during = []
    alarm._play = lambda: during.append(taken())
    clock.now += seconds(9.98)

    alarm._tick()

    assert (during, taken()) == ([True], True)


def test_it_wakes_a_little_early_and_waits_for_the_instant(alarm, clock):
    alarm._owner.step()
    clock.now += seconds(9.9)
    least, most = ring(alarm)
    assert least <= seconds(0.08) <= most

    slept = []

    def sleep(length):
        slept.append(length)
        clock.now += seconds(length)

    clock.now += seconds(0.08)
    alarm._house._wait = sleep
    alarm._tick()

    assert slept == [pytest.approx(0.02)]
    assert alarm._next_at - clock() > timedelta(minutes=29)


def test_nothing_is_closed_early_and_no_answer_gives_way_to_a_deadline(live, cast, clock):
    play = cast.play(scenario(text_inject("01", at="0s", due="1m")))
    play.do(start_drill, cast.fatima, name=NAME)
    alarm = live.alarm
    alarm._owner.step()
    alarm._tick()
    closes_at = alarm._next_at
    assert closes_at - clock() == timedelta(minutes=2)

    play.jump(seconds(1)).go(closes_at - clock() - timedelta(milliseconds=10))
    alarm._house._wait = lambda length: pytest.fail(f"it waited {length} s")
    alarm._tick()

    assert not live.sockets.precedence._is_taken()
    assert play.states(play.azul) == {"01": "delivered"}
    play.send(play.beatriz, "01", {"text": "Avisamos."})
    assert play.states(play.azul) == {"01": "answered"}
