"""A file at a path is read by its kind, with what lies beside the place it goes to."""

import pytest

from scenarios.exchange.choices import Choices
from scenarios.exchange.export_scenario import export_scenario
from scenarios.exchange.import_file import import_file
from scenarios.exchange.schedule import read_start
from scenarios.load import read_scenario_text
from tests.scenarios.exchange.cexf import cexf
from tests.scenarios.exchange.workbooks import changed_zip, csv_file, xlsx_file

HEAD = ["No", "Time", "Title"]


def codes(result):
    return [finding.code for finding in result.findings]


def test_each_kind_is_read(tmp_path):
    for name, data in (
        ("a.CSV", csv_file(HEAD, ["1", "9:00", "A"])),
        ("a.xlsx", xlsx_file(HEAD, ["1", "9:00", "A"])),
        ("a.json", cexf()),
    ):
        (tmp_path / name).write_bytes(data)
        assert import_file(tmp_path / name, beside=tmp_path).imported > 0


def test_options_reach_the_list(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(xlsx_file(HEAD, ["1", "9:30", "A"], ["2", "x", "B"], others=(("Other", [HEAD]),)))
    options = {"choices": Choices("MSEL"), "start": read_start("09:00"), "skip_bad_rows": True}
    read = import_file(tmp_path / "a.xlsx", beside=tmp_path, **options)
    assert (read.rows, read.imported, "at: 30m" in read.text) == (2, 1, True)


def test_what_is_said_of_columns_is_of_no_use_to_cexf(tmp_path):
    (tmp_path / "a.json").write_bytes(cexf())
    read = import_file(tmp_path / "a.json", beside=tmp_path, choices=Choices(columns={"Subject": "title"}))
    assert codes(read)[0] == "mapping_unused" and read.text is not None


def test_a_workbook_that_says_it_has_macros_is_refused_for_them(tmp_path):
    (tmp_path / "a.xlsm").write_bytes(changed_zip(xlsx_file(HEAD), xl__vbaProject_bin=b"x"))
    assert codes(import_file(tmp_path / "a.xlsm", beside=tmp_path)) == ["sheet_macros"]


@pytest.mark.parametrize(("name", "code"), [("a.docx", "exchange_unknown_kind"), ("a.csv", "file_missing")])
def test_what_is_not_there_or_of_no_kind_is_said(name, code, tmp_path):
    assert codes(import_file(tmp_path / name, beside=tmp_path)) == [code]


def test_attachments_that_lie_there_already_are_known(tmp_path):
    (tmp_path / "scenario.yaml").write_text(
        "format: 1\nid: a\nlanguages: [es]\ntitle: A\nduration: 1h\nrated: false\nseats: {lead: {title: L}}\n"
        "injects:\n- {id: '1', at: 0, title: A, files: [{file: more/a.txt}]}\n"
    )
    (tmp_path / "files" / "more").mkdir(parents=True)
    (tmp_path / "files" / "more" / "a.txt").write_text("a")
    (tmp_path / "a.csv").write_bytes(export_scenario(tmp_path, ".csv"))
    read = import_file(tmp_path / "a.csv", beside=tmp_path)
    assert read_scenario_text(read.text, "x", {"more/a.txt": b"a"})[0]
    (tmp_path / "new").mkdir()
    assert codes(import_file(tmp_path / "a.csv", beside=tmp_path / "new")) == ["missing_attachment"]
    (tmp_path / "files" / "link").symlink_to(tmp_path)
    assert codes(import_file(tmp_path / "a.csv", beside=tmp_path)) == ["package_symlink"]
