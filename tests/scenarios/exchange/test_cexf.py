"""CEXF comes in with all its quirks, and goes out as it came."""

import json

import pytest

from scenarios.exchange.cexf_import import cexf_text, import_cexf
from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.whole import whole_document
from tests.scenarios.exchange.cexf import ONE, SOUND, THREE, TWO, cexf, lifted, taken

ABSENT = THREE.replace("8", "7")


def evaluation(document):
    return document["injects"][0]["inject_evaluation"][0]


def timed(document, trigger=("triggered_at",), at=None):
    flow = document["inject_flow"][0]
    flow["timing"]["triggered_at"] = at
    flow["sequence"]["trigger"] = list(trigger) if isinstance(trigger, tuple) else trigger


def test_a_payload_needs_no_uuid():
    assert import_cexf(cexf(lambda one: one["inject_payloads"][0].pop("uuid")), "lab.json").findings == []


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
        cexf() + b"\n\n\n", b"\n \t\r\n" + cexf() + b"\n \n", cexf().replace(b"\n", b"\r"),
        cexf().replace(b'"priority": 0', b'"priority": -0, "f": 1e400, "i": ' + b"9" * 300),
        cexf(lambda one: one.update(inject_flow=None, inject_payloads=None)),
        cexf(lambda one: one["exercise"].update(tags=None, description=None, meta=None)),
        cexf(lambda one: one["exercise"].update(uuid="{odd id}", description="- a: #\n...\n---\n")),
    ],
)  # fmt: skip
def test_a_file_that_was_not_touched_goes_out_equal_to_the_byte(data):
    document = taken(data)
    assert cexf_text(document).encode() == data
    document["title"] = "Changed"
    changed, whole = json.loads(data.decode("utf-8-sig")), json.loads(cexf_text(document).removeprefix("\ufeff"))
    changed["exercise"]["name"] = "Changed"
    assert whole == changed


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
        (lambda one: one["inject_flow"][0]["timing"].update(odd=1), '"odd"', "cexf_unknown_key"),
        (lambda one: one["inject_flow"][1]["requirements"].update(odd=1), '"odd"', "cexf_unknown_key"),
        (lambda one: one["inject_payloads"][0].update(odd=1), '"odd"', "cexf_unknown_key"),
        (lambda one: evaluation(one).update(odd=1), '"odd"', "cexf_unknown_key"),
        (lambda one: one["inject_flow"][0]["sequence"].update(trigger="startex"), '"startex"', "cexf_trigger"),
        (lambda one: one["inject_flow"].append({"inject_uuid": ABSENT}), f'"{ABSENT}"', "cexf_dangling"),
        (lambda one: evaluation(one).update(evaluation_strategy="python"), '"python"', "cexf_python"),
        (lambda one: one["inject_payloads"][0].update(uuid="p1"), '"p1"', "cexf_uuid"),
        (lambda one: one["injects"].append(one["injects"][0]), f'"{ONE}"', "cexf_repeated"),
        (lambda one: one["exercise"].update(total_duration="2h"), '"2h"', "cexf_duration"),
        (lambda one: one["exercise"].update(total_duration=[2]), "[", "cexf_duration"),
        (lambda one: one["inject_flow"][0]["sequence"].update(followed_by=[3, ABSENT]), f'"{ABSENT}"', "cexf_dangling"),
        (lambda one: one["inject_flow"][1]["requirements"].update(inject_uuid=ABSENT), f'"{ABSENT}"', "cexf_dangling"),
        (lambda one: one["inject_flow"][1]["requirements"].update(inject_uuid=ONE), f'"{ONE}"', "by_hand"),
        (lambda one: one["inject_flow"][1]["requirements"].update(inject_uuid=[TWO]), "[", "by_hand"),
        (lambda one: timed(one, trigger=["periodic"]), "[", "by_hand"),
        (lambda one: timed(one, trigger=5), "5", "by_hand"),
        (lambda one: timed(one, at="60"), '"60"', "by_hand"),
        (lambda one: timed(one, at=-5), "-5", "by_hand"),
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
        (b'{"injects": [' + b"1," * 5000 + b"1]}", (1, 13), "sheet_too_much"),
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


def test_quirks_by_the_thousand_are_told_in_part_and_all_come_in():
    data = cexf(lambda one: one.update({f"odd{number}": 1 for number in range(20_000)}))
    result = import_cexf(data, "lab.json")
    assert len(result.findings) == 1000 and cexf_text(whole_document(result.text.encode())).encode() == data


def test_a_payload_of_a_gigabyte_is_refused_unread():
    data = b'{"inject_payloads": [{"parameters": {"content": "' + b"QUJD" * 1_000_000
    assert [one.code for one in import_cexf(data, "lab.json").findings] == ["file_too_large"]


def test_a_circle_is_opened_where_it_closes():
    injects = lifted(flow(0, sequence={"trigger": []}, requirements={"inject_uuid": ONE}))["injects"]
    assert [(one["id"], "manual" in one) for one in injects] == [(TWO, False), (ONE, True)]


def test_the_least_that_a_document_can_be_is_a_scenario():
    data = json.dumps({"exercise": {"name": "A", "uuid": "a"}, "injects": [{"uuid": "b", "name": "B"}]}).encode()
    document = taken(data)
    assert (document["id"], document["injects"]) == (
        "a",
        [{"id": "b", "manual": True, "channel": "siem", "title": "B"}],
    )
    assert cexf_text(document).encode() == data
