"""Cohen's kappa of two raters, and of tables with weights of one's own."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement.kappa import cohen_kappas
from scoring.agreement.kappa_table import kappa_interval, kappa_of_table
from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from tests.scoring.drills import unhurried
from tests.scoring.vectors import VECTORS, by_rater, renamed

COHEN, SAS = VECTORS["RT06_cohen_1968"], VECTORS["RT07_sas_3x3"]
SHARES = [[Fraction(str(share)) for share in row] for row in COHEN["p"]]
pairs = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12)


def rated(both):
    return by_rater(list(zip(*both, strict=True)))


def in_rows(counts):
    """Give a pair of places for each rating that a table counts."""
    return [(i, j) for i, row in enumerate(counts) for j, count in enumerate(row) for _ in range(count)]


def weights(power, size=4):
    return [[abs(i - j) ** power for j in range(size)] for i in range(size)]


def test_a_table_of_proportions_is_as_published():
    assert round(kappa_of_table(SHARES).value, 4) == COHEN["kappa"]
    assert round(kappa_of_table(SHARES, COHEN["disagreement_weights"]).value, 4) == COHEN["kappa_w"]


def test_a_table_of_counts_is_as_published_with_its_error_and_interval():
    found = kappa_interval(SAS["n"])

    assert round(found.kappa, 4) == SAS["kappa"]
    assert round(found.standard_error, 3) == SAS["ase"]
    assert [round(found.low, 4), round(found.high, 4)] == SAS["ci95"]


def test_ratings_of_two_are_as_published():
    found = cohen_kappas(rated(in_rows(SAS["n"])))
    assert round(found["none"].value, 4) == SAS["kappa"]
    assert round(found["linear"].value, 4) == SAS["kappa_linear"]


def test_the_error_of_a_weighted_kappa_does_not_hang_on_the_unit_of_its_weights():
    linear, stretched = (
        kappa_interval(SAS["n"], [[k * abs(i - j) for j in range(3)] for i in range(3)]) for k in (1, 5)
    )
    assert linear == stretched
    assert round(linear.kappa, 4) == SAS["kappa_linear"]


@unhurried
@given(pairs)
def test_ratings_and_their_table_come_to_the_same(both):
    table = [[both.count((i, j)) for j in range(4)] for i in range(4)]
    found = cohen_kappas(rated(both), range(4))

    for name, weighed in (("none", None), ("linear", weights(1)), ("quadratic", weights(2))):
        assert found[name].reason == kappa_of_table(table, weighed).reason
        assert found[name].value == pytest.approx(kappa_of_table(table, weighed).value)


@unhurried
@given(pairs, st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(both, random):
    shuffled = renamed(rated(both))
    random.shuffle(shuffled)
    assert cohen_kappas(shuffled) == cohen_kappas(rated(both))


@unhurried
@given(st.lists(st.integers(0, 3), min_size=2, max_size=9))
def test_perfect_agreement_is_one_unless_nothing_varies(values):
    found = {one.reason or one.value for one in cohen_kappas(by_rater([values, values])).values()}
    assert found == ({1} if len(set(values)) > 1 else {"no_variance"})


def test_a_category_has_its_place_among_those_that_occur_or_in_all():
    both = by_rater([[10, 20, 90, 90], [20, 20, 90, 10]])
    occurring, given = cohen_kappas(both), cohen_kappas(both, [10, 20, 30, 90])

    assert occurring == cohen_kappas(by_rater([[0, 1, 2, 2], [1, 1, 2, 0]]))
    assert given == cohen_kappas(by_rater([[0, 1, 3, 3], [1, 1, 3, 0]]), range(4))
    assert given["none"] == occurring["none"]
    assert given["linear"] != occurring["linear"]


def test_numbers_order_as_numbers_and_labels_by_code_point():
    numbers, labels = by_rater([[9, 10, 11], [10, 10, 9]]), by_rater([["a", "b", "c"], ["b", "b", "a"]])
    mixed = by_rater([[9, "A", "B"], ["A", "A", 9]])
    assert cohen_kappas(numbers) == cohen_kappas(labels) == cohen_kappas(mixed)


def test_units_that_one_has_left_out_say_nothing():
    ratings = rated(in_rows(SAS["n"]))
    assert cohen_kappas([*ratings, Rating("alone", "rater 0", 7)]) == cohen_kappas(ratings)


@pytest.mark.parametrize(
    ("rows", "reason", "facts"),
    [
        ([], "no_ratings", {}),
        (["12"], "not_two_raters", {"raters": 1}),
        (["12", "12", "12"], "not_two_raters", {"raters": 3}),
        (["12.", "1.2", ".12"], "not_two_raters", {"raters": 3}),
        (["1.", ".2"], "no_unit_twice", {}),
        (["11", "11"], "no_variance", {}),
    ],
)
def test_what_cannot_be_measured_has_a_reason_and_no_figure(rows, reason, facts):
    for found in cohen_kappas(by_rater(rows)).values():
        assert (found.value, found.reason, found.facts) == (None, reason, facts)


def test_a_value_outside_the_categories_is_refused():
    with pytest.raises(ScoringError) as refused:
        cohen_kappas(by_rater(["UX", "UP"]), "UMSP")
    assert (refused.value.code, refused.value.parameters) == ("unknown_category", {"value": "X"})


@pytest.mark.parametrize(
    ("table", "weighed", "code"),
    [
        ([[1, 2]], None, "table_not_square"),
        ([[1, 2], [3, 4]], [[0, 1]], "table_not_square"),
        ([[1, -2], [3, 4]], None, "negative_number_in_table"),
        ([[1, 2], [3, 4]], [[0, 1], [-1, 0]], "negative_number_in_table"),
    ],
)
def test_a_table_that_is_none_is_refused(table, weighed, code):
    with pytest.raises(ScoringError) as refused:
        kappa_of_table(table, weighed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("table", "reason"), [([], "no_ratings"), ([[0, 0], [0, 0]], "no_ratings"), ([[5, 0], [0, 0]], "no_variance")]
)
def test_an_empty_or_uniform_table_has_no_kappa_and_no_interval(table, reason):
    for found in (kappa_of_table(table), kappa_interval(table)):
        assert (found.value, found.reason) == (None, reason)
