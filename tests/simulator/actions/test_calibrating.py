"""Calibration: model answers before the first rating, the same for everybody, and a gate that says how near is near."""

import json

import pytest

from simulator.actions.assigning import let_evaluator_in
from simulator.actions.calibrating import rate_anchor
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.reading.evaluators import evaluators_board
from simulator.reading.own_desk import own_desk
from tests.cast import refused
from tests.desks import CALIBRATED, answered, desk_play, queue, rate


@pytest.fixture
def play(cast):
    """Give a drill that asks a calibration of four levels, with all responses ready."""
    return cast.once(lambda cast: answered(desk_play(cast, **CALIBRATED)), "desk", "calibrated")


def own(play, who, **facts):
    return play.see(own_desk, who, drill_id=play.id, **facts)["calibration"]


def reference_of(anchor):
    """Give the level that a model answer of the tests earns, from its words."""
    return next(level for level in "UMSP" if f" {level} " in anchor["text"])


def give_round(play, who, level_of, *, again=False):
    """Give every level of the round she is in."""
    for anchor in own(play, who, again=again)["anchors"]:
        for criterion in anchor["criteria"]:
            facts = {"item": anchor["item"], "criterion": criterion["id"], "level": level_of(anchor)}
            made = play.do(rate_anchor, who, drill_id=play.id, **facts)
    return made


def one_off(anchor):
    return {"U": "M", "M": "S", "S": "P", "P": "S"}[reference_of(anchor)]


def test_before_it_there_is_nothing_to_rate(cast, play):
    told = play.see(rating_queue, cast.edo)

    assert told["calibration_needed"] and told["entries"] == []
    ((response,),) = play.sql("SELECT min(id) FROM response")
    with refused("calibration_needed"):
        play.see(rating_sheet, cast.edo, response_id=response)
    with refused("calibration_needed"):
        rate(play, cast.edo, response)


def test_no_reference_is_told_before_the_round_is_whole(cast, play):
    told = own(play, cast.edo)

    assert told["asked"] and not told["may_rate"] and told["result"] is None
    assert sum(len(one["criteria"]) for one in told["anchors"]) == 4
    assert {each["reference"] for one in told["anchors"] for each in one["criteria"]} == {None}
    assert {tuple(one["inject"]["benchmarks"]) for one in told["anchors"]} == {()}


def test_everybody_rates_the_same_ones(cast, play):
    assert [one["item"] for one in own(play, cast.edo)["anchors"]] == [
        one["item"] for one in own(play, cast.eun)["anchors"]
    ]


def test_who_is_near_enough_may_rate(cast, play):
    made = give_round(play, cast.edo, reference_of)

    assert made == {"whole": True, "passed": True}
    told = own(play, cast.edo)
    assert told["may_rate"] and told["result"]["exact"] == told["result"]["compared"] == 4
    assert {each["reference"] for one in told["anchors"] for each in one["criteria"]} <= set("UMSP")
    assert len(queue(play, cast.edo)) == 4
    assert queue(play, cast.eun) == {}
    logged = json.loads(play.log("evaluator_calibrated")[0][2])
    assert logged == {"account": cast.edo.id, "round": 1, "passed": True, "exact": 4, "compared": 4}


def test_who_is_not_does_it_again_with_others(cast, play):
    assert give_round(play, cast.edo, one_off) == {"whole": True, "passed": False}
    told = own(play, cast.edo)
    assert (told["whole"], told["again"], told["may_rate"]) == (True, True, False)
    assert [one["code"] for one in told["result"]["missing"]] == ["too_few_exact"]
    before = {one["item"] for one in told["anchors"]}
    second = own(play, cast.edo, again=True)

    assert second["round"] == 2 and not before & {one["item"] for one in second["anchors"]}
    assert give_round(play, cast.edo, reference_of, again=True)["passed"]
    assert own(play, cast.edo)["may_rate"]


def test_a_level_can_be_changed_until_the_round_is_whole_and_then_stands(cast, play):
    anchor = own(play, cast.edo)["anchors"][0]
    facts = {"drill_id": play.id, "item": anchor["item"], "criterion": "C1"}
    for level in ("U", "P"):
        play.do(rate_anchor, cast.edo, **facts, level=level)
    assert play.sql("SELECT level FROM calibration_rating") == [("P",)]
    give_round(play, cast.edo, reference_of)
    with refused("anchor_not_open"):
        play.do(rate_anchor, cast.edo, **facts, level="U")


def test_not_observed_is_compared_and_not_exact(cast, play):
    made = give_round(play, cast.edo, lambda _anchor: None)

    assert made == {"whole": True, "passed": False}
    assert own(play, cast.edo)["result"]["exact"] == 0


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"item": "01#9"}, "anchor_not_open"),
        ({"criterion": "C9"}, "criterion_not_rated"),
        ({"level": "X"}, "level_outside_rubric"),
    ],
)
def test_what_is_no_level_is_refused(cast, play, facts, code):
    item = own(play, cast.edo)["anchors"][0]["item"]
    with refused(code):
        play.do(rate_anchor, cast.edo, **({"drill_id": play.id, "item": item, "criterion": "C1", "level": "S"} | facts))


def test_an_organizer_lets_somebody_in_with_a_reason_that_is_logged(cast, play):
    facts = {"drill_id": play.id, "account_id": cast.edo.id}
    with refused("reason_unknown"):
        play.do(let_evaluator_in, cast.olga, **facts, reason="nice")
    play.do(let_evaluator_in, cast.olga, **facts, reason="trained_here")

    assert len(queue(play, cast.edo)) == 4
    assert queue(play, cast.eun) == {}
    assert json.loads(play.log("evaluator_let_in")[0][2]) == {"account": cast.edo.id, "reason": "trained_here"}
    board = {
        one["id"]: one["calibration"] for one in play.see(evaluators_board, cast.olga, drill_id=play.id)["evaluators"]
    }
    assert (board[cast.edo.id], board[cast.eun.id]) == ("let_in", "open")


def test_when_all_model_answers_are_used_up_only_an_organizer_can_help(cast, play):
    for again in (False, True, True, True):
        give_round(play, cast.edo, one_off, again=again)
    told = own(play, cast.edo)

    assert (told["again"], told["may_rate"], told["round"]) == (False, False, 4)
    with refused("anchor_not_open"):
        play.do(rate_anchor, cast.edo, drill_id=play.id, item="01#0", criterion="C1", level="S")


def test_a_round_that_asks_none_has_none(cast):
    play = answered(desk_play(cast))
    assert own(play, cast.edo)["asked"] is False
    with refused("calibration_not_asked"):
        play.do(rate_anchor, cast.edo, drill_id=play.id, item="01#0", criterion="C1", level="S")
