"""What check says beside its findings: where each is explained, and the explanation itself."""

import json

import pytest

from tests.scenarios.cases import inject
from tests.scenarios.errors_page import ENTRIES, PAGE
from tests.server_process import TOP
from web.command.errors_page import entries
from web.words import LANGUAGES
from web.words.findings import FINDINGS


@pytest.fixture
def wrong(tmp_path):
    """Write a scenario with two findings of one code and one of another."""
    path = tmp_path / "wrong.yaml"
    path.write_text(inject("to: [lead, led, laed], channel: mail"))
    return path


def test_the_line_before_the_sum_says_where_to_read_more(run, wrong):
    *_found, more, total = run("check", wrong).output.splitlines()
    assert more.endswith("prontas check --explain CODE, or docs/scenario-errors.md#CODE")
    assert total == "3 errors, 0 warnings"
    assert "Qué significa un código" in run("--language", "es", "check", wrong).output


def test_nothing_more_is_said_where_nothing_was_found(run, tmp_path):
    path = tmp_path / "sound.yaml"
    path.write_text(inject("to: [lead]"))
    assert run("check", path).output == "0 errors, 0 warnings\n"


def test_each_finding_of_the_json_has_its_place_in_the_page(run, wrong):
    found = json.loads(run("check", wrong, "--json").output)["findings"]
    assert [one["help"] for one in found] == [f"docs/scenario-errors.md#{one['code']}" for one in found]
    assert {one["help"].partition("#")[2] for one in found} == {"unknown_seat", "unknown_channel"}
    for one in found:
        page, _, code = one["help"].partition("#")
        assert f"\n### {code}\n" in (TOP / page).read_text()


def test_each_rule_of_the_sarif_has_its_text(run, wrong):
    driver = json.loads(run("--language", "fr", "check", wrong, "--sarif").output)["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["unknown_channel", "unknown_seat"]
    seat = driver["rules"][1]
    assert seat["shortDescription"]["text"].startswith("Il n'y a pas") and "…" in seat["shortDescription"]["text"]
    assert entries()["unknown_seat"] in seat["help"]["markdown"]
    assert seat["help"]["text"].endswith("docs/scenario-errors.md#unknown_seat")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_can_be_explained_in_every_language(run, language):
    for code in FINDINGS:
        told = run("--language", language, "check", "--explain", code)
        assert told.exit_code == 0 and told.output.startswith(f"{code}: "), code
        assert entries()[code] in told.output
        assert told.output.endswith(f"docs/scenario-errors.md#{code}\n")
        assert "%(" not in told.output


def test_an_explanation_says_in_which_language_it_goes_on(run):
    assert "está em inglês" in run("--language", "pt", "check", "--explain", "real_ip").output
    assert "in English" not in run("check", "--explain", "real_ip").output


def test_an_unknown_code_is_answered_with_the_nearest(run):
    told = run("check", "--explain", "unknown_set")
    assert (told.exit_code, "Did you mean “unknown_seat”?" in told.output) == (2, True)
    far = run("check", "--explain", "zzz")
    assert (far.exit_code, "Did you mean" in far.output) == (2, False)


def test_there_is_something_to_check_or_to_explain(run):
    assert run("check").exit_code == 2 and "PATH" in run("check").output


def test_the_program_reads_the_page_as_the_tests_do():
    assert set(entries()) == {entry.code for entry in ENTRIES} == set(FINDINGS)
    assert all(said in PAGE for said in entries().values())
