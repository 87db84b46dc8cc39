"""A selection rules file: what it says, and every way it can be wrong, each with its place."""

import hashlib
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.node import Mark
from scenarios.rules_codes import RULES_CODES
from scenarios.selection_rules import parse_selection_rules, read_selection_rules
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection_rules import SelectionRules

WHOLE = """seats: 300
threshold: 59.95
method: merit
caps:
- {by: country, max: 45}
- {where: {level: [national, 7]}, max: 0, unit: teams}
floors:
- {where: {level: sub-national, country: HT}, min: 30, unit: teams}
randomness: "9319./2.5.8."
smallest: 3
x_note: ours
"""


def problems(text):
    """Give (line, column, code, parameters) of each finding, all of which have the parameters declared."""
    source, findings = parse_selection_rules(text.encode(), "rules.yaml")
    for finding in findings:
        severity, parameters = RULES_CODES[finding.code]
        assert (finding.severity, set(finding.parameters)) == (severity, set(parameters))
    assert (source is None) == any(finding.severity == "error" for finding in findings)
    return [(finding.line, finding.column, finding.code, dict(finding.parameters)) for finding in findings]


def test_a_file_states_rules_and_knows_its_hash_and_its_places():
    source, findings = parse_selection_rules(WHOLE.encode(), "rules.yaml")
    assert findings == []
    assert source.rules == SelectionRules(
        seats=300,
        threshold=Fraction("59.95"),
        method="merit",
        caps=(Cap("country", 45), Cap(None, 0, "teams", {"level": ("national", "7")})),
        floors=(Floor({"level": "sub-national", "country": "HT"}, 30, "teams"),),
        randomness="9319./2.5.8.",
        smallest=3,
    )
    assert source.digest == hashlib.sha256(WHOLE.encode()).hexdigest()
    assert source.attributes == {"country": Mark(5, 8), "level": Mark(6, 12)}
    assert source.values["country", "HT"] == Mark(8, 42)


def test_the_least_a_file_must_say_is_how_many_seats_there_are(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text("seats: 3\n")
    assert read_selection_rules(path)[0].rules == SelectionRules(3)
    source, findings = read_selection_rules(tmp_path / "nowhere.yaml")
    assert (source, [finding.code for finding in findings]) == (None, ["file_missing"])


def choice(key, value, choices, nearest=""):
    return {"key": key, "value": value, "choices": choices, "nearest": nearest}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("threshold: 60", [(1, 1, "missing_key", {"key": "seats"})]),
        ("[]", [(1, 1, "not_mapping", {"value": "[…]"})]),
        ("seats: 3\nseat: 4", [(2, 1, "unknown_key", {"key": "seat", "nearest": "seats"})]),
        ("seats: 0", [(1, 8, "too_small", {"value": "0", "least": 1})]),
        ('seats: "5"', [(1, 8, "not_integer", {"value": '"5"'})]),
        ("seats: 3\nthreshold: '59.95'", [(2, 12, "not_number", {"value": '"59.95"'})]),
        ("seats: 1_000", [(1, 8, "not_integer", {"value": "1_000"})]),
        ("seats: true", [(1, 8, "not_integer", {"value": "true"})]),
        ("seats: many", [(1, 8, "not_integer", {"value": "many"})]),
        ("seats: 3\nthreshold: -1", [(2, 12, "too_small", {"value": "-1", "least": 0})]),
        ("seats: 3\nsmallest: 0", [(2, 11, "too_small", {"value": "0", "least": 1})]),
        ("seats: 3\nrandomness: ''", [(2, 13, "empty_text", {})]),
        ("seats: 3\nmethod: rankd", [(2, 9, "unknown_choice", choice("method", "rankd", "ranked, merit", "ranked"))]),
        ("seats: 3\nmethod: 3", [(2, 9, "not_text", {"value": "3"})]),
        ("seats: 3\ncaps: 4", [(2, 7, "not_list", {"value": "4"})]),
        ("seats: 3\ncaps: [4]", [(2, 8, "not_mapping", {"value": "4"})]),
        ("seats: 3\ncaps: [{by: country}]", [(2, 8, "missing_key", {"key": "max"})]),
        ("seats: 3\ncaps: [{max: 2}]", [(2, 8, "by_or_where", {})]),
        ("seats: 3\ncaps: [{max: 2, by: a, where: {b: c}}]", [(2, 8, "by_or_where", {})]),
        ("seats: 3\ncaps: [{by: a, max: -2}]", [(2, 21, "too_small", {"value": "-2", "least": 0})]),
        ("seats: 3\ncaps: [{by: a, max: '2'}]", [(2, 21, "not_integer", {"value": '"2"'})]),
        ("seats: 3\ncaps: [{by: a, max: true}]", [(2, 21, "not_integer", {"value": "true"})]),
        ("seats: 3\ncaps: [{by: [a], max: 2}]", [(2, 13, "not_text", {"value": "[…]"})]),
        (
            "seats: 3\ncaps: [{by: a, max: 2, unit: team}]",
            [(2, 30, "unknown_choice", choice("unit", "team", "seats, teams", "teams"))],
        ),
        ("seats: 3\ncaps: [{by: a, max: 2}, {by: a, max: 3}]", [(2, 38, "cap_twice", {"first": 1, "second": 2})]),
        ("seats: 3\ncaps: [{max: 2, where: {}}]", [(2, 24, "too_few", {"key": "where", "least": 1})]),
        ("seats: 3\ncaps: [{max: 2, where: 7}]", [(2, 24, "not_mapping", {"value": "7"})]),
        ("seats: 3\nfloors: 4", [(2, 9, "not_list", {"value": "4"})]),
        (
            "seats: 3\nfloors: [{}]",
            [(2, 10, "missing_key", {"key": "min"}), (2, 10, "missing_key", {"key": "where"})],
        ),
        ("seats: 3\nfloors: [{where: {a: b}, min: -1}]", [(2, 31, "too_small", {"value": "-1", "least": 0})]),
        (
            "seats: 3\nfloors: [{where: {a: b}, max: 1, min: 1}]",
            [(2, 26, "unknown_key", {"key": "max", "nearest": ""})],
        ),
        ("seats: 3\nfloors: [{where: {a: []}, min: 1}]", [(2, 22, "too_few", {"key": "a", "least": 1})]),
        ("seats: 3\nfloors: [{where: {a: [b, b]}, min: 1}]", [(2, 26, "duplicate_id", {"id": "b"})]),
        ("seats: 3\nfloors: [{where: {a: 1.5}, min: 1}]", [(2, 22, "not_text", {"value": "1.5"})]),
        (
            "seats: 3\nfloors: [{where: {a: b}, min: 4}]",
            [(2, 31, "floor_above_seats", {"floor": 1, "min": 4, "seats": 3})],
        ),
        (
            "seats: 9\ncaps: [{by: a, max: 2}]\nfloors: [{where: {a: b}, min: 4}]",
            [(3, 31, "floor_above_cap", {"floor": 1, "min": 4, "cap": 1, "most": 2})],
        ),
        (
            "seats: 9\nfloors: [{where: {a: b}, min: 4}, {where: {a: b}, min: 2}]",
            [(2, 56, "floor_twice", {"first": 1, "second": 2})],
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, found):
    assert problems(text) == found


def test_a_floor_that_the_rules_put_out_of_reach_is_read_with_a_warning():
    source, findings = parse_selection_rules(b"seats: 3\nfloors: [{where: {a: b}, min: 4}]", "rules.yaml")
    assert source.rules.floors == (Floor({"a": "b"}, 4),)
    assert [(finding.severity, finding.code) for finding in findings] == [("warning", "floor_above_seats")]


def test_a_floor_may_ask_for_nothing():
    source, findings = parse_selection_rules(b"seats: 3\nfloors: [{where: {a: b}, min: 0}]", "rules.yaml")
    assert (source.rules.floors, findings) == ((Floor({"a": "b"}, 0),), [])


words = st.sampled_from(
    ["3", "-1", "country", "[]", "{}", "[{by: a, max: 2}]", "[{where: {a: b}, min: 1}]", "true", "'x'", "~", "[3]"]
)
keys = st.sampled_from(["seats", "threshold", "method", "caps", "floors", "randomness", "smallest", "odd"])


@settings(deadline=None)
@given(st.dictionaries(keys, words))
def test_no_document_is_answered_with_anything_but_rules_or_reasons(parts):
    text = "\n".join(f"{key}: {value}" for key, value in parts.items())
    source, findings = parse_selection_rules(text.encode(), "rules.yaml")
    assert (source is None) == any(finding.severity == "error" for finding in findings)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_answered_with_anything_but_reasons(data):
    assert parse_selection_rules(data, "rules.yaml")[0] is None
