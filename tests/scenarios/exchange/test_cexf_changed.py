"""A CEXF file that was changed here: what was not changed stays as it was written, to the byte."""

import json

import pytest

from scenarios.exchange.cexf_import import cexf_text, import_cexf
from scenarios.exchange.whole import whole_document
from tests.scenarios.exchange.cexf import ONE, THREE, TWO, cexf, lifted, taken

ABSENT = THREE.replace("8", "7")


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
        "sequence": {"completion_trigger": ["completion"], "followed_by": [ONE], "trigger": ["triggered_at"]},
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
    # The file's own order stays; that of the drill is the flow's.
    assert [one["name"] for one in found["injects"]] == ["Tag it", "Read it", "New"]
    assert [one["inject_uuid"] for one in found["inject_flow"]] == [TWO, found["injects"][2]["uuid"], ONE]
    assert found["inject_flow"][1]["sequence"]["trigger"] == ["manual"]
    without = json.loads(cexf_text(document | {"injects": [first]}))
    assert [one["inject_uuid"] for one in without["inject_flow"]] == [TWO]
    assert "x-prontas" not in without["exercise"]["meta"]


@pytest.mark.parametrize(
    "data",
    [
        cexf(indent=2) + b"\n\n", cexf(ensure_ascii=True), cexf(indent=None), cexf(indent=None, separators=(",", ":")),
        cexf(indent="\t"), b"\xef\xbb\xbf \r\n" + cexf().replace(b"\n", b"  \r\n"),
        cexf().replace(b'"priority": 0', b'"priority" : 0.0, "e":1e3 ,"f": 1e400, "g": 0.12345678901234567890123'),
        cexf().replace(b'"A mail"', b'"\\/\\u00e9\xc3\xa9\\ud83d\\ude00\\ud800"').replace(b"[]", b"[ ]"),
    ],
)  # fmt: skip
def test_a_changed_file_is_written_as_it_was_but_for_what_was_changed(data):
    first = b'"name": "Read it"' if b'"name": ' in data else b'"name":"Read it"'
    document = taken(data)
    document["injects"][0]["title"] = "Read \U0001f600"
    said = b"Read \\ud83d\\ude00" if data.isascii() and b"\\u" in data else "Read \U0001f600".encode()
    assert cexf_text(document).encode() == data.replace(first, first.replace(b"Read it", said))


@pytest.mark.parametrize("dump", [{}, {"indent": 2}, {"indent": "\t"}, {"indent": None, "separators": (",", ":")}])
def test_what_is_added_is_written_at_the_depth_and_with_the_signs_of_the_file(dump):
    document = taken(cexf(**dump))
    document["injects"].append({"id": "new", "manual": True, "channel": "chat", "title": "New"})
    document["injects"][0]["owner"] = "Ana"
    text = cexf_text(document)
    assert len(json.loads(text)["injects"]) == 3
    assert text == json.dumps(json.loads(text), ensure_ascii=False, **({"indent": 4} | dump))


def test_lists_that_were_empty_or_become_so_are_written():
    bare = cexf(lambda one: one | {"inject_flow": one["inject_flow"].clear(), "p": one["inject_payloads"].clear()})
    document = taken(bare)
    document["injects"].append({"id": "new", "manual": True, "channel": "chat", "title": "New"})
    document["tags"] = []
    changed = json.loads(cexf_text(document))
    assert (len(changed["injects"]), len(changed["inject_flow"]), changed["exercise"]["tags"]) == (3, 1, [])
    document["tags"] = ["a", "b"]
    assert json.loads(cexf_text(document))["exercise"]["tags"] == ["a", "b"]


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"note": "Later"}, ("inject_flow", 1, "description"), "Later"),
        ({"note": ""}, ("inject_flow", 1, "description"), ""),
        ({"expected": ["Marked"]}, ("injects", 0, "inject_evaluation", 0, "result"), "Marked"),
        ({"body": "Now"}, ("injects", 0, "description"), "Now"),
    ],
)
def test_one_field_that_is_changed_is_the_one_that_differs(change, place, said):
    document = lifted()
    document["injects"][1] |= change
    if change == {"note": ""}:
        del document["injects"][1]["note"]
    *way, last = place
    expected = here = json.loads(cexf())
    for step in way:
        here = here[step]
    here[last] = said
    assert json.loads(cexf_text(document)) == expected


def test_two_injects_with_one_uuid_stay_two():
    def doubled(one):
        one["inject_flow"] = []
        one["injects"] = [{"uuid": uuid, "name": name} for uuid, name in ((ONE, "A"), (ONE, "B"), (THREE, "C"))]

    for place in range(3):
        document = lifted(doubled)
        document["injects"][place]["title"] = "New"
        names = ["A", "B", "C"]
        names[place] = "New"
        assert [one["name"] for one in json.loads(cexf_text(document))["injects"]] == names


@pytest.mark.parametrize(
    ("before", "after", "when"),
    [
        ({"triggered_at": 90}, {"after": {"inject": TWO}}, ([], None, TWO)),
        ({"triggered_at": None}, {"at": "0"}, (["startex"], 0, None)),
        ({"triggered_at": None}, {"at": "1m"}, (["triggered_at"], 60, None)),
        ({"triggered_at": None}, {"manual": True}, (["manual"], None, None)),
        # One that a time hides does no harm, and stays.
        ({"triggered_at": 90}, {"at": "1m"}, (["periodic"], 60, TWO)),
        ({"triggered_at": 90}, {"manual": True}, (["manual"], None, None)),
    ],
)
def test_a_changed_time_changes_only_what_says_the_time(before, after, when):
    document = lifted(lambda one: one["inject_flow"][1].update(
        timing=before | {"odd": 1}, sequence={"trigger": ["periodic"], "followed_by": [THREE]}))  # fmt: skip
    inject = document["injects"][1]
    for key in ("at", "after", "manual"):
        inject.pop(key, None)
    document["injects"][1] = {"id": inject["id"], **after, **inject}
    text = cexf_text(document)
    flow = json.loads(text)["inject_flow"][1]
    told = (flow["sequence"]["trigger"], flow["timing"]["triggered_at"], flow["requirements"].get("inject_uuid"))
    assert (told, flow["timing"]["odd"], flow["sequence"]["followed_by"]) == (when, 1, [THREE])
    assert flow["requirements"]["resolution_requirement"] == "MISP event creation"
    assert taken(text.encode())["injects"] == document["injects"]


def test_what_cexf_has_no_words_for_comes_back_from_a_changed_file():
    document = lifted(lambda one: one["exercise"].update(total_duration=7200))
    assert document["duration"] == "2h"
    document["injects"][0]["owner"] = "Ana"
    document |= {"languages": ["en", "es"], "title": {"en": "Phish", "es": "Pesca"}, "duration": "3h"}
    document["injects"].reverse()
    text = cexf_text(document)
    assert json.loads(text)["exercise"]["total_duration"] == 10800
    back = import_cexf(text.encode(), "lab.json")
    found = whole_document(back.text.encode())
    assert back.findings == [] and cexf_text(found) == text
    assert {**found, "x_cexf": 0} == {**document, "x_cexf": 0}
    # And a second time, with the words that travel inside.
    found["injects"][1]["owner"] = "Eva"
    found["injects"][0]["title"] = "Tag all"
    again = taken(cexf_text(found).encode())
    assert {**again, "x_cexf": 0} == {**found, "x_cexf": 0}


def test_what_the_flow_says_beside_our_injects_stays():
    def more(one):
        one["inject_flow"] += [{"inject_uuid": ABSENT, "odd": 1}, {"inject_uuid": TWO, "odd": 2}]

    document = lifted(more)
    document["injects"] = [{"id": "n", "manual": True, "channel": "chat", "title": "N"}, *document["injects"][::-1]]
    flow = json.loads(cexf_text(document))["inject_flow"]
    assert [one["inject_uuid"] for one in flow[1:]] == [ONE, TWO, ABSENT, TWO]


@pytest.mark.parametrize(
    "source",
    ["", "garbage", "{}", "[]", "NaN", "[" * 5000, '{"exercise": {"name": "a", "uuid": "a"}, "injects": [{}]}', "\x07"],
)
def test_a_kept_document_that_somebody_spoilt_is_no_document(source):
    document = lifted() | {"x_cexf": {"source": source}}
    assert json.loads(cexf_text(document))["exercise"]["meta"]["x-prontas"] == document


def test_an_inject_outside_the_flow_stays_outside_it():
    document = lifted(lambda one: one["inject_flow"].pop())
    changed = json.loads(cexf_text(document | {"injects": [one | {"title": "T"} for one in document["injects"]]}))
    assert [one["name"] for one in changed["injects"]] == ["T", "T"]
    assert len(changed["inject_flow"]) == 1
    noted = [document["injects"][0], document["injects"][1] | {"note": "Say it"}]
    flow = json.loads(cexf_text(document | {"injects": noted}))["inject_flow"]
    assert [one["description"] for one in flow] == ["start", "Say it"]
    bare = lifted(lambda one: one.pop("inject_flow"))
    assert "inject_flow" not in json.loads(cexf_text(bare | {"title": "T"}))


def test_a_length_that_was_worked_out_from_times_is_written_where_they_change():
    document = lifted(lambda one: one["exercise"].update(total_duration="90") or one["inject_flow"][0].update(
        sequence={}, timing={"triggered_at": 7200}))  # fmt: skip
    assert document["duration"] == "2h15m"
    document["injects"][0]["at"] = "10s"
    text = cexf_text(document)
    assert json.loads(text)["exercise"]["total_duration"] == "8100"
    assert "x-prontas" not in json.loads(text)["exercise"]["meta"]
    assert taken(text.encode())["duration"] == "2h15m"


def test_a_note_on_the_second_of_two_with_one_uuid_travels_inside():
    def doubled(one):
        one["inject_flow"] = []
        one["injects"] = [{"uuid": ONE, "name": "A"}, {"uuid": ONE, "name": "B"}]

    document = lifted(doubled)
    document["injects"][1]["note"] = "Mine"
    text = cexf_text(document)
    assert json.loads(text)["inject_flow"] == [] and taken(text.encode())["injects"] == document["injects"]
