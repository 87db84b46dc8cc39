"""The schema that editors use and check agree: what check accepts fits, and wrong shapes do not."""

import pytest
from jsonschema import Draft202012Validator

from scenarios.calls.call import Call
from scenarios.library import FOLDER
from scenarios.scenario import Scenario
from scenarios.yaml_reader import read_yaml
from tests.scenarios.errors_page import ENTRIES, whole_text
from web.command.schema import schema_of

SCENARIO, CALL = Draft202012Validator(schema_of(Scenario)), Draft202012Validator(schema_of(Call))
JUDGES = {
    **dict.fromkeys(("at the top", "in a rated scenario", "in the inject", "in the question"), SCENARIO),
    **dict.fromkeys(("in the call", "in the stage", "in the award"), CALL),
}
SHOWN = [entry for entry in ENTRIES if entry.where in JUDGES]
# Wrong in shape alone: a validator without our checks sees them too.
SHAPES = """
missing_key unknown_key not_text not_integer not_boolean not_list not_mapping bad_id bad_duration
too_small too_large too_few unknown_format unknown_channel unknown_priority unknown_kind unknown_choice
""".split()  # noqa: SIM905


def messages(where, part):
    plain = read_yaml(whole_text(where, part).encode(), "a.yaml").plain()
    return [error.message for error in JUDGES[where].iter_errors(plain)]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_what_is_mended_fits_the_schema(entry):
    assert messages(entry.where, entry.mended) == []


@pytest.mark.parametrize("entry", [entry for entry in SHOWN if entry.code in SHAPES], ids=lambda entry: entry.code)
def test_what_is_wrong_in_shape_does_not_fit(entry):
    assert messages(entry.where, entry.wrong) != []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/scenario.yaml")), ids=lambda path: path.parent.name)
def test_a_shipped_scenario_fits(path):
    plain = read_yaml(path.read_bytes(), str(path)).plain()
    assert [error.message for error in SCENARIO.iter_errors(plain)] == []
