"""``import`` and ``export`` as somebody at a terminal meets them: what they print and write, and how they end."""

import json
import os
import subprocess
import sys

import pytest

from scenarios.library import FOLDER
from scenarios.load import load
from tests.scenarios.exchange.cexf import cexf
from tests.scenarios.exchange.workbooks import csv_file, failed, xls_file, xls_rows, xlsx_file
from tests.server_process import TOP

CEIBA = FOLDER / "ceiba-roja"
HEAD = ["Number", "Time", "Title", "Faction"]
ROWS = [["1", "09:15", "Alert", "blue"], ["2", "10:30", "Call", ""], ["", "soon", "Odd", ""]]


@pytest.fixture
def listing(tmp_path):
    """Write a list with one row that is no inject."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(xlsx_file(["Exercise Azul"], HEAD, *ROWS))
    return path


def test_a_list_with_a_bad_row_writes_nothing_and_says_why(run, listing, tmp_path):
    target = tmp_path / "scenario.yaml"
    target.write_text("as it was")
    told = run("import", listing, "--to", target)

    assert (told.exit_code, told.stdout, target.read_text()) == (1, "", "as it was")
    assert f"{listing}:5:2: error bad_time Under Time, soon is not a time that is understood." in told.stderr
    assert told.stderr.endswith("Nothing was written. 1 error, 1 warning.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.xlsx", "scenario.yaml"]


def test_the_json_of_an_import_says_where_everything_was_found(run, listing, tmp_path):
    target = tmp_path / "new" / "scenario.yaml"
    target.parent.mkdir()
    told = run(
        "import", listing, "--to", target.parent, "--sheet", "msel", "--start", "09:00", "--skip-bad-rows", "--json"
    )
    document = json.loads(told.stdout)
    causes = [(one["row"], one["column"], one["cause"], one["severity"]) for one in document.pop("findings")]

    assert told.exit_code == 0
    assert document == {
        "format": 1, "file": str(target), "kept": None, "sheet": "MSEL", "header_row": 2,
        "mapping": {"Number": "id", "Time": "at", "Title": "title", "Faction": None}, "unmapped": ["Faction"],
        "rows": 3, "imported": 2, "errors": 0, "warnings": 2,
    }  # fmt: skip
    assert causes == [(2, 4, "column_unmapped", "warning"), (5, 2, "bad_time", "warning")]
    assert run("check", target).output == "0 errors, 0 warnings\n"
    assert [inject.at.total_seconds() for inject in load(target).scenario.injects] == [900, 5400]


def test_a_refused_file_is_a_document_too(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Ana,Bia\n")
    told = run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml", "--json")
    document = json.loads(told.stdout)
    assert (told.exit_code, document["file"], document["sheet"], document["rows"]) == (1, None, None, 0)
    assert [(one["cause"], one["row"]) for one in document["findings"]] == [("no_header_row", 1)]
    assert not (tmp_path / "s.yaml").exists()


def test_what_was_imported_is_told_in_words(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["No", "Time", "Title"], ["1", "9:00", "A"]))
    told = run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml")
    assert told.stdout == (
        f"The list is in the sheet “a”, its headers in row 1.\n1 inject (rows: 1), written to {tmp_path / 's.yaml'}.\n"
    )
    spanish = run("--language", "es", "import", tmp_path / "a.docx", "--to", tmp_path / "s.yaml")
    assert "Los archivos de este tipo no se leen" in spanish.stderr
    (tmp_path / "b.json").write_bytes(cexf(lambda one: one["exercise"].update(odd=1)))
    told = run("import", tmp_path / "b.json", "--to", tmp_path / "b.yaml")
    assert told.stdout.startswith("2 injects (rows: 2)") and told.stdout.endswith(
        f"prontas check {tmp_path / 'b.yaml'}\n"
    )


def test_wrong_usage_is_told(run, listing, tmp_path):
    assert run("import", listing).exit_code == 2
    told = run("import", listing, "--to", tmp_path / "s.yaml", "--start", "later")
    assert told.exit_code == 2 and "“later” is not an instant" in told.stderr
    nowhere = run("import", tmp_path / "list.xlsx", "--to", tmp_path / "no" / "s.yaml", "--skip-bad-rows")
    assert (nowhere.exit_code, nowhere.stderr) == (1, f"prontas: {tmp_path / 'no'}: No such file or directory.\n")


def test_a_written_file_is_read_by_whom_the_umask_says(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["No", "Time", "Title"], ["1", "9:00", "A"]))
    before = os.umask(0o027)
    try:
        run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml")
    finally:
        os.umask(before)
    assert (tmp_path / "s.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json"])
def test_a_scenario_goes_out_and_comes_back_equal(run, kind, tmp_path):
    file = tmp_path / f"EXERCISE.{kind}"
    out = run("export", CEIBA, "--to", file)
    back = run("import", file, "--to", tmp_path)
    assert (out.exit_code, out.output, back.exit_code) == (0, f"Written: {file}\n", 0)
    assert load(tmp_path).scenario == load(CEIBA).scenario


def test_a_calendar_begins_when_it_is_told_to(run, tmp_path):
    file = tmp_path / "a.ics"
    told = run("export", CEIBA, "--to", file, "--start", "2031-03-03T09:00-06:00", "--json")
    assert json.loads(told.stdout) == {"format": 1, "file": str(file), "findings": []}
    assert "DTSTART:20310303T150000Z" in file.read_text()
    silent = run("--language", "es", "export", CEIBA, "--to", file)
    assert "2026-03-02 06:30-06:00" in silent.stderr and "SUMMARY:EJERCICIO · " in file.read_text()
    clock = run("export", CEIBA, "--to", file, "--start", "09:00")
    assert clock.exit_code == 2 and "A calendar needs a date too" in clock.stderr
    floating = run("export", CEIBA, "--to", file, "--start", "2031-03-03 09:00")
    assert floating.exit_code == 0 and "DTSTART:20310303T090000\n" in file.read_text()


@pytest.mark.parametrize("kind", ["ics", "pdf"])
def test_a_start_that_no_length_can_be_added_to_is_refused(run, kind, tmp_path):
    for start in ("9999-12-31T23:00", "0001-01-01T00:00+14:00"):
        told = run("export", CEIBA, "--to", tmp_path / f"a.{kind}", "--start", start)
        assert told.exit_code == 2 and "Name a year from 1900 to 2199." in told.stderr
    assert not [*tmp_path.iterdir()]


def test_a_story_of_another_age_is_asked_when_its_drill_begins(run, tmp_path):
    text = (CEIBA / "scenario.yaml").read_text().replace('"2026-03-02T06:30', '"0001-03-02T06:30')
    (tmp_path / "scenario.yaml").write_text(text)
    told = run("export", tmp_path, "--to", tmp_path / "a.ics")
    assert told.exit_code == 2 and "--start" in told.stderr and not (tmp_path / "a.ics").exists()


def test_a_story_without_a_start_gets_tomorrow_morning_and_says_so(run, tmp_path):
    text = (CEIBA / "scenario.yaml").read_text().replace("story_start:", "x_story_start:")
    (tmp_path / "scenario.yaml").write_text(text)
    told = run("export", tmp_path, "--to", tmp_path / "a.ics")
    assert told.exit_code == 0 and " 09:00; --start says otherwise" in told.stderr


def test_a_scenario_with_errors_and_a_strange_kind_are_refused_at_once(run, tmp_path):
    (tmp_path / "scenario.yaml").write_text("format: 2\n")
    told = run("export", tmp_path, "--to", tmp_path / "a.docx")
    assert told.exit_code == 1 and told.stdout == ""
    assert "unknown_format" in told.stderr and "exchange_unknown_kind" in told.stderr
    assert told.stderr.endswith("Nothing was written.\n")
    document = json.loads(run("export", CEIBA, "--to", tmp_path / "a.docx", "--json").stdout)
    assert (document["file"], [one["code"] for one in document["findings"]]) == (None, ["exchange_unknown_kind"])


def test_what_a_library_says_of_a_broken_file_is_not_printed(tmp_path):
    # An error whose code nobody knows makes the reader of old workbooks give up for good.
    cells = xls_rows(["No", "Time", "Title"], ["1", "", "A"]) + failed(1, 1, 99)
    (tmp_path / "a.xls").write_bytes(xls_file(cells))
    command = [sys.executable, "-c", "from web.command import main; main(prog_name='prontas')", "import"]
    told = subprocess.run(
        [*command, str(tmp_path / "a.xls"), "--to", str(tmp_path / "s.yaml")], cwd=TOP, capture_output=True, text=True,
        env=os.environ | {"LANG": "C.UTF-8"},
    )  # fmt: skip
    lines = told.stderr.splitlines()
    assert (told.returncode, len(lines)) == (1, 2), told.stderr
    assert " error sheet_unreadable " in lines[0]


def test_what_a_column_is_may_be_said(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["Ref", "Clock", "a=b", "Colour"], ["1", "9:00", "Alert", "red"]))
    maps = ("--map", "Ref=id", "--map", "Clock = at", "--map", "a=b=title [es]", "--map", "Colour=ignore")
    told = run("import", tmp_path / "a.csv", "--to", tmp_path / "a.yaml", *maps, "--header-row", "1", "--json")
    document = json.loads(told.stdout)

    assert (told.exit_code, document["findings"], document["unmapped"]) == (0, [], [])
    assert document["mapping"] == {"Ref": "id", "Clock": "at", "a=b": "title [es]", "Colour": "ignore"}
    assert load(tmp_path / "a.yaml").scenario.injects[0].title.root == {"es": "Alert"}
    (tmp_path / "m.json").write_text(told.stdout)
    again = run("import", tmp_path / "a.csv", "--to", tmp_path / "b.yaml", "--mapping", tmp_path / "m.json")
    assert again.exit_code == 0 and (tmp_path / "b.yaml").read_text() == (tmp_path / "a.yaml").read_text()
    first = run("import", tmp_path / "a.csv", "--to", tmp_path / "c.yaml", "--mapping", tmp_path / "m.json", "--map",
                "a=b=title")  # fmt: skip
    assert first.exit_code == 0 and "title: Alert" in (tmp_path / "c.yaml").read_text()


def test_a_scenario_that_is_replaced_is_kept_beside_it(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["No", "Time", "Title"], ["1", "9:00", "A"]))
    target, kept = tmp_path / "s.yaml", tmp_path / "s.yaml~"
    for _again in range(2):
        assert run("import", tmp_path / "a.csv", "--to", target).stderr.count("kept") == 0 and not kept.exists()
    written = target.read_bytes()
    for edited in (b"edited \xff", written[:-1] + b"#", b""):
        target.write_bytes(edited)
        told = run("import", tmp_path / "a.csv", "--to", target)
        assert (told.exit_code, target.read_bytes(), kept.read_bytes()) == (0, written, edited)
        assert f"What {target} held before is kept in {kept}.\n" in told.stderr
    target.write_bytes(b"again")
    document = json.loads(run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml", "--json").stdout)
    assert (document["kept"], kept.read_bytes()) == (str(kept), b"again")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "s.yaml", "s.yaml~"]


def test_where_the_former_scenario_cannot_be_kept_it_is_not_replaced(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["No", "Time", "Title"], ["1", "9:00", "A"]))
    (tmp_path / "s.yaml").write_bytes(b"edited")
    (tmp_path / "s.yaml~").mkdir()
    told = run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml")
    assert (told.exit_code, (tmp_path / "s.yaml").read_bytes()) == (1, b"edited") and "s.yaml~" in told.stderr


def test_the_title_may_be_said(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(csv_file(["Exercise Azul"], ["No", "Time", "Title"], ["1", "9:00", "A"]))
    assert run("import", tmp_path / "a.csv", "--to", tmp_path / "s.yaml", "--title", "Ceiba: roja").exit_code == 0
    assert load(tmp_path / "s.yaml").scenario.title.say("en", []) == "Ceiba: roja"


def test_words_that_name_no_column_or_no_field_are_answered_by_the_nearest(run, listing, tmp_path):
    target = tmp_path / "s.yaml"
    for written, said in (
        ("Title=titel", "titel is nothing that a column can be."), ("Title=titel", "Did you mean “title”?"),
        ("Title", "“Title” names no column. Write it like Subject=title."), ("=title", "“=title” names no column."),
        ("Title=id [es]", "id [es] is nothing"),
    ):  # fmt: skip
        told = run("import", listing, "--to", target, "--map", written)
        assert told.exit_code == 2 and said in " ".join(told.stderr.split()), told.stderr
    told = run("import", listing, "--to", target, "--map", "Tittle=title")
    assert told.exit_code == 1
    assert "error column_missing There is no column Tittle." in told.stderr and "Did you mean “Title”?" in told.stderr
    (tmp_path / "m.json").write_text('{"mapping": {"Title": "titel"}}')
    for path, said in (
        (tmp_path / "m.json", "m.json:1:23: error field_unknown"),
        (tmp_path / "no.json", "file_missing"),
    ):
        told = run("import", listing, "--to", target, "--mapping", path)
        assert told.exit_code == 1 and said in told.stderr and "Nothing was written. 1 error" in told.stderr
    assert not target.exists()
