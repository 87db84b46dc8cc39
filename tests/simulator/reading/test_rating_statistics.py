"""Agreement and severity of a drill's ratings, as organizers read them, and what each evaluator reads of herself."""

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.running import end_drill
from simulator.reading.rating_statistics import own_feedback, rating_statistics
from tests.cast import minutes, refused
from tests.desks import answered, desk_play, queue, rate
from tests.play import NAME

ASKED = ("MS", "SS", "SM", "MM")


@pytest.fixture
def play(cast):
    """Give a drill in which everybody sees every response."""
    return cast.once(lambda cast: answered(desk_play(cast)), "desk", "one")


def rated(play, **levels):
    """Let each named evaluator give all four responses her levels."""
    for name, given in levels.items():
        who = getattr(play.cast, name)
        for response, both in zip(sorted(queue(play, who).values()), given, strict=True):
            rate(play, who, response, both)
    return play.see(rating_statistics, play.cast.olga, drill_id=play.id)


def test_before_anything_is_rated_every_figure_has_its_reason(cast, play):
    told = play.see(rating_statistics, cast.olga, drill_id=play.id)

    assert told["ratings"] == 0 and told["overall"]["reason"] == "no_ratings"
    assert {one["reason"] for one in told["icc"].values()} == {"no_ratings"}
    assert told["severity"] == {"refused": "no_ratings", "groups": []}


def test_one_evaluator_alone_agrees_with_nobody(play):
    told = rated(play, edo=ASKED)

    assert told["overall"]["value"] is None and told["overall"]["reason"] == "one_rater"
    assert {one["reason"] for one in told["kappa"].values()} == {"not_two_raters"}


def test_two_who_always_agree(play):
    told = rated(play, edo=ASKED, eun=ASKED)

    assert told["overall"]["value"] == 1 and told["overall"]["reading"] == "reliable"
    assert [one["id"] for one in told["criteria"]] == ["C1", "C2"]
    assert [one["id"] for one in told["injects"]] == ["01", "02"]
    assert {one["value"] for one in told["kappa"].values()} == {1}
    assert {one["severity"] for one in told["severity"]["raters"]} == {0}
    assert {round(one["adjusted"] - one["raw"], 9) for one in told["severity"]["whose"]} == {0}


def test_one_who_is_always_a_level_stricter(cast, play):
    told = rated(play, edo=("MM", "SM", "MM", "SS"), eun=("SS", "PS", "SS", "PP"))
    by = {one["id"]: one for one in told["severity"]["raters"]}

    assert by[cast.edo.id]["estimate"] == pytest.approx(-0.5)
    assert by[cast.eun.id]["estimate"] == pytest.approx(0.5)
    assert by[cast.edo.id]["severity"] >= -0.36 and by[cast.edo.id]["capped"]
    assert told["block"] == {"units": 8, "raters": 2}
    assert told["icc"]["ICC31"]["value"] == pytest.approx(1)


def test_evaluators_who_share_nothing_are_named_in_their_groups(cast, play):
    mine, hers = sorted(queue(play, cast.edo).values())[:2], sorted(queue(play, cast.eun).values())[2:]
    for who, responses in ((cast.edo, mine), (cast.eun, hers)):
        for response in responses:
            rate(play, who, response)
    told = play.see(rating_statistics, cast.olga, drill_id=play.id)

    assert told["severity"]["refused"] == "raters_not_connected"
    assert sorted(map(tuple, told["severity"]["groups"])) == [("Edo",), ("Eun",)]


def test_not_observed_is_missing_and_no_level(cast, play):
    response = sorted(queue(play, cast.edo).values())[0]
    rate(play, cast.edo, response, (None, "S"), "No se ve")

    assert play.see(rating_statistics, cast.olga, drill_id=play.id)["ratings"] == 1


@pytest.mark.parametrize("who", ["edo", "fatima", "olu", "mallory"])
def test_the_figures_are_the_organizers(cast, play, who):
    with refused("not_found"):
        play.see(rating_statistics, getattr(cast, who), drill_id=play.id)


def test_she_reads_her_own_part_once_the_round_is_closed_and_nobody_elses(cast, play):
    rated(play, edo=("MM", "SM", "MM", "SS"), eun=("SS", "SS", "SS", "PP"))
    with refused("feedback_not_yet"):
        play.see(own_feedback, cast.edo, drill_id=play.id)
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(20)).do(close_rating, cast.olga)
    told = play.see(own_feedback, cast.edo, drill_id=play.id)

    assert told["ratings"] == 8 and told["own"]["id"] == cast.edo.id and told["own"]["severity"] < 0
    assert told["beside"] == {"compared": 8, "same": 1, "one": 7, "far": 0}
    assert told["used"] == [0, 5, 3, 0]
    assert cast.eun.id not in repr(told) and "Eun" not in repr(told) and play.azul not in repr(told)
    assert play.see(own_feedback, cast.olu, drill_id=play.id)["own"] is None
