"""Model answers come in rounds that soon show how somebody reads the whole rubric, the same for everybody."""

from scenarios.load import read_scenario
from scenarios.rules_file import rules_of
from simulator.desk.anchors import anchors_of, rounds_of
from tests.server_process import CEIBA

SCENARIO, _ = read_scenario(CEIBA)
CRITERIA = {name: rule.criteria for name, rule in rules_of(SCENARIO).injects.items() if rule.criteria}
ANCHORS = anchors_of(SCENARIO, CRITERIA, "seed")


def test_the_library_has_enough_for_several_rounds_of_ten_levels():
    rounds = rounds_of(ANCHORS, 10)

    assert len(ANCHORS) == 40
    assert len(rounds) >= 5
    assert all(sum(one.weight for one in each) >= 10 for each in rounds)
    assert len({one.item for each in rounds for one in each}) == sum(map(len, rounds))


def test_a_round_holds_every_criterion_and_every_level():
    first = rounds_of(ANCHORS, 10)[0]

    assert {name for one in first for name in one.criteria} == set(SCENARIO.rubric.criteria)
    assert {one.level for one in first} == set(SCENARIO.levels)


def test_the_order_is_the_seeds_alone():
    assert anchors_of(SCENARIO, CRITERIA, "seed") == ANCHORS
    assert anchors_of(SCENARIO, CRITERIA, "another") != ANCHORS


def test_too_few_are_one_round_and_none_are_none():
    assert rounds_of(ANCHORS[:2], 10) == (ANCHORS[:2],)
    assert rounds_of((), 10) == ()
