"""Baseline and re-test, objective by objective."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from scoring.line import explain
from scoring.linking.objectives import Change, MeanChange, Reached, compare_objectives, mean_changes, reach_objectives
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from tests.scoring.drills import TEAMS, drills, unhurried

RUBRIC = Rubric(
    ("U", "M", "S", "P"), {"C1": Criterion(25), "C2": Criterion(15), "C3": Criterion(10), "C4": Criterion(0)}
)
RULES = Rules(
    RUBRIC,
    {
        "01": InjectRule(7, ("C1", "C2")),
        "02": InjectRule(3, ("C1", "C3")),
        "03": InjectRule(5),
        "04": InjectRule(2, ("C4",)),
    },
)
OBJECTIVES = {"C1": "decide", "C2": "decide", "C3": "inform", "C4": "nothing"}


def reached(*records, objectives=OBJECTIVES):
    teams = {record.team for record in records}
    return reach_objectives(RUBRIC, {team: explain(RULES, records, team) for team in teams}, objectives)


def test_an_objective_is_the_mean_of_its_criteria_weighted_by_inject_and_criterion():
    found = reached(
        Record("Azul", "01", ratings={"C1": (3,), "C2": (0,)}),
        Record("Azul", "02", ratings={"C1": (0,), "C3": (2,)}),
        Record("Azul", "03", value=3),
    )
    assert found == {
        ("Azul", "decide"): Reached(Fraction(7 * 25, 7 * 25 + 7 * 15 + 3 * 25), 2),
        ("Azul", "inform"): Reached(Fraction(2, 3), 1),
    }


def test_a_lapse_counts_and_what_is_void_or_waits_for_ratings_does_not():
    found = reached(Record("Azul", "01", "lapsed"), Record("Azul", "02"), Record("Verde", "01", "void"))
    assert found == {("Azul", "decide"): Reached(Fraction(0), 1)}


def test_a_criterion_without_an_objective_or_a_weight_tells_of_none():
    record = Record("Azul", "01", ratings={"C1": (3,), "C2": (0,)})
    assert reached(record, objectives={"C2": "decide"}) == {("Azul", "decide"): Reached(Fraction(0), 1)}
    assert reached(Record("Azul", "04", "lapsed")) == {}


def test_only_what_a_team_has_in_both_is_compared():
    before = {("Azul", "decide"): Reached(Fraction(1, 3), 4), ("Verde", "decide"): Reached(Fraction(1), 3)}
    after = {
        ("Azul", "decide"): Reached(Fraction(2, 3), 5),
        ("Azul", "inform"): Reached(Fraction(1), 1),
        ("Rojo", "decide"): Reached(Fraction(1), 3),
    }
    assert compare_objectives(before, after) == (
        Change("Azul", "decide", Decimal("33.33"), Decimal("66.67"), Decimal("33.34"), 4, 5),
    )


def test_the_mean_change_is_over_teams_and_says_how_many():
    def change(team, objective, difference):
        return Change(team, objective, Decimal(0), Decimal(0), Decimal(difference), 1, 1)

    some = [change("Azul", "decide", "10.00"), change("Verde", "decide", "-4.00"), change("Azul", "inform", "1.25")]
    assert mean_changes(some) == (
        MeanChange("decide", Decimal("3.00"), 2),
        MeanChange("inform", Decimal("1.25"), 1),
    )
    assert mean_changes([]) == ()


@unhurried
@given(drills)
def test_a_drill_compared_with_itself_has_not_changed(drill):
    rules, records = drill
    lines = {team: explain(rules, records, team) for team in TEAMS}
    found = reach_objectives(rules.rubric, lines, {"C1": "decide", "C2": "decide", "C3": "inform"})
    assert all(0 <= one.quality <= 1 and one.n for one in found.values())
    changes = compare_objectives(found, found)
    assert [(change.team, change.objective) for change in changes] == sorted(found)
    assert {change.difference for change in changes} <= {Decimal("0.00")}
