"""Standings from levels without severity: by hand, and the raw ones where nothing is taken off (rules.md 28)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.adjusted import adjusted_lines, adjusted_standings, middle_level
from scoring.agreement_of_levels import agreed_level
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.standings import compute_standings

RUBRIC = Rubric(levels=("U", "M", "S", "P"), criteria={"C1": Criterion(60), "C2": Criterion(40)})
RULES = Rules(
    RUBRIC, {"01": InjectRule(3, ("C1", "C2")), "02": InjectRule(2, ("C1",)), "03": InjectRule(1), "04": InjectRule(1)}
)


def records(team="Azul", first=(2,), second=(2,)):
    return [
        Record(team, "01", ratings={"C1": first, "C2": second}),
        Record(team, "02", value=3, ratings={"C1": first}),
        Record(team, "03", value=3),
        Record(team, "04", state="void"),
    ]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=5))
def test_where_nothing_is_taken_off_the_middle_is_the_agreed_level(levels):
    assert middle_level([Fraction(one) for one in levels], 3) == agreed_level(levels)


@pytest.mark.parametrize(("levels", "middle"), [([-1], 0), ([4], 3), ([Fraction(1, 2), 1], Fraction(3, 4))])
def test_a_level_stays_on_the_scale(levels, middle):
    assert middle_level([Fraction(one) for one in levels], 3) == middle


def test_without_adjusted_levels_the_standings_are_the_raw_ones():
    both = [*records(), *records("Verde", first=(1,))]

    assert adjusted_standings(RULES, both, ["Azul", "Verde"], {}) == compute_standings(RULES, both, ["Azul", "Verde"])


def test_an_adjusted_level_counts_in_place_of_the_raw_one():
    levels = {("Azul", "01"): {"C1": Fraction(3), "C2": Fraction(1)}, ("Azul", "02"): {"C1": Fraction(3, 2)}}
    lines = adjusted_lines(RULES, records(), "Azul", levels)

    # 01: (60·1 + 40·1/3) / 100; 02: half the option, half its rationale; 03 has nothing to adjust.
    assert [line.quality for line in lines] == [Fraction(11, 15), (1 + Fraction(1, 2)) / 2, Fraction(1), None]
    score = (3 * Fraction(11, 15) + 2 * Fraction(3, 4) + 1) / 6
    assert (
        adjusted_standings(RULES, records(), ["Azul"], levels)[0].score
        == Decimal("78.33")
        == round(Decimal(float(100 * score)), 2)
    )


def test_what_is_adjusted_for_another_team_or_not_counted_changes_nothing():
    levels = {("Verde", "01"): {"C1": Fraction(0)}, ("Azul", "04"): {"C1": Fraction(0)}, ("Azul", "03"): {}}

    assert adjusted_lines(RULES, records(), "Azul", levels) == adjusted_lines(RULES, records(), "Azul", {})


def test_a_criterion_that_has_no_adjusted_level_keeps_its_own():
    line = adjusted_lines(RULES, records(), "Azul", {("Azul", "01"): {"C2": Fraction(3)}})[0]

    assert dict(line.criteria) == {"C1": Fraction(2, 3), "C2": Fraction(1)}


def test_a_line_without_its_ratings_waits_as_before():
    waiting = [Record("Azul", "01", ratings={"C1": (2,)}), *records()[1:]]
    lines = adjusted_lines(RULES, waiting, "Azul", {("Azul", "01"): {"C1": Fraction(0)}})

    assert lines[0].quality is None
    assert adjusted_standings(RULES, waiting, ["Azul"], {})[0].score is None


def test_criteria_that_weigh_nothing_leave_the_quality_as_it_was():
    weightless = Rules(Rubric(RUBRIC.levels, {"C1": Criterion(0)}), {"02": InjectRule(2, ("C1",))})
    record = Record("Azul", "02", value=1, ratings={"C1": (2,)})
    lines = adjusted_lines(weightless, [record], "Azul", {("Azul", "02"): {"C1": Fraction(3)}})

    assert lines[0].quality == Fraction(1, 3)


def test_a_record_of_an_unknown_team_is_named():
    with pytest.raises(ScoringError) as caught:
        adjusted_standings(RULES, records("Rojo"), ["Azul"], {})
    assert (caught.value.code, caught.value.parameters) == ("unknown_team", {"team": "Rojo"})
