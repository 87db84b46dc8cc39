"""A list is looked at before it is imported: all that was found, and what could be chosen instead."""

import re

import pytest

from scenarios.exchange.choices import Choices, signature
from scenarios.exchange.msel_export import msel_csv
from scenarios.exchange.preview import preview
from scenarios.exchange.rows_seen import MOST_ROWS
from scenarios.exchange.spreadsheet import bare_spreadsheet, read_spreadsheet
from scenarios.exchange.whole import whole_document
from tests.scenarios.exchange.cexf import cexf
from tests.scenarios.exchange.workbooks import (
    Failed,
    changed_zip,
    csv_file,
    imported,
    xls_file,
    xls_rows,
    xlsx_file,
)  # fmt: skip

HEAD = ["No", "Time", "Title", "Faction", ""]
ROWS = [
    ["", "09:00", "STARTEX", "", ""], ["Phase 1", "", "", "", ""], ["1", "09:15", "Alert", "blue", "x" * 200],
    ["2", "soon", "Odd", "blue", ""], ["3", "", "OMITTED", "", ""], ["", "", "", "", ""], HEAD,
    ["4", "", "By hand", "red", ""],
]  # fmt: skip


def columns_of(seen):
    return [(one.name, one.target, one.found) for one in seen.columns]


def test_everything_that_was_found_is_seen():
    others = (("Old", [["Number", "Title"], ["1", "Old"]]), ("Notes", [["Ana"]]))
    seen = preview(xlsx_file(["Exercise Azul"], ["By", "Olga"], HEAD, *ROWS, others=others, hidden=("Old",)), "a.xlsx")

    assert [(one.name, one.hidden, one.rows) for one in seen.sheets] == [
        ("Old", True, 2), ("Notes", False, 1), ("MSEL", False, 10),
    ]  # fmt: skip
    assert (seen.sheet, seen.header_row, seen.language, seen.languages, seen.title) == (
        "MSEL", 3, "en", ["en"], "Exercise Azul",
    )  # fmt: skip
    assert [(one.number, one.words) for one in seen.heads][:2] == [(2, "By · Olga"), (3, "No · Time · Title · Faction")]
    assert columns_of(seen) == [
        ("No", "id", "id"), ("Time", "at", "at"), ("Title", "title", "title"), ("Faction", "keep", "keep"),
        ("column 5", "keep", "keep"),
    ]  # fmt: skip
    assert [len(one.samples) for one in seen.columns] == [3, 3, 3, 3, 1]
    assert seen.columns[0].samples == ["Phase 1", "1", "2"] and len(seen.columns[4].samples[0]) == 80
    assert (seen.own, seen.remembered, seen.signature) == (False, False, signature(HEAD))


def test_every_row_says_what_it_becomes():
    seen = preview(csv_file(HEAD, *ROWS), "a.csv")
    assert [(one.number, one.kind, one.id, one.at, one.title) for one in seen.rows] == [
        (2, "startex", "", None, ""), (3, "section", "", None, ""), (4, "inject", "1", 900.0, "Alert"),
        (5, "bad", "", None, ""), (6, "omitted", "", None, ""), (8, "header", "", None, ""),
        (9, "inject", "4", None, "By hand"),
    ]  # fmt: skip
    assert seen.rows[3].words == "2 · soon · Odd · blue" and seen.rows[2].facts == {"phase": "phase-1"}
    assert (seen.read.text, seen.clock, seen.rows_left_out) == (None, "", 0)


@pytest.mark.parametrize(
    ("rows", "clock"),
    [
        ([["1", "9:00", "A", "", ""]], "clock"), ([["1", "2031-03-03 09:00", "A", "", ""]], "dates"),
        ([["1", "T+15", "A", "", ""]], ""), ([["", "9:00", "STARTEX", "", ""], ["1", "9:15", "A", "", ""]], ""),
    ],
)  # fmt: skip
def test_it_is_seen_whether_the_start_has_to_be_known(rows, clock):
    assert preview(csv_file(HEAD, *rows), "a.csv").clock == clock


def test_choices_are_seen_beside_what_is_recognised():
    choices = Choices("a", 1, {"Faction": "to", "column 5": "note"})
    seen = preview(csv_file(HEAD, *ROWS), "a.csv", choices=choices, skip_bad_rows=True)
    assert columns_of(seen)[3:] == [("Faction", "to", "keep"), ("column 5", "note", "keep")]
    assert [one.chosen for one in seen.columns] == [False, False, False, True, True]
    assert seen.read.imported == 2 and seen.rows[2].facts["to"] == "blue"


def test_a_shape_that_is_remembered_is_seen_to_be():
    remembered = {signature(HEAD): {"Faction": "to"}}
    seen = preview(csv_file(HEAD, *ROWS), "a.csv", choices=Choices(remembered=remembered))
    assert seen.remembered and columns_of(seen)[3] == ("Faction", "to", "keep")
    assert not preview(
        csv_file(HEAD, *ROWS), "a.csv", choices=Choices(columns={"No": "id"}, remembered=remembered)
    ).remembered


def test_texts_that_say_their_language_need_none_chosen():
    seen = preview(csv_file(["No", "Time", "Title [es]", "Title [pt]"], ["1", "9:00", "A", "B"]), "a.csv")
    assert (seen.language, seen.languages, seen.rows[0].title) == (None, ["es", "pt"], "A")
    assert columns_of(seen)[2:] == [
        ("Title [es]", "title [es]", "title [es]"),
        ("Title [pt]", "title [pt]", "title [pt]"),
    ]


def test_a_list_that_is_not_recognised_shows_what_could_be_chosen():
    data = csv_file(["Exercise"], ["What", "When it comes"], ["Alert", "9:00"])
    seen = preview(data, "a.csv")
    assert [one.code for one in seen.read.findings] == ["no_header_row"]
    assert (seen.sheet, seen.header_row, columns_of(seen)) == (
        "a", 2, [("What", "keep", "keep"), ("When it comes", "keep", "keep")],
    )  # fmt: skip
    chosen = preview(data, "a.csv", choices=Choices("a", 2, {"When it comes": "at"}))
    assert [one.code for one in chosen.read.findings] == ["no_title_column"]
    assert columns_of(chosen)[1] == ("When it comes", "at", "keep")
    whole = preview(data, "a.csv", choices=Choices("a", 2, {"What": "title", "When it comes": "at"}))
    assert (whole.read.imported, whole.rows[0].title) == (1, "Alert")


def test_a_file_without_any_list_shows_its_sheets():
    seen = preview(xlsx_file(["Ana"], ["Eva"]), "a.xlsx")
    assert (seen.sheet, seen.header_row, seen.columns, len(seen.sheets)) == ("MSEL", None, (), 1)
    beyond = preview(xlsx_file(["Ana", "Bea"]), "a.xlsx", choices=Choices(header_row=7))
    assert (beyond.header_row, beyond.read.findings[0].line) == (None, 7)
    hidden = preview(xlsx_file(["Ana", "Bea"], others=(("B", [["c"]]),), hidden=("B",)), "a.xlsx", choices=Choices("B"))
    assert (hidden.sheet, hidden.header_row) == ("B", None)


def test_a_workbook_without_a_sheet_is_told_of():
    without = ("xl/workbook.xml", lambda part: re.sub(b"<sheets>.*</sheets>", b"<sheets/>", part, flags=re.DOTALL))
    seen = preview(changed_zip(xlsx_file(HEAD), without), "a.xlsx")
    assert ([one.code for one in seen.read.findings], seen.sheets, seen.sheet) == (["no_header_row"], [], None)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"PK\x03\x04", "a.xlsx", "sheet_unreadable"),
        (b"\0", "a.csv", "control_character"),
        (b"{", "a.json", "json_syntax"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, name, code):
    seen = preview(data, name)
    assert ([one.code for one in seen.read.findings], seen.sheets, seen.rows) == (
        [code],
        (),
        ([] if name == "a.json" else ()),
    )


def test_a_sheet_that_is_not_there_is_said():
    assert preview(csv_file(HEAD), "a.csv", choices=Choices("b")).read.findings[0].code == "sheet_missing"


def test_a_list_of_ours_is_seen_by_its_keys():
    document = whole_document(imported(csv_file(HEAD, ROWS[2], ["2", "09:20", "B", "", ""])).text.encode())
    data = msel_csv(document)
    seen = preview(data, "a.csv")
    assert seen.own and seen.language is None and ("Number", "id") in [(one.name, one.target) for one in seen.columns]
    assert [(one.kind, one.id) for one in seen.rows] == [("inject", "1"), ("inject", "2")]
    broken = preview(data.replace(b"T+0:", b"soon "), "a.csv")
    assert {one.kind for one in broken.rows} == {"bad"}


def test_an_exercise_in_cexf_is_seen_by_its_injects():
    seen = preview(cexf(), "a.json")
    assert [(one.number, one.kind) for one in seen.rows] == [(0, "inject")] * 2
    assert seen.own and seen.sheets == () and seen.languages and seen.title


def test_of_a_long_list_all_rows_with_something_to_say_are_seen_and_the_first_of_the_others():
    rows = [[str(n), "9:00", f"A{n}", "", ""] for n in range(1, MOST_ROWS + 101)]
    rows[-1][1] = "soon"
    seen = preview(csv_file(HEAD, *rows), "a.csv")
    assert (len(seen.rows), seen.rows_left_out, seen.rows[-1].kind) == (MOST_ROWS + 1, 99, "bad")
    all_bad = preview(csv_file(HEAD, *(["", "soon", "A", "", ""] for _ in range(2 * MOST_ROWS + 5))), "a.csv")
    assert (len(all_bad.rows), all_bad.rows_left_out) == (2 * MOST_ROWS, 5)


def test_a_workbook_without_all_that_is_no_cell_reads_the_same():
    book = xlsx_file(
        HEAD, ["1", "9:00", Failed("#REF!"), "", ""], ["2", "9:05", "B", "", ""], [""] * 5, merge=("A3:A4",)
    )
    old = xls_file(xls_rows(["No", "Time", "Title"], [1.0, "9:00", "A"]))
    for data, name in ((book, "a.xlsx"), (old, "a.xls")):
        bare = bare_spreadsheet(data, name)
        assert read_spreadsheet(bare, name) == read_spreadsheet(data, name)
        assert len(bare) < len(data) + 1000
