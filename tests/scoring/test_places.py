"""Who stands where among equals (rules.md 27)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.draw import rank_by_draw
from scoring.places import Contender, award_places
from scoring.rubric import Criterion, Rubric
from scoring.rules import Rules
from scoring.scoring_error import ScoringError

RUBRIC = Rubric(levels=("U", "P"), criteria={name: Criterion(1) for name in ("C1", "C2", "C3")})


def contender(team, score="50.00", quality="50.00", **criteria):
    return Contender(team, Decimal(score), Decimal(quality), {n: Fraction(v) for n, v in criteria.items()})


def places(*contenders, ties=(), randomness=None):
    return award_places(Rules(RUBRIC, {}, ties=ties, randomness=randomness), contenders)


def test_nobody_stands_nowhere():
    assert places() == {}


def test_equal_scores_share_a_place_and_the_next_one_is_left_out():
    assert places(contender("Azul"), contender("Verde"), contender("Rojo", "49.99")) == {
        "Azul": 1,
        "Verde": 1,
        "Rojo": 3,
    }


def test_no_tie_order_outweighs_the_score():
    rivals = contender("Azul", "50.01", "10.00", C1="0"), contender("Verde", "50.00", "99.00", C1="1")
    assert places(*rivals, ties=("quality", "C1", "lowest")) == {"Azul": 1, "Verde": 2}


def test_quality_parts_the_tied():
    assert places(contender("Azul", quality="60.00"), contender("Verde", quality="61.00"), ties=("quality",)) == {
        "Verde": 1,
        "Azul": 2,
    }


def test_the_mean_of_the_named_criteria_parts_the_tied():
    rivals = contender("Azul", C1="0.9", C2="0.1"), contender("Verde", C1="0.2", C2="0.9")
    assert places(*rivals, ties=(("C1", "C2"),))["Verde"] == 1
    assert places(*rivals, ties=("C1",))["Azul"] == 1
    assert places(*rivals, ties=(("C2",),))["Verde"] == 1


def test_the_higher_lowest_criterion_parts_the_tied():
    rivals = contender("Azul", C1="0.9", C2="0.1"), contender("Verde", C1="0.4", C2="0.2")
    assert places(*rivals, ties=("lowest",)) == {"Verde": 1, "Azul": 2}


def test_a_criterion_that_left_a_teams_record_costs_it_nothing():
    rivals = contender("Azul", C2="1"), contender("Verde", C1="0.4"), contender("Rojo", C1="0.6")
    assert places(*rivals, ties=("C1",)) == {"Rojo": 1, "Azul": 2, "Verde": 3}
    assert places(contender("Azul"), contender("Verde", C1="0.4"), ties=("lowest",))["Azul"] == 1


def test_what_prints_equal_is_equal():
    assert places(contender("Azul", C1="0.333333"), contender("Verde", C1="0.333334"), ties=("C1",)) == {
        "Azul": 1,
        "Verde": 1,
    }


def test_a_draw_parts_everybody_who_is_still_tied_and_nobody_else():
    rivals = [contender(team) for team in ("Azul", "Verde", "Rojo")]
    drawn = rank_by_draw(("Azul", "Verde"), "2026./")
    placed = places(contender("Lila", "60.00"), *rivals[:2], ties=("quality", "draw", "lowest"), randomness="2026./")
    assert placed == {"Lila": 1, drawn[0]: 2, drawn[1]: 3}
    assert sorted(places(*rivals, ties=("draw",), randomness="1./").values()) == [1, 2, 3]


def test_the_whole_order_parts_equals_step_by_step_and_the_draw_what_is_left():
    rivals = [
        contender("by quality", quality="61.00", C1="0", C2="0", C3="0"),
        contender("by criteria", C1="0.9", C2="0.7", C3="0.1"),
        contender("by lowest", C1="0.8", C2="0.6", C3="0.5"),
        contender("drawn", C1="0.7", C2="0.7", C3="0.2"),
        contender("drawn too", C1="0.6", C2="0.8", C3="0.2"),
    ]
    order = ("quality", ("C1", "C2"), "lowest", "draw")
    last = rank_by_draw(("drawn", "drawn too"), "2026./")
    expected = ["by quality", "by criteria", "by lowest", *last]
    placed = places(*rivals, ties=order, randomness="2026./")
    assert sorted(placed, key=placed.__getitem__) == expected
    assert sorted(placed.values()) == [1, 2, 3, 4, 5]


def test_a_draw_needs_its_randomness_only_where_somebody_is_tied():
    assert places(contender("Azul"), ties=("draw",)) == {"Azul": 1}
    with pytest.raises(ScoringError) as refused:
        places(contender("Verde"), contender("Azul"), ties=("draw",))
    assert (refused.value.code, refused.value.parameters) == (
        "missing_randomness",
        {"teams": ("Azul", "Verde")},
    )
