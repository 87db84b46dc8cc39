"""What a person says of a list counts more than what is recognised, and is remembered by the shape of the list."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.exchange.choices import Choices, is_target, signature, targets
from scenarios.exchange.headers import TEXTS
from scenarios.exchange.mapping_file import read_mapping
from scenarios.exchange.msel_export import msel_csv, msel_xlsx
from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.whole import whole_document
from tests.scenarios.exchange.workbooks import Failed, codes, csv_file, imported, injects, xlsx_file

ODD = ["Ref.", "Clock", "What", "Who gets it", "Colour"]
ROW = ["1", "09:00", "Alert", "Technical", "red"]
SAID = {"Ref.": "id", "Clock": "at", "What": "title", "Who gets it": "to", "Colour": "ignore"}
HEAD = ["Number", "Time", "Title"]


def kept_of(result):
    return [inject.get("x_msel") for inject in whole_document(result.text.encode())["injects"]]


def test_columns_that_nobody_would_recognise_are_what_a_person_says():
    assert codes(import_msel(csv_file(ODD, ROW), "a.csv")) == [(1, 1, "no_header_row")]

    result = imported(csv_file(ODD, ROW), choices=Choices(columns=SAID))

    assert (result.findings, result.mapping) == ([], SAID)
    assert "technical" in result.text and "red" not in result.text


def test_what_is_said_comes_before_what_is_recognised():
    data = csv_file(["No", "Time", "Title", "Subject"], ["1", "9:00", "Working name", "Alert"])
    found = imported(data, choices=Choices(columns={"Subject": "title"}))
    assert found.mapping == {"No": "id", "Time": "at", "Title": None, "Subject": "title"}
    assert [one[2] for one in codes(found)] == ["column_unmapped"]
    assert injects(data, choices=Choices(columns={"Subject": "title"}))["1"].title.say("en", []) == "Alert"


def test_a_column_that_is_to_be_kept_is_kept_without_a_word_and_one_that_is_left_out_is_gone():
    data = csv_file([*HEAD, "Colour", "Size"], ["1", "9:00", "A", "red", "big"])
    result = imported(data, choices=Choices(columns={"Colour": "keep", "Size": "ignore"}))
    assert (result.findings, kept_of(result)) == ([], [{"Colour": "red"}])


def test_a_formula_that_fails_in_a_column_left_out_is_not_spoken_of():
    book = xlsx_file([*HEAD, "Sum"], ["1", "9:00", "A", Failed("#REF!")])
    assert [one[2] for one in codes(imported(book, "a.xlsx"))] == ["column_unmapped", "formula_lost"]
    assert imported(book, "a.xlsx", choices=Choices(columns={"Sum": "ignore"})).findings == []


def test_a_text_may_be_said_to_be_in_a_language():
    data = csv_file(["No", "Time", "Uno", "Dois", "Corpo [pt]"], ["1", "9:00", "Alerta", "Alerta!", "Texto"])
    chosen = {"Uno": "title [es]", "Dois": "title [pt-BR]", "Corpo [pt]": "body"}
    inject = injects(data, choices=Choices(columns=chosen))["1"]
    assert inject.title.root == {"es": "Alerta", "pt-br": "Alerta!"}
    assert inject.body.root == {"pt": "Texto"}


def test_the_language_of_the_texts_may_be_said():
    result = imported(csv_file(HEAD, ["1", "9:00", "Alerta"]), choices=Choices(language="pt"))
    assert "languages:\n- pt\n" in result.text and "Líder da equipe" in result.text


def test_of_two_columns_of_one_field_the_first_that_is_filled_counts_and_nothing_is_lost():
    data = csv_file(
        ["No", "Time", "Title", "Headline", "Who", "Team"],
        ["1", "9:00", "A", "B", "Technical", "Lead"], ["2", "9:05", "", "C", "", "Lead"],
    )  # fmt: skip
    result = imported(data, choices=Choices(columns={"Headline": "title", "Title": "title", "Who": "to", "Team": "to"}))
    first, second = whole_document(result.text.encode())["injects"]
    assert (first["title"], first["to"], first["x_msel"]) == ("A", ["technical"], {"Headline": "B", "Team": "Lead"})
    assert (second["title"], second["to"], "x_msel" in second) == ("C", ["lead"], False)


def test_all_columns_that_say_what_is_expected_are_read():
    head = ["No", "Time", "Title", "Expected action", "Expected outcome"]
    first = imported(csv_file(head, ["1", "9:00", "A", "Call\nWrite", "Told"]))
    assert whole_document(first.text.encode())["injects"][0]["expected"] == ["Call", "Write", "Told"]

    head = ["No", "Time", "Title", "Expected action [es]", "Expected action [pt]"]
    rows = ["1", "9:00", "A", "- Llame\n- Escriba", "Ligue\nEscreva"], ["2", "9:05", "B", "Llame", "Ligue\nEscreva"]
    both, uneven = whole_document(imported(csv_file(head, *rows)).text.encode())["injects"]
    assert both["expected"] == [{"es": "Llame", "pt": "Ligue"}, {"es": "Escriba", "pt": "Escreva"}]
    assert uneven["expected"] == ["Llame"]
    assert uneven["x_msel"] == {"Expected action [es]": "Llame", "Expected action [pt]": "Ligue\nEscreva"}


def test_a_column_without_a_header_may_be_named_by_its_place():
    data = csv_file(["No", "Time", "Title", ""], ["1", "9:00", "A", "Technical"])
    assert kept_of(imported(data)) == [{"column 4": "Technical"}]
    result = imported(data, choices=Choices(columns={"column 4": "to"}))
    assert (result.mapping["column 4"], kept_of(result)) == ("to", [None])


def test_the_row_of_the_headers_may_be_said():
    data = csv_file(HEAD, ["No", "Hora", "Asunto"], ["1", "9:00", "A"])
    assert imported(data).header_row == 1
    result = imported(data, choices=Choices(header_row=2))
    assert (result.header_row, result.mapping) == (2, {"No": "id", "Hora": "at", "Asunto": "title"})
    for row, code in ((3, "no_title_column"), (9, "no_header_row")):
        assert codes(import_msel(data, "a.csv", choices=Choices(header_row=row))) == [(row, 1, code)]


def test_a_row_that_was_chosen_without_a_title_names_its_columns():
    data = csv_file(["No", "What"], ["1", "Alert"])
    refused = import_msel(data, "a.csv", choices=Choices(header_row=1))
    assert (codes(refused), refused.findings[0].parameters) == ([(1, 1, "no_title_column")], {"columns": "No, What"})
    assert imported(data, choices=Choices(header_row=1, columns={"What": "body"})).imported == 1
    assert imported(csv_file(["Title", "Hue"], ["A", "red"]), choices=Choices(header_row=1)).imported == 1
    assert codes(import_msel(csv_file(["Title", "Hue"], ["A", "red"]), "a.csv")) == [(1, 1, "no_header_row")]


def test_a_column_that_is_not_there_stops_the_import_with_the_nearest():
    result = import_msel(csv_file(HEAD, ["1", "9:00", "A"]), "a.csv", choices=Choices(columns={"Tittle": "title"}),
                         skip_bad_rows=True)  # fmt: skip
    assert (result.text, codes(result)) == (None, [(1, 1, "column_missing")])
    assert result.findings[0].parameters == {"value": "Tittle", "columns": "Number, Time, Title", "nearest": "Title"}


def test_a_list_of_ours_says_itself_what_its_columns_are():
    document = whole_document(imported(csv_file(HEAD, ["1", "9:00", "A"])).text.encode())
    result = imported(msel_csv(document), choices=Choices(columns={"Title": "note"}))
    assert [one[2] for one in codes(result)] == ["mapping_unused"]
    assert whole_document(result.text.encode()) == document


def test_a_list_of_the_same_shape_comes_as_it_was_chosen_before():
    known = Choices(remembered={signature([*ODD, ""]): SAID})
    result = imported(csv_file(["Exercise"], ODD[::-1], ROW[::-1]), choices=known)
    assert (result.header_row, result.imported, result.findings) == (2, 1, [])
    assert sorted(result.mapping.items()) == sorted(SAID.items())
    for other in ([*ODD, "More"], ODD[:4], [one.upper() for one in ODD]):
        assert codes(import_msel(csv_file(other, ROW), "a.csv", choices=known)) == [(1, 1, "no_header_row")]


def test_what_another_version_remembers_and_this_one_does_not_know_is_recognised_anew():
    remembered = {signature(HEAD): {"Title": "headline", "Number": "id"}}
    assert (
        imported(csv_file(HEAD, ["1", "9:00", "A"]), choices=Choices(remembered=remembered)).mapping["Title"] == "title"
    )


@pytest.mark.parametrize(
    "written", ["", "titel", "title []", "at [es]", "title [spanish]", "keep [es]", "Title", "x_a"]
)
def test_other_words_are_nothing_that_a_column_can_be(written):
    assert not is_target(written)


def test_every_field_is_something_that_a_column_can_be():
    assert {"id", "at", "title", "to", "keep", "ignore"} < set(targets())
    assert all(is_target(one) for one in targets())
    assert all(is_target(f"{one} [pt-BR]") and is_target(f"{one}[es]") for one in TEXTS)


@given(st.dictionaries(st.sampled_from([*ODD, "x"]), st.sampled_from([*targets(), "title [es]", "?"])),
       st.integers(1, 4) | st.none())  # fmt: skip
def test_whatever_is_chosen_the_answer_is_a_sound_scenario_or_findings(columns, row):
    result = imported(csv_file(ODD, ROW, ROW), choices=Choices(header_row=row, columns=columns))
    assert (result.text is None) == any(one.severity == "error" for one in result.findings)


def found(data):
    columns, findings = read_mapping(data if isinstance(data, bytes) else json.dumps(data).encode(), "m.json")
    return columns, [(one.line, one.column, one.code) for one in findings]


def test_a_mapping_is_read_as_it_is_printed():
    assert found({"format": 1, "mapping": {"A": "title", "B": None, "C": "ignore"}, "findings": []}) == (
        {"A": "title", "B": "keep", "C": "ignore"}, [],
    )  # fmt: skip
    assert found({"mapping": "title", "A": "note [es]"}) == ({"mapping": "title", "A": "note [es]"}, [])


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"{", [(1, 2, "json_syntax")]), (b"[]", [(1, 1, "mapping_shape")]),
        (b'{"mapping": []}', [(1, 13, "mapping_shape")]),
        (b'{"A": "titel",\n "B": 3, "C": "to"}', [(1, 7, "field_unknown"), (2, 7, "field_unknown")]),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_read_says_where(data, wrong):
    assert found(data)[1] == wrong


def test_an_unknown_field_is_answered_by_the_nearest():
    [finding] = read_mapping(b'{"A": "titel"}', "m.json")[1]
    assert (finding.parameters["nearest"], finding.parameters["value"]) == ("title", "titel")


def test_other_sheets_that_are_lists_are_named_with_their_rows():
    twin = [["Number", "Title", "Colour"], ["1", "B", "red"], ["2", "C", ""]]
    others = (
        ("Day 2", [["Plan"], HEAD, ["1", "9:00", "A"], ["2", "9:05", "B"]]), ("Empty", [HEAD]), ("Old", [HEAD, ["1"]]),
        ("Aims", [["Objective", "Description"], ["One", "Two"]]), ("People", [["Name", "Team"], ["Ana", "Red"]]),
        ("Twin", twin), ("Notes", [["Ana"]]),
    )  # fmt: skip
    book = xlsx_file([*HEAD, "Notes"], *([str(n), "9:00", "A", "B"] for n in range(9)), others=others, hidden=("Old",))
    result = imported(book, "a.xlsx")
    assert codes(result) == [(1, 1, "other_lists")]
    assert result.findings[0].parameters == {"sheet": "MSEL", "sheets": "Day 2 (2)"}
    assert "other_lists" not in [one[2] for one in codes(imported(book, "a.xlsx", choices=Choices(sheet="MSEL")))]
    alike = imported(xlsx_file(["Number", "Title"], *([str(n), "A"] for n in range(9)), others=others[3:]), "a.xlsx")
    assert [one.parameters for one in alike.findings if one.code == "other_lists"] == [
        {"sheet": "MSEL", "sheets": "Twin (2)"}
    ]


def test_a_list_that_is_known_by_parts_alone_is_named_beside_one_that_is_known():
    day = (("Day 2", [HEAD, ["1", "9:00", "A"]]),)
    book = xlsx_file(["Nº", "Hora", "Evento / Inyección"], ["1", "9:00", "A"], others=day)
    result = imported(book, "a.xlsx")
    assert [(one.code, one.parameters) for one in result.findings] == [
        ("other_lists", {"sheet": "Day 2", "sheets": "MSEL (1)"})
    ]


def test_a_list_of_ours_names_no_other_sheet():
    document = whole_document(imported(csv_file(HEAD, ["1", "9:00", "A"])).text.encode())
    assert imported(msel_xlsx(document), "a.xlsx").findings == []
