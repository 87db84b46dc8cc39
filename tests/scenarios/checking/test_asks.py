"""What each kind of ask needs, and what it does not know."""

import pytest

from scenarios.load import read_scenario_text
from tests.scenarios.cases import CHOICE, RUBRIC, TEXT, asking, rated


def codes(text):
    return [finding.code for finding in read_scenario_text(text.replace("«", ""), "azul.yaml")[1]]


FORM = "kind: form, due: 5m, fields: "


@pytest.mark.parametrize(
    "ask",
    [
        "kind: acknowledge",
        "kind: acknowledge, due: 5m",
        "kind: text, due: 5m, target: 5m, max_words: 9",
        CHOICE,
        CHOICE.replace("choice", "choices").replace("value: 1", "value: -9"),
        f"{CHOICE}, rationale: true",
        f"{FORM}[{{id: a, label: a}}, {{id: b, label: b, kind: date}}, {{id: c, label: c, kind: number}}]",
        f"{FORM}[{{id: a, label: a, kind: choice, options: [a, b]}}, {{id: b, label: b, kind: table, columns: [a]}}]",
    ],
)
def test_every_kind_of_ask_can_be_played(ask):
    assert codes(asking(ask)) == []


@pytest.mark.parametrize(
    "ask",
    [
        TEXT,
        CHOICE,
        f"{CHOICE}, rationale: true, criteria: [C1]",
        f"{TEXT}, benchmarks: [{{level: P, text: t}}]",
        f"{TEXT}, weight: 3",
    ],
)
def test_every_kind_of_ask_can_be_rated(ask):
    assert codes(rated(f"ask: {{{ask}}}")) == []


def test_choices_may_have_values_without_a_rubric():
    assert codes(rated(f"ask: {{{CHOICE.replace('value: 1', 'value: 3')}}}", top="")) == []


def test_values_are_not_measured_on_levels_that_could_not_be_read():
    assert codes(rated(f"ask: {{{CHOICE.replace('value: 1', 'value: 9')}}}", top=RUBRIC.replace("[U, P]", "U"))) == [
        "not_list"
    ]


def test_a_field_of_an_unknown_kind_is_not_asked_for_more():
    assert codes(asking(f"{FORM}[{{id: a, label: a, kind: tabel, columns: [a]}}]")) == ["unknown_kind"]


@pytest.mark.parametrize(
    ("weights", "found"),
    [
        ("weight: 0", ["weights_sum_to_zero"]),
        ("weight: 0, objective: null", ["weights_sum_to_zero", "empty_key"]),
    ],
)
def test_criteria_that_weigh_nothing_cannot_be_divided_by(weights, found):
    rubric = RUBRIC.replace("weight: 1", weights)
    assert codes(rated(f"ask: {{{TEXT}}}", top=rubric)) == found


def test_an_ask_whose_own_criteria_weigh_nothing_is_named():
    more = "C2: {title: t, weight: 0, levels: {U: u, P: p}}"
    rubric = RUBRIC.replace("}}}}", f"}}}}, {more}}}}}")
    assert codes(rated(f"ask: {{{TEXT.replace('C1', 'C2')}}}", f"ask: {{{TEXT}}}", top=rubric)) == [
        "weights_sum_to_zero"
    ]


def test_an_unknown_criterion_weighs_nothing_and_is_only_unknown():
    assert codes(rated(f"ask: {{{TEXT.replace('C1', 'C9')}}}")) == ["unknown_criterion"]
