"""What we write as a spreadsheet comes back equal, and no cell of it is alive."""

import csv
import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, assume, given, settings

from scenarios.exchange.export_scenario import EXPORTS, export_scenario
from scenarios.exchange.formula_guard import escape, is_alive, unescape
from scenarios.exchange.msel_export import msel_csv, msel_xlsx
from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.own_cells import as_lines, from_lines
from scenarios.exchange.whole import whole_document
from scenarios.exchange.yaml_text import write_yaml
from scenarios.library import FOLDER
from scenarios.load import load, read_scenario_text
from tests.scenarios.exchange.scenarios import ODD, documents
from tests.scenarios.exchange.workbooks import Failed, codes, xlsx_file

WRITERS = {"a.csv": msel_csv, "a.xlsx": msel_xlsx}
CEIBA = FOLDER / "ceiba-roja"


def extras(document):
    """Give what only the author's own keys hold."""
    return [
        {key: value for key, value in one.items() if key.startswith("x_")} for one in (document, *document["injects"])
    ]


@given(documents())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_scenario_comes_back_equal_from_either_spreadsheet(document):
    text = write_yaml(document)
    before, _findings = read_scenario_text(text, "scenario.yaml")
    assume(before is not None)
    document = whole_document(text.encode())
    for name, write in WRITERS.items():
        result = import_msel(write(document), name)
        after, _findings = read_scenario_text(result.text or "", "scenario.yaml")

        assert after == before, result.findings
        assert extras(whole_document(result.text.encode())) == extras(document)
        assert result.rows == result.imported == len(before.injects)


@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
def test_the_sample_drill_comes_back_equal_and_twice_the_same(kind):
    loaded = load(CEIBA)
    data = export_scenario(CEIBA, kind)
    result = import_msel(data, f"a{kind}", files=loaded.files)
    scenario, findings = read_scenario_text(result.text, "scenario.yaml", loaded.files)

    assert scenario == loaded.scenario and findings == loaded.findings
    assert EXPORTS[kind](whole_document(result.text.encode())) == data
    assert result.findings == [] and result.mapping["Message [es]"] == "body"


@pytest.mark.parametrize("words", ODD)
def test_an_apostrophe_that_keeps_words_from_being_a_formula_is_taken_off_again(words):
    assert unescape(escape(words)) == words
    assert not is_alive(words) or escape(words).startswith("'")


def hostile():
    injects = [{"id": str(place), "manual": True, "title": words, "body": words} for place, words in enumerate(ODD)]
    text = write_yaml({"format": 1, "id": "a", "languages": ["en"], "title": "=1+1", "duration": "1h", "rated": False,
                       "seats": {"lead": {"title": "@SUM(1)"}}, "injects": injects})  # fmt: skip
    return whole_document(text.encode())


def test_no_formula_lives_in_what_we_write():
    with zipfile.ZipFile(io.BytesIO(msel_xlsx(hostile()))) as archive:
        for name in archive.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink|externalLink", archive.read(name)), name
    for row in csv.reader(io.StringIO(msel_csv(hostile()).decode("utf-8-sig"), newline="")):
        assert all(not is_alive(cell) or cell.startswith("'") for cell in row)


def test_a_list_of_ours_may_be_edited_in_a_spreadsheet_program():
    document = hostile() | {"injects": [{"id": "01", "at": "5m", "title": "A", "ask": {"kind": "acknowledge"}}]}
    rows = list(csv.reader(io.StringIO(msel_csv(document).decode("utf-8-sig"), newline="")))
    place = next(number for number, row in enumerate(rows) if row[0] == "Number")
    header = rows[place]

    def edited(**cells):
        row = [cells.get(name, old) for name, old in zip(header, rows[place + 1], strict=True)]
        more = [[cells["Mood"]] if "Mood" in cells else []]
        table = [*rows[:place], [*header, *(["Mood"] if "Mood" in cells else [])], [*row, *more[0]], ["", " "]]
        stream = io.StringIO()
        csv.writer(stream).writerows(table)
        return import_msel(stream.getvalue().encode(), "a.csv")

    assert "  at: 10m\n" in edited(Time="0:10").text
    assert "  manual: true\n" in edited(Time="as needed").text
    assert "  x_msel:\n    Mood: calm\n" in edited(Mood="calm").text
    assert "  title: '[x'\n" in edited(Title="[x").text
    assert edited(Title="[1]").text and edited(Message='["a"]').text
    assert codes(edited(Time="soon")) == [(place + 2, header.index("Time") + 1, "bad_time")]
    assert codes(edited(Time="2026-03-02 9:00")) == [(place + 2, header.index("Time") + 1, "bad_time")]
    assert codes(edited(Ask="{oops")) == [(place + 2, header.index("Ask") + 1, "bad_cell")]
    assert codes(edited(To="nobody")) == [(place + 2, 1, "unknown_seat")]
    assert (
        codes(edited(After="05")) == [(place + 2, header.index("After") + 1, "bad_cell")]
        or edited(After="05").text is None
    )
    rows[2][1] = "{oops"
    assert codes(edited())[0] == (1, 1, "bad_cell")


def test_a_number_and_a_broken_cell_in_a_list_of_ours_are_seen():
    head = [["scenario.format", "1"], ["scenario.id", '"a"'], ["scenario.languages", '["en"]'],
            ["scenario.title", '"A"'],
            ["scenario.duration", '"1h"'], ["scenario.rated", "false"],
            ["scenario.seats", '{"lead": {"title": "L"}}']]  # fmt: skip
    table = [*head, ["Number", "Time", "Title"], [7, 0.01, "A"], ["8", "T+0:01:00", Failed("#REF!")]]
    result = import_msel(xlsx_file(*table), "a.xlsx", skip_bad_rows=True)
    assert codes(result) == [(10, 3, "bad_cell")]
    assert '- id: "7"\n' in (result.text or "") or codes(result)


def test_an_after_that_says_more_than_the_format_knows_is_kept_as_it_is():
    document = hostile()
    after = {"inject": "1", "x_why": "w"}
    document["injects"] = [{"id": "1", "at": "0", "title": "A"}, {"id": "2", "after": after, "title": "B"}]
    text = import_msel(msel_csv(document), "a.csv").text
    assert whole_document(text.encode())["injects"][1]["after"] == after


def test_a_document_that_is_no_mapping_has_nothing_whole():
    assert whole_document(b"[1]") == {} == whole_document(b"")


def test_lists_of_what_is_no_text_are_kept_and_what_says_nothing_is_left_out():
    assert as_lines([5, 6]) is None and as_lines([]) is None
    assert as_lines([{"es": "a"}, {"pt": "b"}]) is None and as_lines([{"es": "a\nb"}]) is None
    assert from_lines(as_lines([{"es": "a"}, {"es": "b"}])) == [{"es": "a"}, {"es": "b"}]
    document = hostile() | {"injects": [{"id": "1", "at": "0", "title": "A", "body": None, "expected": []}]}
    text = import_msel(msel_csv(document), "a.csv").text
    assert whole_document(text.encode())["injects"] == [{"id": "1", "at": "0", "title": "A"}]
