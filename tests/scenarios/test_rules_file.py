"""What a standings rules file says, and every way it can be wrong."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.rules_codes import RULES_CODES
from scenarios.rules_file import parse_rules, rated_injects, read_rules, rules_of
from scenarios.scenario import Scenario
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules

FULL = """
injects:
  "03": {weight: 7, criteria: [C1, C2], due: 360, target: 120}
  "04": {weight: 2.5, due: 6m}
criteria: {C1: {weight: 25}, C2: {weight: 20}}
levels: [U, M, S, P]
time_weight: 0.2
penalties: {Azul: 5, Verde: 0.1}
ties: [quality, {criteria: [C1, C2]}, C2, lowest, draw]
ratings: 2
randomness: "2026./"
x_note: ignored
"""
LEAST = "injects: {a: {due: 6m}}\nlevels: [U, P]\n"
UNTIMED = "injects: {a: {}}\nlevels: [U, P]\n"


def parse(text):
    return parse_rules(text.encode(), "rules.yaml")


def problems(text):
    """Give (line, column, code, parameters) of each finding, all of which have the parameters declared."""
    rules, findings = parse(text)
    assert rules is None
    for finding in findings:
        assert (finding.severity, set(finding.parameters)) == ("error", set(RULES_CODES[finding.code][1]))
        assert finding.file == "rules.yaml"
    return [(finding.line, finding.column, finding.code, dict(finding.parameters)) for finding in findings]


def test_everything_the_file_can_say():
    rules, findings = parse(FULL)
    assert findings == []
    assert rules == Rules(
        rubric=Rubric(("U", "M", "S", "P"), {"C1": Criterion(Fraction(25)), "C2": Criterion(Fraction(20))}),
        injects={
            "03": InjectRule(Fraction(7), ("C1", "C2"), Fraction(360), Fraction(120)),
            "04": InjectRule(Fraction(5, 2), (), Fraction(360)),
        },
        time_weight=Fraction(1, 5),
        penalties={"Azul": Fraction(5), "Verde": Fraction(1, 10)},
        ties=("quality", ("C1", "C2"), "C2", "lowest", "draw"),
        ratings_needed=2,
        randomness="2026./",
    )


def test_the_least_it_has_to_say():
    rules, findings = parse(LEAST)
    assert (rules, findings) == (Rules(Rubric(("U", "P"), {}), {"a": InjectRule(Fraction(1), (), Fraction(360))}), [])


def test_levels_may_be_numbers():
    assert parse("injects: {a: {}}\nlevels: [0, 1, 2]")[0].rubric.levels == ("0", "1", "2")


def test_a_teams_penalties_add_up():
    listed = "penalties:\n- {team: Azul, points: 2, reason: unmarked message}\n- {team: Azul, points: 0.5}"
    assert parse(LEAST + listed)[0].penalties == {"Azul": Fraction(5, 2)}


@pytest.mark.parametrize(("written", "seconds"), [("90", 90), ("1.5", Fraction(3, 2)), ("1m30s", 90), ("00:01:30", 90)])
def test_a_length_is_seconds_or_a_duration(written, seconds):
    assert parse(f"injects: {{a: {{due: {written}}}}}\nlevels: [U, P]")[0].injects["a"].due == seconds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, 1, "empty_document", {})]),
        ("[]", [(1, 1, "not_mapping", {"value": "[…]"})]),
        ("{}", [(1, 1, "missing_key", {"key": "injects"}), (1, 1, "missing_key", {"key": "levels"})]),
        ("a: b: c", [(1, 5, "yaml_syntax", {"problem": "mapping values are not allowed in this context"})]),
        (LEAST + "tis: []", [(3, 1, "unknown_key", {"key": "tis", "nearest": "ties"})]),
        (LEAST + "ratings: 0", [(3, 10, "too_small", {"value": "0", "least": 1})]),
        (LEAST + "ratings: true", [(3, 10, "not_integer", {"value": "true"})]),
        (LEAST + "ratings: two", [(3, 10, "not_integer", {"value": "two"})]),
        (LEAST + "randomness: 12", [(3, 13, "not_text", {"value": "12"})]),
        (LEAST + "randomness: ' '", [(3, 13, "empty_text", {})]),
        (LEAST + "time_weight: 0.25", [(3, 14, "too_large", {"value": "0.25", "most": "0.2"})]),
        (LEAST + "time_weight: -0.1", [(3, 14, "too_small", {"value": "-0.1", "least": 0})]),
        (LEAST + "time_weight: a fifth", [(3, 14, "not_number", {"value": "a fifth"})]),
        (LEAST + "time_weight: true", [(3, 14, "not_number", {"value": "true"})]),
        (UNTIMED + "time_weight: 0.1", [(1, 11, "missing_due", {})]),
        (LEAST + "ties: [draw]", [(3, 7, "missing_randomness", {})]),
        (LEAST + "ties: draw", [(3, 7, "not_list", {"value": "draw"})]),
        (LEAST + "ties: [qualty]", [(3, 8, "unknown_tie", {"value": "qualty", "nearest": "quality"})]),
        (LEAST + "ties: [7]", [(3, 8, "not_text", {"value": "7"})]),
        (LEAST + "ties: [{}]", [(3, 8, "missing_key", {"key": "criteria"})]),
        (LEAST + "ties: [{criteria: []}]", [(3, 19, "too_few", {"key": "criteria", "least": 1})]),
        (
            LEAST + "ties: [{criteria: [C1]}]",
            [(3, 20, "unknown_criterion", {"value": "C1", "nearest": ""})],
        ),
        (LEAST + "penalties: 5", [(3, 12, "not_mapping", {"value": "5"})]),
        (LEAST + "penalties: {Azul: -5}", [(3, 19, "too_small", {"value": "-5", "least": 0})]),
        (
            LEAST + "penalties: [{}]",
            [(3, 13, "missing_key", {"key": "points"}), (3, 13, "missing_key", {"key": "team"})],
        ),
        (LEAST + "penalties: [{team: 1, points: 1}]", [(3, 20, "not_text", {"value": "1"})]),
        (LEAST + "penalties: [x]", [(3, 13, "not_mapping", {"value": "x"})]),
        (LEAST + "penalties: [{team: a, points: 1, reason: 3}]", [(3, 42, "not_text", {"value": "3"})]),
        (LEAST + "criteria: {C1: {}}", [(3, 16, "missing_key", {"key": "weight"})]),
        (LEAST + "criteria: {C1: 25}", [(3, 16, "not_mapping", {"value": "25"})]),
        ("injects: {a: {}}\nlevels: [U]", [(2, 9, "too_few", {"key": "levels", "least": 2})]),
        ("injects: {a: {}}\nlevels: U", [(2, 9, "not_list", {"value": "U"})]),
        ("injects: {a: {}}\nlevels: [U, U]", [(2, 13, "duplicate_id", {"id": "U"})]),
        ("injects: {a: {}}\nlevels: [U, true]", [(2, 13, "not_text", {"value": "true"})]),
        ("injects: {}\nlevels: [U, P]", [(1, 10, "weights_sum_to_zero", {})]),
        ("injects: {a: {weight: 0}}\nlevels: [U, P]", [(1, 10, "weights_sum_to_zero", {})]),
        ("injects: [a]\nlevels: [U, P]", [(1, 10, "not_mapping", {"value": "[…]"})]),
        (
            "injects: {a: {}, b: {target: 5}}\nlevels: [U, P]",
            [(1, 30, "target_without_due", {})],
        ),
        (
            "injects: {a: {due: 5, target: 6}}\nlevels: [U, P]",
            [(1, 31, "target_past_due", {"target": "6", "due": "5"})],
        ),
        ("injects: {a: {due: soon}}\nlevels: [U, P]", [(1, 20, "bad_duration", {"value": "soon"})]),
        ("injects: {a: {due: 5}, b: {weight: x}}\nlevels: [U, P]", [(1, 36, "not_number", {"value": "x"})]),
        (
            "injects: {a: {criteria: [C2]}}\nlevels: [U, P]\ncriteria: {C1: {weight: 1}}",
            [(1, 26, "unknown_criterion", {"value": "C2", "nearest": ""})],
        ),
        (
            "injects: {a: {criteria: [C1]}}\nlevels: [U, P]\ncriteria: {C1: {weight: 0}}",
            [(1, 25, "weights_sum_to_zero", {})],
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, found):
    assert problems(text) == found


def test_all_that_is_wrong_is_named_at_once():
    text = "injects: {a: {weight: x, criteria: [C9], de: 1}}\nlevels: [U]\nratings: 0\nties: [x]"
    assert [code for _, _, code, _ in problems(text)] == [
        "not_number",
        "unknown_criterion",
        "unknown_key",
        "too_few",
        "too_small",
        "unknown_tie",
    ]


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(LEAST)
    assert read_rules(path)[0].injects == {"a": InjectRule(Fraction(1), (), Fraction(360))}


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere.yaml", "file_missing"), ("", "file_unreadable"), ("\0", "file_unreadable")]
)
def test_a_file_that_cannot_be_read_is_a_finding(tmp_path, name, code):
    rules, findings = read_rules(tmp_path / name)
    assert (rules, [finding.code for finding in findings]) == (None, [code])


def test_a_file_too_large_is_a_finding(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"#" * (3 * 1024 * 1024))
    assert [finding.code for finding in read_rules(path)[1]] == ["file_too_large"]


values = st.recursive(
    st.sampled_from(["U", "C1", "draw", "lowest", "x", "7", "-1", "0.5", "''", "null", "true", "6m", "~"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(["weight", "criteria", "due", "target", "C1", "team", "points", "a"]), inner, max_size=3
        ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"),
    ),
    max_leaves=6,
)
keys = st.sampled_from(["injects", "criteria", "levels", "time_weight", "penalties", "ties", "ratings", "randomness"])


@settings(deadline=None)
@given(st.dictionaries(keys, values))
def test_no_document_is_answered_with_anything_but_rules_or_reasons(parts):
    rules, findings = parse("\n".join(f"{key}: {value}" for key, value in parts.items()))
    assert (rules is None) == any(finding.severity == "error" for finding in findings)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_answered_with_anything_but_reasons(data):
    assert parse_rules(data, "rules.yaml")[0] is None


def scenario(**changed):
    title = {"levels": {"U": "-", "P": "-"}, "title": "-"}
    text = {"kind": "text", "due": "6m", "target": "2m", "weight": 7, "criteria": ["C1"]}
    options = [{"id": "A", "label": "-", "value": 1}, {"id": "B", "label": "-"}]
    asks = {
        "text": text,
        "choice": {"kind": "choice", "due": "90s", "options": options, "criteria": ["C1"]},
        "reason": {"kind": "choice", "due": "3m", "options": options, "criteria": ["C1"], "rationale": True},
        "form": {"kind": "form", "due": "9m", "criteria": ["C1"], "fields": [{"id": "f", "label": "-"}]},
        "ack": {"kind": "acknowledge"},
        "unscored": {"kind": "text", "due": "6m"},
        "weightless": text | {"weight": 0},
    }
    injects = [{"id": name, "at": 0, "title": "-", "ask": ask} for name, ask in asks.items()]
    given = {
        "format": 1,
        "id": "s",
        "languages": ["es"],
        "title": "-",
        "duration": "1h",
        "seats": {"lead": {"title": "-"}},
        "rubric": {"levels": ["U", "P"], "criteria": {"C1": {"weight": 25, **title}}},
        "injects": [*injects, {"id": "news", "at": 0, "title": "-"}],
    }
    return Scenario.model_validate(given | changed)


def test_a_scenario_states_rules_by_itself():
    assert rules_of(scenario()) == Rules(
        rubric=Rubric(("U", "P"), {"C1": Criterion(25)}),
        injects={
            "text": InjectRule(7, ("C1",), Fraction(360), Fraction(120)),
            "choice": InjectRule(1, (), Fraction(90), Fraction(30)),
            "reason": InjectRule(1, ("C1",), Fraction(180), Fraction(60)),
            "form": InjectRule(1, ("C1",), Fraction(540), Fraction(180)),
        },
    )


def test_what_evaluators_rate_is_named_with_its_criteria():
    assert rated_injects(scenario()) == {"text": ("C1",), "reason": ("C1",), "form": ("C1",)}
    assert rated_injects(scenario(rated=False)) == {}


def test_a_scenario_that_is_only_played_scores_nothing():
    assert rules_of(scenario(rated=False)).injects == {}


def test_a_scenario_without_a_rubric_scores_its_choices_on_the_usual_scale():
    options = [{"id": "A", "label": "-", "value": 3}, {"id": "B", "label": "-"}]
    ask = {"kind": "choice", "options": options}
    rules = rules_of(scenario(rubric=None, injects=[{"id": "c", "at": 0, "title": "-", "ask": ask}]))
    assert (rules.rubric.top, rules.injects) == (3, {"c": InjectRule(1)})
