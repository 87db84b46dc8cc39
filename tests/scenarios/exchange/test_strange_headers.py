"""Headers that nobody wrote down: over two rows, beneath the names of groups, with the name of an inject in them."""

from time import process_time

import pytest

from scenarios.exchange.choices import Choices
from scenarios.exchange.headers import map_columns
from scenarios.exchange.preview import preview
from scenarios.exchange.two_rows import names_groups
from tests.scenarios.exchange.workbooks import csv_file, imported, times, xlsx_file


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Título del inyecto", "title"), ("Title of the inject", "title"), ("Inject status", "status"),
        ("Description de l'évènement", "body"), ("Planned Date & Time", "at"), ("Fecha y hora de la entrega", "at"),
        ("Scheduled delivery date", "date"), ("Date et heure prévues", "at"), ("Inject delivered by", "owner"),
        ("Acción esperada de las participantes", "expected"), ("Réponses attendues des joueurs", "expected"),
        ("Expected action by the players", "expected"),
        ("Expected Outcome of Player Action", "expected"), ("Anticipated response from the SimCell", "expected"),
        ("Time (simulated)", "story_time"), ("Time (real)", "at"),
        ("Elapsed", "at"), ("Message to players", None), ("Event venue", None), ("Number of injects", None),
        ("Type of player", None), ("Title planned", None),
    ],
)  # fmt: skip
def test_a_header_is_known_by_what_it_says_beyond_its_inject(words, field):
    assert [header.field for header in map_columns([words])] == [field]


def test_what_is_known_whole_comes_before_what_is_known_by_its_core():
    assert [one.field for one in map_columns(["Inject state", "Status"])] == [None, "status"]


def test_a_language_may_stand_behind_a_header_without_brackets():
    data = csv_file(["Nº", "Hora", "Título ES", "Título - PT"], ["1", "9:00", "Hola", "Olá"])
    assert list(imported(data).mapping.items())[2:] == [("Título ES", "title"), ("Título - PT", "title")]
    assert imported(data).understood.head["languages"] == ["es", "pt"]


def test_the_words_around_a_core_say_the_language():
    data = csv_file(["Nº do inject", "Hora", "Título do inject"], ["1", "9:00", "A"])
    assert imported(data).listing.language == "pt"


def test_headers_over_two_rows_are_one():
    data = csv_file(
        ["Nº de", "Hora de", "Título del", "Descripción", "Acción", "Para"],
        ["inyección", "entrega", "inyecto", "", "esperada"],
        ["1", "09:00", "A", "a", "x", "Todas"], ["2", "09:20", "B", "b", "y", "Todas"],
    )  # fmt: skip
    result = imported(data)
    assert (result.header_row, result.rows, times(data)) == (2, 2, {"1": 0, "2": 20})
    assert list(result.mapping.items()) == [
        ("Nº de inyección", "id"), ("Hora de entrega", "at"), ("inyecto", "title"), ("Descripción", "body"),
        ("Acción esperada", "expected"), ("Para", "to"),
    ]  # fmt: skip
    again = imported(data, choices=Choices(columns={"Acción esperada": "note"}))
    assert again.mapping["Acción esperada"] == "note" and not again.findings
    assert [one.name for one in preview(data, "a.csv").columns] == list(result.mapping)


def test_a_group_above_its_columns_says_what_they_are_where_they_do_not():
    rows = (
        ["No", "Time", None, "Inject", None, "Actors"], ["No", "Simulated", "Real", "Title", "Description", "From"],
        ["1", "Day 1 0900", "9:00", "A", "a", "S"], ["2", "Day 1 1800", "9:15", "B", "b", "S"],
    )  # fmt: skip
    data = xlsx_file(["Exercise Azul"], *rows, merge=("B2:C2", "D2:E2"))
    result = imported(data, "a.xlsx")
    assert list(result.mapping.values()) == ["id", "story_time", "at", "title", "body", "from"]
    assert (result.header_row, times(data, "a.xlsx")) == (3, {"1": 0, "2": 15})
    assert "title: Exercise Azul" in result.text


def test_the_names_of_groups_are_no_title_and_change_no_column_that_is_known():
    rows = (["No.", "Date", "Time", "Title", "From"], ["1", "2026-03-02", "9:00", "A", "S"])
    result = imported(csv_file(["", "WHEN", "", "WHAT", "WHO"], *rows), "list.csv")
    assert list(result.mapping) == rows[0] and "title: list" in result.text
    assert imported(csv_file(["Exercise Azul", "Version 3", "Secret"], *rows)).listing.title == "Exercise Azul"
    assert not names_groups(["When", "What"])


def test_a_row_of_words_beneath_the_headers_is_no_second_row_of_them():
    data = csv_file(
        ["No", "Time", "Title", "Message", "Expected"], ["", "", "Inject", "Action", "Action"],
        ["1", "9:00", "A", "b", "c"],
    )  # fmt: skip
    assert imported(data, skip_bad_rows=True).header_row == 1
    assert imported(csv_file(["No", "Time", "Title"], ["", "", "Message"], ["1", "9:00", "A"])).header_row == 1


def test_a_sheet_full_of_words_is_read_in_a_moment():
    rows = [[f"words {'abc'[row % 3]} {'x' * (column % 30)}" for column in range(400)] for row in range(90)]
    began = process_time()
    assert imported(csv_file(*rows)).text is None
    # On a quiet machine it is two seconds.
    assert process_time() - began < 20


def test_a_group_may_reach_beyond_the_row_above():
    data = csv_file(["No", "Expected"], ["", "Action", "Title", "Time"], ["1", "x", "A", "9:00"])
    assert imported(data).mapping == {"No": "id", "Expected Action": "expected", "Title": "title", "Time": "at"}
