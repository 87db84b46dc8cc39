"""A header that nobody knows whole is known by its parts, and moves nothing that is known without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.exchange.choices import Choices
from scenarios.exchange.header_parts import fill_gaps, read_parts
from scenarios.exchange.headers import _NAMES, map_columns, read_header, weigh
from scenarios.exchange.preview import preview
from tests.scenarios.exchange.workbooks import csv_file, imported, injects, xlsx_file

NAMES = sorted({name for names in _NAMES.values() for one in names for name in one.split("|")} | {"Colour"})
CELLS = st.one_of(
    st.sampled_from(NAMES), st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(" / ".join)
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "field", "sure"),
    [
        ("Evento / Inyección", "title", True), ("Evento, Inyección", "title", True), ("Título|Asunto", "title", True),
        ("Evento (Inyección", "title", True), ("Evento y asunto", "title", True), ("Titre et objet", "title", True),
        ("Mensagem e conteúdo", "body", True), ("Message or text", "body", True), ("Mensaje;\nTexto", "body", True),
        ("Título - Asunto", "title", True), ("Fecha / Hora", "at", True),
        ("Fecha–Hora", "at", True), ("Evento-Inyección", "title", True), ("E-mail", None, False),
        ("Colour / Título", "title", False), ("Para / Mensaje", "to", False), ("Colour / Size", None, False),
        ("/", None, False), ("Título / a / b / c", "title", False), ("Título / a / b / c / d", None, False),
        ("Título / " + "a" * 92, None, False),
    ],
)  # fmt: skip
def test_a_header_is_known_by_its_parts(words, field, sure):
    found, same = read_parts(read_header(2, words))
    assert (found.field, found.place, found.words, same) == (field, 2, words, sure)


def test_a_list_whose_title_is_said_twice_is_found():
    data = csv_file(["Nº", "Hora", "Evento / Inyección", "Equipo / Persona"], ["1", "9:00", "Alerta", "Técnica"])
    result = imported(data)
    assert (result.mapping["Evento / Inyección"], result.mapping["Equipo / Persona"]) == ("title", "to")
    assert injects(data)["1"].title.say("es", []) == "Alerta" and result.listing.language == "es"
    assert [(one.target, one.found) for one in preview(data, "a.csv").columns][2] == ("title", "title")


def test_a_list_that_is_known_keeps_its_columns_and_gains_only_what_is_sure():
    row = ["1", "9:00", "Alert", "Hello", "Lead"]
    result = imported(csv_file(["No", "Time", "Message", "Event / Inject", "Team / Colour"], row))
    assert list(result.mapping.values()) == ["id", "at", "body", "title", None]
    result = imported(csv_file(["No", "Time", "Title", "Event / Inject", "Text / Body"], row))
    assert list(result.mapping.values()) == ["id", "at", "title", None, "body"]


def test_a_sheet_that_is_known_whole_comes_before_one_that_is_known_by_parts():
    others = (("B", [["No", "Time", "Event / Inject", "Team / Seat", "Mode / Via"], ["1", "9:00", "A", "B", "C"]]),)
    assert imported(xlsx_file(["No", "Title"], ["1", "Alert"], others=others), "a.xlsx").sheet == "MSEL"


def test_what_is_chosen_is_not_looked_into():
    data = csv_file(["No", "Time", "Message", "Event / Inject"], ["1", "9:00", "Hello", "Alert"])
    assert imported(data, choices=Choices(columns={"Event / Inject": "keep"})).mapping["Event / Inject"] is None


@given(st.lists(CELLS, max_size=8))
def test_no_column_that_is_known_becomes_another(row):
    before = map_columns(row)
    for sure in (True, False):
        after = fill_gaps(before, sure=sure)
        assert [one for one in before if one.field] == [
            new for old, new in zip(before, after, strict=True) if old.field
        ]  # fmt: skip
        assert weigh(after) >= weigh(before)
