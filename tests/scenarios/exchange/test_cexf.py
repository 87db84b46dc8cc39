"""CEXF comes in with all its quirks, goes out as it came, and carries a whole scenario of ours."""

import json
import uuid

import pytest
from jsonschema import Draft7Validator

from scenarios.exchange.cexf_import import cexf_text, import_cexf
from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.export_scenario import export_scenario
from scenarios.exchange.whole import whole_document
from scenarios.library import FOLDER
from scenarios.load import load, read_scenario_text
from tests.scenarios.exchange.cexf import ONE, SCHEMA, SOUND, THREE, TWO, cexf

CEIBA = FOLDER / "ceiba-roja"
ABSENT = THREE.replace("8", "7")


def evaluation(document):
    return document["injects"][0]["inject_evaluation"][0]


def taken(data):
    """Import, and give the document; what is written must pass the check."""
    result = import_cexf(data, "lab.json")
    assert result.text, result.findings
    assert read_scenario_text(result.text, "x")[0]
    return whole_document(result.text.encode())


def lifted(change=None):
    return taken(cexf(change))


def test_what_a_scenario_can_say_is_lifted_in_the_order_of_the_flow():
    document = lifted()
    kept = document.pop("x_cexf")
    assert kept == {"source": cexf().decode()}
    assert document == {
        "format": 1, "id": SOUND["exercise"]["uuid"], "version": "202492", "languages": ["en"],
        "title": "Pêche aux identifiants", "summary": "A lab", "duration": "2h", "rated": False,
        "tags": ['exercise:software="misp"'], "seats": {"lead": {"title": "Team lead"}},
        "injects": [
            {"id": TWO, "at": "0", "channel": "email", "title": "Read it", "body": "A mail", "note": "start"},
            {"id": ONE, "after": {"inject": TWO}, "channel": "siem", "title": "Tag it", "expected": ["Tagged"],
             "note": "next"},
        ],
    }  # fmt: skip


def test_a_sound_document_has_nothing_to_be_told():
    result = import_cexf(cexf(), "lab.json")
    assert (result.findings, result.rows, result.imported) == ([], 2, 2)


@pytest.mark.parametrize(
    "data",
    [
        cexf(), cexf(indent=2) + b"\n", cexf(ensure_ascii=True), cexf(indent=None), b"\xef\xbb\xbf" + cexf(),
        cexf(indent="\t"), cexf().replace(b"\n", b"\r\n"),
        cexf().replace(b'"priority": 0', b'"priority": 0.0, "e": 1e3, "s": "\\/\\ud83d\\ude00"'),
        cexf(lambda one: one["exercise"].update(odd={"a": [1, None, True]}, total_duration=7200, uuid="75d7460-x")),
        cexf(lambda one: one["exercise"].pop("total_duration")),
    ],
)  # fmt: skip
def test_a_file_that_was_not_touched_goes_out_equal_to_the_byte(data):
    assert cexf_text(taken(data)).encode() == data


def flow(place, **more):
    return lambda one: one["inject_flow"][place].update(more)


@pytest.mark.parametrize(
    ("change", "when"),
    [
        (flow(0, sequence={"trigger": "startex"}), {"at": "0"}),
        (flow(0, sequence={"trigger": "triggered_at"}, timing={"triggered_at": 90}), {"at": "1m30s"}),
        (flow(0, sequence=None, timing={"triggered_at": 90.0}), {"at": "1m30s"}),
        (flow(0, sequence={"trigger": {"a": 1}}, timing={"triggered_at": True}), {"manual": True}),
        (flow(0, sequence={"trigger": []}, timing={"triggered_at": 1e12}), {"manual": True}),
        (flow(0, sequence={"trigger": []}, requirements={"inject_uuid": THREE}), {"manual": True}),
        (flow(0, sequence={"trigger": []}, requirements={"inject_uuid": ONE}), {"after": {"inject": ONE}}),
        (flow(0, inject_uuid=THREE), {"manual": True}),
    ],
)
def test_when_an_inject_comes_is_read_from_its_flow(change, when):
    inject = next(one for one in lifted(change)["injects"] if one["id"] == TWO)
    assert {key: inject[key] for key in ("at", "after", "manual") if key in inject} == when


@pytest.mark.parametrize(
    ("change", "there", "code"),
    [
        (lambda one: one["exercise"].update(uuid="75d7460-x"), '"75d7460-x"', "cexf_uuid"),
        (lambda one: one["exercise"].update(odd=1), '"odd"', "cexf_unknown_key"),
        (lambda one: one["inject_flow"][0]["sequence"].update(trigger="startex"), '"startex"', "cexf_trigger"),
        (lambda one: one["inject_flow"].append({"inject_uuid": ABSENT}), f'"{ABSENT}"', "cexf_dangling"),
        (lambda one: evaluation(one).update(evaluation_strategy="python"), '"python"', "cexf_python"),
    ],
)  # fmt: skip
def test_a_quirk_is_told_at_its_place_and_everything_comes_in(change, there, code):
    data = cexf(change)
    result = import_cexf(data, "lab.json")
    [finding] = result.findings
    assert (finding.code, finding.severity, tuple(finding.parameters)) == (code, "warning", EXCHANGE_CODES[code][1])
    assert data.decode().split("\n")[finding.line - 1][finding.column - 1 :].startswith(there)
    assert cexf_text(whole_document(result.text.encode())).encode() == data


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"", (1, 1), "json_syntax"), (b"{", (1, 2), "json_syntax"), (b'{"a" 1}', (1, 6), "json_syntax"),
        (b"[1\n 2]", (2, 2), "json_syntax"), (b"{1: 2}", (1, 2), "json_syntax"), (b'"a', (1, 1), "json_syntax"),
        (b'{"a": NaN}', (1, 7), "json_syntax"), (b"[] []", (1, 4), "json_syntax"),
        (b'{"a": 1, "a": 2}', (1, 10), "duplicate_key"),
        (b"[" * 61, (1, 61), "too_deep"), (b"[" + b"1," * 100_000 + b"1]", (1, 200_000), "too_many_nodes"),
        (b"\xff", (1, 1), "not_utf8"), (b" " * 1_100_000, (1, 1), "file_too_large"), (b"[]", (1, 1), "not_mapping"),
        (b"{}", (1, 1), "missing_key"), (b'{"exercise": 1, "injects": []}', (1, 14), "not_mapping"),
        (b'{"exercise": {"name": 1, "uuid": "a"}, "injects": []}', (1, 23), "not_text"),
        (b'{"exercise": {"name": "a", "uuid": "a"}, "injects": []}', (1, 53), "too_few"),
        (b'{"exercise": {"name": "a", "uuid": "a"}, "injects": {}}', (1, 53), "not_list"),
        (b'{"exercise": {"name": "a", "uuid": "a"}, "injects": [1]}', (1, 54), "not_mapping"),
        (b'{"exercise": {"name": "a", "uuid": "a"}, "injects": [{"name": "a"}]}', (1, 54), "missing_key"),
        (b'{"exercise": {"name": "a", "uuid": "a", "tags": {}}, "injects": [5]}', (1, 49), "not_list"),
        (b'{"exercise": {"name": "a", "uuid": "a", "meta": 1}, "injects": [5]}', (1, 49), "not_mapping"),
    ],
)  # fmt: skip
def test_what_is_no_cexf_is_refused_with_its_place(data, place, code):
    result = import_cexf(data, "lab.json")
    first = result.findings[0]
    assert (result.text, (first.line, first.column), first.code, first.severity) == (None, place, code, "error")
    assert set(first.parameters) == set(EXCHANGE_CODES[code][1])


def test_odd_values_are_kept_and_harm_nothing():
    def odd(one):
        one["exercise"] |= {
            "name": "\ud800 ",
            "description": "\x07",
            "version": "",
            "tags": [1, " "],
            "total_duration": "x",
            "uuid": "?",
        }
        one["injects"] += [{"uuid": "a b", "name": "", "inject_evaluation": [1, {}]}, {"uuid": "??", "name": "B"},
                           {"uuid": ONE, "name": "again", "description": 5}]  # fmt: skip
        one["inject_flow"][0] |= {"timing": 5, "requirements": []}
        one["inject_flow"].append({"inject_uuid": ONE})

    data = cexf(odd, ensure_ascii=True)
    document = taken(data)
    assert cexf_text(document).encode() == data
    assert (document["title"], document["id"], document["duration"]) == ("\ufffd", "cexf", "1h")
    assert [one["id"] for one in document["injects"]] == [TWO, ONE, "a-b", "inject", f"{ONE}-2"]


def test_a_payload_of_a_gigabyte_is_refused_unread():
    data = b'{"inject_payloads": [{"parameters": {"content": "' + b"QUJD" * 1_000_000
    assert [one.code for one in import_cexf(data, "lab.json").findings] == ["file_too_large"]


def test_a_scenario_of_ours_with_errors_inside_is_refused_whole():
    document = json.loads(export_scenario(CEIBA, ".json"))
    document["exercise"]["meta"]["x-prontas"]["odd"] = 1
    result = import_cexf(json.dumps(document).encode(), "a.json")
    assert (result.text, result.imported, [one.code for one in result.findings]) == (None, 0, ["unknown_key"])


def test_a_circle_is_opened_where_it_closes():
    injects = lifted(flow(0, sequence={"trigger": []}, requirements={"inject_uuid": ONE}))["injects"]
    assert [(one["id"], "manual" in one) for one in injects] == [(TWO, False), (ONE, True)]


def test_only_what_was_changed_changes_in_the_file():
    document = lifted()
    first, second = document["injects"]
    document |= {
        "title": "New", "summary": {"en": "Newer"}, "duration": "3h", "tags": [], "version": "2",
        "injects": [first | {"at": "2m", "title": "Read", "body": "Mail"}, second],
    }  # fmt: skip
    expected = json.loads(cexf())
    expected["exercise"] |= {
        "name": "New",
        "description": "Newer",
        "total_duration": "10800",
        "tags": [],
        "version": "2",
    }
    expected["inject_flow"][0] |= {
        "requirements": {}, "sequence": {"completion_trigger": [], "followed_by": [], "trigger": ["triggered_at"]},
        "timing": {"triggered_at": 120, "periodic_run_every": None},
    }  # fmt: skip
    expected["injects"][1] |= {"name": "Read", "description": "Mail"}
    text = cexf_text(document)
    found = json.loads(text)
    # The summary is a map of languages here, so the scenario travels inside as well.
    assert found["exercise"]["meta"].pop("x-prontas")["summary"] == {"en": "Newer"}
    assert found == expected
    assert text.startswith('{\n    "exercise"')


def test_an_inject_may_be_added_and_taken_out_of_an_imported_file():
    document = lifted()
    first, second = document["injects"]
    new = {"id": "new", "manual": True, "channel": "chat", "title": "New"}
    found = json.loads(cexf_text(document | {"injects": [first, new, second]}))
    assert [one["name"] for one in found["injects"]] == ["Read it", "New", "Tag it"]
    assert found["inject_flow"][1]["sequence"]["trigger"] == ["manual"]
    without = json.loads(cexf_text(document | {"injects": [first]}))
    assert [one["inject_uuid"] for one in without["inject_flow"]] == [TWO]
    assert "x-prontas" not in without["exercise"]["meta"]


def test_a_changed_file_is_written_the_way_it_was():
    for dump in ({"indent": 2}, {"ensure_ascii": True}, {"indent": None}):
        text = cexf_text(taken(cexf(**dump) + b"\n") | {"title": "Ñandú"})
        assert text.endswith("}\n") and text.isascii() == ("ensure_ascii" in dump)
        assert ("\n" in text.rstrip()) == (dump.get("indent", 4) is not None)
    assert '\n  "exercise"' in cexf_text(taken(cexf(indent=2)) | {"title": "a"})


def test_an_inject_outside_the_flow_stays_outside_it():
    document = lifted(lambda one: one["inject_flow"].pop())
    changed = json.loads(cexf_text(document | {"injects": [one | {"title": "T"} for one in document["injects"]]}))
    assert [one["name"] for one in changed["injects"]] == ["T", "T"]
    assert len(changed["inject_flow"]) == 1
    bare = lifted(lambda one: one.pop("inject_flow"))
    assert json.loads(cexf_text(bare | {"title": "T"}))["inject_flow"] == []


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


def test_the_least_that_a_document_can_be_is_a_scenario():
    data = json.dumps({"exercise": {"name": "A", "uuid": "a"}, "injects": [{"uuid": "b", "name": "B"}]}).encode()
    document = taken(data)
    assert (document["id"], document["injects"]) == (
        "a",
        [{"id": "b", "manual": True, "channel": "siem", "title": "B"}],
    )
    assert cexf_text(document).encode() == data


def test_an_id_that_is_a_uuid_stays_the_same_in_cexf():
    document = lifted()
    document.pop("x_cexf")
    assert {one["uuid"] for one in json.loads(cexf_text(document))["injects"]} == {ONE, TWO}
