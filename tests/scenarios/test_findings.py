"""Every finding a scenario can have: what makes it, and where it points."""

import pytest

from scenarios.codes import CODES
from scenarios.load import read_scenario_text
from tests.scenarios.cases import CASES, FILES


@pytest.mark.parametrize(("code", "marked"), CASES)
def test_a_finding_names_its_place_and_nothing_else_is_found(code, marked):
    before, _, after = marked.partition("«")
    lines = before.split("\n")
    scenario, findings = read_scenario_text(before + after, "scenario.yaml", FILES)
    found = [(finding.code, finding.line, finding.column) for finding in findings]
    assert found == [(code, len(lines), len(lines[-1]) + 1)]
    assert (findings[0].severity, tuple(findings[0].parameters)) == CODES[code]
    assert (scenario is None) == (CODES[code][0] == "error")
