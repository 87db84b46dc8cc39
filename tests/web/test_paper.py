"""Paper and spreadsheets: nothing in a cell is alive, and a PDF bears the mark and opens no address."""

import io
import sys
import threading
import time
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, HTTPServer
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import refused
from web.paper.naming import file_name
from web.paper.page import paper_html
from web.paper.pdf import COMMAND, make_pdf, pdf_of
from web.paper.table import Table, csv_of, plain
from web.paper.workbook import LONGEST_CELL, workbook_of

AT = datetime(2026, 3, 2, tzinfo=UTC)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What a spreadsheet could take for a formula, also in full-width forms and behind what it drops.
ALIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1", ' "=1', "%0", "|calc"]


def table(*cells, title="Tabla"):
    return Table(title, tuple(f"c{n}" for n in range(len(cells))), [cells])


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells_of(parts, sheet=1):
    """Give every cell of a sheet as (type, formula, words or number), as its XML has them."""
    shared = ElementTree.fromstring(parts["xl/sharedStrings.xml"])
    words = ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in shared.iter(f"{SHEET}si")]
    found = []
    for cell in ElementTree.fromstring(parts[f"xl/worksheets/sheet{sheet}.xml"]).iter(f"{SHEET}c"):
        value = cell.findtext(f"{SHEET}v")
        told = words[int(value)] if cell.get("t") == "s" else value
        found.append((cell.get("t"), cell.find(f"{SHEET}f"), told))
    return found


@pytest.mark.parametrize("words", ALIVE)
def test_no_cell_is_a_formula_and_its_words_stay_as_they_were(words):
    parts = parts_of(workbook_of([table(words, f"x{words}")], at=AT))

    assert [cell for cell in cells_of(parts) if cell[1] is not None] == []
    shown = [told for kind, _formula, told in cells_of(parts) if kind == "s"]
    assert words.replace("\r", "\n") in [one.replace("\r", "\n").replace("_x000D_", "\n") for one in shown]
    assert b"quotePrefix" in parts["xl/styles.xml"]


def test_there_is_no_link_no_macro_and_nothing_from_elsewhere():
    parts = parts_of(workbook_of([table("http://example.org", "mailto:a@b.example", "internal:A1")], at=AT))

    assert not any(b"hyperlink" in content for content in parts.values())
    assert not [name for name in parts if "vba" in name or "external" in name.lower()]


def test_numbers_are_numbers_and_nothing_is_an_empty_cell():
    cells = cells_of(parts_of(workbook_of([table(1, Decimal("72.22"), Fraction(1, 4), None, 0.5)], at=AT)))

    assert [told for kind, _formula, told in cells if kind is None] == ["1", "72.22", "0.25", "0.5"]


def test_every_sheet_bears_the_mark_on_screen_and_on_paper():
    content = workbook_of([table(1, title="Uno"), table(2, title="Dos")], at=AT, mark="EJERCICIO · A & B")
    parts = parts_of(content)

    for sheet in (1, 2):
        assert cells_of(parts, sheet)[0][2].startswith("EJERCICIO · A & B · ")
        assert "&amp;C&amp;BEJERCICIO · A &amp;&amp; B".encode() in parts[f"xl/worksheets/sheet{sheet}.xml"]


def test_the_same_tables_give_the_same_bytes():
    first, second = (workbook_of([table("a", 1)], at=AT) for _twice in range(2))

    assert first == second


@pytest.mark.parametrize(
    "titles", [("A" * 40, "A" * 40, "a" * 40), ("[x]:*?/\\", ""), ("History", "history"), ("'x'", "x")]
)
def test_sheets_have_names_that_spreadsheets_take(titles):
    parts = parts_of(workbook_of([table(1, title=one) for one in titles], at=AT))
    names = [one.get("name") for one in ElementTree.fromstring(parts["xl/workbook.xml"]).iter(f"{SHEET}sheet")]

    assert len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_whatever_somebody_wrote_is_a_file_that_opens_without_a_formula(words):
    parts = parts_of(workbook_of([table(*words)], at=AT))

    assert [cell for cell in cells_of(parts) if cell[1] is not None] == []


def test_what_is_too_long_for_a_cell_is_cut_and_says_so():
    cells = cells_of(parts_of(workbook_of([table("x" * 40_000)], at=AT)))

    assert [len(told) for kind, _f, told in cells if kind == "s"][-1] == LONGEST_CELL
    assert cells[-1][2].endswith("…")


@pytest.mark.parametrize("words", ALIVE)
def test_in_a_csv_an_apostrophe_keeps_it_words(words):
    line = csv_of(table(words, "bien")).splitlines()[1:]

    assert plain(words) == f"'{words}"
    assert "".join(line).lstrip('"').startswith("'")


def test_a_csv_keeps_numbers_as_they_are():
    assert csv_of(table(Decimal("-1.50"), Fraction(1, 2), None, -3)) == "\ufeffc0,c1,c2,c3\r\n-1.50,0.5,,-3\r\n"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("EJERCICIO", "Ceiba Roja", "Posición"), "EJERCICIO-Ceiba-Roja-Posicion.pdf"),
        (("EJERCICIO", "../../etc", ""), "EJERCICIO-etc.pdf"),
        (("警告",), "x.pdf"),
    ],
)
def test_a_files_name_is_plain_on_every_system(parts, name):
    assert file_name(*parts, ending="pdf") == name


def test_a_pdf_is_made_once_and_opens_no_address():
    asked = []

    class Trap(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_args):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Trap)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = f"http://127.0.0.1:{server.server_port}"
    html = (
        f'<html lang="es"><head><title>EJERCICIO</title><link rel="stylesheet" href="{there}/a.css"></head>'
        f'<body><img src="{there}/a.png"><img src="file:///etc/passwd"><p>Hola</p></body></html>'
    )
    made = pdf_of(html)
    began = time.monotonic()
    again = pdf_of(html)
    took = time.monotonic() - began
    server.shutdown()
    server.server_close()

    assert made.startswith(b"%PDF") and again == made
    assert took < 0.1
    assert asked == []


def python(code):
    return (sys.executable, "-c", code)


def test_where_a_part_of_the_system_is_missing_it_says_so():
    code = "import sys; sys.modules['weasyprint'] = None; from web.paper.render import main; sys.exit(main())"
    with refused("pdf_not_here"):
        make_pdf("<p>Hola</p>", python(code))


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "print('no pdf')", "import time; time.sleep(9)"])
def test_a_renderer_that_fails_or_hangs_is_given_up(code):
    with refused("pdf_failed"):
        make_pdf("<p>Hola</p>", python(code), longest=0.5)


def test_the_command_is_ours_alone():
    assert COMMAND[0] == sys.executable and COMMAND[1:] == ("-m", "web.paper.render")


@pytest.mark.parametrize(("cells", "lies"), [(8, False), (9, True)])
def test_a_sheet_of_paper_writes_numbers_as_its_language_does_and_lies_down_where_columns_are_many(app, cells, lies):
    row = (Decimal("1086.75"), 12, None, Fraction(1, 3), -2.0, *["x"] * (cells - 5))
    with app.test_request_context():
        html = paper_html("paper/tables.html", "pt", rehearsal=False, title="T", tables=[table(*row)], intro=())

    for words in ("1.086,75", ">12<", ">–<", "0,33", "-2,00"):
        assert words in html
    assert ('<div class="wide">' in html) is lies
