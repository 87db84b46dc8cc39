"""No answer of the optimiser is taken on trust."""

import sys

import pytest

from scoring.scoring_error import ScoringError
from scoring.selection.limits import Limit
from scoring.selection.model import Model, Span
from scoring.selection.optimiser import Column, Row, agreed, checked, greatest, value_of
from scoring.selection.quota import Floor
from scoring.selection.selection import select
from scoring.selection.selection_rules import SelectionRules
from scoring.selection.total import surely_greatest_total, weights_of
from tests.scoring.selection.candidates import KNAPSACK, team

COLUMNS = [Column(0, 1)] * 4
ROWS = [Row({0: 6, 1: 5, 2: 5, 3: 4}, None, 10)]
TOTAL = {0: 540, 1: 440, 2: 435, 3: 280}


def refusal(make):
    with pytest.raises(ScoringError) as refused:
        make()
    return refused.value.code, refused.value.parameters


def test_the_greatest_sum_is_found_and_where_nothing_keeps_the_rows_that_is_said():
    assert greatest(COLUMNS, ROWS, TOTAL) == (0, 1, 1, 0)
    assert value_of(TOTAL, (0, 1, 1, 0)) == 875
    assert greatest(COLUMNS, [*ROWS, Row({0: 1, 1: 1}, 2, None)], TOTAL) is None


def test_an_answer_that_cannot_be_passed_needs_no_second_asking():
    assert greatest(COLUMNS, ROWS, TOTAL, enough=875) == (0, 1, 1, 0)
    # What was thought to be enough is not reached: then both ways must agree that it cannot be.
    assert greatest(COLUMNS, ROWS, TOTAL, enough=876) == (0, 1, 1, 0)


@pytest.mark.parametrize("values", [(1, 1, 0, 0), (2, 0, 0, 0), (0, -1, 0, 0)])
def test_numbers_that_are_not_what_was_asked_for_are_refused(values):
    assert refusal(lambda: checked(COLUMNS, ROWS, values)) == ("optimiser_failed", {"reason": "wrong"})


def test_a_sum_below_its_bound_is_refused_and_one_within_is_given_back():
    rows = [Row({0: 1, 1: 1}, 1, None)]
    assert refusal(lambda: checked(COLUMNS, rows, (0, 0, 1, 1))) == ("optimiser_failed", {"reason": "wrong"})
    assert checked(COLUMNS, rows, (0, 1, 0, 0)) == (0, 1, 0, 0)


def test_two_answers_must_agree_on_the_value_but_not_on_who_has_it():
    assert agreed({0: 1, 1: 1}, (1, 0), (0, 1)) == (1, 0)
    assert agreed({}, None, None) is None
    for first, second in (((1, 0), (1, 1)), ((1, 0), None), (None, (0, 0))):
        refused = refusal(lambda first=first, second=second: agreed({0: 1, 1: 1}, first, second))
        assert refused == ("optimiser_failed", {"reason": "contradictory"})


def test_a_question_that_takes_too_long_is_given_up_and_never_guessed():
    assert refusal(lambda: greatest(COLUMNS, ROWS, TOTAL, seconds=0.0)) == ("selection_too_hard", {"seconds": 0})


def test_an_ending_that_is_neither_an_answer_nor_none_is_refused_by_its_name():
    assert refusal(lambda: greatest([], [], {})) == ("optimiser_failed", {"reason": "kModelEmpty"})


def test_where_there_must_be_a_choice_none_is_a_failure():
    model = Model([Span(1, 1)])
    model.keep([Limit("floor", 1, "seats", frozenset({0}), least=2)])
    for ask in (lambda: model.surely_best({}, 1), lambda: surely_greatest_total(model, weights_of([7], 5))):
        assert refusal(ask) == ("optimiser_failed", {"reason": "contradictory"})


def test_without_the_optimiser_a_plain_ranking_is_still_selected_and_the_rest_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert select(SelectionRules(10, floors=(Floor({"level": "national"}, 6),)), KNAPSACK).selected == ("T1", "T4")
    assert refusal(lambda: select(SelectionRules(10, method="merit"), KNAPSACK)) == ("optimiser_missing", {})


def test_the_optimiser_says_nothing_on_standard_output(capfd):
    select(SelectionRules(10, method="merit"), [*KNAPSACK, team("T5", 2, 1)])
    assert capfd.readouterr() == ("", "")
