"""A drill in a stage of a programme goes by its call: the ladder, ratings, penalties, grounds, days (rules 25–32)."""

import json
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from simulator.actions.calls import open_call
from simulator.actions.programmes import create_programme
from simulator.actions.rating import publish_standings
from simulator.actor import PROGRAM
from simulator.frozen_call import call_of_programme
from simulator.reading.register import register_page
from simulator.reading.score_rules import score_rules_page
from simulator.reading.sheet import team_sheet
from simulator.records import rules_of_drill
from simulator.rows import Drill, Programme
from simulator.score_rules import appeal_grounds, appeal_window, demands_two, rules_of_stage
from tests.cast import refused
from tests.results import by_two, played

CALL = Path("scenarios/library/calls/mujeres-ciberseguridad/call.yaml")


@pytest.fixture
def programme(cast):
    """Open the shipped call in a programme in which Olga organizes."""
    made = cast.house.perform(create_programme, PROGRAM, name="Mujeres")
    cast.house.perform(open_call, cast.olga, programme_id=made, content=CALL.read_bytes())
    return made


def read(play, of):
    with play.house._readers() as session:
        return of(session, session.get_one(Drill, play.id))


def stage_rules(session, drill):
    call = call_of_programme(session, session.get_one(Programme, drill.programme_id))
    (stage,) = (one for one in call.stages if one.score == "drill")
    return stage, rules_of_stage(call, stage)


@pytest.fixture
def play(cast, programme):
    """Give a drill that is over and counts in the call's stage of a drill."""
    play = played(cast)
    play.sql("UPDATE drill SET programme_id = :p WHERE id = :id", p=programme, id=play.id)
    stage, told = read(play, stage_rules)
    facts = {"stage": stage.id, "rules": json.dumps(told), "id": play.id}
    play.sql("UPDATE drill SET stage = :stage, score_rules = :rules WHERE id = :id", **facts)
    return play


def test_it_asks_for_two_people_and_gives_teams_the_days_and_grounds_of_the_call(play, cast):
    assert read(play, lambda _session, drill: demands_two(drill)) is True
    assert read(play, appeal_window) == timedelta(days=5)
    assert read(play, appeal_grounds)[:3] == ("arithmetic", "rule", "interest")
    with refused("two_people_needed"):
        play.do(publish_standings, cast.olga)


def test_ratings_thirds_and_the_gate_are_those_of_the_call(play, cast):
    stage, told = read(play, stage_rules)
    found = read(play, rules_of_drill)

    assert found.ratings_needed == stage.ratings == told["ratings"]
    assert found.time_weight == Fraction(stage.time_weight)
    assert (told["third"], told["calibration"]["least"]) == ({"levels": 2}, 10)
    assert play.see(score_rules_page, cast.olga)["rules"]["two_people"] is True


def test_its_draw_waits_for_the_text_of_the_stage(play, cast):
    stage, _told = read(play, stage_rules)
    assert "draw" not in read(play, rules_of_drill).ties
    play.sql("UPDATE stage SET randomness = 'Lotería: 7' WHERE stage = :stage", stage=stage.id)
    found = read(play, rules_of_drill)

    assert (found.ties[-1], found.randomness) == ("draw", "Lotería: 7")


def test_penalties_are_those_of_the_call_in_its_words(play, cast):
    page = play.see(register_page, cast.olga)
    assert page["penalty_points"]["unmarked"] == 2.0
    assert page["penalty_texts"]["unmarked"].startswith("Enviar")
    with refused("penalty_unknown"):
        by_two(play, "penalise", team=play.azul, code="unmarked_message")
    by_two(play, "penalise", team=play.azul, code="unmarked")
    (told,) = play.see(team_sheet, cast.olga, team_id=play.azul)["penalties"]

    assert (told["points"], told["text"].startswith("Enviar")) == (2.0, True)
