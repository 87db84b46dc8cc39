"""docs/scenario-errors.md says of every finding what it is about, and its examples are as it says."""

import pytest

from scenarios.calls.codes import OWN_CODES as CALL_CODES
from scenarios.codes import CODES
from scenarios.exchange.codes import OWN_CODES as EXCHANGE_CODES
from scenarios.rules_codes import RULES_CODES
from tests.scenarios.errors_page import ENTRIES, PAGE, SMALL, findings_of

TABLES = (CODES, CALL_CODES, EXCHANGE_CODES, RULES_CODES)
SHOWN = [entry for entry in ENTRIES if entry.where]
# What no few lines can show: bytes, archives, workbooks, sizes. Its own tests have a file for each.
TOLD = """
file_missing file_unreadable file_too_large no_scenario no_call package_broken package_too_many_entries
package_too_large package_bad_path package_symlink package_duplicate_entry wrong_encoding not_utf8 control_character
too_deep too_many_nodes too_much_text condition_too_long condition_too_deep plain_too_long paths_sampled cell_too_long
too_many too_many_cells too_many_findings exchange_unknown_kind sheet_unreadable sheet_password sheet_macros
sheet_page sheet_opendocument sheet_binary sheet_document sheet_other wrong_letters
sheet_too_much sheet_missing column_missing mapping_shape field_unknown mapping_unused
formula_error formula_lost bad_cell start_unused cexf_changed cexf_dangling cexf_duration cexf_python cexf_repeated
cexf_trigger cexf_unknown_key cexf_uuid json_syntax other_lists title_unused no_title_column
"""


def test_every_code_has_one_entry_and_every_entry_a_code():
    assert sorted(entry.code for entry in ENTRIES) == sorted({code for table in TABLES for code in table})


def test_an_entry_says_how_grave_its_finding_is():
    for entry in ENTRIES:
        grave = {table[entry.code][0] for table in TABLES if entry.code in table}
        assert {word for word in ("error", "warning") if word in entry.severity.lower()} == grave, entry.code


def test_an_entry_explains_and_all_that_lines_can_show_is_shown():
    assert [entry.code for entry in ENTRIES if len(entry.prose.split()) < 6] == []
    assert sorted(entry.code for entry in ENTRIES if not entry.where) == sorted(TOLD.split())
    assert [entry.code for entry in SHOWN if not (entry.wrong and entry.mended)] == []


def test_the_small_documents_are_sound():
    assert list(SMALL) == ["scenario", "rated scenario", "call", "rules", "selection"]
    for where in ("at the top", "in a rated scenario", "in the inject", "in the question", "in the call",
                  "in the stage", "in the award", "in the rules", "in the selection"):  # fmt: skip
        assert findings_of(where, "") == [], where


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_what_is_shown_as_wrong_is_found_and_nothing_else(entry):
    assert [finding.code for finding in findings_of(entry.where, entry.wrong)] == [entry.code]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_what_is_shown_as_mended_has_no_finding(entry):
    assert findings_of(entry.where, entry.mended) == []


def test_an_anchor_is_the_code_itself():
    # Code hosts make the anchor of a heading from its letters, digits and underscores.
    assert PAGE.count("\n### ") == len(ENTRIES)
    assert all(f"\n### {entry.code}\n" in PAGE for entry in ENTRIES)
