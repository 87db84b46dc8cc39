"""Several drills on one scale, through the anchor responses that their evaluators rated."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.linking.anchors import AnchorRating, link_drills, linked_score
from scoring.scoring_error import ScoringError
from tests.scoring.drills import unhurried


def rate(drill, evaluator, **anchors):
    return [AnchorRating(drill, evaluator, anchor, value) for anchor, value in anchors.items()]


MARCH = [*rate("march", "edo", A=60, B=80), *rate("march", "eun", A=50, B=90)]
JUNE = [*rate("june", "eva", A=45, B=75)]


def refusal(ratings):
    with pytest.raises(ScoringError) as refused:
        link_drills(ratings)
    return refused.value.code, refused.value.parameters


def test_the_effect_of_a_drill_is_how_much_higher_it_rated_the_same_responses():
    link = link_drills(MARCH + JUNE)
    assert link.effects == {"june": -5, "march": 5}
    assert link.anchors == {"june": 2, "march": 2}
    assert linked_score(link, "march", Decimal("71.25")) == Decimal("66.25")
    assert linked_score(link, "june", Decimal("71.25")) == Decimal("76.25")


def test_order_stays_also_beyond_a_hundred():
    link = link_drills(MARCH + JUNE)
    assert linked_score(link, "june", Decimal("99.00")) == Decimal("104.00")


def test_drills_are_linked_through_a_third():
    chain = [*rate("a", "edo", X=50), *rate("b", "eun", X=60, Y=60), *rate("c", "eva", Y=70)]
    assert link_drills(chain).effects == {"a": -10, "b": 0, "c": 10}
    assert link_drills(chain).anchors == {"a": 1, "b": 2, "c": 1}


def test_an_anchor_of_one_drill_alone_links_nothing_and_counts_for_nothing():
    assert link_drills([*MARCH, *JUNE, *rate("june", "eva", Z=0)]) == link_drills(MARCH + JUNE)


def test_without_a_link_the_pieces_are_named():
    apart = [*rate("a", "edo", X=50), *rate("b", "eun", X=60), *rate("c", "eva", Y=70)]
    assert refusal(apart) == ("drills_not_linked", {"pieces": (("a", "b"), ("c",))})


def test_one_drill_or_none_has_nothing_to_be_linked_to():
    assert refusal([]) == ("one_drill", {"drills": ()})
    assert refusal(MARCH) == ("one_drill", {"drills": ("march",)})


def test_an_anchor_rated_twice_by_one_evaluator_is_refused():
    assert refusal(MARCH * 2) == ("anchor_rated_twice", {"drill": "march", "anchor": "A", "evaluator": "edo"})


def test_a_drill_that_is_not_linked_has_no_score_on_the_scale():
    with pytest.raises(ScoringError) as refused:
        linked_score(link_drills(MARCH + JUNE), "july", Fraction(50))
    assert (refused.value.code, refused.value.parameters) == ("drill_not_linked", {"drill": "july"})


effects = st.lists(st.integers(-10, 10), min_size=2, max_size=5)
levels = st.lists(st.integers(0, 100), min_size=1, max_size=4)


@unhurried
@given(effects, levels, st.randoms(use_true_random=False))
def test_effects_that_are_there_are_found_exactly_in_any_order(steps, anchors, random):
    ratings = [
        AnchorRating(f"d{drill}", "edo", f"a{number}", value + step)
        for drill, step in enumerate(steps)
        for number, value in enumerate(anchors)
    ]
    random.shuffle(ratings)
    mean = Fraction(sum(steps), len(steps))
    assert link_drills(ratings).effects == {f"d{drill}": step - mean for drill, step in enumerate(steps)}
