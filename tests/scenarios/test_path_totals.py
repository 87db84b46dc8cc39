"""What a team can earn on each path."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.path_totals import paths_of, weigh_paths
from scenarios.scenario import Scenario
from tests.scripts import choice_inject, info, scenario, text_inject


def totals(*injects, **over):
    return weigh_paths(paths_of(Scenario.model_validate(scenario(*injects, **over))))


def branch(id, weight, condition):
    return text_inject(id, at="20m", ask={"weight": weight}) | {"if": condition}


def test_paths_of_equal_weight_are_equal():
    told = totals(choice_inject("01"), branch("02", 5, "isolated"), branch("03", 5, "not isolated"))

    assert (told.equal, told.weights, told.sampled, told.ways) == (True, (6,), False, 2)
    assert [dict(path.choices) for path in told.paths] == [{"01": "A"}, {"01": "B"}]
    assert told.combinations == 2


def test_paths_that_differ_are_told_each_with_its_weight():
    told = totals(choice_inject("01"), branch("02", 5, "isolated"))

    assert not told.equal
    assert {dict(path.choices)["01"]: path.weight for path in told.paths} == {"A": 6, "B": 1}


def test_a_script_without_conditions_has_one_path():
    told = totals(text_inject("01"), info("02"))
    assert (len(told.paths), told.paths[0].choices, told.weights) == (1, (), (1,))


def test_beyond_the_bound_a_sample_stands_for_all():
    asks = [choice_inject(f"c{place}", at=f"{place}m", due="5m") for place in range(13)]
    ifs = [info(f"d{place}", at="40m") | {"if": f'chose("c{place}", "A")'} for place in range(13)]
    told = totals(*asks, *ifs)

    assert told.sampled
    assert (told.combinations, told.walked, told.equal) == (2**13, 1000, True)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=2))
def test_a_path_weighs_what_the_injects_on_it_weigh(weights):
    first, second = weights
    told = totals(choice_inject("01"), branch("02", first, "isolated"), branch("03", second, "not isolated"))
    assert [path.weight for path in told.paths] == [1 + first, 1 + second]
    assert told.equal == (first == second)


def test_what_never_comes_on_a_path_has_no_fate_there():
    second = choice_inject("02", at="20m") | {"if": 'chose("01", "A")'}
    told = totals(choice_inject("01"), second, info("03", at="40m") | {"if": 'chose("02", "A")'})

    assert [dict(path.choices) for path in told.paths] == [{"01": "A", "02": "A"}, {"01": "A", "02": "B"}, {"01": "B"}]
    assert (told.combinations, told.walked, told.sampled) == (4, 4, False)
