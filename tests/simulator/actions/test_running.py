"""Running a drill: STARTEX, pause, STOP, resume, speed, and each way in which ENDEX comes."""

import pytest

from simulator.actions.drills import add_team, create_drill, open_joining, prepare_drill, rename_team
from simulator.actions.msel import withdraw_inject
from simulator.actions.program import pause_all
from simulator.actions.responding import save_draft
from simulator.actions.running import (
    end_drill,
    pause_drill,
    resume_drill,
    set_speed,
    start_drill,
    stop_drill,
)
from simulator.actor import PROGRAM
from simulator.reading.console import console_page
from simulator.reading.feed import own_events
from simulator.reading.play import own_learning, own_place
from tests.cast import minutes, refused, seconds
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject

WORDS = {"text": "Avisamos."}


def end(play):
    play.do(end_drill, play.cast.fatima, name=NAME)


def hotwash(play, who):
    return play.see(own_place, who)["hotwash"]


@pytest.mark.parametrize("typed", ["", "Simulacr", "otro"])
def test_startex_and_endex_need_the_drills_name(cast, play, typed):
    with refused("drill_name_differs"):
        play.do(start_drill, cast.fatima, name=typed)
    play.do(start_drill, cast.fatima, name="  SIMULACRO ")
    with refused("drill_name_differs"):
        play.do(end_drill, cast.fatima, name=typed)


def test_a_drill_needs_a_team_and_starts_once(cast, play):
    with refused("drill_not_in_state"):
        play.start().do(start_drill, cast.fatima, name=NAME)
    with refused("drill_not_in_state"):
        play.do(add_team, cast.fatima, name="Roja")
    empty = play.house.perform(create_drill, cast.fatima, name="Otro", content=CONTENT)["drill_id"]
    cast.refresh()
    for action, facts in ((prepare_drill, {}), (start_drill, {"name": "Otro"})):
        with refused("drill_needs_team"):
            play.house.perform(action, cast.fatima, drill_id=empty, **facts)


CONTENT = b"""
format: 1
id: least
languages: [es]
title: Prueba
duration: 5m
rated: false
seats: {lead: {title: Jefa}}
injects: [{id: "01", at: 1m, title: Hola}]
"""


def test_two_teams_of_a_drill_have_two_names(cast, play):
    with refused("team_name_taken"):
        play.do(add_team, cast.fatima, name=" azul ")
    with refused("team_name_taken"):
        play.do(rename_team, cast.fatima, team_id=play.verde, name="AZUL")
    play.do(rename_team, cast.fatima, team_id=play.azul, name="AZUL")
    play.do(open_joining, cast.fatima, joining=False)


def test_while_paused_nothing_falls_due_and_deadlines_stand_still(cast):
    play = cast.play(scenario(text_inject("01"), info("02", at="8m"))).start().go(minutes(6))
    play.do(pause_drill, cast.fatima)
    play.go(minutes(60))
    assert play.states(play.azul) == {"01": "delivered", "02": "planned"}
    play.do(resume_drill, cast.fatima)
    play.go(minutes(2))

    assert play.states(play.azul) == {"01": "delivered", "02": "delivered"}
    assert play.one(play.azul, "02")["late"] == 0
    assert play.go(minutes(7)).send(play.beatriz, "01", WORDS)["state"] == "counted"


def test_stop_is_a_pause_that_only_the_lead_facilitator_ends(cast, play):
    play.start()
    cast.grant(cast.olu, "facilitator", play.id)
    play.do(stop_drill, cast.olu)
    with refused("drill_already_stopped"):
        play.do(stop_drill, cast.fatima)
    for who in (cast.olu, PROGRAM):
        with refused("only_lead_resumes"):
            play.do(resume_drill, who)
    clock = play.see(console_page, cast.olu)["clock"]
    assert (clock["state"], clock["stopped"], clock["running"]) == ("paused", True, False)
    play.do(resume_drill, cast.fatima)

    assert play.see(console_page, cast.olu)["clock"]["stopped"] is False


def test_a_paused_drill_can_be_stopped_and_every_team_hears_of_it(cast, play):
    play.start().do(pause_drill, cast.fatima)
    play.do(stop_drill, cast.fatima)

    for who in (play.beatriz, play.giselle):
        event = play.see(own_events, who, since=0)["events"][-1]
        assert (event["kind"], event["clock"]["stopped"]) == ("drill_stopped", True)


def test_a_plain_pause_is_ended_by_any_facilitator_or_the_program(cast, play):
    play.start()
    cast.grant(cast.olu, "facilitator", play.id)
    for who in (cast.olu, PROGRAM):
        play.do(pause_drill, cast.fatima)
        play.do(resume_drill, who)

    with refused("drill_not_in_state"):
        play.do(resume_drill, cast.fatima)


def test_a_clean_stop_of_the_program_pauses_what_runs_and_nothing_else(cast, play):
    play.start()
    resting = cast.play()

    assert play.house.perform(pause_all, PROGRAM) == 1
    assert (play.drill("state"), resting.drill("state")) == ("paused", "draft")


def test_speed_is_for_rehearsals_and_one_of_a_few(cast, play):
    with refused("speed_is_for_rehearsals"):
        play.start().do(set_speed, cast.fatima, speed=2)
    rehearsal = cast.play(rehearsal=True).start()
    with refused("speed_unknown"):
        rehearsal.do(set_speed, cast.fatima, speed=3)
    rehearsal.do(set_speed, cast.fatima, speed=4)
    rehearsal.go(minutes(2))

    assert rehearsal.states(rehearsal.azul)["01"] == "delivered"


class TestEndex:
    """ENDEX stops new injects; what already runs, runs out."""

    def test_endex_stops_new_injects(self, cast):
        play = cast.play(scenario(text_inject("01"), info("02", at="7m"), info("03", manual=True))).start()
        play.go(minutes(6))
        end(play)
        play.go(minutes(30))

        assert play.states(play.azul) == {"01": "void", "02": "skipped", "03": "skipped"}
        assert play.one(play.azul, "02")["reason"] == "never_due"

    def test_before_the_duration_unanswered_asks_with_later_deadlines_become_void_when_they_run_out(self, cast):
        play = cast.play(scenario(text_inject("01"))).start().go(minutes(6))
        end(play)
        play.go(minutes(9))
        assert play.states(play.azul) == {"01": "delivered"}
        play.go(minutes(1))

        assert play.states(play.azul) == {"01": "void"}
        assert play.one(play.azul, "01")["reason"] == "ended_early"

    def test_before_the_duration_an_ask_whose_deadline_had_passed_lapses(self, cast):
        play = cast.play(scenario(text_inject("01"))).start().go(minutes(15) + seconds(30))
        end(play)
        play.go(minutes(1))

        assert play.states(play.azul) == {"01": "lapsed"}

    def test_at_the_duration_an_ask_that_runs_out_lapses(self, cast):
        play = cast.play(scenario(text_inject("01", at="50m"), duration="60m")).start().go(minutes(60))
        end(play)
        play.go(minutes(1))

        assert play.states(play.azul) == {"01": "lapsed"}

    def test_at_the_duration_the_console_asks_and_a_quarter_of_an_hour_later_it_comes_by_itself(self, cast, play):
        play.start().go(minutes(60))
        assert play.see(console_page, cast.fatima)["over"] is True
        play.go(minutes(15) - seconds(1))
        assert play.drill("state") == "running"
        play.go(seconds(1))

        assert play.drill("state") == "ended"
        assert play.drill("ended_at") == minutes(75).total_seconds() * 1000

    def test_a_paused_drill_does_not_end_by_itself_but_can_be_ended(self, cast, play):
        play.start().go(minutes(10)).do(pause_drill, cast.fatima)
        play.go(minutes(600))
        assert play.drill("state") == "paused"
        end(play)
        play.go(minutes(6))

        assert play.states(play.azul)["01"] == "void"
        assert hotwash(play, play.beatriz)

    def test_a_teams_hotwash_opens_at_endex_where_nothing_of_hers_is_open(self, play):
        play.start().go(minutes(17))
        assert hotwash(play, play.beatriz) is None
        end(play)

        assert hotwash(play, play.beatriz)[0]["words"] == "¿Qué salió bien?"

    def test_a_hotwash_waits_until_what_was_answered_can_no_longer_be_replaced(self, play):
        play.start().go(minutes(6)).send(play.beatriz, "01", WORDS)
        end(play)
        play.go(minutes(9))
        assert hotwash(play, play.beatriz) is None
        assert play.see(own_learning, play.beatriz) == []
        assert play.send(play.beatriz, "01", {"text": "mejor"})["state"] == "counted"
        play.go(seconds(0.001))

        assert hotwash(play, play.beatriz)
        assert hotwash(play, play.gwen) is None
        play.go(minutes(1))
        assert hotwash(play, play.gwen)

    def test_a_hotwash_opens_after_endex_when_all_have_answered(self, play):
        play.start().go(minutes(6))
        end(play)
        for who in (play.beatriz, play.gwen):
            play.send(who, "01", WORDS)
        play.go(minutes(10))

        assert hotwash(play, play.beatriz)
        assert hotwash(play, play.gwen)

    def test_a_hotwash_opens_when_the_last_open_inject_is_withdrawn(self, cast, play):
        play.start().go(minutes(6))
        end(play)
        play.do(withdraw_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="mistake")
        play.tick()

        assert hotwash(play, play.beatriz)
        assert hotwash(play, play.gwen) is None

    def test_a_draft_of_an_ask_that_was_ended_early_still_goes_in(self, play):
        play.start().go(minutes(6)).do(save_draft, play.beatriz, inject_id="01", content=WORDS)
        end(play)
        play.go(minutes(10))

        assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("answered", "void")

    def test_a_lapse_that_was_due_when_endex_was_pressed_still_happens(self, play):
        play.start().go(minutes(16) - seconds(1)).jump(seconds(2))
        end(play)
        play.tick()

        assert play.states(play.azul)["01"] == "lapsed"
        assert hotwash(play, play.beatriz)

    def test_nothing_happens_any_more_once_every_hotwash_is_open(self, play):
        play.start().go(minutes(17))
        end(play)
        play.tick()
        before = play.log()
        assert play.jump(minutes(10_000)).tick() is None

        assert play.log() == before


def test_a_final_choice_does_not_hold_up_what_follows_endex(cast):
    play = cast.play(scenario(choice_inject("01"), info("02", after={"inject": "01", "delay": "1m"}))).start()
    play.go(minutes(6)).send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    end(play)
    play.go(minutes(11))

    assert play.states(play.azul) == {"01": "answered", "02": "skipped"}
    assert play.states(play.verde) == {"01": "void", "02": "skipped"}
