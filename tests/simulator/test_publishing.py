"""The ladder of a result: each step once, in order, by two people; frozen at its end (rules.md 32, 34)."""

import json
from datetime import timedelta

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.score_rules import set_score_rules
from simulator.reading.feed import own_events
from simulator.reading.results import own_result, standings_page
from tests.cast import minutes, refused
from tests.results import QUOTE, about, by_two, played, rate_all, rule_on_late
from tests.web.rated_play import response_of


@pytest.fixture
def play(cast):
    """Give a drill that is rated, whose register is ruled, and whose rules ask for two people."""
    return cast.once(ruled)


def ruled(cast):
    play = played(cast, two_people=True, appeal_days=3)
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    rate_all(play, cast.edo)
    return play


def to_provisional(play):
    play.do(close_rating, play.cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")


def over(play):
    """Let the time for appeals pass."""
    return play.jump(timedelta(days=3) + minutes(1))


def ladder(play):
    page = play.see(standings_page, play.cast.olga)
    return page["ladder"]["next"], page["blind"]


def test_no_single_person_publishes_where_two_are_asked_for(play, cast):
    with refused("two_people_needed"):
        play.do(publish_standings, cast.olga)


def test_each_step_waits_for_the_one_before(play, cast):
    assert ladder(play) == ("rating_closed", True)
    for kind, code in (
        ("close_register", "rating_not_closed"),
        ("publish_provisional", "register_not_closed"),
        ("publish_final", "not_provisional_yet"),
    ):
        with refused(code):
            by_two(play, kind)
    play.do(close_rating, cast.olga)
    assert ladder(play) == ("register_closed", True)
    by_two(play, "close_register")
    assert ladder(play) == ("provisional", False)
    by_two(play, "publish_provisional")
    assert ladder(play) == ("final", False)
    with refused("already_provisional"):
        by_two(play, "publish_provisional")
    with refused("appeals_still_open"):
        by_two(play, "publish_final")
    over(play)
    by_two(play, "publish_final")

    assert ladder(play) == (None, False)
    with refused("standings_are_published"):
        by_two(play, "publish_final")


def test_the_window_is_open_to_its_last_instant(play):
    to_provisional(play)
    play.jump(timedelta(days=3))
    with refused("appeals_still_open"):
        by_two(play, "publish_final")
    play.jump(timedelta(milliseconds=1))
    by_two(play, "publish_final")


def test_a_register_with_something_open_is_not_closed(cast):
    play = played(cast, two_people=True)
    rule_on_late(play)
    rate_all(play, cast.edo)
    play.do(close_rating, cast.olga)
    with refused("deviations_open") as refusal:
        by_two(play, "close_register")
    assert refusal.value.parameters == {"n": 1}


def test_until_the_register_is_closed_organizers_see_codes_afterwards_names(play, cast):
    codes = {row[0] for row in play.sql("SELECT blind_code FROM team WHERE drill_id = :d", d=play.id)}
    assert {one["team"] for one in play.see(standings_page, cast.olga)["standings"]} == codes
    to_provisional(play)

    assert {one["team"] for one in play.see(standings_page, cast.olga)["standings"]} == {"Azul", "Verde"}


def test_a_provisional_result_is_told_to_each_team_alone(play, cast):
    to_provisional(play)
    azul, verde = play.see(own_result, play.beatriz), play.see(own_result, play.gwen)

    assert (azul["place"], azul["teams"], azul["final"], azul["appeal"]) == (1, 2, False, True)
    assert verde["place"] == 2
    told = {row[1]: json.loads(row[2]) for row in play.log("result_told")}
    assert told == {play.azul: {}, play.verde: {}}
    for who in (play.beatriz, play.gwen):
        events = play.see(own_events, who, since=0)["events"]
        told = [one for one in events if one["kind"] == "result_told"]
        assert [(one["team"], set(one) & {"place", "score", "standings"}) for one in told] == [(who.team_id, set())]
        assert "standings_provisional" not in {one["kind"] for one in events}


def test_nothing_is_told_before(play, cast):
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")

    assert play.see(own_result, play.beatriz) is None


def test_the_final_values_are_frozen_in_the_log_with_the_digest_of_the_rules(play, cast):
    to_provisional(play)
    over(play)
    by_two(play, "publish_final")
    told = json.loads(play.log("standings_published")[0][2])
    page = play.see(standings_page, cast.olga)

    assert {one["team"] for one in told["standings"]} == {play.azul, play.verde}
    assert told["rules"] == page["rules"]["digest"] == json.loads(play.log("rules_published")[0][2])["digest"]
    assert (
        page["published"]["head"]["hash"]
        == play.sql("SELECT hash FROM stream WHERE name = :n", n=f"drill:{play.id}")[0][0]
    )
    assert play.see(own_result, play.beatriz)["final"] is True
    with refused("standings_are_published"):
        rate(play, cast.eun)


def rate(play, who):
    facts = {"response_id": response_of(play, who, "01"), "criterion": "C1", "level": "S", "sentence": QUOTE}
    play.do(rate_response, who, **facts)


def test_a_penalty_after_the_provisional_result_waits_for_the_final_one(play, cast):
    to_provisional(play)
    before = play.see(own_result, play.beatriz)
    by_two(play, "penalise", team=play.azul, code="real_contact")

    assert play.see(own_result, play.beatriz) == before
    over(play)
    by_two(play, "publish_final")
    score = float(play.see(own_result, play.beatriz)["score"])
    assert score == pytest.approx(float(before["score"]) - 5)


def test_a_penalty_is_taken_back_by_two_and_costs_nothing_then(play, cast):
    by_two(play, "penalise", team=play.azul, code="real_contact")
    penalty = play.sql("SELECT id FROM penalty")[0][0]
    by_two(play, "lift_penalty", penalty=penalty)

    page = {one["team_id"]: one for one in play.see(standings_page, cast.olga)["standings"]}
    assert page[play.azul]["penalties"] == 0
    with refused("not_found"):
        by_two(play, "lift_penalty", penalty=penalty)


@pytest.mark.parametrize(
    ("facts", "code"), [({"code": "being_slow"}, "penalty_unknown"), ({"team": "zzzzzzzzzzzz"}, "not_found")]
)
def test_a_penalty_has_a_team_and_a_known_code(play, facts, code):
    with refused(code):
        by_two(play, "penalise", **{"team": play.azul, "code": "real_contact"} | facts)


def test_what_waits_for_its_draw_is_not_published(play, cast):
    play.sql("UPDATE drill SET score_rules = json_set(score_rules, '$.ties', json('[\"draw\"]'))")
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")
    with refused("randomness_missing"):
        by_two(play, "publish_provisional")
    assert play.see(standings_page, cast.olga)["rules"]["draw_waits"] is True


def test_an_ordinary_drill_is_published_in_one_step_once_its_deviations_are_ruled(cast):
    play = cast.once(played)
    rate_all(play, cast.edo)
    with refused("deviations_open"):
        play.do(publish_standings, cast.olga)
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    play.do(publish_standings, cast.olga)

    assert play.see(own_result, play.gwen)["final"] is True


def test_a_stage_of_a_programme_asks_for_the_whole_ladder_and_its_call_for_the_rules(cast):
    play = cast.once(played)
    play.sql("UPDATE drill SET stage = 'final' WHERE id = :id", id=play.id)
    with refused("two_people_needed"):
        play.do(publish_standings, cast.olga)
    with refused("score_rules_by_call"):
        play.do(set_score_rules, cast.olga, ratings=2)
