"""Lists from houses we have not seen: what they call the ends of play, what they take out, how they write headers."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from xlsxwriter.utility import xl_col_to_name

from scenarios.exchange.headers import map_columns
from scenarios.exchange.spreadsheet import bare_spreadsheet
from tests.scenarios.exchange.workbooks import changed_zip, csv_file, imported, times, xlsx_file

HEAD = ["Number", "Time", "Title", "Message", "Status"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("1. Title", "title"), ("2) Delivery Time", "at"), ("4 – Para", "to"), ("Title¹", "title"),
        ("Mes\u00adsage", "body"), ("From (who (role))", "from"), ("Nro.", "id"), ("N° de evento", "id"),
        ("Canal de envío", "channel"), ("Descrição do evento", "body"), ("Titre de l’injection", "title"),
        ("Expected Action/Response", "expected"), ("Fecha/Hora", "at"), ("2. ", None),
    ],
)  # fmt: skip
def test_a_header_is_known_with_its_number_its_footnote_and_its_long_name(words, field):
    assert [header.field for header in map_columns([words])] == [field]


def test_a_date_with_a_time_is_the_time_of_a_list_that_is_known_without_it():
    data = csv_file(["No", "Day / Time", "Title"], ["1", "2026-03-02 09:00", "A"], ["2", "2026-03-02 09:20", "B"])
    assert times(data) == {"1": 0, "2": 20}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Exercise begins [STARTEX]", "Exercise ends"), ("Comienzo del ejercicio", "Final del ejercicio"),
        ("Inicio del simulacro", "Fin del simulacro – hotwash"), ("Start of play", "End of play"),
        ("Começo do exercício", "Término do exercício"), ("Début d’exercice", "Fin d'exercice"),
        ("Declare STARTEX", "Announce ENDEX"), ("Commence exercise (COMEX)", "ENDEX / Hot wash"),
    ],
)  # fmt: skip
def test_the_ends_of_play_have_many_names(start, end):
    data = csv_file(HEAD, ["", "9:00", start], ["1", "9:30", "A"], ["", "12:00", end])
    result = imported(data)
    assert (result.rows, times(data), "duration: 3h" in result.text) == (1, {"1": 30}, True)


def test_the_kind_may_say_that_a_row_is_an_end_of_play():
    data = csv_file(["No", "Time", "Type", "Title"], ["1", "9:00", "STARTEX", "Welcome"], ["2", "9:30", "Inject", "A"])
    assert times(data) == {"2": 30}


@pytest.mark.parametrize(
    ("title", "message"),
    [("Warning", "ENDEX in ten minutes"), ("ENDEX in ten minutes", "Hurry"), ("Call", "They ask who is done (ENDEX)"),
     ("Call", "ENDEX"), ("Call", "STARTEX"), ("Call", "Play until ENDEX."),
     ("Inicio del simulacro de evacuación", "Suena la alarma")],
)  # fmt: skip
def test_an_inject_that_speaks_of_the_ends_of_play_is_one(title, message):
    data = csv_file(HEAD, ["1", "9:00", "A", "b"], ["2", "9:50", title, message])
    assert times(data) == {"1": 0, "2": 50}


@pytest.mark.parametrize("row", [["", "12:00", "", "ENDEX"], ["ENDEX", "12:00", "All go home", ""]])
def test_a_row_whose_number_or_only_words_are_endex_is_endex(row):
    result = imported(csv_file(HEAD, ["1", "9:00", "A", "b"], row))
    assert (result.rows, "duration: 3h" in result.text) == (1, True)


@pytest.mark.parametrize("mark", ["*Omitted*", "[DELETED]", "** Eliminado **", "[ supprimée ]"])
def test_a_word_between_marks_takes_out_what_stands_behind_it(mark):
    head = ["No", "Time", "Description"]
    result = imported(csv_file(head, ["1", "9:00", f"{mark} The lights go out"], ["2", "9:10", "Omitted calls arrive"]))
    assert (result.rows, result.imported) == (1, 1)


@pytest.mark.parametrize("word", ["Deleted – see 14", "Omitted (double)", "N/A - deleted", "Inject omitted",
                                  "Withdrawn", "Deleted by Ana"])  # fmt: skip
def test_what_was_taken_out_for_a_reason_is_left_out(word):
    rows = (["2", "9:30", "B", "c", word], ["3", "", word], ["4", word, "C", "d"], ["5", "", "", word])
    result = imported(csv_file(HEAD, ["1", "9:00", "A", "b", "Approved"], *rows))
    assert (result.rows, result.imported) == (1, 1)


def test_an_inject_about_what_was_deleted_is_one():
    rows = (
        ["2", "9:30", "Deleted: all backups"],
        ["3", "", "Deleted files were found"],
        ["4", "9:40", "A", "Omitted."],
    )
    assert imported(csv_file(HEAD, ["1", "9:00", "A", "b"], *rows)).rows == 3


def test_headers_that_are_said_again_in_another_language_are_no_inject():
    data = csv_file(["Number", "Time", "Title"], ["Número", "Hora", "Título"], ["1", "9:00", "A"], ["", "", "Title"])
    result = imported(data)
    assert (result.header_row, result.rows, times(data)) == (1, 1, {"1": 0})


def test_empty_columns_of_a_csv_are_none_however_many():
    rows = [HEAD, *([str(n), f"9:{n:02}", "A"] for n in range(40))]
    result = imported(csv_file(*([*row, *[""] * (16_384 - len(row))] for row in rows)))
    assert (result.imported, list(result.mapping)) == (40, HEAD)


def test_a_number_of_days_is_a_time_of_a_later_day():
    assert times(xlsx_file(["No", "Time", "Title"], ["1", 0.375, "A"], ["2", 1.375, "B"]), "a.xlsx") == {
        "1": 0,
        "2": 1440,
    }


@pytest.mark.parametrize("place", ["XFD20", "A1048576", "XFD1048576"])
@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("s", "<v>BLANK</v>"), ("str", "<f>IF(A1=1,&quot;&quot;,2)</f><v></v>"), ("str", "<v>\u00a0\n </v>"),
        ("inlineStr", "<is><t> </t></is>"), ("inlineStr", "<is/>"), ("n", "<v/>"),
    ],
)  # fmt: skip
def test_a_far_cell_with_nothing_but_blanks_is_none(place, kind, inside):
    rows = [HEAD, *([str(n), f"9:{n:02}", "A"] for n in range(40))]
    data = xlsx_file(*rows, others=[("Notes", [[" "]])])
    strings = "xl/sharedStrings.xml"
    with ZipFile(BytesIO(data)) as archive:
        blank = [" " in one for one in archive.read(strings).decode().split("<si>")[1:]].index(True)
    far = (
        f'<row><c r="{place}" s="0" t="{kind}">{inside.replace("BLANK", str(blank))}</c><c r="B41"/></row></sheetData>'
    )
    data = changed_zip(data, ("xl/worksheets/sheet2.xml", lambda part: part.replace(b"</sheetData>", far.encode())))
    result = imported(data, "a.xlsx")
    assert (result.imported, list(result.mapping)) == (40, HEAD)
    assert times(bare_spreadsheet(data, "a.xlsx"), "a.xlsx")["39"] == 39


@pytest.mark.parametrize("cell", ['<c r="{}" s="12"/>', '<c r="{}" s="12" t="n" />\n'])
def test_a_long_list_may_have_all_sixteen_thousand_columns_coloured(cell):
    row = "".join(cell.format(f"{xl_col_to_name(column)}2") for column in range(len(HEAD), 16_384)).encode()
    rows = [HEAD, *([str(n), f"9:{n % 60:02}", f"A{n}"] for n in range(200))]
    data = changed_zip(
        xlsx_file(*rows), ("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</row>", row + b"</row>"))
    )
    assert imported(data, "a.xlsx").imported == 200


def test_an_empty_cell_stays_where_the_next_one_is_counted_from_it():
    words = '<c t="inlineStr"><is><t>{}</t></is></c>'
    inside = f'<row r="2">{words.format(1)}<c r="B2" s="1"/>{words.format("kept")}</row>'
    data = changed_zip(
        xlsx_file(["No", "Note", "Title"]),
        ("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", inside.encode() + b"</sheetData>")),
    )
    result = imported(data, "a.xlsx", skip_bad_rows=True)
    assert "kept" in result.text
