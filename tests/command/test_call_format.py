"""docs/call-format.md shows what it says: its examples are read, and check answers as it is written there."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from scenarios.calls.call import Call
from scenarios.calls.codes import OWN_CODES
from scenarios.calls.load import read_call_text
from scenarios.library import FOLDER
from scenarios.yaml_reader import read_yaml
from tests.server_process import TOP
from web.command.schema import schema_of
from web.words.findings import words_of_finding

PAGE = (TOP / "docs" / "call-format.md").read_text()
WHOLE, *PARTS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
[WRONG] = re.findall(r"```yaml-wrong\n(.*?)```", PAGE, re.DOTALL)
[ANSWER] = re.findall(r"```\n(call\.yaml:.*?)```", PAGE, re.DOTALL)
JUDGE = Draft202012Validator(schema_of(Call))


def sections(text):
    """Give the lines of each top-level key, by key."""
    found = re.findall(r"^(\w+):(.*?)(?=^\w+:|\Z)", text, re.DOTALL | re.MULTILINE)
    return {key: f"{key}:{rest}" for key, rest in found}


def joined(part):
    return "".join({**sections(WHOLE), **sections(part)}.values())


def plain(text):
    return read_yaml(text.encode(), "call.yaml").plain()


@pytest.mark.parametrize("part", ["", *PARTS], ids=lambda part: part.partition(":")[0] or "whole")
def test_an_example_is_read_and_fits_the_schema(part):
    assert read_call_text(joined(part), "call.yaml")[1] == []
    assert [error.message for error in JUDGE.iter_errors(plain(joined(part)))] == []


def test_every_key_of_a_call_stands_in_an_example():
    assert set().union(*map(sections, (WHOLE, *PARTS))) == set(Call.model_fields)


def test_every_finding_of_calls_is_explained():
    table = PAGE[PAGE.index("| Code |") :]
    assert {
        code for line in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for code in re.findall(r"`(\w+)`", line)
    } == (set(OWN_CODES))


def test_what_is_wrong_is_answered_as_the_page_says():
    findings = read_call_text(WRONG, "call.yaml")[1]
    told = [
        f"{one.file}:{one.line}:{one.column}: {one.severity} {one.code} {words_of_finding(one, 'en')}"
        for one in findings
        if one.code != "missing_key"
    ]
    assert told == ANSWER.splitlines()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("calls/*/call.yaml")), ids=lambda path: path.parent.name)
def test_a_shipped_call_fits_the_schema(path):
    assert [error.message for error in JUDGE.iter_errors(plain(path.read_text()))] == []


def test_the_schema_refuses_what_check_refuses():
    Draft202012Validator.check_schema(json.loads(json.dumps(schema_of(Call))))
    whole = plain(WHOLE)
    for wrong in (
        {"penaltys": []},
        {"kind": "scenario"},
        {"windows": {"applications": {"opens": "2031-03-01", "closes": "2031-03-31T23:00:00Z"}}},
        {"stages": []},
        {"penalties": [{"id": "p", "text": "t", "points": -1}]},
    ):
        assert not JUDGE.is_valid(whole | wrong)
    assert JUDGE.is_valid(whole | {"x_ours": 1})
