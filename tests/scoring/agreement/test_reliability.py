"""All that can be said of one set of ratings."""

from scoring.agreement.icc import intraclass_correlations
from scoring.agreement.kappa import cohen_kappas
from scoring.agreement.reliability import measure_reliability
from scoring.agreement.statistic import REASONS, undefined
from tests.scoring.vectors import by_rater
from web.words.statistics import REASONS as WORDS

TWO = by_rater([[0, 1, 2, 3], [0, 1, 3, 3]])


def test_two_raters_who_rated_all_have_every_figure():
    found = measure_reliability(TWO, "ordinal", range(4))

    assert (found.scale, found.units, found.raters, found.ratings) == ("ordinal", 4, 2, 8)
    assert found.alpha.value > 0.8
    assert found.icc == intraclass_correlations(TWO).forms
    assert found.kappa == cohen_kappas(TWO, range(4))


def test_names_have_no_mean_even_where_they_are_numbers():
    found = measure_reliability(TWO, "nominal")
    assert set(found.icc.values()) == {undefined("nominal_scale")}
    assert found.kappa["none"].value is not None


def test_no_ratings_are_no_agreement():
    found = measure_reliability([], "interval")
    everything = [found.alpha, *found.icc.values(), *found.kappa.values()]
    assert {one.reason for one in everything} == {"no_ratings"}
    assert (found.units, found.raters, found.ratings) == (0, 0, 0)


def test_every_reason_has_words():
    assert set(WORDS) == REASONS
