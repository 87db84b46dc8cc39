"""A server's every action finds its drill brought up to that instant, whether the alarm clock has rung or not."""

import pytest

from simulator.actions.program import catch_up
from simulator.house import House
from tests.cast import Cast, minutes, refused, seconds
from tests.scripts import info, scenario, text_inject

WORDS = {"text": "Avisamos."}
SCRIPT = scenario(text_inject("01"), info("02", at="8m", sets=["warned"]), flags={"warned": "x"})


@pytest.fixture
def serving(engine, clock, hired):
    """Give a drill in a house that catches up as a server's does."""
    return Cast(House(engine, clock, catch_up=catch_up), hired[1]).play(SCRIPT).start()


def test_an_answer_read_after_a_stall_but_before_the_tick_meets_the_moved_deadline(serving):
    serving.go(minutes(14)).jump(minutes(5))

    assert serving.send(serving.beatriz, "01", WORDS)["state"] == "counted"
    assert len(serving.log("outage_ended")) == 1
    assert serving.one(serving.azul, "01")["deadline_at"] == 20 * 60_000


def test_the_tick_after_it_counts_the_stall_no_second_time(serving):
    serving.go(minutes(14)).jump(minutes(5))
    serving.send(serving.beatriz, "01", WORDS)
    serving.tick()

    assert len(serving.log("outage_ended")) == 1
    assert serving.one(serving.verde, "01")["deadline_at"] == 20 * 60_000


def test_what_was_due_before_an_answer_goes_out_before_it(serving):
    serving.go(minutes(7) + seconds(59)).jump(seconds(2))
    serving.send(serving.beatriz, "01", WORDS)

    kinds = [kind for kind, *_more in serving.log("inject_delivered", "response_received")]
    assert kinds[-3:] == ["inject_delivered", "inject_delivered", "response_received"]


def test_what_is_due_at_the_instant_of_an_answer_waits_for_it(serving):
    serving.go(minutes(7) + seconds(59)).jump(seconds(1))
    serving.send(serving.beatriz, "01", WORDS)
    serving.tick()

    kinds = [kind for kind, *_more in serving.log("inject_delivered", "response_received")]
    assert kinds[-3:] == ["response_received", "inject_delivered", "inject_delivered"]


def test_what_has_lapsed_is_closed_before_the_answer_that_comes_too_late(serving):
    serving.go(minutes(15)).jump(seconds(8))
    serving.go(seconds(50)).jump(seconds(3))

    assert serving.send(serving.beatriz, "01", WORDS)["state"] == "late"
    assert serving.one(serving.azul, "01")["state"] == "lapsed"


def test_a_refusal_leaves_the_catching_up_to_the_tick(serving):
    serving.go(minutes(7) + seconds(59)).jump(seconds(2))
    with refused("answer_empty"):
        serving.send(serving.beatriz, "01", {"text": ""})

    assert serving.one(serving.azul, "02")["state"] == "planned"
    serving.tick()
    assert serving.one(serving.azul, "02")["state"] == "delivered"
