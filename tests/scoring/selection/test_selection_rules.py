"""What the rules of a selection may say, and what they contradict themselves in."""

import pytest

from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.contradictions import out_of_reach
from scoring.selection.quota import Cap, Floor, serves, values_of
from scoring.selection.selection_rules import SelectionRules

SUB = {"level": "sub-national"}


def refusal(make):
    with pytest.raises(ScoringError) as refused:
        make()
    return refused.value.code, refused.value.parameters


def test_rules_that_hold_together_are_taken():
    rules = SelectionRules(
        300,
        threshold=60,
        caps=(Cap("country", 45), Cap("country", 9, "teams"), Cap(None, 20, where={"level": "national"})),
        floors=(Floor(SUB, 30, "teams"), Floor({"country": ("BR", "CO")}, 90)),
    )
    assert rules.attributes() == ("country", "level")


@pytest.mark.parametrize(
    ("changed", "code", "parameters"),
    [
        ({"method": "fair"}, "unknown_method", {"value": "fair"}),
        ({"seats": -1}, "negative_number", {"name": "seats", "value": -1}),
        ({"threshold": -1}, "negative_number", {"name": "threshold", "value": -1}),
        ({"smallest": -2}, "negative_number", {"name": "smallest", "value": -2}),
        ({"caps": (Cap("country", -3),)}, "negative_number", {"name": "max", "value": -3}),
        ({"floors": (Floor(SUB, -4),)}, "negative_number", {"name": "min", "value": -4}),
        ({"caps": (Cap(None, 3),)}, "by_or_where", {"cap": 1}),
        ({"caps": (Cap("a", 3), Cap("b", 3, where=SUB))}, "by_or_where", {"cap": 2}),
        ({"caps": (Cap("a", 3), Cap("b", 1), Cap("a", 2))}, "cap_twice", {"first": 1, "second": 3}),
        (
            {"floors": (Floor({"level": ("a", "b")}, 3), Floor({"level": ("b", "a")}, 2))},
            "floor_twice",
            {"first": 1, "second": 2},
        ),
    ],
)
def test_rules_that_contradict_themselves_are_refused_with_the_numbers(changed, code, parameters):
    assert refusal(lambda: SelectionRules(**{"seats": 10} | changed)) == (code, parameters)


@pytest.mark.parametrize(
    ("caps", "floor", "code", "parameters"),
    [
        ((), Floor(SUB, 11), "floor_above_seats", {"floor": 1, "min": 11, "seats": 10}),
        ((), Floor(SUB, 11, "teams"), "floor_above_seats", {"floor": 1, "min": 11, "seats": 10}),
        (
            (Cap("country", 9), Cap("level", 4)),
            Floor(SUB, 5),
            "floor_above_cap",
            {"floor": 1, "min": 5, "cap": 2, "most": 4},
        ),
        (
            (Cap("country", 2),),
            Floor({"country": ("BR", "CO")}, 5),
            "floor_above_cap",
            {"floor": 1, "min": 5, "cap": 1, "most": 4},
        ),
        (
            # So many teams have at least so many seats.
            (Cap("level", 4),),
            Floor(SUB, 5, "teams"),
            "floor_above_cap",
            {"floor": 1, "min": 5, "cap": 1, "most": 4},
        ),
        (
            (Cap(None, 4, where=SUB),),
            Floor({**SUB, "country": "HT"}, 5),
            "floor_above_cap",
            {"floor": 1, "min": 5, "cap": 1, "most": 4},
        ),
    ],
)
def test_a_floor_that_the_rules_put_out_of_reach_is_named_and_no_reason_to_refuse_them(caps, floor, code, parameters):
    (found,) = out_of_reach(10, caps, (floor,))
    assert (found.kind, found.number, found.code, found.parameters) == ("floor", 1, code, parameters)
    assert SelectionRules(10, caps=caps, floors=(floor,)).floors == (floor,)


def test_what_only_the_candidates_could_put_out_of_reach_is_not_named():
    # Two teams may well have five seats; others than the capped may serve the floor; the same cap in another unit.
    for caps, floors in (
        ((Cap("level", 2, "teams"),), (Floor(SUB, 5),)),
        ((Cap(None, 2, where={"level": ("sub-national",), "country": "HT"}),), (Floor(SUB, 5),)),
        ((Cap(None, 2, where={"level": "national"}),), (Floor(SUB, 5),)),
        ((Cap("country", 2), Cap("country", 2, "teams")), (Floor(SUB, 5), Floor(SUB, 2, "teams"))),
    ):
        assert list(out_of_reach(10, caps, floors)) == []
        SelectionRules(10, caps=caps, floors=floors)


def test_whom_a_rule_names_has_each_attribute_with_one_of_its_values():
    where = {"level": "national", "country": ("HT", "BR", "BR")}
    assert values_of(where, "country") == ("BR", "HT")
    assert serves(where, {"level": "national", "country": "HT"})
    assert not serves(where, {"level": "national", "country": "CO"})
    assert not serves(where, {"level": "sub-national", "country": "HT"})


@pytest.mark.parametrize(
    ("size", "merit", "least", "code", "parameters"),
    [
        (0, 1, None, "size_too_small", {"id": "Azul", "value": 0}),
        (3, -1, None, "negative_number", {"name": "Azul", "value": -1}),
        (3, 1, 0, "least_outside", {"id": "Azul", "value": 0, "size": 3}),
        (3, 1, 4, "least_outside", {"id": "Azul", "value": 4, "size": 3}),
    ],
)
def test_a_candidate_that_nobody_could_be_is_refused(size, merit, least, code, parameters):
    assert refusal(lambda: Candidate("Azul", size, merit, {}, least)) == (code, parameters)


def test_the_fewest_seats_are_what_both_the_call_and_the_team_accept():
    assert Candidate("Azul", 5, 1).smallest_grant(None) == 5
    assert Candidate("Azul", 5, 1, least=2).smallest_grant(None) == 5
    assert Candidate("Azul", 5, 1).smallest_grant(3) == 3
    assert Candidate("Azul", 5, 1, least=4).smallest_grant(3) == 4
    assert Candidate("Azul", 5, 1, least=2).smallest_grant(3) == 3
    assert Candidate("Azul", 2, 1).smallest_grant(3) == 2
