"""Who rates what (rules.md 25, 33): cleared, evenly, mixed, linked, and one inject at a time."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations, product
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.assignment.assign import assign
from scoring.assignment.links import pieces
from scoring.assignment.panel import Evaluator, Unit
from scoring.scoring_error import ScoringError
from tests.scoring.assignment.panels import cases, every_response, everybody, make_evaluator, make_units
from tests.scoring.drills import unhurried

few = settings(unhurried, max_examples=40)


def loads(assignment):
    return Counter(one for those in assignment.evaluators.values() for one in those)


def together(assignment):
    return Counter(pair for those in assignment.evaluators.values() for pair in combinations(those, 2))


def cleared(panel, unit):
    return {one.id for one in panel if one.is_cleared(unit.team, unit.language)}


def injects_of(assignment):
    found = defaultdict(set)
    for (_, inject), those in assignment.evaluators.items():
        for one in those:
            found[one].add(inject)
    return found


@few
@given(cases)
def test_each_response_gets_distinct_cleared_evaluators_and_nobody_more_than_she_takes(case):
    panel, units, needed = case
    done = assign(panel, units, needed, "2026")
    for unit in units:
        those = done.evaluators[unit.place]
        assert len(set(those)) == len(those) <= needed
        assert cleared(panel, unit).issuperset(those)
        if all(one.most is None for one in panel):
            assert len(those) == min(needed, len(cleared(panel, unit)))
    assert all(one.most is None or loads(done)[one.id] <= one.most for one in panel)


@few
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_the_input_is_irrelevant(case, random):
    panel, units, needed = case
    expected = assign(panel, units, needed, "2026")
    random.shuffle(panel)
    random.shuffle(units)
    assert assign(panel, units, needed, "2026") == expected


@few
@given(st.integers(2, 12), st.integers(1, 8), st.integers(1, 4), st.integers(1, 3))
def test_where_everybody_may_rate_everything_loads_differ_by_one_at_most(panel, teams, injects, needed):
    done = assign(everybody(panel), every_response(teams, injects), needed, "2026")
    all_loads = [loads(done)[f"e{each:02}"] for each in range(panel)]
    assert max(all_loads) - min(all_loads) <= 1


def small(number):
    """Make up a case so small that every assignment can be tried."""
    random = Random(number)
    units = make_units(random, random.randint(1, 3), 1)
    panel = [replace(make_evaluator(random, each, units), most=None) for each in range(random.randint(2, 5))]
    return panel, units


def all_assignments(panel, units, needed):
    choices = [sorted(cleared(panel, unit)) for unit in units]
    return product(*(combinations(able, min(needed, len(able))) for able in choices))


def squares(load):
    return sum(count * count for count in load.values())


@few
@given(st.integers(0, 2**32 - 1).map(small))
def test_loads_are_as_even_as_clearances_allow(case):
    panel, units = case
    best = min(squares(Counter(one for those in each for one in those)) for each in all_assignments(panel, units, 1))
    assert squares(loads(assign(panel, units, 1, "2026"))) == best


@few
@given(st.integers(0, 2**32 - 1).map(small))
def test_the_evaluators_hang_together_wherever_as_many_of_them_can(case):
    panel, units = case
    done = assign(panel, units, 2, "2026")
    working = len(loads(done))
    possible = [
        each for each in all_assignments(panel, units, 2) if len({one for those in each for one in those}) == working
    ]
    assert len(pieces(done.evaluators.values())) == min(len(pieces(each)) for each in possible)


@few
@given(st.integers(4, 10), st.integers(6, 10), st.integers(2, 4))
def test_where_everybody_may_rate_everything_pairs_vary_and_all_hang_together(panel, teams, injects):
    units = every_response(teams, injects)
    done = assign(everybody(panel), units, 2, "2026")
    met = together(done)
    for one, load in loads(done).items():
        assert sum(one in pair for pair in met) >= min(3, load)
    assert max(met.values()) <= max(1, len(units) // 4)
    if len(units) >= panel - 1:
        assert len(pieces(done.evaluators.values())) == 1
    assert done.findings == ()


def test_a_bilingual_evaluator_links_two_languages_although_balance_alone_would_not():
    panel = [
        *(Evaluator(name, frozenset({"es"})) for name in ("ana", "bea")),
        Evaluator("caro", frozenset({"es", "fr"})),
        *(Evaluator(name, frozenset({"fr"})) for name in ("dina", "eve", "fay")),
    ]
    units = [*every_response(10, 10), *(replace(unit, team="fr") for unit in every_response(1, 10, "fr"))]
    done = assign(panel, units, 2, "2026")
    assert pieces(done.evaluators.values()) == (("ana", "bea", "caro", "dina", "eve", "fay"),)
    assert sorted(loads(done).values()) == [6, 6, 7, 67, 67, 67]


def test_an_evaluator_sees_one_inject_across_many_teams():
    done = assign(everybody(20), every_response(60, 18), 2, "2026")
    assert loads(done) == {f"e{each:02}": 108 for each in range(20)}
    # 108 responses over 5 of 18 injects are more than 20 teams for each.
    assert max(len(injects) for injects in injects_of(done).values()) <= 5


def test_a_single_evaluator_has_the_injects_of_one_rating_to_herself():
    done = assign(everybody(3), every_response(10, 6), 1, "2026")
    assert {one: len(injects) for one, injects in injects_of(done).items()} == {"e00": 2, "e01": 2, "e02": 2}


def make_summit(random):
    """Make up sixty teams of four languages and twenty evaluators, each kept from five teams."""
    languages = ["es"] * 30 + ["pt"] * 12 + ["en"] * 12 + ["fr"] * 6
    reads = (
        [{"es"}] * 8 + [{"es", "pt"}] * 4 + [{"pt"}] * 2 + [{"en", "es"}] * 2 + [{"en", "fr"}] * 2 + [{"fr"}, {"en"}]
    )
    teams = [f"t{each:02}" for each in range(60)]
    units = [Unit(team, f"i{each:02}", languages[number]) for number, team in enumerate(teams) for each in range(18)]
    panel = [Evaluator(f"e{each:02}", frozenset(reads[each]), frozenset(random.sample(teams, 5))) for each in range(20)]
    return panel, units


def check_summit(panel, units):
    done = assign(panel, units, 2, "2026")
    assert [finding for finding in done.findings if finding.code != "heavy_load"] == []
    assert loads(done).total() == 2 * len(units)
    assert len(pieces(done.evaluators.values())) == 1
    assert max(together(done).values()) < len(units) / 4


def test_sixty_teams_of_four_languages_are_assigned_evenly_and_linked():
    panel, units = make_summit(Random(1))
    check_summit(panel, [unit for unit in units if unit.inject < "i05"])


@pytest.mark.figure
def test_sixty_teams_and_eighteen_injects_take_less_than_two_seconds():
    panel, units = make_summit(Random(1))
    begun = process_time()
    check_summit(panel, units)
    taken = process_time() - begun
    print(f"assignment of 60 teams, 18 injects, 20 evaluators, two ratings each: {taken:.2f} s of CPU")
    assert taken < 2


@few
@given(cases, st.randoms(use_true_random=False))
def test_a_recusal_moves_only_her_unrated_responses_of_that_team(case, random):
    panel, units, needed = case
    before = assign(panel, units, needed, "2026")
    rated = {unit.place: [one for one in before.evaluators[unit.place] if random.random() < 0.4] for unit in units}
    her, team = random.choice(panel), random.choice(units).team
    recused = [replace(one, excluded=one.excluded | {team}) if one == her else one for one in panel]
    after = assign(recused, units, needed, "2026", assigned=before.evaluators, rated=rated)
    hers = {place for place, those in before.evaluators.items() if her.id in those and place[0] == team}
    assert {place for place, _ in after.dropped} | {place for place, _ in after.voided} == hers
    assert {place for place, _ in after.voided} == {place for place in hers if her.id in rated[place]}
    for place, those in before.evaluators.items():
        assert set(those) - ({her.id} if place in hers else set()) <= set(after.evaluators[place])
        assert place in hers or len(after.evaluators[place]) >= len(those)


def test_who_vanishes_leaves_what_she_rated_and_the_rest_moves():
    panel, units = everybody(5), every_response(6, 3)
    before = assign(panel, units, 2, "2026")
    hers = [place for place, those in before.evaluators.items() if "e00" in those]
    rated = {hers[0]: ["e00"]}
    after = assign(panel[1:], units, 2, "2026", assigned=before.evaluators, rated=rated)
    assert after.dropped == tuple((place, "e00") for place in hers[1:])
    assert after.voided == ()
    assert "e00" in after.evaluators[hers[0]]
    assert sorted(place for place, _ in after.added) == hers[1:]
    assert max(loads(after).values()) - min(loads(after)[one.id] for one in panel[1:]) <= 2


def test_who_no_longer_reads_the_teams_language_keeps_what_she_rated():
    units = every_response(1, 2)
    assigned, rated = {unit.place: ["ana"] for unit in units}, {units[0].place: ["ana"]}
    panel = [Evaluator("ana", frozenset({"pt"})), Evaluator("bea", frozenset({"es"}))]
    done = assign(panel, units, 1, "2026", assigned=assigned, rated=rated)
    assert done.evaluators == {units[0].place: ("ana",), units[1].place: ("bea",)}


def test_nothing_new_is_nothing_moved():
    panel, units = make_summit(Random(2))
    units = units[:200]
    before = assign(panel, units, 2, "2026")
    after = assign(panel, units, 2, "another seed", assigned=before.evaluators)
    assert after == replace(before, added=())


def test_a_third_rating_that_is_there_already_stays():
    units = every_response(1, 1)
    done = assign(everybody(4), units, 2, "2026", assigned={units[0].place: ["e00", "e01", "e03"]})
    assert done.evaluators[units[0].place] == ("e00", "e01", "e03")


def test_what_few_can_take_is_spread_so_that_each_response_has_one_before_any_has_two():
    done = assign(everybody(4, most=4), every_response(4, 3), 2, "2026")
    assert Counter(map(len, done.evaluators.values())) == {1: 8, 2: 4}


def test_room_is_made_through_others_where_only_they_can_take_a_response():
    panel = [Evaluator("ana", frozenset({"es"}), most=2), Evaluator("bea", frozenset({"es", "fr"}), most=2)]
    units = [Unit("a", "1", "fr"), Unit("b", "1", "fr"), Unit("c", "1", "es"), Unit("d", "1", "es")]
    done = assign(panel, units, 1, "2026")
    assert loads(done) == {"ana": 2, "bea": 2}
    assert done.findings[0].code == "language_short"
    assert "unit_short" not in {finding.code for finding in done.findings}


def test_an_assignment_is_the_same_on_every_machine():
    # Written down once: no hash of a process, no version of a library may change it.
    assert assign(everybody(4), every_response(3, 2), 2, "2026").evaluators == {
        ("t00", "i00"): ("e02", "e03"),
        ("t00", "i01"): ("e00", "e01"),
        ("t01", "i00"): ("e00", "e02"),
        ("t01", "i01"): ("e00", "e03"),
        ("t02", "i00"): ("e01", "e02"),
        ("t02", "i01"): ("e01", "e03"),
    }


def test_nobody_and_nothing_can_be_assigned():
    assert assign([], [], 2, "2026").evaluators == {}
    assert assign([], every_response(1, 1), 1, "2026").evaluators == {("t00", "i00"): ()}
    assert [finding.code for finding in assign(everybody(1), [], 2, "2026").findings] == []


@pytest.mark.parametrize(
    ("code", "panel", "units", "needed"),
    [
        ("too_few_ratings_needed", [], [], 0),
        ("evaluator_twice", everybody(1) * 2, [], 1),
        ("negative_number", everybody(1, most=-1), [], 1),
        ("unit_twice", [], every_response(1, 1) * 2, 1),
        ("two_languages", [], [Unit("t", "1", "es"), Unit("t", "2", "pt")], 1),
    ],
)
def test_input_that_contradicts_itself_is_refused(code, panel, units, needed):
    with pytest.raises(ScoringError) as refused:
        assign(panel, units, needed, "2026")
    assert refused.value.code == code
