"""Krippendorff's alpha: published values, what must not matter, and where there is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement.alpha import SCALES, krippendorff_alpha, read_alpha
from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from tests.scoring.drills import unhurried
from tests.scoring.vectors import SHROUT_FLEISS, VECTORS, by_rater, by_unit, factors, mapped, renamed, some_ratings


def alpha(ratings, scale):
    found = krippendorff_alpha(ratings, scale)
    return found.reason or found.value


@pytest.mark.parametrize(
    ("name", "digits"),
    [("RT01_krippendorff_2011_B", 4), ("RT02_krippendorff_2011_C", 3), ("krippendorff_2011_D", 3)],
)
def test_alpha_is_as_published(name, digits):
    vector = VECTORS[name]
    rows = [[int(value) if str(value).isdigit() else value for value in row] for row in vector["obs"]]
    found = {scale: round(alpha(by_rater(rows), scale), digits) for scale in vector["alpha"]}
    assert found == vector["alpha"]


def test_judges_who_agree_on_order_only_agree_once_their_severity_is_gone():
    ratings = by_unit(SHROUT_FLEISS["ratings"])
    judges = zip(*SHROUT_FLEISS["ratings"], strict=True)
    means = {f"rater {place}": Fraction(sum(given), 6) for place, given in enumerate(judges)}

    assert round(alpha(ratings, "interval"), 3) == 0.147
    assert round(alpha(mapped(ratings, lambda one: one.value - means[one.rater]), "interval"), 3) == 0.727


@unhurried
@given(some_ratings, st.sampled_from(SCALES), st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(ratings, scale, random):
    shuffled = renamed(ratings)
    random.shuffle(shuffled)
    assert krippendorff_alpha(shuffled, scale) == krippendorff_alpha(ratings, scale)


@unhurried
@given(some_ratings, factors, factors)
def test_an_interval_scale_has_any_zero_and_any_unit(ratings, factor, shift):
    moved = mapped(ratings, lambda one: factor * one.value - shift)
    assert krippendorff_alpha(moved, "interval") == krippendorff_alpha(ratings, "interval")


@unhurried
@given(some_ratings, factors)
def test_a_ratio_scale_has_any_unit(ratings, factor):
    stretched = mapped(ratings, lambda one: factor * one.value)
    assert alpha(stretched, "ratio") == pytest.approx(alpha(ratings, "ratio"))


@unhurried
@given(some_ratings)
def test_an_ordinal_scale_knows_nothing_but_order(ratings):
    stretched = mapped(ratings, lambda one: one.value**3 - 7)
    assert krippendorff_alpha(stretched, "ordinal") == krippendorff_alpha(ratings, "ordinal")


@unhurried
@given(some_ratings)
def test_a_nominal_scale_knows_nothing_but_names(ratings):
    named = mapped(ratings, lambda one: "USPM"[one.value])
    assert krippendorff_alpha(named, "nominal") == krippendorff_alpha(ratings, "nominal")


@unhurried
@given(st.lists(st.integers(0, 9), min_size=2, max_size=6), st.integers(2, 4), st.sampled_from(SCALES))
def test_perfect_agreement_is_one_unless_nothing_varies(values, raters, scale):
    assert alpha(by_rater([values] * raters), scale) == (1 if len(set(values)) > 1 else "no_variance")


@unhurried
@given(some_ratings, st.sampled_from(SCALES))
def test_a_plain_second_computation_agrees(ratings, scale):
    found = krippendorff_alpha(ratings, scale)
    if found.value is None:
        assert found.reason in ("one_rater", "no_unit_twice", "no_variance")
    else:
        assert found.value == pytest.approx(oracle(ratings, scale))


def oracle(ratings, scale):
    """Compute alpha from the matrix of coincidences, cell by cell, as Krippendorff's paper does by hand."""
    units = {}
    for one in ratings:
        units.setdefault(one.unit, []).append(one.value)
    levels = range(4)
    o = {(c, k): Fraction(0) for c in levels for k in levels}
    for values in (values for values in units.values() if len(values) > 1):
        for i, c in enumerate(values):
            for j, k in enumerate(values):
                if i != j:
                    o[c, k] += Fraction(1, len(values) - 1)
    n = {c: sum(o[c, k] for k in levels) for c in levels}
    distance = {
        "nominal": lambda c, k: int(c != k),
        "ordinal": lambda c, k: (sum(n[g] for g in range(c, k + 1)) - (n[c] + n[k]) / 2) ** 2,
        "interval": lambda c, k: (c - k) ** 2,
        "ratio": lambda c, k: Fraction(c - k, c + k) ** 2,
    }[scale]
    pairs = [(c, k) for c in levels for k in levels if c < k]
    observed = sum(o[pair] * distance(*pair) for pair in pairs)
    return 1 - (sum(n.values()) - 1) * observed / sum(n[c] * n[k] * distance(c, k) for c, k in pairs)


@pytest.mark.parametrize(
    ("rows", "scale", "reason"),
    [
        ([], "nominal", "no_ratings"),
        (["123"], "nominal", "one_rater"),
        (["1..", ".2."], "nominal", "no_unit_twice"),
        (["11", "11"], "nominal", "no_variance"),
        (["11.", "112"], "nominal", "no_variance"),
        ([[-1, 2], [1, 2]], "ratio", "negative_value"),
        (["ab", "bb"], "ordinal", "not_numbers"),
        (["ab", "bb"], "interval", "not_numbers"),
        ([["b", 1], [2, 2]], "ratio", "not_numbers"),
    ],
)
def test_what_cannot_be_measured_has_a_reason_and_no_figure(rows, scale, reason):
    found = krippendorff_alpha(by_rater(rows), scale)
    assert (found.value, found.reason) == (None, reason)


def test_a_unit_that_only_one_has_rated_changes_nothing():
    ratings = by_rater(["0123", "0133"])
    more = [*ratings, Rating("alone", "rater 0", "9")]
    assert krippendorff_alpha(more, "nominal") == krippendorff_alpha(ratings, "nominal")


def test_nonsense_is_refused():
    with pytest.raises(ScoringError, match="unknown_scale"):
        krippendorff_alpha([], "cardinal")
    with pytest.raises(ScoringError, match="unit_rated_twice") as refused:
        krippendorff_alpha([Rating("u", "Edo", 1), Rating("u", "Edo", 1)], "nominal")
    assert refused.value.parameters == {"unit": "u", "rater": "Edo"}


@pytest.mark.parametrize(
    ("value", "reading"),
    [(0.8, "reliable"), (0.7999, "tentative"), (0.667, "tentative"), (0.6669, "unreliable"), (-1, "unreliable")],
)
def test_alpha_is_read_as_its_author_reads_it(value, reading):
    assert read_alpha(value) == reading
