"""A scenario of ours as CEXF: sound for the editor's schema, and back whole whatever has written the file anew."""

import json
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from scenarios.exchange.cexf_import import cexf_text, import_cexf
from scenarios.exchange.export_scenario import export_scenario
from scenarios.exchange.whole import whole_document
from scenarios.library import FOLDER
from scenarios.load import load, read_scenario_text
from tests.scenarios.exchange.cexf import ONE, SCHEMA, TWO, lifted, taken
from tests.scenarios.exchange.scenarios import documents

CEIBA = FOLDER / "ceiba-roja"
VALIDATOR = Draft7Validator(SCHEMA)


def test_a_scenario_of_ours_with_errors_inside_is_refused_whole():
    document = json.loads(export_scenario(CEIBA, ".json"))
    document["exercise"]["meta"]["x-prontas"]["odd"] = 1
    result = import_cexf(json.dumps(document).encode(), "a.json")
    assert (result.text, result.imported, [one.code for one in result.findings]) == (None, 0, ["unknown_key"])


def test_a_scenario_of_ours_survives_an_editor_that_drops_what_it_does_not_know():
    document = json.loads(export_scenario(CEIBA, ".json"))
    for flow in document["inject_flow"]:
        del flow["reporting_callback"]
    document["exercise"]["meta"] |= {"priority": 5, "author": "Eva"}
    data = json.dumps(document).encode()
    result = import_cexf(data, "a.json")
    found = whole_document(result.text.encode())
    assert result.findings == [] and cexf_text(found).encode() == data
    del found["x_cexf"]
    assert found == whole_document((CEIBA / "scenario.yaml").read_bytes())


def test_a_scenario_of_ours_is_changed_inside_and_around():
    document = taken(json.dumps(json.loads(export_scenario(CEIBA, ".json")), indent=1).encode())
    document["injects"][0]["body"] = {"es": "Nuevo", "pt": "Novo", "en": "New", "fr": "Neuf"}
    gone = document["injects"].pop()
    text = cexf_text(document)
    changed = json.loads(text)
    assert changed["inject_payloads"][0]["parameters"]["x-i18n"] == document["injects"][0]["body"]
    assert changed["inject_payloads"][0]["parameters"]["content"] == changed["injects"][0]["description"] == "Nuevo"
    assert len(changed["injects"]) == len(changed["inject_flow"]) == len(document["injects"])
    assert gone["title"]["es"] not in [one["name"] for one in changed["injects"] + changed["inject_payloads"]]
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(changed)] == []
    assert {**taken(text.encode()), "x_cexf": 0} == {**document, "x_cexf": 0}


def test_a_scenario_of_ours_is_what_the_schema_asks_for_and_comes_back_equal():
    data = export_scenario(CEIBA, ".json")
    document = json.loads(data)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(document)] == []
    for entry in (document["exercise"], *document["injects"]):
        assert str(uuid.UUID(entry["uuid"])) == entry["uuid"] and uuid.UUID(entry["uuid"]).version == 4
    assert {one["inject_uuid"] for one in document["inject_flow"]} == {one["uuid"] for one in document["injects"]}

    loaded = load(CEIBA)
    result = import_cexf(data, "a.json", loaded.files)
    assert read_scenario_text(result.text, "x", loaded.files)[0] == loaded.scenario
    assert result.findings == [] and export_scenario(CEIBA, ".json") == data
    assert cexf_text(whole_document(result.text.encode())).encode() == data


def test_a_scenario_of_ours_that_another_program_wrote_anew_comes_back_equal_too():
    data = json.dumps(json.loads(export_scenario(CEIBA, ".json")), indent=1).encode()
    document = taken(data)
    assert cexf_text(document).encode() == data
    document.pop("x_cexf")
    assert document == whole_document((CEIBA / "scenario.yaml").read_bytes())


@pytest.mark.parametrize("ours", [5, {"injects": 5}, {}])
def test_a_scenario_of_ours_that_was_changed_elsewhere_is_read_as_what_the_file_says(ours):
    cexf_document = json.loads(export_scenario(CEIBA, ".json"))
    cexf_document["exercise"]["name"] = "Renamed"
    cexf_document["exercise"]["meta"]["x-prontas"] = ours
    data = json.dumps(cexf_document, indent=4).encode()
    result = import_cexf(data, "a.json")
    assert [one.code for one in result.findings] == ["cexf_changed"]
    document = whole_document(result.text.encode())
    assert document["title"] == "Renamed" and cexf_text(document).encode() == data


def test_an_id_that_is_a_uuid_stays_the_same_in_cexf():
    document = lifted()
    document.pop("x_cexf")
    assert {one["uuid"] for one in json.loads(cexf_text(document))["injects"]} == {ONE, TWO}


@settings(max_examples=8, deadline=None)
@given(documents(), st.booleans())
def test_any_scenario_of_ours_is_what_the_schema_asks_for_and_comes_back_from_any_writer(document, versioned):
    if not versioned:
        del document["version"]
    cexf_document = json.loads(cexf_text(document))
    assert VALIDATOR.is_valid(cexf_document)
    result = import_cexf(json.dumps(cexf_document, indent=1).encode(), "a.json")
    assert result.findings == []
    found = whole_document(result.text.encode())
    del found["x_cexf"]
    assert found == document


def test_a_title_of_ours_is_what_a_flow_without_a_note_says():
    document = lifted()
    for inject in document["injects"]:
        del inject["note"]
    del document["x_cexf"]
    document = taken(json.dumps(json.loads(cexf_text(document))).encode())
    document["injects"][0]["title"] = "New"
    assert json.loads(cexf_text(document))["inject_flow"][0]["description"] == "New"
