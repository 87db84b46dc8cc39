"""A row under the headers that says how to fill in the list: it becomes no inject, and is named."""

import pytest

from scenarios.exchange.hint_row import is_pattern
from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.preview import preview
from tests.scenarios.exchange.workbooks import codes, csv_file, imported, times

HEAD = ["No", "Date", "Time", "Title"]
ROWS = (["1", "2026-03-02", "9:00", "A"], ["2", "2026-03-02", "9:20", "B"])
PATTERNS = (
    "hh:mm", "HHMM", "HH:MM (local)", "(hh:mm)", "<HH:MM>", "mm:ss", "h:mm AM/PM", "hh:mm 24h", "hhmmZ", "T+hh:mm",
    "dd/mm/yyyy", "yyyy-mm-dd hh:mm", "dd/mm/aaaa", "jj/mm/aaaa", "DD-MMM-YY", "DDHHMMZMMMYY", "[dd.mm.yy]",
)  # fmt: skip
WORDS = ("", "may", "days", "TBD", "9:00", "soon", "hh:mm by Ana", "D+1", "(day)", "as needed", "h" * 61, "–", "D")


@pytest.mark.parametrize("words", PATTERNS)
def test_a_pattern_of_a_time_is_known(words):
    assert is_pattern(words)


@pytest.mark.parametrize("words", WORDS)
def test_other_words_are_no_pattern(words):
    assert not is_pattern(words)


@pytest.mark.parametrize(
    "hint", [["(auto)", "dd/mm/aaaa", "hh:mm", "short"], ["1", "", "HHMM", ""], ["", "jj/mm/aaaa"]]
)
def test_a_row_of_hints_is_left_out_and_named(hint):
    data = csv_file(HEAD, [], hint, *ROWS)
    result = imported(data)
    assert (result.rows, times(data), codes(result)) == (2, {"1": 0, "2": 20}, [(3, 1, "hint_row")])
    assert result.findings[0].parameters["value"] in hint
    assert [one.kind for one in preview(data, "a.csv").rows] == ["section", "inject", "inject"]


def test_a_row_of_hints_is_the_first_and_has_nothing_else_for_a_time():
    below = import_msel(csv_file(HEAD, *ROWS, ["3", "", "hh:mm", "C"]), "a.csv")
    beside = import_msel(csv_file(HEAD, ["0", "2026-03-02", "hh:mm", "C"], *ROWS), "a.csv")
    assert (4, 3, "bad_time") in codes(below) and (2, 3, "bad_time") in codes(beside)
    assert codes(import_msel(csv_file(HEAD), "a.csv")) == [(1, 1, "no_rows")]
    assert codes(imported(csv_file(HEAD, ["Phase 1"], *ROWS))) == []
