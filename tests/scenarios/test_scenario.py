"""A scenario as it has been read."""

import pytest

from scenarios.load import read_scenario_text
from scenarios.scenario import Scenario
from tests.scenarios.cases import ONE, PLAY, RUBRIC


def scenario(more="") -> Scenario:
    return read_scenario_text(PLAY + more + ONE, "azul.yaml")[0]


def test_the_first_seat_is_the_lead_and_injects_are_found_by_id():
    assert (scenario().lead, scenario().inject("01").title.say("es", [])) == ("lead", "Aviso")
    with pytest.raises(KeyError):
        scenario().inject("02")


def test_levels_are_the_rubrics_or_the_usual_ones():
    assert (scenario().levels, scenario(RUBRIC).levels) == (("U", "M", "S", "P"), ("U", "P"))


def test_scoring_gets_the_part_of_the_rubric_it_needs():
    rubric = scenario(RUBRIC).rubric.rubric
    assert (rubric.levels, rubric.top, rubric.criteria["C1"].weight) == (("U", "P"), 1, 1)
