"""A file of candidates: what it says, and every way it can be wrong, each with its place."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.candidates_csv import parse_candidates, read_candidates
from scenarios.rules_codes import RULES_CODES
from scenarios.selection_rules import parse_selection_rules
from scoring.selection.candidate import Candidate
from scoring.selection.selection import select

RULES = """seats: 9
caps: [{by: Country, max: 6}]
floors: [{where: {level: sub-national}, min: 2}]
"""
HEADER = "id,size,merit,country,level\n"
ROW = "Azul,5,87.25,CO,sub-national\n"


def source_of(rules=RULES):
    source, findings = parse_selection_rules(rules.encode(), "rules.yaml")
    assert findings == []
    return source


def read(text, rules=RULES):
    candidates, findings = parse_candidates(text.encode(), "teams.csv", source_of(rules))
    assert findings == []
    return candidates


def problems(text, rules=RULES):
    _, findings = parse_candidates(text.encode(), "teams.csv", source_of(rules))
    for finding in findings:
        severity, parameters = RULES_CODES[finding.code]
        assert (finding.severity, set(finding.parameters)) == (severity, set(parameters))
    return [(one.file, one.line, one.column, one.code, dict(one.parameters)) for one in findings]


def test_a_row_is_a_candidate_whose_attributes_have_the_names_of_the_rules_too():
    (azul,) = read("merit,Level,id,size,COUNTRY,team name\n87.25,sub-national,Azul,5,CO,Las Azules\n")
    attributes = {"level": "sub-national", "country": "CO", "Country": "CO", "team name": "Las Azules"}
    assert azul == Candidate("Azul", 5, Fraction("87.25"), attributes)


def test_least_is_optional_and_may_be_empty():
    azul, verde = read("id,size,merit,country,level,least\nAzul,5,9,CO,sub-national,3\nVerde,4,8,CO,sub-national,\n")
    assert (azul.least, verde.least, "least" in azul.attributes) == (3, None, False)


def test_merit_counts_exactly_as_it_is_written_with_a_comma_where_semicolons_part_fields():
    (azul,) = read("id;size;merit;country;level\nAzul;5;87,10000000000000000001;CO;sub-national\n")
    assert azul.merit == 87 + Fraction(1, 10) + Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id,size\n", [("teams.csv", 1, 1, "missing_column", {"column": "merit"})]),
        (HEADER + ROW + ",,,CO,national\n", [
            ("teams.csv", 3, 1, "missing_id", {}),
            ("teams.csv", 3, 2, "missing_size", {}),
            ("teams.csv", 3, 3, "missing_merit", {}),
        ]),
        (HEADER + ROW + "Verde,0,-1,CO,national\n", [
            ("teams.csv", 3, 7, "too_small", {"value": "0", "least": 1}),
            ("teams.csv", 3, 9, "too_small", {"value": "-1", "least": 0}),
        ]),
        (HEADER + ROW + "Verde,2.5,good,CO,national\n", [
            ("teams.csv", 3, 7, "not_integer", {"value": "2.5"}),
            ("teams.csv", 3, 11, "not_number", {"value": "good"}),
        ]),
        (HEADER + ROW + "Verde,2,1e3,CO,\n", [
            ("teams.csv", 3, 9, "not_number", {"value": "1e3"}),
            ("teams.csv", 3, 16, "missing_attribute", {"attribute": "level"}),
        ]),
        (HEADER + ROW + "Azul,2,7,CO,national\n", [("teams.csv", 3, 1, "candidate_twice", {"id": "Azul", "line": 2})]),
        ("id,size,merit,country,level,least\nAzul,2,7,CO,sub-national,3\n", [
            ("teams.csv", 2, 26, "least_above_size", {"least": 3, "size": 2}),
        ]),
        ("id,size,merit,land,level\nAzul,2,7,CO,national\n", [
            ("rules.yaml", 2, 13, "attribute_without_column", {"value": "Country", "nearest": ""}),
        ]),
        ("id,size,merit,country,levle\nAzul,2,7,CO,national\n", [
            ("rules.yaml", 3, 19, "attribute_without_column", {"value": "level", "nearest": "levle"}),
        ]),
        (HEADER + "Azul,2,7,CO,subnational\n", [
            ("rules.yaml", 3, 26, "value_without_candidate",
             {"attribute": "level", "value": "sub-national", "nearest": "subnational"}),
        ]),
        (HEADER + ROW + "Verde,2,87.250,CO,national\nRojo,1,5,CO,national\n", [
            ("teams.csv", 2, 8, "tie_without_randomness", {"ids": "Azul, Verde"}),
        ]),
        ("id,size,merit,country,level,\nAzul,5,7,CO,sub-national\n", []),
        ("id,size,merit,country,,level\nAzul,5,7,CO,,sub-national\n", [
            ("teams.csv", 1, 23, "unknown_column", {"value": "", "nearest": ""}),
        ]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(text, found):
    assert problems(text) == found


def test_a_tie_is_fine_where_the_rules_have_randomness():
    tied = HEADER + ROW + "Verde,2,87.25,CO,national\n"
    assert len(read(tied, RULES + "randomness: 9319./\n")) == 2


def test_a_file_is_read_from_its_path_or_said_to_be_missing(tmp_path):
    path = tmp_path / "teams.csv"
    path.write_text(HEADER + ROW)
    assert [candidate.id for candidate in read_candidates(path, source_of())[0]] == ["Azul"]
    candidates, findings = read_candidates(tmp_path / "nowhere.csv", source_of())
    assert (candidates, [finding.code for finding in findings]) == ((), ["file_missing"])


cells = st.sampled_from(["", "Azul", "Verde", "3", "0", "-1", "7.5", "CO", "national", "sub-national", '"', "1e9"])


@settings(deadline=None)
@given(st.lists(st.lists(cells, max_size=7), max_size=6))
def test_what_has_no_errors_can_be_selected_from(rows):
    source = source_of(RULES + "randomness: 9319./\n")
    text = "id,size,merit,country,level,least\n" + "\n".join(",".join(row) for row in rows)
    candidates, findings = parse_candidates(text.encode(), "teams.csv", source)
    if all(finding.severity == "warning" for finding in findings):
        assert len(select(source.rules, candidates).reasons) == len(candidates)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_answered_with_an_exception(data):
    parse_candidates(data, "teams.csv", source_of())
    parse_candidates(HEADER.encode() + data, "teams.csv", source_of())
