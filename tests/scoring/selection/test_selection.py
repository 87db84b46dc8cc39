"""Selections as a committee tells them: who was passed over, by which rule, and what had to give way."""

import json
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from scoring.draw import rank_by_draw
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.certificate import digest_of
from scoring.selection.document import selection_document
from scoring.selection.quota import Cap, Floor
from scoring.selection.reasons import MOST_TOLD_TOTALS, Reason
from scoring.selection.selection import select
from scoring.selection.selection_rules import SelectionRules
from tests.scoring.selection.candidates import KNAPSACK, RT23, team

SUB = {"level": "sub-national"}


def why(selection, name):
    reason = selection.reasons[name]
    return reason.code, dict(reason.parameters)


def test_the_ranking_takes_who_fits_and_passes_over_who_does_not():
    selection = select(SelectionRules(10), KNAPSACK)
    assert (selection.selected, selection.total) == (("T1", "T4"), 820)
    assert why(selection, "T2") == ("too_few_seats", {"seats": 10, "left": 4, "asked": 5, "cut": 90})
    assert selection.waitlist == ("T2", "T3")
    assert (selection.certificate.seats, selection.certificate.bound) == (10, None)


def test_the_greatest_total_may_leave_out_the_first_of_the_ranking():
    selection = select(SelectionRules(10, method="merit"), KNAPSACK)
    assert (selection.selected, selection.total) == (("T2", "T3"), 875)
    assert why(selection, "T1") == ("not_best", {"total": 875, "with_her": 820, "short": 55})
    assert (selection.certificate.total, selection.certificate.bound) == (875, 875)


@pytest.mark.parametrize("method", ["ranked", "merit"])
def test_a_floor_that_the_rules_themselves_put_out_of_reach_gives_way_like_any_other(method):
    rules = SelectionRules(
        2, method=method, caps=(Cap("level", 1),), floors=(Floor(SUB, 2), Floor({"country": "PE"}, 1))
    )
    selection = select(rules, RT23)
    assert selection.selected == ("n1", "s2")
    (relaxed,) = selection.relaxed
    told = {"cap": 1, "by": "level", "value": "sub-national", "max": 1, "unit": "seats"}
    assert (relaxed.floor, relaxed.min, relaxed.to, relaxed.clash) == (1, 2, 1, (told,))


def test_floors_are_not_served_first_at_the_cost_of_the_total():
    rules = SelectionRules(3, method="merit", caps=(Cap("country", 2),), floors=(Floor(SUB, 1, "teams"),))
    selection = select(rules, RT23)
    assert (selection.selected, selection.total) == (("n1", "n2", "s2"), 286)
    assert why(selection, "s1") == ("not_best", {"total": 286, "with_her": 278, "short": 8})


def test_a_cap_passes_over_with_its_number_what_was_left_and_the_merit_of_the_last_under_it():
    selection = select(SelectionRules(3, caps=(Cap("level", 9), Cap("country", 2))), RT23)
    told = {"cap": 2, "by": "country", "value": "CO", "max": 2, "unit": "seats", "left": 0, "asked": 1, "cut": 98}
    assert why(selection, "s1") == ("cap_reached", told)
    assert selection.selected == ("n1", "n2", "s2")


def test_a_cap_that_nobody_reached_may_still_be_too_low_for_a_team():
    capped = Cap(None, 1, "seats", {"country": ("CO", "PE")})
    told = {"cap": 1, "where": {"country": ("CO", "PE")}, "max": 1, "unit": "seats", "left": 1, "asked": 2}
    assert why(select(SelectionRules(9, caps=(capped,)), [team("Azul", 2, 5)]), "Azul") == ("cap_reached", told)


def test_a_team_is_passed_over_for_a_floor_only_when_the_floor_would_be_lost():
    teams = [team("a", 2, 9), team("b", 2, 8), team("c", 2, 7), team("d", 2, 6, level="sub-national")]
    selection = select(SelectionRules(6, floors=(Floor(SUB, 2),)), teams)
    assert selection.selected == ("a", "b", "d")
    floors = ({"floor": 1, "where": SUB, "min": 2, "unit": "seats"},)
    assert why(selection, "c") == ("floor_needed", {"floors": floors, "asked": 2, "cut": 8})


def test_floors_that_only_clash_together_are_named_together():
    teams = [
        team("top", 2, 9),
        team("north", 3, 5, level="sub-national"),
        team("south", 3, 4, country="HT"),
        team("small", 2, 3, level="sub-national"),
    ]
    floors = (Floor({"country": "CO"}, 1), Floor(SUB, 2), Floor({"country": "HT"}, 3))
    selection = select(SelectionRules(6, floors=floors), teams)
    # With the top team four seats are left: enough for either floor, not for both.
    code, told = why(selection, "top")
    assert (code, [floor["floor"] for floor in told["floors"]]) == ("floor_needed", [2, 3])
    assert selection.selected == ("north", "south")


def test_where_a_cap_keeps_others_from_serving_the_floor_it_is_named_too():
    teams = [
        team("top", 3, 9, country="PE"),
        team("other", 1, 8, country="PE"),
        team("north", 2, 5, country="PE", level="sub-national"),
        team("low", 2, 1, level="national"),
    ]
    rules = SelectionRules(9, caps=(Cap("level", 9), Cap("country", 4)), floors=(Floor(SUB, 2),))
    selection = select(rules, teams)
    cap = {"cap": 2, "by": "country", "value": "PE", "max": 4, "unit": "seats"}
    floor = {"floor": 1, "where": SUB, "min": 2, "unit": "seats"}
    assert why(selection, "top") == ("floor_needed", {"floors": (floor,), "asked": 3, "caps": (cap,)})
    assert selection.selected == ("low", "north", "other")


def test_who_is_below_the_threshold_is_neither_selected_nor_waiting_not_even_for_a_floor():
    teams = [team("Azul", 3, 80), team("Verde", 3, "59.99", level="sub-national")]
    selection = select(SelectionRules(9, threshold=60, floors=(Floor(SUB, 1),)), teams)
    assert why(selection, "Verde") == ("below_threshold", {"merit": Fraction(5999, 100), "threshold": 60})
    assert (selection.selected, selection.waitlist) == (("Azul",), ())
    assert [(each.floor, each.min, each.to, each.missing) for each in selection.relaxed] == [(1, 1, 0, 1)]


def test_a_floor_with_too_few_candidates_is_relaxed_and_says_who_gained():
    teams = [team("a", 1, 9), team("b", 1, 8), team("c", 1, 7), team("HT", 1, 2, country="HT")]
    (relaxed,) = select(SelectionRules(3, floors=(Floor({"country": "HT"}, 2),)), teams).relaxed
    assert (relaxed.floor, relaxed.min, relaxed.to, relaxed.unit, relaxed.missing) == (1, 2, 1, "seats", 1)
    assert (relaxed.clash, relaxed.gained) == ((), ("b",))


def test_of_floors_that_clash_the_last_in_the_file_gives_way():
    teams = [team("a", 2, 9, country="HT"), team("b", 2, 8, level="sub-national"), team("c", 1, 1, country="HT")]
    north, haiti = Floor(SUB, 2), Floor({"country": "HT"}, 2)
    one = select(SelectionRules(3, floors=(north, haiti)), teams)
    other = select(SelectionRules(3, floors=(haiti, north)), teams)
    (relaxed,), (swapped,) = one.relaxed, other.relaxed
    assert (one.selected, relaxed.floor, relaxed.to, relaxed.gained) == (("b", "c"), 2, 1, ())
    assert relaxed.clash == ({"seats": 3}, {"floor": 1, "where": SUB, "min": 2, "unit": "seats"})
    assert (other.selected, swapped.floor, swapped.to) == (("a", "c"), 2, 0)
    # Who holds the seats has them by the other floor, and one seat by none.
    assert swapped.gained == ("c",)


def test_a_floor_that_a_cap_keeps_from_its_minimum_names_the_cap():
    teams = [team(name, 2, merit, country="HT") for name, merit in (("a", 9), ("b", 8), ("c", 7))]
    rules = SelectionRules(9, caps=(Cap("country", 3),), floors=(Floor({"level": "national"}, 5),))
    (relaxed,) = select(rules, teams).relaxed
    assert relaxed.clash == ({"cap": 1, "by": "country", "value": "HT", "max": 3, "unit": "seats"},)
    assert (relaxed.to, relaxed.gained) == (2, ())


def test_seats_that_stayed_empty_are_gained_by_nobody():
    teams = [team("a", 2, 9), team("b", 2, 8)]
    for unit, missing in (("seats", 3), ("teams", 2)):
        rules = SelectionRules(7, floors=(Floor({"country": "HT"}, missing, unit),))
        gained = {"seats": (), "teams": ("b",)}[unit]
        assert select(rules, teams).relaxed[0].gained == gained


def test_a_team_too_large_for_what_is_left_takes_a_smaller_one_if_both_accept():
    teams = [team("a", 6, 9), team("b", 5, 8, least=4), team("c", 4, 7, least=3), team("d", 2, 6)]
    rules = SelectionRules(9, smallest=3)
    selection = select(rules, teams)
    assert selection.seats == {"a": 6, "c": 3}
    against = Reason("too_few_seats", {"seats": 9, "left": 3, "asked": 4, "cut": Fraction(9)})
    assert why(selection, "c") == ("reduced", {"seats": 3, "asked": 4, "because": against})
    assert selection.total == 6 * 9 + 3 * 7
    assert select(SelectionRules(9), teams).seats == {"a": 6, "d": 2}


def test_equal_merit_is_ordered_by_the_draw_over_the_tied_alone():
    teams = [team(name, 1, merit) for name, merit in (("d", 5), ("b", 5), ("a", 9), ("c", 5))]
    selection = select(SelectionRules(2, randomness="9319./2.5.8./"), teams)
    assert selection.ranking == ("a", *rank_by_draw("bcd", "9319./2.5.8./"))
    assert selection.selected == tuple(sorted(selection.ranking[:2]))


def test_a_tie_without_randomness_is_refused_with_its_ids_even_where_it_decides_nothing():
    teams = [team(name, 1, merit) for name, merit in (("b", 1), ("a", 1), ("c", 9))]
    with pytest.raises(ScoringError) as refused:
        select(SelectionRules(5, threshold=1), teams)
    assert (refused.value.code, refused.value.parameters) == ("tie_without_randomness", {"ids": ("a", "b")})


def test_below_the_threshold_where_nobody_is_called_a_tie_needs_no_draw():
    teams = [team(name, 1, merit) for name, merit in (("b", 1), ("a", 1), ("c", 9))]

    assert select(SelectionRules(5, threshold=2), teams).ranking == ("c", "a", "b")
    drawn = select(SelectionRules(5, threshold=2, randomness="9319./"), teams).ranking
    assert drawn == ("c", *rank_by_draw("ab", "9319./"))


@pytest.mark.parametrize(
    ("rules", "teams", "code", "parameters"),
    [
        (SelectionRules(5), [team("a", 1, 1), team("a", 2, 2)], "duplicate_id", {"id": "a"}),
        (
            SelectionRules(5, caps=(Cap("sub-region", 3),)),
            [team("a", 1, 1)],
            "unknown_attribute",
            {"attribute": "sub-region", "id": "a"},
        ),
    ],
)
def test_candidates_that_rules_cannot_be_applied_to_are_refused(rules, teams, code, parameters):
    with pytest.raises(ScoringError) as refused:
        select(rules, teams)
    assert (refused.value.code, refused.value.parameters) == (code, parameters)


@pytest.mark.parametrize("method", ["ranked", "merit"])
def test_nobody_may_apply_and_nobody_be_good_enough(method):
    rules = SelectionRules(5, threshold=50, method=method, floors=(Floor(SUB, 2),))
    for teams in ([], [team("a", 1, 1)]):
        selection = select(rules, teams)
        assert (selection.selected, selection.total, len(selection.relaxed)) == ((), 0, 1)


def test_merits_that_floating_point_cannot_tell_apart_still_decide():
    fine = Fraction(1, 10**20)
    teams = [team("a", 3, 1), team("b", 1, 1 + fine), team("c", 2, 1 + 2 * fine), team("d", 3, 1 + fine)]
    selection = select(SelectionRules(3, method="merit", randomness="x"), teams)
    assert (selection.selected, selection.total) == (("b", "c"), 3 + 5 * fine)
    # What the total would be with the others is not told, for it would take minutes where many ask.
    assert why(selection, "d") == ("not_best", {"total": 3 + 5 * fine})


def test_with_many_decimals_a_team_still_hears_of_an_equal_choice_or_an_impossible_one():
    fine = Fraction(1, 10**20)
    teams = [team("a", 2, 3 + fine * 3), team("b", 3, 2 + fine * 2), team("c", 4, 1, "PE")]
    selection = select(SelectionRules(3, method="merit"), teams)
    assert (selection.selected, selection.total) == (("a",), 6 + 6 * fine)
    assert why(selection, "b") == ("equally_good", {"total": 6 + 6 * fine})
    assert why(selection, "c") == ("never_possible", {"asked": 4})


def test_for_very_many_candidates_only_the_greatest_total_is_told():
    crowd = [team(f"t{number:03}", 1, 1 + Fraction(number, 1000)) for number in range(MOST_TOLD_TOTALS)]
    selection = select(SelectionRules(199, method="merit"), crowd)
    assert set(why(selection, "t000")[1]) == {"total", "with_her", "short"}
    selection = select(SelectionRules(200, method="merit"), [*crowd, team("last", 1, Fraction(1, 2))])
    assert set(why(selection, "last")[1]) == {"total"}


def test_among_equal_totals_the_first_in_the_ranking_is_taken_and_the_other_told_so():
    selection = select(SelectionRules(3, method="merit"), [team("a", 2, 3), team("b", 3, 2)])
    assert (selection.selected, selection.total) == (("a",), 6)
    assert why(selection, "b") == ("equally_good", {"total": 6})


def test_what_no_allowed_choice_can_give_is_said_to_be_impossible():
    rules = SelectionRules(5, method="merit", caps=(Cap("country", 2),))
    selection = select(rules, [team("a", 3, 9), team("b", 2, 3)])
    assert why(selection, "a") == ("never_possible", {"asked": 3})


@pytest.mark.parametrize(("method", "times"), [("ranked", 100), ("merit", 12)])
def test_the_document_is_the_same_byte_for_byte_however_the_rows_are_shuffled(method, times):
    rules = SelectionRules(
        12,
        threshold=2,
        method=method,
        caps=(Cap("country", 6),),
        floors=(Floor(SUB, 3, "teams"), Floor({"country": "HT"}, 4)),
        randomness="9319./2.5.8.10.12./",
        smallest=2,
    )
    random = Random(3)
    attributes = [(random.choice(("BR", "CO", "HT")), random.choice(("sub-national", "national"))) for _ in range(10)]
    teams = [team(f"t{n}", random.randrange(1, 5), random.randrange(6), *each) for n, each in enumerate(attributes)]
    documents = {
        json.dumps(selection_document(rules, select(rules, random.sample(teams, len(teams))))) for _ in range(times)
    }
    assert len(documents) == 1


def test_an_announced_order_goes_before_merit_and_only_who_shares_one_is_drawn():
    five = [
        Candidate("a", 1, 90, order=3), Candidate("b", 1, 80, order=1), Candidate("c", 1, 70, order=2),
        Candidate("d", 1, 60, order=2), Candidate("e", 1, 99),
    ]  # fmt: skip

    selection = select(SelectionRules(2), five)

    assert selection.ranking == ("b", "c", "d", "a", "e")
    assert selection.selected == ("b", "c")
    assert select(SelectionRules(2), five[::-1]) == selection
    assert digest_of(five, ()) != digest_of([replace(one, order=None) for one in five], ())
