"""Files that are not what their names say, or that programs wrote in their own way: read, or refused with a place."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from scenarios.exchange.compound_file import compound_file
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
    page = "<html><table><tr><td>No</td><td>Time</td></tr></table></html>"
    for data in (
        page.encode(),
        page.encode("utf-16"),
        f"\ufeff\n<!-- x -->{page}".encode(),
        b'<?xml version="1.0"?><HTML>',
    ):
        for name in ("a.xls", "a.xlsx", "a.csv"):
            assert codes(import_msel(data, name)) == [(1, 1, "sheet_page")]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (["mimetype", "content.xml", "META-INF/manifest.xml"], "sheet_opendocument"),
        (["[Content_Types].xml", "xl/workbook.bin"], "sheet_binary"),
        (["[Content_Types].xml", "word/document.xml"], "sheet_document"),
        (["Index/Document.iwa"], "sheet_other"), (["content.xml"], "sheet_other"), ([], "sheet_other"),
        (["word/document.xml", "word/vbaProject.bin"], "sheet_macros"),
    ],
)  # fmt: skip
def test_an_archive_that_is_no_workbook_is_named(parts, code):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in parts or ["x"]:
            archive.writestr(name, b"<broken")
    for name in ("a.xlsx", "a.xls", "a.csv"):
        assert codes(import_msel(stream.getvalue(), name)) == [(1, 1, code)]


@pytest.mark.parametrize(
    "data", [b"hello", b"", b"%PDF-1.7", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>']
)
def test_what_is_neither_a_workbook_nor_a_list_is_said_so(data):
    assert codes(import_msel(data, "a.xls")) == [(1, 1, "sheet_other")]


def test_an_old_word_document_is_named():
    assert codes(import_msel(compound_file(b"x", "WordDocument"), "a.xls")) == [(1, 1, "sheet_document")]


def test_a_workbook_for_macros_that_has_none_is_read():
    assert times(xlsx_file(*ROWS), "a.xlsm") == READ


@pytest.mark.parametrize("words", [["Nº", "Hora", "Título"], ["Clé", "Événement"], ["Descripción", "Año"]])
@pytest.mark.parametrize("encoding", ["mac-roman", "cp850"])
def test_headers_in_an_encoding_that_nobody_says_are_named(words, encoding):
    data = csv_file([one[0] + one[1:] + "x" for one in words], ["Ñandú", "é"], encoding=encoding)
    [finding] = import_msel(data, "a.csv").findings
    assert finding.code == "wrong_letters" and finding.parameters["value"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_words_in_an_encoding_that_is_known_are_not_doubted(encoding):
    data = csv_file(["Clé", "L’été – « Ça »", "Œuvre"], ["São", "Ñandú", "1½ h"], encoding=encoding)
    assert codes(import_msel(data, "a.csv")) == [(1, 1, "no_header_row")]


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
