"""What a ratings file says, and every way it can be wrong."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import csv_table, rules_findings
from scenarios.ratings_csv import parse_ratings, read_ratings
from scenarios.rules_codes import RULES_CODES
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.standings import compute_standings, standings_document

HEADER = "team,inject,criterion,rater,level,value,state,seconds\n"
RUBRIC = Rubric(("U", "M", "S", "P"), {"C1": Criterion(25), "C2": Criterion(20), "C3": Criterion(1)})
RULES = Rules(
    RUBRIC,
    {
        "01": InjectRule(7, ("C1", "C2"), 360, 120),
        "02": InjectRule(3, (), 300),
        "03": InjectRule(2, ("C1",), 300),
        "04": InjectRule(0, (), 300),
    },
)
TIMED = Rules(RUBRIC, RULES.injects, time_weight=Fraction(1, 5))


def read(text, rules=RULES):
    records, _, findings = parse_ratings(text.encode(), "ratings.csv", rules)
    assert findings == []
    return {(record.team, record.inject): record for record in records}


def problems(data, rules=RULES):
    """Give (line, column, code, parameters) of each finding, all of which have the parameters declared."""
    data = data if isinstance(data, bytes) else data.encode()
    _, _, findings = parse_ratings(data, "ratings.csv", rules)
    for finding in findings:
        severity, parameters = RULES_CODES[finding.code]
        assert (finding.severity, set(finding.parameters)) == (severity, set(parameters))
    return [(finding.line, finding.column, finding.code, dict(finding.parameters)) for finding in findings]


def test_a_row_per_rating_becomes_a_record_per_response():
    text = HEADER + "Azul,01,C1,Edo,P,,,240\nAzul,01,C1,Eun,M,,,240\nAzul,01,C2,Edo,U,,,240\nAzul,02,,,,3,,\n"
    assert read(text) == {
        ("Azul", "01"): Record("Azul", "01", seconds=Fraction(240), ratings={"C1": (3, 1), "C2": (0,)}),
        ("Azul", "02"): Record("Azul", "02", value=3),
    }


def test_a_rationale_has_an_option_and_ratings():
    text = HEADER + "Azul,03,,,,2,,\nAzul,03,C1,Edo,P,,,\n"
    assert read(text)["Azul", "03"] == Record("Azul", "03", value=2, ratings={"C1": (3,)})


def test_a_bare_row_is_a_response_that_waits_for_its_ratings():
    assert read(HEADER + "Azul,01,,,,,,\n")["Azul", "01"] == Record("Azul", "01")


@pytest.mark.parametrize("state", ["lapsed", "void", "withdrawn", "skipped", "declined", "late", "LAPSED", " Void "])
def test_a_state_is_written_as_a_word(state):
    assert read(HEADER + f"Azul,01,,,,,{state},\n")["Azul", "01"].state == state.strip().lower()


@pytest.mark.parametrize("word", ["NA", "n/a", "not observed", "Not_Observed"])
def test_what_nobody_observed_is_said_in_words(word):
    assert read(HEADER + f"Azul,03,C1,Edo,{word},,,\n")["Azul", "03"].ratings == {"C1": (None,)}


def test_a_level_that_is_named_like_the_words_is_a_level():
    rules = Rules(Rubric(("NA", "P"), {"C1": Criterion(1)}), {"01": InjectRule(1, ("C1",))})
    assert read(HEADER + "Azul,01,C1,Edo,NA,,,\n", rules)["Azul", "01"].ratings == {"C1": (0,)}


def test_columns_come_in_any_order_and_case_and_the_last_three_may_be_left_out():
    text = "Level, RATER ,team,Criterion,inject\nP,Edo,Azul,C1,03\n"
    assert read(text)["Azul", "03"].ratings == {"C1": (3,)}


def test_spreadsheets_write_a_bom_semicolons_decimal_commas_and_empty_columns():
    text = "\ufeffteam;inject;criterion;rater;level;value;state;seconds;;\r\n\r\n;;\r\nAzul;02;;;;3;;12,5;;\r\n"
    assert read(text)["Azul", "02"] == Record("Azul", "02", value=3, seconds=Fraction(25, 2))


def test_quoted_cells_hold_delimiters_quotes_and_lines():
    text = HEADER + '"Azul, ""la"" de\nCeiba" , "03",C1,Edo,"P",,,\nVerde,03,C1,Edo,P,,,'
    assert set(read(text)) == {('Azul, "la" de\nCeiba', "03"), ("Verde", "03")}


def test_lines_inside_a_cell_are_lines_of_the_file():
    text = HEADER + '"Azul\n\n(Ceiba)",02,,,,3,,\n,02,,,,3,,\n'
    assert problems(text) == [(5, 1, "missing_team", {})]
    assert problems(HEADER + '"Azul\n\n(Ceiba)",9,,,,3,,\n')[0][:3] == (4, 10, "unknown_inject")


def test_an_inject_of_no_weight_needs_no_value():
    assert read(HEADER + "Azul,04,,,,,,\n")["Azul", "04"] == Record("Azul", "04")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (",02,,,,3,,", [(2, 1, "missing_team", {})]),
        ("Azul,,,,,3,,", [(2, 6, "missing_inject", {})]),
        ("Azul,01x,C1,Edo,P,,,", [(2, 6, "unknown_inject", {"value": "01x", "nearest": "01"})]),
        ("Azul,01,C11,Edo,P,,,", [(2, 9, "unknown_criterion", {"value": "C11", "nearest": "C1"})]),
        ("Azul,01,C3,Edo,P,,,", [(2, 9, "criterion_not_asked", {"criterion": "C3", "inject": "01"})]),
        ("Azul,02,C1,Edo,P,1,,", [(2, 9, "criterion_not_asked", {"criterion": "C1", "inject": "02"})]),
        ("Azul,01,C1,Edo,X,,,", [(2, 16, "unknown_level", {"value": "X", "nearest": ""})]),
        ("Azul,01,C1,Edo,3,,,", [(2, 16, "unknown_level", {"value": "3", "nearest": ""})]),
        ("Azul,01,C1,Edo,,,,", [(2, 16, "missing_level", {})]),
        ("Azul,01,C1,,P,,,", [(2, 12, "missing_rater", {})]),
        ("Azul,01,,Edo,P,,,", [(2, 9, "missing_criterion", {})]),
        ("Azul,02,,,,3.5,,", [(2, 12, "not_integer", {"value": "3.5"})]),
        ("Azul,02,,,,best,,", [(2, 12, "not_integer", {"value": "best"})]),
        ("Azul,02,,,,,,", [(2, 12, "missing_value", {"team": "Azul", "inject": "02"})]),
        ("Azul,02,,,,,late,", [(2, 12, "missing_value", {"team": "Azul", "inject": "02"})]),
        ("Azul,02", [(2, 1, "missing_value", {"team": "Azul", "inject": "02"})]),
        ("Azul,02,,,,3,lost,", [(2, 14, "unknown_state", {"value": "lost", "nearest": ""})]),
        ("Azul,02,,,,,lapse,", [(2, 13, "unknown_state", {"value": "lapse", "nearest": "lapsed"})]),
        ("Azul,02,,,,3,,-1", [(2, 15, "negative_seconds", {"value": "-1"})]),
        ("Azul,02,,,,3,,soon", [(2, 15, "not_number", {"value": "soon"})]),
        ("Azul,02,,,,3,,1e9", [(2, 15, "not_number", {"value": "1e9"})]),
        ("Azul,02,,,,3,,9,note", [(2, 17, "cell_without_column", {"value": "note"})]),
        ("Azul,02,,,,3,lapsed,", [(2, 14, "lapsed_but_rated", {"team": "Azul", "inject": "02"})]),
        ("Azul,03,C1,Edo,M,,lapsed,", [(2, 19, "lapsed_but_rated", {"team": "Azul", "inject": "03"})]),
        ("Azul,03,C1,Edo,U,,lapsed,", []),
        ('"Azul"x,02,,,,3,,', [(2, 1, "bad_quotes", {"value": '"Azul"x'})]),
        (f"{'A' * 1001},02,,,,3,,", [(2, 1, "cell_too_long", {"characters": 1001, "most": 1000})]),
    ],
)
def test_what_is_wrong_in_a_row_is_named_with_its_place(row, found):
    assert problems(HEADER + row + "\n") == found


def test_one_rater_rates_a_criterion_once():
    text = HEADER + "Azul,03,C1,Edo,P,,,\nVerde,03,C1,Edo,P,,,\nAzul,03,C1,Eun,P,,,\nAzul,03,C1,Edo,P,,,\n"
    assert problems(text) == [(5, 9, "rated_twice", {"rater": "Edo", "criterion": "C1"})]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (",lapsed,", ",,", [(3, 19, "contradictory_state", {"value": "answered", "line": 2})]),
        ("3,,", "2,,", [(3, 18, "contradictory_value", {"value": "2", "line": 2})]),
        ("3,,9", "3,,10", [(3, 21, "contradictory_seconds", {"value": "10", "line": 2})]),
        ("3,,9", "3,,9.0", []),
        ("3,,", ",,9", []),
    ],
)
def test_the_rows_of_a_response_agree(first, second, found):
    assert problems(HEADER + f"Azul,03,C1,Edo,U,{first}\nAzul,03,C1,Eun,U,{second}\n") == found


def test_an_option_chosen_by_one_team_is_missed_in_another():
    text = HEADER + "Azul,03,C1,Edo,P,3,,\nVerde,03,C1,Edo,P,,,\nRojo,03,,,,,lapsed,\n"
    assert problems(text) == [(3, 19, "missing_value", {"team": "Verde", "inject": "03"})]


def test_where_time_weighs_an_answer_has_its_seconds():
    text = HEADER + "Azul,02,,,,3,,\nVerde,02,,,,3,,9\nRojo,02,,,,,lapsed,\n"
    assert problems(text, TIMED) == [(2, 15, "missing_seconds", {"team": "Azul", "inject": "02"})]


def test_a_penalty_for_a_team_without_a_row_is_doubtful():
    rules = Rules(RUBRIC, RULES.injects, penalties={"Azull": Fraction(1), "Azul": Fraction(1)})
    assert problems(HEADER + "Azul,02,,,,3,,\n", rules) == [(1, 1, "penalty_without_team", {"team": "Azull"})]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", ["missing_column"] * 5),
        ("team,inject,criterion,rater", ["missing_column"]),
        ("team,inject,criterion,rater,level,stat", ["unknown_column"]),
        ("team,inject,criterion,rater,level,,state", ["unknown_column"]),
        ("team,inject,criterion,rater,level,Team", ["column_twice"]),
    ],
)
def test_a_header_that_is_wrong_is_named(header, found):
    assert [code for _, _, code, _ in problems(header)] == found


def test_an_unknown_column_is_named_with_the_nearest():
    assert problems("team,inject,criterion,rater,level,stat\n") == [
        (1, 35, "unknown_column", {"value": "stat", "nearest": "state"})
    ]


def test_all_that_is_wrong_is_named_at_once():
    text = HEADER + "Azul,99,C9,,X,x,y,z\nAzul,02,,,,3,,\n,,,,,,,,\n,02,,,,3,,\n"
    assert [(line, code) for line, _, code, _ in problems(text)] == [
        (2, "unknown_inject"),
        (2, "unknown_criterion"),
        (2, "missing_rater"),
        (2, "unknown_level"),
        (2, "not_integer"),
        (2, "unknown_state"),
        (2, "not_number"),
        (5, "missing_team"),
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Fátima".encode("utf-16"), [(1, 1, "wrong_encoding", {"encoding": "UTF-16"})]),
        (
            HEADER.encode() + "Azul,02,,,,3,,\nÁgil,02,,,,3,,\nVérde,02,,,,3,,".encode("cp1252"),
            [(3, 1, "not_utf8", {"byte": "0xc1"}), (4, 2, "not_utf8", {"byte": "0xe9"})],
        ),
        (HEADER.encode() + b"Azul,02,,,,3,,\x00\x00", [(2, 15, "control_character", {"character": "U+0000"})]),
    ],
)
def test_bytes_that_are_no_text_are_named(data, found):
    assert [problem for problem in problems(data) if not problem[2].startswith("missing_")] == found


def test_a_file_too_large_is_refused_before_it_is_read():
    assert [code for _, _, code, _ in problems(b"x" * (csv_table.MOST_BYTES + 1))] == ["file_too_large"]


def test_more_cells_than_anybody_fills_are_refused():
    findings = rules_findings.Findings("ratings.csv")
    table = csv_table.read_table(b"a,b\n1,2\n3,4\n", ("a", "b"), (), findings.report, most_cells=5)
    assert [row["b"].text for row in table.rows] == ["2"]
    assert [(found.line, found.column, found.code) for found in findings.found] == [(3, 3, "too_many_cells")]


def test_more_findings_than_anybody_reads_end_with_a_word():
    found = problems(HEADER + ",02,,,,3,,\n" * 2000)
    assert len(found) == rules_findings.MOST_FINDINGS + 1
    assert found[-1][2] == "too_many_findings"


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text(HEADER + "Verde,02,,,,3,,\nAzul,02,,,,0,,\n")
    records, teams, findings = read_ratings(path, RULES)
    assert (teams, findings) == (("Azul", "Verde"), [])
    document = standings_document(compute_standings(RULES, records, teams))
    assert [(row["team"], row["place"], row["score"]) for row in json.loads(json.dumps(document))["standings"]] == [
        ("Verde", 1, 100.0),
        ("Azul", 2, 0.0),
    ]


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    records, teams, findings = read_ratings(tmp_path / "nowhere.csv", RULES)
    assert (records, teams, [finding.code for finding in findings]) == ((), (), ["file_missing"])


cells = st.sampled_from(
    [
        "",
        "Azul",
        "Verde",
        "01",
        "02",
        "03",
        "C1",
        "C2",
        "Edo",
        "Eun",
        "P",
        "U",
        "NA",
        "3",
        "-1",
        "lapsed",
        "void",
        '"',
        "9.5",
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(cells, max_size=9), max_size=8), st.sampled_from([RULES, TIMED]))
def test_what_has_no_errors_can_be_scored(rows, rules):
    text = HEADER + "\n".join(",".join(row) for row in rows)
    records, teams, findings = parse_ratings(text.encode(), "ratings.csv", rules)
    if all(finding.severity == "warning" for finding in findings):
        assert len(compute_standings(rules, records, teams)) == len(teams)


rows = st.sampled_from(
    ["Azul,01,C1,Edo,P,,,9", "Azul,01,C2,Edo,NA,,,9", "Azul,02,,,,3,,9", "Verde,02,,,,,lapsed,", "Verde,01,,,,,,7"]
)


@settings(deadline=None)
@given(st.lists(rows, unique=True))
def test_sound_rows_in_any_order_can_be_scored(lines):
    records, teams, findings = parse_ratings((HEADER + "\n".join(lines)).encode(), "ratings.csv", TIMED)
    assert findings == []
    assert len(compute_standings(TIMED, records, teams)) == len(teams)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_are_answered_with_an_exception(data):
    parse_ratings(data, "ratings.csv", RULES)
    parse_ratings(HEADER.encode() + data, "ratings.csv", RULES)
