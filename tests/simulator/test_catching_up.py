"""A server's house brings a drill up to the instant of each action, so that no stall costs an answer."""

import pytest

from simulator.actions.msel import hold_inject
from simulator.actions.program import catch_up
from simulator.actions.running import pause_drill
from simulator.house import House
from tests.cast import Cast, minutes, refused, seconds
from tests.scripts import choice_inject, info, scenario, text_inject

WORDS = {"text": "Avisamos."}
SCRIPT = scenario(text_inject("01"), choice_inject("02"), info("03", at="9m", **{"if": "isolated"}))


@pytest.fixture
def play(engine, clock, hired):
    """Be six minutes into a drill in a house that catches up."""
    return Cast(House(engine, clock, catch_up=catch_up), hired[1]).play(SCRIPT).start().go(minutes(6))


def test_the_first_answer_after_an_outage_meets_the_moved_deadline(play):
    play.go(minutes(8)).jump(minutes(5))

    assert play.send(play.beatriz, "01", WORDS)["state"] == "counted"
    assert len(play.log("outage_ended")) == 1
    play.tick()
    assert len(play.log("outage_ended")) == 1


def test_what_fell_due_before_an_answer_does_not_see_its_flag(play):
    play.go(minutes(2)).jump(minutes(1) + seconds(1))
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)

    assert play.states(play.azul)["03"] == "skipped"


def test_what_falls_due_at_the_instant_of_an_answer_sees_its_flag(play):
    play.go(minutes(3) - seconds(1)).jump(seconds(1))
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)
    play.tick()

    assert play.states(play.azul)["03"] == "delivered"


def test_an_answer_at_the_last_instant_of_the_grace_counts(play):
    play.go(minutes(10) - seconds(1)).jump(seconds(1))

    assert play.send(play.beatriz, "01", WORDS)["state"] == "counted"
    play.tick()
    assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("answered", "lapsed")


def test_what_was_due_is_delivered_before_a_pause_and_cannot_be_held_any_more(play):
    play.go(minutes(3) - seconds(1)).jump(seconds(2))
    play.do(pause_drill, play.cast.fatima)

    assert play.states(play.azul)["03"] == "skipped"
    with refused("already_done"):
        play.do(hold_inject, play.cast.fatima, inject_id="03")
