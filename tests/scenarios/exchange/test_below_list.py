"""What stands below a list: who approved it, totals, a legend. It becomes no inject, and is named."""

import pytest

from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.preview import preview
from tests.scenarios.exchange.workbooks import codes, csv_file, imported, times

HEAD = ["No", "Time", "Title", "Message"]
ROWS = (["1", "9:00", "A", "a"], ["2", "9:20", "B", "b"])


@pytest.mark.parametrize(
    "below",
    [
        (["", "", "Total", "2"],),
        (["Elaborado por:", "Ana Pérez"], ["Aprobado por:", "", "Luisa Díaz"], ["Firma: ____", "", "x"]),
        (["Legend"], ["I", "Inject"], ["C", "Contingency", "only if needed"]),
        (["Approved by:", "", "Ana"], ["Date:", "2026-03-01"]),
        (["", "Version: 3", "", "Page 1"], ["2026-03-01"]),
    ],
)  # fmt: skip
def test_labels_below_the_last_inject_and_all_that_follows_them_are_left_out_and_named(below):
    data = csv_file(HEAD, *ROWS, [], *below)
    result = imported(data)
    assert (result.rows, times(data)) == (2, {"1": 0, "2": 20})
    assert [code for _row, _column, code in codes(result)] == ["below_list"]
    assert {one.kind for one in preview(data, "a.csv").rows[2:]} == {"section"}


def test_headings_alone_below_a_list_are_not_worth_a_word():
    assert imported(csv_file(HEAD, *ROWS, ["Legend: C is for contingency"])).findings == []


@pytest.mark.parametrize(
    "last", [["3", "", "C", "c"], ["", "9:40", "C", "c"], ["", "TBD", "C", "c"], ["S-1", "", "C", "c"]]
)
def test_a_label_among_injects_is_one_of_them(last):
    result = import_msel(csv_file(HEAD, *ROWS, ["Note:", "", "Total", "x"], last), "a.csv")
    assert (result.rows, [one.code for one in result.findings].count("below_list")) == (4, 0)


def test_endex_below_a_label_is_endex():
    result = imported(csv_file(HEAD, *ROWS, ["Note:", "", "", "x"], ["", "10:00", "ENDEX", ""]))
    assert result.rows == 3 and "duration: 1h\n" in result.text
