"""Who is there, by process: lines to several, a process that dies, and one that was only frozen and comes back."""

import pytest

from simulator.actions.attending import (
    SILENT,
    close_process,
    come_back,
    note_lines,
    note_presence,
    note_process,
    open_process,
    reap_processes,
)
from simulator.actions.owning import take_clock
from simulator.actor import PROGRAM
from simulator.terms import ClockLost
from tests.cast import seconds

TELLING = ("team_connected", "team_disconnected")


@pytest.fixture
def play(cast):
    """Give a drill in which two processes serve and nobody is there yet."""
    play = cast.play()
    for name in "ab":
        play.house.perform(open_process, PROGRAM, process_id=name, place=f"host:{name}")
    return play


def note(play, process_id, **changes):
    changes = {getattr(play, name).id: there for name, there in changes.items()}
    return play.house.perform(note_lines, PROGRAM, process_id=process_id, changes=changes)


def here(play, who):
    return play.sql("SELECT away_since FROM participant WHERE id = :id", id=who.id) == [(None,)]


def told(play):
    return [(kind, "azul" if team == play.azul else "verde") for kind, team, _payload in play.log(*TELLING)]


def test_she_is_there_until_her_last_line_to_any_process_is_gone(play):
    assert note(play, "a", beatriz=True) == {play.beatriz.id: True}
    note(play, "b", beatriz=True)
    assert note(play, "a", beatriz=False) == {play.beatriz.id: True}
    assert here(play, play.beatriz) and told(play) == [("team_connected", "azul")]

    assert note(play, "b", beatriz=False) == {play.beatriz.id: False}
    assert not here(play, play.beatriz)
    assert told(play) == [("team_connected", "azul"), ("team_disconnected", "azul")]


def test_many_who_come_and_go_at_once_are_one_transaction(play):
    note(play, "a", beatriz=True, bruna=True, gwen=True)
    assert note(play, "a", beatriz=False, bruna=False, giselle=True) == {
        play.beatriz.id: False, play.bruna.id: False, play.giselle.id: True,
    }  # fmt: skip

    assert told(play)[2:] == [("team_disconnected", "azul")]
    assert sorted(told(play)[:2]) == [("team_connected", "azul"), ("team_connected", "verde")]


def test_somebody_who_is_not_there_any_more_is_no_accident(play):
    assert play.house.perform(note_lines, PROGRAM, process_id="a", changes={"nobody": True}) == {}
    assert play.house.perform(note_lines, PROGRAM, process_id="a", changes={}) == {}
    assert play.sql("SELECT count(*) FROM sitting") == [(0,)]


def test_the_owner_clears_away_a_process_that_is_silent_and_leaves_the_living(play):
    note(play, "a", beatriz=True, gwen=True)
    note(play, "b", bruna=True, gwen=True)
    epoch = play.house.perform(take_clock, PROGRAM, process_id="b").epoch
    play.clock.now += SILENT
    play.house.perform(note_process, PROGRAM, process_id="b")
    play.clock.now += seconds(1)
    assert play.house.perform(reap_processes, PROGRAM, epoch=epoch) == 1

    assert [here(play, who) for who in (play.beatriz, play.bruna, play.gwen)] == [False, True, True]
    assert play.sql("SELECT id FROM server_process") == [("b",)]
    assert play.house.perform(reap_processes, PROGRAM, epoch=epoch) == 0
    with pytest.raises(ClockLost):
        play.house.perform(reap_processes, PROGRAM, epoch=epoch - 1)


def test_a_process_that_was_only_frozen_comes_back_with_the_lines_it_still_has(play):
    note(play, "a", beatriz=True, bruna=True)
    epoch = play.house.perform(take_clock, PROGRAM, process_id="b").epoch
    play.clock.now += SILENT + seconds(1)
    play.house.perform(note_process, PROGRAM, process_id="b")
    play.house.perform(reap_processes, PROGRAM, epoch=epoch)
    # Before it notices, it lets somebody in: her line counts once it is back.
    note(play, "a", gwen=True)
    assert play.house.perform(note_process, PROGRAM, process_id="a") is False
    people = [play.bruna.id, play.gwen.id]
    play.house.perform(come_back, PROGRAM, process_id="a", place="host:a", people=people)

    assert play.house.perform(note_process, PROGRAM, process_id="a") is True
    assert [here(play, who) for who in (play.beatriz, play.bruna, play.gwen)] == [False, True, True]


def test_who_serves_at_the_same_place_knows_that_nobody_is_left_there(play):
    note(play, "a", beatriz=True)
    note(play, "b", bruna=True, gwen=True)
    play.house.perform(open_process, PROGRAM, process_id="c", place="host:a")

    assert [here(play, who) for who in (play.beatriz, play.bruna, play.gwen)] == [False, True, True]
    assert sorted(play.sql("SELECT id FROM server_process")) == [("b",), ("c",)]


def test_the_first_process_finds_nobody_there_whatever_was_left(play):
    note(play, "a", beatriz=True)
    play.house.perform(note_presence, PROGRAM, participant_id=play.gwen.id, present=True)
    play.clock.now += SILENT + seconds(1)
    play.house.perform(open_process, PROGRAM, process_id="c", place="host:c")

    assert not any(here(play, who) for who in (play.beatriz, play.bruna, play.gwen, play.giselle))
    assert play.sql("SELECT count(*) FROM sitting") == [(0,)]


def test_a_process_that_ends_in_order_leaves_nobody_behind(play):
    note(play, "a", beatriz=True, gwen=True)
    note(play, "b", gwen=True)
    play.house.perform(close_process, PROGRAM, process_id="a")

    assert [here(play, who) for who in (play.beatriz, play.gwen)] == [False, True]
    assert play.sql("SELECT process_id FROM sitting") == [("b",)]
