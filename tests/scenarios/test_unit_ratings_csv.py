"""What a table of unit, rater, value says, and every way it can be wrong."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.rules_codes import RULES_CODES
from scenarios.unit_ratings_csv import parse_unit_ratings, read_unit_ratings
from scoring.agreement.alpha import SCALES
from scoring.agreement.reliability import measure_reliability
from scoring.rating import Rating

HEADER = "unit,rater,value\n"
LEVELS = ("U", "M", "S", "P")


def values(text, scale="interval", levels=None):
    ratings, findings = parse_unit_ratings((HEADER + text).encode(), "ratings.csv", scale, levels)
    assert findings == []
    return [rating.value for rating in ratings]


def problems(text, scale="interval", levels=None):
    """Give (line, column, code, parameters) of each finding, all of which have the parameters declared."""
    _, findings = parse_unit_ratings(text.encode(), "ratings.csv", scale, levels)
    for finding in findings:
        severity, parameters = RULES_CODES[finding.code]
        assert (finding.severity, set(finding.parameters)) == (severity, set(parameters))
    return [(one.line, one.column, one.code, dict(one.parameters)) for one in findings]


def test_a_row_is_a_rating():
    ratings, findings = parse_unit_ratings(b"Value, RATER ,unit\n3.5,Edo,Azul 01\n", "ratings.csv", "interval")
    assert (ratings, findings) == ((Rating("Azul 01", "Edo", Fraction(7, 2)),), [])


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7),
        ("-7", -7),
        ("+0.10", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("5.", 5),
        ("1e2", 100),
        ("2.5E-1", Fraction(1, 4)),
    ],
)
def test_a_number_is_exactly_what_is_written(written, number):
    assert values(f"a,Edo,{written}\n") == [number]


def test_a_spreadsheet_with_semicolons_has_decimal_commas():
    text = "unit;rater;value;\r\na;Edo;2,5;\r\n"
    ratings, findings = parse_unit_ratings(text.encode("utf-8-sig"), "ratings.csv", "ratio")
    assert (ratings, findings) == ((Rating("a", "Edo", Fraction(5, 2)),), [])


@pytest.mark.parametrize("scale", SCALES)
def test_a_level_is_its_place_on_every_scale(scale):
    assert values("a,Edo,P\nb,Edo,U\nc,Edo,S\n", scale, LEVELS) == [3, 0, 2]


def test_levels_may_be_named_by_numbers_and_by_words_for_nothing():
    assert values("a,Edo,10\nb,Edo,NA\n", "ordinal", ("NA", "10", "9")) == [1, 0]


@pytest.mark.parametrize("scale", ["nominal", "ordinal"])
def test_numbers_count_where_all_values_are_numbers(scale):
    assert values("a,Edo,10\nb,Edo,9.0\n", scale) == [10, 9]


def test_names_are_labels():
    assert values("a,Edo,red\nb,Edo,10\n", "nominal") == ["red", "10"]


def test_labels_that_nobody_has_ordered_are_doubtful():
    text = HEADER + "a,Edo,10\nb,Edo,U\nc,Edo,P\n"
    assert problems(text, "ordinal") == [(3, 7, "order_by_code_point", {"value": "U"})]
    assert [one.value for one in parse_unit_ratings(text.encode(), "r.csv", "ordinal")[0]] == ["10", "U", "P"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (",Edo,3", [(2, 1, "missing_unit", {})]),
        ("a,,3", [(2, 3, "missing_rater", {})]),
        ("a,Edo,", [(2, 7, "empty_value", {"unit": "a", "rater": "Edo"})]),
        ("a,Edo", [(2, 1, "empty_value", {"unit": "a", "rater": "Edo"})]),
        ("a,Edo,N/A", [(2, 7, "value_not_observed", {"value": "N/A"})]),
        ("a,Edo,P", [(2, 7, "not_number", {"value": "P"})]),
        ("a,Edo,nan", [(2, 7, "not_number", {"value": "nan"})]),
        ("a,Edo,1e999", [(2, 7, "not_number", {"value": "1e999"})]),
        ('a,Edo,"1,5"', [(2, 7, "not_number", {"value": "1,5"})]),
        ("a,Edo,3,9", [(2, 9, "cell_without_column", {"value": "9"})]),
        (",,", []),
    ],
)
def test_what_is_wrong_in_a_row_is_named_with_its_place(row, found):
    assert problems(HEADER + row + "\n") == found


def test_a_level_outside_the_scale_is_named_with_the_nearest():
    assert problems(HEADER + "a,Edo,p\nb,Edo,Sx\n", "ordinal", LEVELS) == [
        (2, 7, "unknown_level", {"value": "p", "nearest": "P"}),
        (3, 7, "unknown_level", {"value": "Sx", "nearest": "S"}),
    ]


def test_one_rater_rates_a_unit_once():
    text = HEADER + "a,Edo,3\nb,Edo,3\na,Eun,3\na,Edo,2\na,Edo,\n"
    assert problems(text) == [
        (5, 1, "unit_rated_twice", {"unit": "a", "rater": "Edo", "line": 2}),
        (6, 1, "unit_rated_twice", {"unit": "a", "rater": "Edo", "line": 2}),
        (6, 7, "empty_value", {"unit": "a", "rater": "Edo"}),
    ]


def test_a_header_without_its_columns_is_named():
    assert problems("unit;rater;level\na;Edo;3\n") == [
        (1, 1, "missing_column", {"column": "value"}),
        (1, 12, "unknown_column", {"value": "level", "nearest": ""}),
    ]


def test_nothing_but_a_header_is_no_rating():
    assert values("") == []


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text(HEADER + "a,Edo,S\n")

    assert read_unit_ratings(path, "ordinal", LEVELS) == ((Rating("a", "Edo", 2),), [])
    nowhere, findings = read_unit_ratings(tmp_path / "nowhere.csv", "ordinal")
    assert (nowhere, [(one.code, one.file) for one in findings]) == (
        (),
        [("file_missing", str(tmp_path / "nowhere.csv"))],
    )


cells = st.sampled_from(["", "a", "b", "Edo", "Eun", "P", "U", "3", "0", "2.5", "-1", "NA", '"'])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(cells, max_size=4), max_size=6), st.sampled_from(SCALES), st.sampled_from([None, LEVELS]))
def test_what_has_no_errors_can_be_measured(rows, scale, levels):
    text = HEADER + "\n".join(",".join(row) for row in rows)
    ratings, findings = parse_unit_ratings(text.encode(), "ratings.csv", scale, levels)
    if all(finding.severity == "warning" for finding in findings):
        found = measure_reliability(ratings, scale, range(4) if levels else None)
        assert found.ratings == len(ratings)
