"""docs/scenario-format.md: its example passes `check`, and it names every key that the format has."""

import re
from pathlib import Path

import pytest

from injects.inject import Inject
from scenarios.load import read_scenario_text
from scenarios.scenario import Scenario

PAGE = (Path(__file__).parents[2] / "docs" / "scenario-format.md").read_text()


def test_its_example_has_nothing_to_correct():
    example = re.search(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]
    scenario, findings = read_scenario_text(example, "scenario.yaml")

    assert scenario is not None
    assert findings == []


@pytest.mark.parametrize("model", [Scenario, Inject])
def test_it_names_every_key(model):
    told = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))
    keys = {field.alias or name for name, field in model.model_fields.items()}

    assert keys - told == set()
