"""The light verbs as somebody at a terminal meets them: what they print, and how they end."""

import json
import os
import subprocess
import sys

import pytest
import yaml
from jsonschema import Draft202012Validator

from scenarios.library import FOLDER
from tests.scripts import scenario
from tests.server_process import CEIBA, TOP
from web.command import VERBS

SHIPPED_CALL = FOLDER / "calls" / "ilo-style" / "call.yaml"
RULES = """
levels: [U, M, S, P]
criteria: {C1: {weight: 1}}
injects: {"01": {weight: 1, criteria: [C1], due: 60}}
"""


@pytest.fixture
def broken(tmp_path):
    """Write two scenarios with one error each."""
    folder = tmp_path / "broken"
    folder.mkdir()
    for name, change in (("one.yaml", {"duration": "soon"}), ("two.yaml", {"languages": []})):
        (folder / name).write_text(yaml.safe_dump(scenario() | change, sort_keys=False))
    return [folder / "one.yaml", folder / "two.yaml"]


def test_help_names_every_verb_and_each_explains_itself(run):
    told = run("--help")
    assert told.exit_code == 0
    assert all(verb in told.output for verb in VERBS)
    for verb in VERBS:
        assert run(verb, "--help").exit_code == 0


def test_help_is_in_the_language_asked_for(run, monkeypatch):
    assert "Inicia o servidor" in run("--language", "pt", "--help").output
    monkeypatch.setenv("PRONTAS_LANGUAGE", "fr")
    assert "Où la démonstration garde" in run("demo", "--help").output
    monkeypatch.setenv("PRONTAS_LANGUAGE", "")
    monkeypatch.setenv("LANG", "es_MX.UTF-8")
    assert "El puerto del servidor" in run("demo", "--help").output
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "The port to serve on" in run("demo", "--help").output


def test_wrong_usage_ends_with_two(run):
    assert run("dance").exit_code == 2
    assert run("check").exit_code == 2
    assert run("draw", "--randomness", "x", "--pool", 3, "--pick", 9).exit_code == 2


def test_a_scenario_without_findings_ends_with_zero(run):
    told = run("check", CEIBA)
    assert (told.exit_code, told.output) == (0, "0 errors, 0 warnings\n")


def test_all_errors_of_all_files_come_at_once_a_line_each(run, broken):
    told = run("check", *broken)
    lines = told.output.splitlines()

    assert told.exit_code == 1
    assert lines[0].startswith(f"{broken[0]}:") and ": error bad_duration " in lines[0]
    assert any(line.startswith(f"{broken[1]}:") for line in lines)
    assert lines[-1].endswith("warnings") or lines[-1].endswith("warning")


def test_warnings_are_errors_only_when_strict(run, tmp_path):
    doubtful = scenario() | {"flags": {"lonely": "Nobody sets it"}}
    path = tmp_path / "doubtful.yaml"
    path.write_text(yaml.safe_dump(doubtful, sort_keys=False))

    assert run("check", path).exit_code == 0
    assert run("check", path, "--strict").exit_code == 1


def test_findings_as_json_and_as_sarif_name_the_same_places(run, broken):
    found = json.loads(run("check", broken[0], "--json").output)
    report = json.loads(run("check", broken[0], "--sarif").output)["runs"][0]

    assert found["format"] == 1
    assert found["errors"] == sum(one["severity"] == "error" for one in found["findings"])
    places = [(one["code"], one["line"], one["column"]) for one in found["findings"]]
    regions = [(one["ruleId"], one["locations"][0]["physicalLocation"]["region"]) for one in report["results"]]
    assert places == [(code, region["startLine"], region["startColumn"]) for code, region in regions]


def test_what_cannot_be_read_is_a_finding_and_no_traceback(run, tmp_path):
    told = run("check", tmp_path / "nowhere.yaml")
    assert told.exit_code == 1
    assert "file_missing" in told.output


def test_the_schema_accepts_what_check_accepts(run):
    schema = json.loads(run("schema").output)
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)

    for document in (yaml.safe_load(CEIBA.read_text()), scenario()):
        assert [error.message for error in judge.iter_errors(document)] == []
    assert not judge.is_valid(scenario() | {"durations": "5m"})
    assert not judge.is_valid(scenario() | {"duration": "soon"})
    assert judge.is_valid(scenario() | {"x_ours": {"anything": 1}})


def test_calls_are_checked_beside_scenarios_in_the_language_asked_for(run, tmp_path):
    late = tmp_path / "late.yaml"
    late.write_text(SHIPPED_CALL.read_text().replace('"2027-06-30T22:00:00Z"', "midnight"))
    told = run("check", CEIBA, SHIPPED_CALL.parent, late)
    found = json.loads(run("check", late, "--json").output)["findings"]
    report = json.loads(run("check", late, "--sarif").output)["runs"][0]["results"]

    assert told.exit_code == 1 and told.output.startswith(f"{late}:") and " error instant_in_words " in told.output
    assert told.output.endswith("1 error, 0 warnings\n")
    assert [one["code"] for one in found] == [one["ruleId"] for one in report] == ["instant_in_words"]
    assert "minuit finit un jour" in run("--language", "fr", "check", late).output
    assert "no such" in run("check", tmp_path / "call.yaml").output


def test_there_is_a_schema_of_calls_too(run):
    schema = json.loads(run("schema", "call").output)
    Draft202012Validator.check_schema(schema)
    assert "windows" in schema["required"] and run("schema", "programme").exit_code == 2


def test_the_draw_is_that_of_the_rfc(run):
    key = "9319./2.5.12.8.10./9.18.26.34.41.45./"
    told = run("draw", "--randomness", key, "--pool", 25, "--pick", 3)
    document = json.loads(run("draw", "--randomness", key, "--pool", 25, "--pick", 3, "--json").output)

    assert told.exit_code == 0
    assert document == {"format": 1, "drawn": [int(line) for line in told.output.split()]}


def test_standings_are_computed_from_two_files(run, tmp_path):
    (tmp_path / "rules.yaml").write_text(RULES)
    (tmp_path / "ratings.csv").write_text("team,inject,criterion,rater,level\nAzul,01,C1,edo,P\nVerde,01,C1,edo,M\n")
    told = run("standings", tmp_path / "ratings.csv", "--rules", tmp_path / "rules.yaml", "--json")
    table = run("standings", tmp_path / "ratings.csv", "--rules", tmp_path / "rules.yaml").output.splitlines()

    assert told.exit_code == 0
    places = [(row["team"], row["place"], row["score"]) for row in json.loads(told.output)["standings"]]
    assert places == [("Azul", 1, 100.0), ("Verde", 2, 33.33)]
    assert table[1].split() == ["1", "Azul", "100.00", "100.00", "—", "1/1"]


def test_ratings_with_errors_are_not_scored(run, tmp_path):
    (tmp_path / "rules.yaml").write_text(RULES)
    (tmp_path / "ratings.csv").write_text("team,inject,criterion,rater,level\nAzul,01,C1,edo,Q\n")
    told = run("standings", tmp_path / "ratings.csv", "--rules", tmp_path / "rules.yaml")

    assert told.exit_code == 1
    assert "unknown_level" in told.stderr and told.stdout == ""


def test_staff_are_added_invited_and_listed(run, tmp_path):
    database = f"sqlite:///{tmp_path / 'p.db'}"
    added = run("user", "add", "Olga@ministry.example", "--name", "Olga", "--role", "organizer", "--database", database)
    again = run("user", "invite", "olga@ministry.example", "--base", "https://x.example/", "--database", database)
    listed = json.loads(run("user", "list", "--json", "--database", database).output)
    unknown = run("user", "invite", "eve@ministry.example", "--database", database)

    assert added.stdout.startswith("http://127.0.0.1:8765/invite/")
    assert again.stdout.startswith("https://x.example/invite/")
    assert [(one["email"], one["grants"], one["ready"]) for one in listed["staff"]] == [
        ("olga@ministry.example", [{"role": "organizer", "scope": "all", "drill": None, "programme": None}], False)
    ]
    assert unknown.exit_code == 1
    assert run("user", "list", "--database", database).output.splitlines()[1].startswith("olga@ministry.example")


def test_a_refusal_of_the_house_is_one_line(run, tmp_path):
    database = f"sqlite:///{tmp_path / 'p.db'}"
    told = run("user", "add", "no address", "--name", "Olga", "--role", "organizer", "--database", database)

    assert told.exit_code == 1
    assert told.stderr == "prontas: Write an e-mail address like name@ministry.example.\n"


def test_a_database_that_everybody_can_read_is_refused(run, tmp_path):
    path = tmp_path / "open.db"
    path.touch(mode=0o644)
    path.chmod(0o644)
    told = run("migrate", "--database", f"sqlite:///{path}")

    assert told.exit_code == 1
    assert f"chmod o-rwx {path}" in told.stderr


def test_migrate_makes_a_database_that_only_its_owner_reads(run, tmp_path):
    path = tmp_path / "new" / "p.db"
    assert run("migrate", "--database", f"sqlite:///{path}").exit_code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("migrate", "--database", f"sqlite:///{path}").exit_code == 0
    assert run("migrate", "--database", "mysql://x").exit_code == 2


def test_what_nobody_foresaw_is_one_line_without_a_traceback(run, tmp_path, monkeypatch):
    monkeypatch.setattr("web.command.migrate.newest_schema", lambda: 1 // 0)
    told = run("migrate", "--database", f"sqlite:///{tmp_path / 'p.db'}")

    assert told.exit_code == 1
    assert len(told.stderr.splitlines()) == 1 and "PRONTAS_DEBUG=1" in told.stderr


def test_light_verbs_load_neither_the_server_nor_the_database():
    script = (
        "import sys; from click.testing import CliRunner; from web.command import main; "
        "CliRunner().invoke(main, ['--help']); CliRunner().invoke(main, ['check', '--help']); "
        "CliRunner().invoke(main, ['draw', '--help']); "
        "print([name for name in ('gevent', 'flask', 'socketio', 'sqlalchemy') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=TOP, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_the_program_itself_ends_with_the_same_codes(tmp_path):
    prontas = [sys.executable, "-c", "from web.command import main; main(prog_name='prontas')"]
    good = subprocess.run([*prontas, "check", str(CEIBA)], cwd=TOP, capture_output=True, text=True)
    bad = subprocess.run([*prontas, "check", str(tmp_path)], cwd=TOP, capture_output=True, text=True)
    wrong = subprocess.run([*prontas, "check", "--odd"], cwd=TOP, capture_output=True, text=True)

    assert (good.returncode, bad.returncode, wrong.returncode) == (0, 1, 2)
    assert "Traceback" not in good.stderr + bad.stderr + wrong.stderr


def test_a_rehearsal_is_the_same_byte_for_byte_in_every_process():
    command = [sys.executable, "-c", "from web.command import main; main(prog_name='prontas')", "rehearse", str(CEIBA)]
    told = [
        subprocess.run(
            [*command, "--play", "cover", "--seed", "5", "--json"], cwd=TOP, capture_output=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "LANG": "C.UTF-8"},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    document = json.loads(told[0])

    assert told[0] == told[1]
    assert (document["format"], document["play"], document["seed"]) == (1, "cover", 5)
    assert document["events"][1] == {
        "at": 5.0, "kind": "inject_delivered", "team": "001", "inject": "01", "state": "delivered",
    }  # fmt: skip
    assert {row["rated"] == row["of"] for row in document["standings"]} == {True}


def test_a_rehearsal_reads_like_a_story(run):
    told = run("rehearse", CEIBA, "--play", "silent", "--teams", 2)
    lines = told.output.splitlines()

    assert told.exit_code == 0
    assert lines[0] == "T+0:00:00  STARTEX"
    assert lines[1] == "T+0:00:05  → 01     delivered: all teams"
    assert "T+0:04:10  · 06a    skipped (its condition is false): all teams" in lines
    assert lines[-3].split() == ["Place", "Team", "Score", "Quality", "Time", "Rated"]


def test_a_scenario_with_errors_is_not_rehearsed(run, broken):
    told = run("rehearse", broken[0])

    assert told.exit_code == 1
    assert "bad_duration" in told.stderr and told.stdout == ""
