"""What stands out in a rater's ratings, and what does not."""

from fractions import Fraction
from random import Random

import pytest

from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from scoring.severity.fit import fit_severity
from scoring.severity.monitors import FLAGS, Flag, monitor_raters
from tests.scoring.vectors import by_rater
from web.words.statistics import FLAGS as WORDS

QUALITIES = [10, 40, 70, 20, 60, 90, 30, 80]
NOISE = [1, -1, 2, -2, 1, -1, 2, -2]


def fit(*rows):
    return fit_severity(by_rater(rows))


def ratings_of(shift=0, noise=1, spread=1):
    """Give one rater's ratings of eight units."""
    return [50 + spread * (quality - 50) + shift + noise * n for quality, n in zip(QUALITIES, NOISE, strict=True)]


def codes(flags):
    return [(flag.rater, flag.code) for flag in flags]


def test_a_strict_rater_is_beyond_a_tenth_of_the_scale_and_two_errors():
    found = monitor_raters(fit(ratings_of(-30), ratings_of(noise=-1), ratings_of()), 100)
    strict = [flag for flag in found if flag.rater == "rater 0"]

    assert [(flag.code, round(flag.figure, 2), flag.limit) for flag in strict] == [
        ("severity_of_scale", -0.2, 0.1),
        ("severity_of_error", round(strict[1].figure, 2), 2),
    ]
    assert strict[1].figure < -2
    assert found[-1].figure > 0


def test_the_same_severity_on_a_wider_scale_is_no_tenth_of_it():
    wide = monitor_raters(fit(ratings_of(-30), ratings_of(noise=-1), ratings_of()), 1000)
    assert "severity_of_scale" not in {flag.code for flag in wide}


def test_a_rater_who_follows_nobody_is_inconsistent():
    found = monitor_raters(fit(ratings_of(noise=20), ratings_of(noise=0), ratings_of(noise=0)), 100)
    assert codes(found) == [("rater 0", "inconsistent")]
    assert found[0].figure == pytest.approx(2)  # 4 of the 6 parts that all three deviate by
    assert found[0].limit == 1.5


def test_a_rater_who_stays_in_the_middle_is_seen():
    found = monitor_raters(fit(ratings_of(spread=Fraction(1, 5)), ratings_of(), ratings_of(noise=-1)), 100)
    assert ("rater 0", "central_tendency") in codes(found)
    assert [flag.figure < flag.limit for flag in found if flag.code == "central_tendency"] == [True]


def test_where_nobody_varies_nothing_stands_out():
    assert monitor_raters(fit([5] * 8, [5] * 8), 100) == ()


def test_fewer_than_six_ratings_raise_no_flag():
    assert monitor_raters(fit(ratings_of(-30)[:5], ratings_of()[:5]), 100) == ()


def test_where_severity_cannot_be_wrong_only_the_scale_judges_it():
    rows = [[*range(6), "."], [*["."] * 6, 9]]
    chain = [Rating("unit 5", "rater 1", 90), *by_rater(rows)]
    chain += [Rating(f"only {n}", "rater 1", n) for n in range(5)]
    found = monitor_raters(fit_severity(chain), 100)
    assert [flag.rater for flag in found if flag.code == "severity_of_scale"] == ["rater 0", "rater 1"]
    assert "severity_of_error" not in {flag.code for flag in found}


def by_criterion(alike):
    """Give three raters' ratings on two criteria; those of *alike* say the same on both."""
    random = Random(4)
    first = {(f"u{n}", rater): random.randint(0, 3) for n in range(12) for rater in ("Ana", "Edo", "Eun")}
    second = {place: first[place] if place[1] in alike else random.randint(0, 3) for place in first}
    return {
        name: [Rating(unit, rater, value) for (unit, rater), value in each.items()]
        for name, each in (("C1", first), ("C2", second))
    }


def halos(criteria):
    return [flag for flag in monitor_raters(fit_severity(criteria["C1"]), 3, criteria) if flag.code == "halo"]


def test_a_rater_whose_criteria_all_say_the_same_has_a_halo():
    assert halos(by_criterion({"Edo"})) == [Flag("Edo", "halo", pytest.approx(1), 0.9)]


def test_where_everybody_s_criteria_go_together_nobody_has_a_halo():
    assert halos(by_criterion({"Ana", "Edo", "Eun"})) == []


def test_criteria_that_do_not_vary_or_are_alone_tell_nothing():
    criteria = by_criterion({"Edo"})
    flat = {"C1": criteria["C1"], "C2": [Rating(one.unit, one.rater, 2) for one in criteria["C2"]]}
    assert halos(flat) == []
    assert halos({"C1": criteria["C1"]}) == []


def test_a_rater_who_rated_one_criterion_only_has_no_correlation():
    criteria = by_criterion({"Edo"})
    criteria["C2"] = [one for one in criteria["C2"] if one.rater != "Ana"]
    assert [flag.rater for flag in halos(criteria)] == ["Edo"]


def test_a_scale_without_width_is_refused():
    with pytest.raises(ScoringError, match="bad_width"):
        monitor_raters(fit(ratings_of(), ratings_of()), 0)


def test_every_flag_has_words():
    assert set(WORDS) == set(FLAGS)
