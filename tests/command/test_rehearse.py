"""``prontas rehearse`` as somebody at a terminal meets it: the report as text, as a document, as a page."""

import json

import pytest
import yaml
from click.testing import CliRunner

from tests.scripts import choice_inject, info, scenario, text_inject
from web.command import main


@pytest.fixture
def short(tmp_path):
    """Write a scenario of two injects and one branch."""
    file = tmp_path / "short.yaml"
    branch = info("02", at="20m") | {"if": "isolated"}
    made = scenario(choice_inject("01", at="0"), branch, text_inject("03", at="30m"), rated=True)
    file.write_text(yaml.safe_dump(made | {"flags": {"isolated": "x"}}, allow_unicode=True, sort_keys=False))
    return file


def run(*arguments, language="en"):
    return CliRunner().invoke(main, ["--language", language, "rehearse", *map(str, arguments)])


def test_the_story_is_followed_by_the_report_in_eighty_columns(short):
    told = run(short, "--play", "cover")
    lines = told.stdout.splitlines()

    assert told.exit_code == 0, told.output
    assert lines[0] == "T+0:00:00  STARTEX"
    assert lines.index("What the teams reach") < lines.index("What it costs the evaluators")
    assert max(map(len, lines)) <= 80
    assert "- Nothing is left that no team reaches." in lines


def test_many_teams_are_named_in_lines_of_eighty_columns(short):
    told = run(short, "--play", "random", "--teams", 40)
    assert max(map(len, told.stdout.splitlines())) <= 80


def test_the_document_holds_the_report_and_what_it_assumes(short):
    told = run(short, "--play", "best", "--for-teams", 30, "--raters", 2, "--minutes-per-response", 1.5, "--json")
    document = json.loads(told.stdout)

    assert (document["format"], document["play"]) == (1, "best")
    rating = document["report"]["rating"]
    assert (rating["hours"], rating["teams"], rating["ratings_per_response"]) == (1.5, 30, 2)
    assert rating["minutes_per_response"] == 1.5


def test_a_page_is_written_in_the_language_asked_for(short, tmp_path):
    told = run(short, "--to", tmp_path / "ensayo.html", "--play", "cover", language="es")
    html = (tmp_path / "ensayo.html").read_text()

    assert told.exit_code == 0, told.output
    assert "Escrito:" in told.stderr and "Escrito:" not in told.stdout
    assert '<html lang="es">' in html and "Línea de tiempo" in html and "ENSAYO" in html


@pytest.mark.figure
def test_a_pdf_is_written_whole(short, tmp_path):
    told = run(short, "--to", tmp_path / "r.PDF", "--json")

    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["report"]
    assert (tmp_path / "r.PDF").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--to", "r.docx"), ("--raters", "0"), ("--minutes-per-response", "0"), ("--minutes-per-response", "nan"),
        ("--for-teams", "501"), ("--play", "cheat"),
    ],
)  # fmt: skip
def test_wrong_usage_is_said_before_anything_is_played(short, wrong):
    told = run(short, *wrong)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "Traceback" not in told.stderr


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left(short, tmp_path):
    told = run(short, "--to", tmp_path / "none" / "r.html")

    assert told.exit_code == 1
    assert "none" in told.stderr and "Traceback" not in told.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["short.yaml"]


def test_a_scenario_with_errors_writes_no_page(short, tmp_path):
    short.write_text(short.read_text().replace("duration: 60m", "duration: soon"))
    told = run(short, "--to", tmp_path / "r.html")

    assert (told.exit_code, told.stdout) == (1, "")
    assert "bad_duration" in told.stderr
    assert not (tmp_path / "r.html").exists()
