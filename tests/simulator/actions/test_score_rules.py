"""The rules of score of a drill: until the first rating, with their digest in the log (rules.md 25–28)."""

import json
from fractions import Fraction

import pytest

from simulator.actions.score_rules import set_score_rules
from simulator.reading.results import standings_page
from simulator.reading.score_rules import score_rules_page
from simulator.records import rules_of_drill
from simulator.rows import Drill
from tests.cast import minutes, refused
from tests.results import rate_all
from tests.scripts import scenario, text_inject


@pytest.fixture
def play(cast):
    """Give a rated drill before STARTEX."""
    return cast.play(scenario(text_inject("01"), text_inject("02"), rated=True))


def rules(play):
    with play.house._readers() as session:
        return rules_of_drill(session, session.get_one(Drill, play.id))


def test_what_is_set_is_what_scoring_computes_by(play, cast):
    facts = {"ratings": 2, "time_weight": "0.1", "ties": ["quality", {"criteria": ["C1", "C2"]}, "draw"]}
    play.do(set_score_rules, cast.olga, **facts, randomness=" Lotería:  7, 8 ")
    found = rules(play)

    assert (found.ratings_needed, found.time_weight) == (2, Fraction(1, 10))
    assert (found.ties, found.randomness) == (("quality", ("C1", "C2"), "draw"), "Lotería: 7, 8")


def test_the_digest_is_in_the_log_and_another_one_for_other_rules(play, cast):
    before = play.see(score_rules_page, cast.olga)
    assert before["published"] is None
    first = play.do(set_score_rules, cast.olga, ratings=2)
    second = play.do(set_score_rules, cast.olga, ratings=3)

    assert len({first, second, before["digest"]}) == 3
    assert [json.loads(row[2])["digest"] for row in play.log("rules_published")] == [first, second]
    page = play.see(score_rules_page, cast.olga)
    assert (page["digest"], page["published"]["digest"], page["begun"]) == (second, second, False)


def test_from_the_first_rating_on_they_stand(play, cast):
    play.start().go(minutes(6)).send(play.beatriz, "01", {"text": "Avisamos a todas las fronteras ahora mismo."})
    play.go(minutes(11))
    play.do(set_score_rules, cast.olga, ratings=1)
    rate_all(play, cast.edo)
    with refused("ratings_have_begun"):
        play.do(set_score_rules, cast.olga, ratings=2)

    assert play.see(score_rules_page, cast.olga)["begun"] is True
    assert play.see(standings_page, cast.olga)["rules"]["ratings_needed"] == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"ratings": 0}, "ratings_outside"),
        ({"ratings": 6}, "ratings_outside"),
        ({"adjust": "sometimes"}, "adjust_unknown"),
        ({"time_weight": "0.21"}, "time_weight_outside"),
        ({"time_weight": "-0.1"}, "time_weight_outside"),
        ({"time_weight": "NaN"}, "time_weight_outside"),
        ({"time_weight": "a lot"}, "time_weight_outside"),
        ({"ties": ["C9"]}, "tie_unknown"),
        ({"ties": [{"criteria": ["C1", "C9"]}]}, "tie_unknown"),
        ({"ties": [{"criteria": []}]}, "tie_unknown"),
        ({"ties": ["quality", "quality"]}, "tie_twice"),
        ({"ties": ["draw"]}, "draw_needs_randomness"),
        ({"ties": ["draw"], "randomness": "  "}, "draw_needs_randomness"),
        ({"randomness": "x" * 401}, "randomness_too_long"),
        ({"appeal_days": 0}, "appeal_days_outside"),
        ({"appeal_days": 61}, "appeal_days_outside"),
        ({"third": 0}, "third_outside"),
        ({"calibration": {"exact": 101}}, "calibration_outside"),
        ({"calibration": {"exact": "all"}}, "calibration_outside"),
        ({"calibration": {"least": 5, "two_off": 6}}, "calibration_outside"),
    ],
)
def test_what_contradicts_itself_is_refused_and_nothing_is_kept(play, cast, facts, code):
    with refused(code):
        play.do(set_score_rules, cast.olga, **facts)
    assert play.drill("score_rules") is None
    assert play.log("rules_published") == []


def test_a_drill_that_nothing_scores_has_no_rules(cast):
    play = cast.play(scenario(text_inject("01")))
    with refused("drill_not_rated"):
        play.do(set_score_rules, cast.olga, ratings=2)
    assert play.see(score_rules_page, cast.olga)["rated"] is False
