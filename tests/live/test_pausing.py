"""A wish for a pause on the wire: facilitators hear a number, she that it was seen, and nobody else anything."""

import pytest

from simulator.actions.pausing import see_pauses


@pytest.fixture
def play(cast):
    """Give a drill that has begun."""
    return cast.play(rehearsal=True).start()


def names(line):
    return {name for name, _facts in line.heard}


def test_facilitators_hear_how_many_and_nobody_else_hears_anything(play, cast, connect):
    beatriz, phone, bruna, gwen = (connect(who) for who in (play.beatriz, play.beatriz, play.bruna, play.gwen))
    fatima, olga = connect(cast.fatima, drill=play.id), connect(cast.olga, drill=play.id)

    assert beatriz.ask("ask_pause") == {"pause": "asked"}
    assert fatima.wait_for("pauses_changed") == {"count": 1}
    play.do(see_pauses, cast.fatima)
    assert beatriz.wait_for("pause_seen") == phone.wait_for("pause_seen") == {"pause": "seen"}
    assert fatima.wait_for("pauses_changed", lambda facts: facts["count"] == 0)
    assert beatriz.ask("take_back_pause") == {"pause": None}

    # An answer that comes after is a line that had time to hear.
    for line in (bruna, gwen, olga):
        line.ask("resume", n=0)
        assert not names(line) & {"pauses_changed", "pause_seen"}
    assert "pauses_changed" not in names(beatriz)


def test_staff_ask_for_no_pause_in_somebodys_place(play, cast, connect):
    fatima = connect(cast.fatima, drill=play.id)

    for name in ("ask_pause", "take_back_pause"):
        assert fatima.ask(name)["error"]["code"] == "not_found"
        assert "error" in fatima.ask(name, participant=play.beatriz.id)
    assert play.sql("SELECT count(*) FROM pause_request") == [(0,)]


def test_facilitators_of_another_drill_hear_nothing(play, cast, connect):
    other = cast.play(rehearsal=True)
    here, there = connect(cast.fatima, drill=play.id), connect(cast.fatima, drill=other.id)
    connect(play.beatriz).ask("ask_pause")

    assert here.wait_for("pauses_changed") == {"count": 1}
    there.ask("resume", n=0)
    assert "pauses_changed" not in names(there)
