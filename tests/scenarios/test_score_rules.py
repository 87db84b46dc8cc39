"""A drill's own rules of score from a file: what may stand in it, and what is named with its place."""

import pytest

from scenarios.score_rules import parse_score_rules

WHOLE = b"""
ratings: 2
time_weight: 0.1
ties: [quality, C1, {criteria: [C1, C2]}, draw]
randomness: "Lottery of 3 March: 4, 8, 15"
adjust: applied
two_people: true
appeal_days: 7
third: {levels: 3}
calibration: {exact: 70, least: 12, two_off: 0}
"""


def found(text):
    facts, findings = parse_score_rules(text.encode(), "rules.yaml")
    assert facts is None
    return [(one.code, one.line) for one in findings]


def test_a_whole_file_is_read_as_it_is_set():
    facts, findings = parse_score_rules(WHOLE, "rules.yaml")

    assert findings == []
    assert facts == {
        "ratings": 2, "time_weight": "0.1", "ties": ["quality", "C1", {"criteria": ["C1", "C2"]}, "draw"],
        "randomness": "Lottery of 3 March: 4, 8, 15", "adjust": "applied", "two_people": True, "appeal_days": 7,
        "third": 3, "calibration": {"exact": 70, "least": 12, "two_off": 0},
    }  # fmt: skip


def test_what_is_left_out_is_left_to_the_rules_of_a_new_drill():
    assert parse_score_rules(b"ratings: 2\nx_note: ours\n", "rules.yaml") == ({"ratings": 2}, [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ratings: ]", {"yaml_syntax"}),
        ("- ratings", {"not_mapping"}),
        ("rating: 2", {"unknown_key"}),
        ("ratings: 0", {"too_small"}),
        ("ratings: two", {"not_integer"}),
        ("time_weight: much", {"not_number"}),
        ("adjust: sometimes", {"unknown_choice"}),
        ("two_people: 2", {"not_boolean"}),
        ("ties: quality", {"not_list"}),
        ("ties: [{mean: [C1]}]", {"unknown_key", "missing_key"}),
        ("ties: [4]", {"not_text"}),
        ("third: {}", {"missing_key"}),
        ("third: {levels: no}", {"not_integer"}),
        ("calibration: {exact: 1.5}", {"not_integer"}),
        ("calibration: {exact: most}", {"not_number"}),
        ("calibration: {least: 3, mostly: 1}", {"unknown_key"}),
        ("randomness: 7", {"not_text"}),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, codes):
    told = found(text)

    assert codes <= {code for code, _line in told}
    assert all(line == 1 for _code, line in told)


def test_everything_wrong_is_named_at_once():
    assert [code for code, _line in found("ratings: 0\nadjust: maybe\ntwo_people: perhaps\n")] == [
        "too_small", "unknown_choice", "not_boolean",
    ]  # fmt: skip
