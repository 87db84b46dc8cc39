"""What the program does by itself: the tick, and an outage that costs nobody time."""

from simulator.actions.responding import save_draft
from simulator.actions.running import pause_drill, resume_drill, set_speed
from simulator.reading.feed import own_events
from tests.cast import START, minutes, seconds
from tests.scripts import info, scenario, text_inject

WORDS = {"text": "Avisamos."}
SCRIPT = scenario(text_inject("01"), info("02", at="8m"), info("03", at="20m"))


def at(play, inject, column):
    return play.one(play.azul, inject)[column] / 60_000


def test_a_tick_says_when_something_will_be_due(cast):
    play = cast.play(SCRIPT).start()

    assert play.tick() == START + minutes(5)
    assert play.go(minutes(8)).tick() == START + minutes(16)


def test_an_outage_moves_open_deadlines_by_its_length_and_no_due_time(cast):
    play = cast.play(SCRIPT).start().go(minutes(6))
    play.jump(minutes(4)).tick()

    assert (at(play, "01", "deadline_at"), at(play, "01", "closes_at")) == (19, 20)
    assert at(play, "02", "delivered_at") == 10
    assert play.one(play.azul, "02")["late"] == 1
    assert at(play, "03", "due_at") == 20
    event = next(e for e in play.see(own_events, play.beatriz, since=0)["events"] if e["kind"] == "outage_ended")
    assert (event["milliseconds"], event["deadlines"]) == (240_000, {"01": 19 * 60_000})


def test_ten_seconds_are_no_outage(cast):
    play = cast.play(SCRIPT).start().go(minutes(6))
    play.jump(seconds(10)).tick()

    assert at(play, "01", "deadline_at") == 15
    assert play.log("outage_ended") == []


def test_a_silence_in_which_all_was_paused_is_no_outage(cast):
    play = cast.play(SCRIPT).start().go(minutes(6))
    play.do(pause_drill, cast.fatima)
    play.jump(minutes(30)).do(resume_drill, cast.fatima)
    play.tick()

    assert play.log("outage_ended") == []
    assert at(play, "01", "deadline_at") == 15


def test_a_deadline_that_had_passed_before_the_outage_is_not_opened_again(cast):
    play = cast.play(SCRIPT).start().go(minutes(15) + seconds(10))
    play.jump(minutes(5)).tick()

    assert (at(play, "01", "deadline_at"), at(play, "01", "closes_at")) == (15, 21)
    assert play.send(play.beatriz, "01", WORDS)["state"] == "counted"


def test_a_draft_can_be_written_on_when_an_outage_has_moved_the_deadline(cast):
    play = cast.play(SCRIPT).start().go(minutes(14))
    play.jump(minutes(5)).tick()

    assert play.do(save_draft, play.beatriz, inject_id="01", content=WORDS) == {"state": "saved"}


def test_what_was_answered_can_be_replaced_as_long_as_it_could_have_been(cast):
    play = cast.play(SCRIPT).start().go(minutes(6))
    play.send(play.beatriz, "01", WORDS)
    play.jump(minutes(4)).tick()
    play.go(minutes(8))

    assert play.send(play.beatriz, "01", {"text": "mejor"})["state"] == "counted"


def test_in_a_rehearsal_an_outage_is_as_long_as_the_drill_time_it_took(cast):
    play = cast.play(SCRIPT, rehearsal=True).start().go(minutes(6))
    play.do(set_speed, cast.fatima, speed=4)
    play.jump(minutes(1)).tick()

    assert at(play, "01", "deadline_at") == 19


def test_an_outage_is_told_to_each_drill_once(cast):
    plays = [cast.play(SCRIPT).start(), cast.play(SCRIPT).start()]
    plays[0].jump(minutes(1))
    for _ in range(3):
        plays[0].tick()

    assert [len(play.log("outage_ended")) for play in plays] == [1, 1]
