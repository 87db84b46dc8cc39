"""Whatever word of a call, a scenario or a file nobody knows, its finding has a place for the nearest that is known."""

import pytest

from scenarios.calls.codes import CALL_CODES
from scenarios.exchange.codes import OWN_CODES
from scenarios.rules_codes import RULES_CODES
from tests.scenarios.errors_page import ENTRIES, findings_of

CODES = {**RULES_CODES, **CALL_CODES, **OWN_CODES}
# An anchor is a few letters, and of file types the whole list is told.
WITHOUT = {"unknown_anchor", "unknown_file_type"}
OF_CALLS = [
    one
    for one in ENTRIES
    if one.code.startswith("unknown_") and one.where in ("in the call", "in the stage", "in the award")
]


def test_every_unknown_word_has_a_place_for_the_nearest():
    unknown = {code for code in CODES if "unknown_" in code and code != "exchange_unknown_kind"}
    assert {code for code in unknown if "nearest" not in CODES[code][1]} - WITHOUT == {
        code for code in unknown if code.startswith("cexf_")
    }


def test_the_page_has_an_example_of_each_unknown_word_of_a_call():
    of_calls = {code for code in CALL_CODES if code.startswith("unknown_") and code not in RULES_CODES}
    assert {one.code for one in OF_CALLS} >= of_calls - WITHOUT


@pytest.mark.parametrize("entry", OF_CALLS, ids=lambda entry: entry.code)
def test_of_an_unknown_word_of_a_call_the_nearest_is_looked_for(entry):
    assert all("nearest" in finding.parameters for finding in findings_of(entry.where, entry.wrong))
