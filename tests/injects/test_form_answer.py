"""A form's fields are kept in one shape each, and a wrong one is named."""

import pytest

from injects.answer import AnswerError
from injects.form_answer import check_fields, is_blank
from injects.inject import FormField

FIELDS = [
    FormField(id="who", label="Quién", required=True, max_words=2),
    FormField(id="systems", label="Sistemas", kind="number"),
    FormField(id="since", label="Desde", kind="date"),
    FormField(id="severity", label="Gravedad", kind="choice", options=["baja", "alta"]),
    FormField(
        id="channels", label="Canales", kind="choices", options=[{"es": "radio"}, {"id": "tv", "label": "TV"}, "web"]
    ),
    FormField(id="calls", label="Llamadas", kind="table", columns=["hora", "persona"], rows=2),
]


def checked(**values):
    return check_fields(FIELDS, {"who": "Ana", **values})


def test_a_filled_form_is_stored_in_the_order_of_its_fields():
    calls = [{"1": " 10:30 ", "2": ""}, {"1": "", "2": " "}, {"2": "Olga"}]
    values = {"calls": calls, "channels": ["3", "1", "3"], "severity": "2", "since": "2026-03-02", "systems": "1,5"}
    assert list(check_fields(FIELDS, {**values, "who": " Ana "}).items()) == [
        ("who", "Ana"),
        ("systems", "1.5"),
        ("since", "2026-03-02"),
        ("severity", "2"),
        ("channels", ["1", "3"]),
        ("calls", [{"1": "10:30"}, {"2": "Olga"}]),
    ]


@pytest.mark.parametrize(
    ("written", "stored"), [("12", "12"), (12, "12"), (1.5, "1.5"), (" -3.25", "-3.25"), ("+7", "7"), (-0.5, "-0.5")]
)
def test_numbers_are_stored_as_decimals(written, stored):
    assert checked(systems=written) == {"who": "Ana", "systems": stored}


def test_what_is_left_blank_is_left_out():
    assert checked(systems=" ", since=None, channels=[], calls=[{}]) == {"who": "Ana"}


@pytest.mark.parametrize(
    ("values", "code", "parameters"),
    [
        ({"who": " "}, "field_required", {"field": "who"}),
        ({"who": 5}, "field_wrong_kind", {"field": "who", "kind": "text"}),
        ({"who": "una dos tres"}, "field_too_long", {"field": "who", "words": 3, "max_words": 2}),
        (
            {"who": "a" * 20_001},
            "field_too_large",
            {"field": "who", "characters": 20_001, "max_characters": 20_000},
        ),
        ({"where": "aquí"}, "field_unknown", {"field": "where"}),
        ({"systems": "muchos"}, "field_bad_number", {"field": "systems", "value": "muchos"}),
        ({"systems": True}, "field_bad_number", {"field": "systems", "value": ""}),
        ({"systems": 10**5000}, "field_bad_number", {"field": "systems", "value": ""}),
        ({"systems": float("nan")}, "field_bad_number", {"field": "systems", "value": ""}),
        ({"since": "2 de marzo"}, "field_bad_date", {"field": "since", "value": "2 de marzo"}),
        ({"since": "2026-02-30"}, "field_bad_date", {"field": "since", "value": "2026-02-30"}),
        ({"severity": "9"}, "field_option_unknown", {"field": "severity", "option": "9"}),
        ({"severity": ["1"]}, "field_option_unknown", {"field": "severity", "option": ""}),
        ({"channels": "1"}, "field_wrong_kind", {"field": "channels", "kind": "choices"}),
        ({"channels": ["1", "tele"]}, "field_option_unknown", {"field": "channels", "option": "tele"}),
        ({"calls": "10:30"}, "field_wrong_kind", {"field": "calls", "kind": "table"}),
        ({"calls": ["10:30"]}, "field_wrong_kind", {"field": "calls", "kind": "table"}),
        ({"calls": [{"1": 5}]}, "field_wrong_kind", {"field": "calls", "kind": "table"}),
        ({"calls": [{"9": "a"}]}, "column_unknown", {"field": "calls", "column": "9"}),
        ({"calls": [{"1": "a"}] * 3}, "table_too_long", {"field": "calls", "rows": 3, "max_rows": 2}),
    ],
)
def test_a_wrong_field_is_named(values, code, parameters):
    with pytest.raises(AnswerError) as caught:
        checked(**values)
    assert (caught.value.code, caught.value.parameters) == (code, parameters)


def test_what_nests_deeper_than_a_form_can_is_not_walked():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert not is_blank(deep)
    assert not is_blank(5)
