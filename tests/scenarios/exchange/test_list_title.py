"""A scenario is called what its list is called, not what else stands above the headers."""

import pytest

from scenarios.exchange.choices import Choices
from scenarios.exchange.import_file import import_file
from scenarios.exchange.list_title import find_title
from scenarios.exchange.msel_export import msel_csv
from scenarios.exchange.preview import preview
from scenarios.exchange.whole import whole_document
from tests.scenarios.exchange.cexf import cexf
from tests.scenarios.exchange.workbooks import csv_file, imported, xlsx_file

HEAD, ROW = ["No", "Time", "Title"], ["1", "9:00", "Alert"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["[LOGO]", "", "Ejercicio  Ceiba\nRoja"], ["Elaboró: María Pérez de la Dirección General", "Fecha: 3/3/31"]],
         "Ejercicio Ceiba Roja"),
        ([["Elaboró:", "María Pérez de la Dirección", "Banco Ceiba"], ["Fecha", "el tres de marzo del año"]],
         "Banco Ceiba"),
        ([["Exercise Azul: master scenario events list"], ["Azul"]], "Exercise Azul: master scenario events list"),
        ([["Ejercicio:", "Ceiba Roja"], ["2031", "(borrador de trabajo)", 12.5]], "Ceiba Roja"),
        ([["Ámbar"], ["Master Scenario Events List"]], "Ámbar"), ([["MSEL"]], "MSEL"),
        ([["w " * 101], ["MSEL"]], "MSEL"), ([["w " * 101], ["Azul"]], "Azul"),
        ([["w " * 101]], ("w " * 101).strip()), ([["[LOGO]", "2031"]], ""), ([], ""),
    ],
)  # fmt: skip
def test_the_title_is_the_longest_that_is_no_label(above, title):
    assert find_title(above) == title


def test_a_title_that_is_given_comes_first_and_is_one_line():
    data = xlsx_file(["[LOGO]"], ["Ejercicio Azul"], HEAD, ROW)
    assert whole_document(imported(data, "a.xlsx").text.encode())["title"] == "Ejercicio Azul"
    for said, title in (("Other\n one\x07", "Other one"), ("  ", "Ejercicio Azul"), ("x" * 300, "x" * 200)):
        seen = preview(data, "a.xlsx", choices=Choices(title=said))
        assert (seen.title, seen.found_title, seen.read.imported) == (title, "Ejercicio Azul", 1)


def test_a_list_without_a_title_is_called_as_its_file():
    seen = preview(csv_file(["[LOGO]"], HEAD, ROW), "azul.csv")
    assert (seen.title, seen.found_title) == ("azul", "azul")


def test_a_file_that_says_its_title_is_not_called_otherwise(tmp_path):
    own = msel_csv(whole_document(imported(csv_file(["Azul"], HEAD, ROW)).text.encode()))
    result = imported(own, choices=Choices(title="Rojo"))
    assert [one.code for one in result.findings] == ["title_unused"] and "title: Azul" in result.text
    (tmp_path / "a.json").write_bytes(cexf())
    found = import_file(tmp_path / "a.json", beside=tmp_path, choices=Choices(title="Rojo")).findings
    assert [one.code for one in found if one.code.endswith("unused")] == ["title_unused"]
