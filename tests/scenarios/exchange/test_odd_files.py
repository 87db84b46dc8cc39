"""Files that are not what their names say, or that programs wrote in their own way: read, or refused with a place."""

from io import BytesIO

import pytest
import xlsxwriter

from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.preview import preview
from tests.scenarios.exchange.workbooks import changed_zip, codes, csv_file, times, xls_file, xls_rows, xlsx_file

ROWS = (["Nº", "Hora", "Título"], ["1", "9:00", "Añil"], ["2", "9:20", "B"])
READ = {"1": 0, "2": 20}


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xls", "a.xlsx"])
@pytest.mark.parametrize(
    "data", [xlsx_file(*ROWS), xls_file(xls_rows(*ROWS)), csv_file(*ROWS), csv_file(*ROWS, delimiter="\t")]
)
def test_a_file_is_what_its_bytes_are_whatever_it_is_called(data, name):
    assert times(data, name) == READ
    assert preview(data, name).read.imported == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_text_is_read_in_every_way_that_programs_write_it(encoding, delimiter):
    assert times(csv_file(*ROWS, encoding=encoding, delimiter=delimiter)) == READ


def test_a_page_of_the_web_is_no_list_whatever_it_is_called():
    data = b"<html><table><tr><td>No</td><td>Time</td></tr></table></html>"
    assert codes(import_msel(data, "a.xls")) == [(1, 1, "sheet_unreadable")]


def test_a_quotation_mark_that_nothing_closes_is_refused_at_its_place():
    data = csv_file(*ROWS) + b'3,9:30,"C\r\n4,9:40,D\r\n'
    assert codes(import_msel(data, "a.csv")) == [(4, 3, "quote_open")]
    assert times(csv_file(*ROWS) + b'3,9:30,5" disk\r\n') == {**READ, "3": 30}


def test_a_diagram_among_the_sheets_is_passed_over():
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        drawn = book.add_chartsheet("Diagram")
        sheet = book.add_worksheet("MSEL")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=MSEL!$A$2:$A$3"})
        drawn.set_chart(chart)
    assert times(stream.getvalue(), "a.xlsx") == READ
    assert [one.name for one in preview(stream.getvalue(), "a.xlsx").sheets] == ["MSEL"]


@pytest.mark.parametrize("value", [b"<v></v>", b"<v/>", b"<v> </v>", b""])
def test_a_formula_that_no_program_ever_calculated_has_failed(value):
    inside = b'<row r="2"><c r="B2"><f>A1+1</f>' + value + b'</c><c r="C2" t="str"><v>A</v></c></row></sheetData>'
    data = changed_zip(
        xlsx_file(["No", "Time", "Title"]),
        ("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", inside)),
    )
    assert (2, 2, "formula_error") in codes(import_msel(data, "a.xlsx"))


def test_a_formula_whose_value_is_an_empty_text_has_not_failed():
    first = b'<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>A9</f><v></v></c>'
    inside = first + b'<c r="C2" t="str"><v>A</v></c></row></sheetData>'
    data = changed_zip(
        xlsx_file(["No", "Time", "Title"]),
        ("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", inside)),
    )
    assert times(data, "a.xlsx") == {"1": None}
