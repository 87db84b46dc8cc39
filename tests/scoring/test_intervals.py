"""Between which scores a team lies, and who is tied at the cut (rules.md 28)."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.intervals import CONFIDENCE, Interval, bootstrap_intervals, statistically_tied
from scoring.record import Record
from scoring.resampling import blocks, draw_each
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.standings import compute_standings
from tests.scoring.drills import TEAMS, drills, unhurried

RUBRIC = Rubric(("U", "M", "S", "P"), {"C1": Criterion(2), "C2": Criterion(1)})
RULES = Rules(RUBRIC, {name: InjectRule(1, ("C1", "C2"), 300) for name in ("01", "02", "03", "04")})


def rated(team, *levels, inject="01"):
    """Make a response with the same levels on both criteria."""
    return Record(team, inject, seconds=100, ratings={"C1": levels, "C2": levels})


def bounds(rules, records, teams=("Azul",), **more):
    found = bootstrap_intervals(rules, records, teams, seed="2026", **{"resamples": 200, **more})
    return {one.team: (one.low, one.high) for one in found}


def scores(rules, records, teams):
    return {one.team: one.score for one in compute_standings(rules, records, teams)}


@settings(unhurried, max_examples=50)
@given(drills)
def test_each_resample_is_scored_as_standings_score(drill):
    rules, records = drill
    found = bounds(rules, records, TEAMS, resamples=9, confidence=Fraction(1, 2))
    for team in TEAMS:
        assert found[team] == oracle(rules, [one for one in records if one.team == team], team)


def oracle(rules, records, team):
    """Play each resample as a drill of its own, whose injects are those that were drawn."""
    counted = [one for one in sorted(records, key=lambda one: one.inject) if counts(rules, one)]
    if scores(rules, records, [team])[team] is None:
        return None, None
    chance = blocks("2026", 9 * len(counted))
    resampled = [score_of_redrawn(rules, [(next(chance), counted) for _ in counted], team) for _ in range(9)]
    ordered = sorted(score for score in resampled if score is not None)
    # A quarter of nine is two whole ones.
    outside = len(ordered) // 4
    return (ordered[outside], ordered[-1 - outside]) if ordered else (None, None)


def counts(rules, record):
    alone = replace(rules, injects={record.inject: rules.injects[record.inject]}, ties=(), penalties={})
    return compute_standings(alone, [record], [record.team])[0].of > 0


def score_of_redrawn(rules, drawn, team):
    injects, records = {}, []
    for place, (block, counted) in enumerate(drawn):
        record = counted[block % len(counted)]
        injects[str(place)] = rules.injects[record.inject]
        ratings = redrawn(record.ratings, block // len(counted)) if record.state != "lapsed" else record.ratings
        records.append(replace(record, inject=str(place), ratings=ratings))
    return scores(replace(rules, injects=injects, ties=()), records, [team])[team]


def redrawn(ratings, chance):
    lengths = sorted({len(levels) for levels in ratings.values()})
    picks = iter(draw_each(chance, [length for length in lengths for _ in range(length)]))
    by_length = {length: [next(picks) for _ in range(length)] for length in lengths}
    return {name: tuple(levels[pick] for pick in by_length[len(levels)]) for name, levels in ratings.items()}


@settings(unhurried, max_examples=25)
@given(drills, st.randoms(use_true_random=False))
def test_neither_order_nor_names_nor_other_teams_matter(drill, random):
    rules, records = drill
    names = dict(zip(TEAMS, ("Zoe", "Ana", "Mar"), strict=True))
    renamed = [replace(one, team=names[one.team]) for one in records]
    random.shuffle(renamed)
    penalties = {names[team]: points for team, points in rules.penalties.items()}

    found = bounds(rules, records, TEAMS, resamples=9)
    again = bounds(replace(rules, penalties=penalties), renamed, names.values(), resamples=9)
    alone = bounds(rules, [one for one in records if one.team == "Azul"], ["Azul"], resamples=9)
    assert again == {names[team]: ends for team, ends in found.items()}
    assert alone["Azul"] == found["Azul"]


def test_the_interval_of_a_seed_is_the_same_on_every_machine():
    levels = zip(RULES.injects, ((0, 1), (3, 2), (1, 1), (3, 3)), strict=True)
    records = [rated("Azul", *both, inject=name) for name, both in levels]
    wide, narrow = (bounds(RULES, records, resamples=1000, confidence=each) for each in (CONFIDENCE, Fraction(1, 2)))
    assert wide == {"Azul": (Decimal("25.00"), Decimal("91.67"))}
    assert narrow == {"Azul": (Decimal("45.83"), Decimal("70.83"))}


def test_where_chance_has_nothing_to_choose_the_interval_is_the_score():
    assert bounds(RULES, [rated("Azul", 2)]) == {"Azul": (Decimal("66.67"), Decimal("66.67"))}
    assert bounds(RULES, [rated("Azul", 2, 2, 2, 2, 2)]) == {"Azul": (Decimal("66.67"), Decimal("66.67"))}


def test_evaluators_who_disagree_make_an_interval_of_one_response():
    assert bounds(RULES, [rated("Azul", 0, 3)]) == {"Azul": (Decimal("0.00"), Decimal("100.00"))}
    assert bounds(RULES, [rated("Azul", 0, 0, 3)]) == {"Azul": (Decimal("0.00"), Decimal("100.00"))}


def test_many_evaluators_of_one_response_narrow_it():
    low, high = bounds(RULES, [rated("Azul", *[1, 2] * 20)])["Azul"]
    assert Decimal("33.33") <= low < high <= Decimal("66.67")


def test_a_third_evaluator_of_one_criterion_is_drawn_among_its_three():
    record = Record("Azul", "01", ratings={"C1": (0, 3, 3), "C2": (3, 3)})
    assert bounds(RULES, [record]) == {"Azul": (Decimal("33.33"), Decimal("100.00"))}


def test_injects_that_went_differently_make_an_interval():
    records = [rated("Azul", level, inject=name) for name, level in zip(RULES.injects, (0, 1, 2, 3), strict=True)]
    low, high = bounds(RULES, records)["Azul"]
    narrower = bounds(RULES, records, confidence=Fraction(1, 2))["Azul"]
    assert low < narrower[0] < Decimal("50.00") < narrower[1] < high


def test_a_team_without_a_score_has_no_interval():
    waiting = [rated("Azul", 2), Record("Azul", "02")]
    assert bounds(RULES, waiting, ["Azul", "Verde"]) == {"Azul": (None, None), "Verde": (None, None)}


def test_what_nobody_observed_in_a_resample_leaves_it():
    seldom = Record("Azul", "01", ratings={"C1": (None, 3), "C2": (None, 3)})
    assert bounds(RULES, [seldom]) == {"Azul": (Decimal("100.00"), Decimal("100.00"))}


def test_a_draw_in_which_nobody_observed_anything_is_no_score():
    # One resample alone: in a quarter of all seeds it draws her twice who observed nothing.
    seldom = Record("Azul", "01", ratings={"C1": (None, 3), "C2": (None, 3)})
    found = {bootstrap_intervals(RULES, [seldom], ["Azul"], seed=str(n), resamples=1)[0].low for n in range(20)}
    assert found == {None, Decimal("100.00")}


def test_time_and_penalties_have_their_say():
    rules = replace(RULES, time_weight=Fraction(1, 5), penalties={"Azul": Fraction(5)})
    assert bounds(rules, [rated("Azul", 3)]) == {"Azul": (Decimal("95.00"), Decimal("95.00"))}
    # Lapsed or worst: no quality and no credit, and no less than nothing.
    assert bounds(rules, [rated("Azul", 0)]) == {"Azul": (Decimal("0.00"), Decimal("0.00"))}


@pytest.mark.parametrize("wrong", [{"resamples": 0}, {"confidence": Fraction(1)}, {"confidence": Fraction(0)}])
def test_nonsense_is_refused(wrong):
    with pytest.raises(ScoringError, match="bad_bootstrap"):
        bounds(RULES, [rated("Azul", 2)], **wrong)


def test_a_record_of_no_team_is_refused_as_in_standings():
    with pytest.raises(ScoringError, match="unknown_team"):
        bounds(RULES, [rated("Rojo", 2)])


def test_tied_are_the_teams_whose_interval_contains_the_cut():
    intervals = [
        Interval("Verde", Decimal("60.00"), Decimal("70.00")),
        Interval("Azul", Decimal("50.00"), Decimal("60.00")),
        Interval("Rojo", Decimal("60.01"), Decimal("99.00")),
        Interval("Nada", None, None),
    ]
    assert statistically_tied(intervals, Decimal("60.00")) == ("Azul", "Verde")
    assert statistically_tied(intervals, Decimal("60.01")) == ("Rojo", "Verde")
    assert statistically_tied(intervals, Decimal("99.50")) == ()


@pytest.mark.figure
def test_the_intervals_of_a_programme_take_seconds():
    random = Random(1)
    rules = replace(RULES, injects={f"{n:02}": InjectRule(n, ("C1", "C2"), 300) for n in range(1, 19)})
    teams = [f"team {n}" for n in range(60)]
    records = [
        rated(team, random.randint(0, 3), random.randint(0, 3), inject=name) for team in teams for name in rules.injects
    ]
    begun = process_time()
    found = bootstrap_intervals(rules, records, teams, seed="2026")
    taken = process_time() - begun
    print(f"intervals of 60 teams × 18 injects × 1,000 resamples: {taken:.1f} s")
    assert len(found) == 60
    assert taken < 6
