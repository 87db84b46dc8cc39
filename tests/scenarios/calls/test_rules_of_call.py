"""A call states rules, and scoring computes by them: one place says what a score is."""

from dataclasses import replace
from fractions import Fraction

import pytest

from scenarios.calls.load import read_call_text
from scenarios.calls.rules_of_call import (
    APPLICATION,
    below_thresholds,
    drill_rules_of,
    merit_rules_of,
    selection_rules_of,
)
from scenarios.load import read_scenario_text
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection_rules import SelectionRules
from scoring.standings import compute_standings
from tests.scenarios.calls.cases import LEAST, award, stage
from tests.scenarios.cases import RUBRIC, TEXT, rated

RATED = LEAST.replace(
    "rubric: {levels: [U, P], criteria: {C1: {title: t, weight: 1, levels: {U: u, P: p}}}}",
    "rubric: {levels: [U, M, P], criteria: {C1: {title: t, weight: 3, threshold: M, levels: {U: u, M: m, P: p}},"
    " C2: {title: t, weight: 1, levels: {U: u, M: m, P: p}}}}",
)


def call(text):
    found, findings = read_call_text(text, "call.yaml")
    assert findings == []
    return found


def test_the_score_of_an_application_is_computed_like_that_of_a_drill():
    rated_call = call(
        RATED.replace("score: merit", "score: merit, ties: [C1, {criteria: [C1, C2]}, draw], threshold: 60")
    )
    rules = merit_rules_of(rated_call, rated_call.stages[0], "9319./")
    assert rules == Rules(
        Rubric(("U", "M", "P"), {"C1": Criterion(3), "C2": Criterion(1)}),
        {APPLICATION: InjectRule(1, ("C1", "C2"))},
        ties=("C1", ("C1", "C2"), "draw"),
        ratings_needed=2,
        randomness="9319./",
    )
    records = [
        Record("Azul", APPLICATION, ratings={"C1": (2, 1), "C2": (2, 2)}),
        Record("Verde", APPLICATION, ratings={"C1": (2, 1), "C2": (2,)}),
    ]
    placed = {one.team: (one.place, one.score) for one in compute_standings(rules, records, ["Azul", "Verde"])}
    assert placed["Azul"] == (1, Fraction(325, 4)) and placed["Verde"][0] is None


def test_a_call_that_rates_nothing_has_no_rules_of_merit():
    unrated = call(stage("drills: [{id: d, title: t}]", "drill").replace(LEAST.splitlines(keepends=True)[9], ""))
    with pytest.raises(KeyError):
        merit_rules_of(unrated, unrated.stages[0])
    assert below_thresholds(unrated, {}) == ()


def test_a_drill_is_scored_by_its_scenario_and_by_what_the_call_announced():
    [played] = call(
        stage("drills: [{id: d, title: t}], time_weight: 0.1, ratings: 3, ties: [C1, draw]", "drill")
    ).stages
    scenario, _ = read_scenario_text(rated(f"ask: {{{TEXT}}}"), "azul.yaml")
    rules = drill_rules_of(played, scenario, "key")
    assert (rules.time_weight, rules.ratings_needed, rules.ties, rules.randomness) == (
        Fraction(1, 10),
        3,
        ("C1", "draw"),
        "key",
    )
    assert rules.injects["01"].criteria == ("C1",) and RUBRIC


def test_a_tie_that_the_scenario_does_not_know_is_refused():
    [played] = call(stage("drills: [{id: d, title: t}], ties: [C9]", "drill")).stages
    scenario, _ = read_scenario_text(rated(f"ask: {{{TEXT}}}"), "azul.yaml")
    with pytest.raises(ScoringError) as refused:
        drill_rules_of(played, scenario)
    assert refused.value.code == "unknown_criterion"


def test_a_criterion_below_its_threshold_or_without_a_level_is_named():
    rated_call = call(RATED)
    assert below_thresholds(rated_call, {"C1": 1, "C2": 0}) == ()
    assert below_thresholds(rated_call, {"C1": Fraction(1, 2), "C2": 2}) == ("C1",)
    assert below_thresholds(rated_call, {}) == ("C1",)


def test_an_award_is_given_by_the_rules_of_a_rules_file():
    rules = "caps: [{by: country, max: 12}, {by: town, max: 1, unit: teams}], floors: [{where: {region: CAR}, min: 6}]"
    reducible = call(
        award(rules, team="team: {least: 4, most: 6, smallest: 3}\n").replace(
            "score: merit", "score: merit, threshold: 60"
        )
    )
    expected = SelectionRules(
        seats=30,
        threshold=60,
        caps=(Cap("country", 12), Cap("town", 1, "teams")),
        floors=(Floor({"region": "CAR"}, 6),),
        randomness="key",
        smallest=3,
    )
    assert selection_rules_of(reducible, "first", "grant", "key") == expected


def test_one_delegate_of_a_team_cannot_be_reduced():
    delegates = call(award("method: merit", "delegate", 3, "team: {least: 4, most: 6, smallest: 3}\n"))
    rules = selection_rules_of(delegates, "first", "grant")
    assert (rules.smallest, rules.seats, rules.method, rules.randomness) == (None, 3, "merit", None)
    assert rules == replace(rules, threshold=0)
