"""`prontas select` as somebody who wants to check a decision meets it, and the example of its page."""

import hashlib
import json
import os
import re
import subprocess
import sys
from random import Random

import pytest
from click.testing import CliRunner

from tests.server_process import TOP
from web.command import MODULES, VERBS, main

PAGE = (TOP / "docs" / "selection.md").read_text()
TEAMS = re.search(r"```csv\n(.*?)```", PAGE, re.DOTALL)[1]
RULES = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1]


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Select from texts, in English."""
    monkeypatch.setenv("PRONTAS_LANGUAGE", "en")

    def select(teams, rules, *more):
        (tmp_path / "teams.csv").write_text(teams)
        (tmp_path / "rules.yaml").write_text(rules)
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ["select", "teams.csv", "--rules", "rules.yaml", *more])

    return select


def test_the_example_of_the_page_comes_out_as_it_says(run):
    document = json.loads(run(TEAMS, RULES, "--json").stdout)
    rows = re.findall(r"^\| (\d+) \| (\w+) \| (\S+) \| `(\w+)` \|$", PAGE, re.MULTILINE)

    assert list(document) == [
        "format", "selected", "total", "waitlist", "relaxed", "reasons", "seats", "ranking",
        "rules_hash", "certificate",
    ]  # fmt: skip
    assert [name for _, name, _, _ in rows] == document["ranking"]
    for _, name, seats, code in rows:
        assert (document["reasons"][name]["code"], str(document["seats"].get(name, "–"))) == (code, seats)
    assert document["selected"] == ["Amapola", "Begonia", "Camelia", "Espuela", "Hibisco", "Iris"]
    assert document["waitlist"] == ["Dalia", "Flor", "Gardenia"]
    assert (document["format"], document["total"]) == (1, 1999.3)
    assert document["rules_hash"] == hashlib.sha256(RULES.encode()).hexdigest()
    assert document["relaxed"] == [
        {
            "floor": 2, "where": {"country": "HT"}, "min": 6, "to": 4, "unit": "seats", "missing": 2, "clash": [],
            "gained": ["Espuela"],
        }
    ]  # fmt: skip


def test_the_page_names_every_reason():
    codes = set(re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE))
    reasons = (TOP / "scoring" / "selection" / "reasons.py").read_text()
    assert set(re.findall(r"- ``(\w+)``", reasons)) <= codes


def test_the_table_says_the_reason_of_everybody_and_what_gave_way(run):
    told = run(TEAMS, RULES)
    lines = told.stdout.splitlines()
    assert told.exit_code == 0
    assert lines[0].split() == ["Rank", "Team", "Merit", "Asked", "Seats", "Reason"]
    assert "Cap 1 (country = CO: at most 9, in seats). Left: 0; seats asked for: 3." in lines[4]
    assert (
        "floor 1 (level = sub-national: at least 2, in teams). What matters there too: cap 1 (country = PE" in lines[5]
    )
    assert "Selected with 3 of the 4 seats asked for" in lines[6]
    assert "The merit, 58.9, is below the threshold, 60." in lines[10]
    assert "Relaxed: floor 2 (country = HT: at least 6, in seats). Only 4 could be kept." in told.stdout
    assert "Seats given: 24 of 24. Total of merit × seats: 1999.3." in told.stdout


def test_what_a_relaxed_floor_clashes_with_is_said(run):
    floors = "floors: [{where: {country: [CO, PE]}, min: 4}, {where: {country: HT}, min: 2}]"
    told = run("id,size,merit,country\na,3,9,CO\nb,4,8,PE\nc,2,7,HT\n", f"seats: 5\n{floors}\n").stdout
    assert (
        "Relaxed: floor 2 (country = HT: at least 2, in seats). Only 0 could be kept. "
        "It cannot be kept together with: 5 seats in all; floor 1 (country = CO | PE: at least 4, in seats)."
    ) in told


@pytest.mark.parametrize("method", ["ranked", "merit"])
def test_shuffled_rows_give_the_same_document_byte_for_byte(run, method):
    header, *rows = TEAMS.splitlines(keepends=True)
    rules = f"method: {method}\n{RULES}"
    shuffles = [header + "".join(Random(seed).sample(rows, len(rows))) for seed in range(5)]
    assert len({run(teams, rules, "--json").stdout for teams in shuffles}) == 1


def test_another_process_computes_the_same(run, tmp_path):
    told = run(TEAMS, f"method: merit\n{RULES}", "--json").stdout
    command = [sys.executable, "-c", "from web.command import main; main(prog_name='prontas')", "select"]
    again = subprocess.run(
        [*command, str(tmp_path / "teams.csv"), "--rules", str(tmp_path / "rules.yaml"), "--json"],
        cwd=TOP, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONHASHSEED": "7", "PRONTAS_LANGUAGE": "en"},
    )  # fmt: skip
    assert again.stdout == told


def test_what_is_wrong_in_either_file_is_a_line_with_its_place_and_nothing_is_selected(run):
    rules = run(TEAMS, "seats: 3\nfloors: [{where: {level: a}, min: -4}]", "--json")
    teams = run(TEAMS.replace("91.20", "very good"), RULES, "--json")
    column = run(TEAMS.replace("level", "rank"), RULES)
    tie = run(TEAMS, RULES.replace("randomness", "x_randomness"))

    assert [told.exit_code for told in (rules, teams, column, tie)] == [1, 1, 1, 1]
    assert rules.stderr.startswith("rules.yaml:2:35: error too_small -4 is too small.")
    assert teams.stderr.startswith("teams.csv:2:11: error not_number very good is not a number.")
    assert column.stderr.startswith("rules.yaml:6:12: error attribute_without_column")
    assert re.match(r"teams.csv:\d+:\d+: error tie_without_randomness .*Espuela, Flor", tie.stderr)
    assert rules.stdout == teams.stdout == column.stdout == tie.stdout == ""


def test_a_doubt_is_said_and_hinders_nothing(run):
    told = run(TEAMS, RULES.replace("country: HT", "country: HTI"), "--json")
    assert told.exit_code == 0
    assert "warning value_without_candidate No candidate has the value “HTI” in “country”." in told.stderr
    assert json.loads(told.stdout)["relaxed"][0]["missing"] == 6


def test_a_floor_above_all_the_seats_is_a_warning_and_is_relaxed(run):
    rules = "seats: 9\nrandomness: abc\nfloors: [{where: {level: sub-national}, min: 10}]"
    told = run(TEAMS, rules, "--json")
    assert told.exit_code == 0
    assert told.stderr.startswith("rules.yaml:3:46: warning floor_above_seats Floor 1 keeps 10, but there are only 9")
    (relaxed,) = json.loads(told.stdout)["relaxed"]
    assert (relaxed["min"], relaxed["to"], relaxed["clash"]) == (10, 7, [{"seats": 9}])


def test_wrong_usage_is_told_from_wrong_files(run):
    assert CliRunner().invoke(main, ["select", "teams.csv"]).exit_code == 2
    assert run(TEAMS, RULES, "--method").exit_code == 2


def test_where_the_optimiser_is_missing_one_line_says_what_to_install(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    told = run(TEAMS, f"method: merit\n{RULES}", "--json")
    assert (told.exit_code, told.stdout) == (1, "")
    (line,) = told.stderr.splitlines()
    assert "pip install highspy" in line


def test_reasons_are_said_in_four_languages(run):
    run(TEAMS, RULES)
    for language, said in (("es", "por debajo del umbral"), ("pt", "abaixo do limiar"), ("fr", "en dessous du seuil")):
        told = CliRunner().invoke(main, ["--language", language, "select", "teams.csv", "--rules", "rules.yaml"])
        assert said in told.stdout


def test_no_module_of_a_verb_hides_one_of_the_standard_library():
    # `environment.py` runs from that folder with any Python and meets what lies beside it.
    names = {path.stem for path in (TOP / "web" / "command").glob("*.py")} - {"__init__"}
    assert names & sys.stdlib_module_names == set()
    assert {MODULES.get(verb, verb) for verb in VERBS} <= names
