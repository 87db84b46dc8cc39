"""The wish for a pause: private, without a reason, counted for the facilitators, and nowhere in the log."""

import json

import pytest

from simulator.actions.joining import move_participant, remove_participant
from simulator.actions.pausing import ask_pause, see_pauses, take_back_pause
from simulator.reading.console import console_page
from simulator.reading.feed import own_events, staff_events
from simulator.reading.pauses import pauses_waiting
from simulator.reading.play import own_place
from simulator.whispering import Whisper
from tests.cast import refused


@pytest.fixture
def play(play):
    """Give a drill that runs, and hear what is whispered."""
    play.house.whispers = []
    play.house.whisper = play.house.whispers.extend
    return play.start()


def waiting(play):
    return play.see(pauses_waiting, play.cast.fatima)


def own(play, who):
    return play.see(own_place, who)["me"]["pause"]


def test_facilitators_hear_how_many_ask_and_she_that_they_have_seen_it(play):
    play.do(ask_pause, play.beatriz)
    play.do(ask_pause, play.gwen)
    assert (waiting(play), own(play, play.beatriz), own(play, play.bruna)) == (2, "asked", None)
    assert play.see(console_page, play.cast.fatima)["pauses"] == 2

    play.do(see_pauses, play.cast.fatima)
    assert (waiting(play), own(play, play.beatriz), own(play, play.gwen)) == (0, "seen", "seen")


def test_what_is_whispered_names_nobody_to_facilitators_and_reaches_her_alone(play):
    play.do(ask_pause, play.beatriz)
    play.do(see_pauses, play.cast.fatima)

    room = f"facilitators:{play.id}"
    assert play.house.whispers == [
        Whisper(room, "pauses_changed", {"count": 1}),
        Whisper(f"participant:{play.beatriz.id}", "pause_seen", {"pause": "seen"}),
        Whisper(room, "pauses_changed", {"count": 0}),
    ]


def test_whoever_asks_twice_waits_once_and_may_take_it_back(play):
    play.do(ask_pause, play.beatriz)
    play.do(ask_pause, play.beatriz)
    assert waiting(play) == 1
    play.do(take_back_pause, play.beatriz)
    assert (waiting(play), own(play, play.beatriz)) == (0, None)
    play.do(take_back_pause, play.beatriz)

    assert play.sql("SELECT count(*) FROM pause_request") == [(0,)]


def test_who_was_seen_may_ask_again_and_no_history_is_kept(play):
    play.do(ask_pause, play.beatriz)
    play.do(see_pauses, play.cast.fatima)
    play.do(ask_pause, play.beatriz)

    assert (waiting(play), own(play, play.beatriz)) == (1, "asked")
    assert play.sql("SELECT count(*) FROM pause_request") == [(1,)]


def test_no_log_and_no_stream_tells_of_it(play):
    before, streams = play.log(), play.sql("SELECT count(*) FROM feed")
    told = [play.see(own_events, play.bruna, since=0), play.see(staff_events, play.cast.fatima, since=0)]
    play.house.heard.clear()
    for step in (ask_pause, take_back_pause, ask_pause):
        play.do(step, play.beatriz)
    play.do(see_pauses, play.cast.fatima)

    assert play.log() == before
    assert play.sql("SELECT count(*) FROM feed") == streams
    assert play.house.heard == []
    assert told == [play.see(own_events, play.bruna, since=0), play.see(staff_events, play.cast.fatima, since=0)]


def test_nothing_that_staff_or_her_team_read_says_who_asks(play):
    plain = json.dumps(play.see(console_page, play.cast.fatima), default=str)
    team = json.dumps(play.see(own_place, play.bruna), default=str)
    play.do(ask_pause, play.beatriz)
    asked = play.see(console_page, play.cast.fatima)
    assert asked.pop("pauses") == 1
    asked["pauses"] = 0

    assert json.dumps(asked, default=str) == plain
    assert json.dumps(play.see(own_place, play.bruna), default=str) == team


def test_organizers_read_the_console_without_the_count(play):
    play.do(ask_pause, play.beatriz)
    assert play.see(console_page, play.cast.olga)["pauses"] == 0


def test_who_is_moved_goes_on_waiting_and_who_is_removed_waits_no_longer(play):
    play.do(ask_pause, play.bruna)
    play.do(ask_pause, play.gwen)
    play.do(move_participant, play.cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    assert waiting(play) == 2
    play.do(remove_participant, play.cast.fatima, participant_id=play.gwen.id)
    assert waiting(play) == 1


@pytest.mark.parametrize("who", ["edo", "olga", "olu", "mallory"])
def test_only_who_runs_the_drill_counts_and_answers(play, who):
    play.do(ask_pause, play.beatriz)
    for way, what in ((play.see, pauses_waiting), (play.do, see_pauses)):
        with refused("not_found"):
            way(what, getattr(play.cast, who))
    with refused("not_found"):
        play.do(ask_pause, getattr(play.cast, who))
    assert waiting(play) == 1


def test_another_drill_hears_nothing(play, cast):
    other = cast.play()
    play.do(ask_pause, play.beatriz)
    other.do(see_pauses, cast.fatima)

    assert (waiting(other), waiting(play)) == (0, 1)
