"""The store of scenarios as a script uses it: put in, change, look at what differs, make a drill."""

import yaml

from tests.scripts import info, scenario, text_inject
from web.api.operations import OPERATIONS
from web.api.scenario_operations import SCENARIOS

DOCUMENT = "# Ours\n" + yaml.safe_dump(scenario(text_inject("01"), info("02", at="30m")), sort_keys=False)


def put(script, **facts):
    return script.post("/scenarios", **({"yaml": DOCUMENT} | facts))["scenario_id"]


def test_all_of_them_open_with_one_scope():
    assert {one.scope for one in SCENARIOS.values()} == {"scenarios"}
    assert set(SCENARIOS) <= set(OPERATIONS)


def test_a_script_writes_a_scenario_and_makes_a_drill_of_it(cast, script):
    fatima = script(cast.fatima)
    made = fatima.post("/scenarios", yaml=DOCUMENT, note="from a script")
    one = made["scenario_id"]
    assert (made["number"], made["errors"]) == (1, 0)
    saved = fatima.post(
        f"/scenarios/{one}/versions", expected_number=1,
        operations=[
            {"do": "set", "path": ["injects", "01", "title", "pt"], "value": "Aviso"},
            {"do": "shift", "injects": ["01", "02"], "seconds": 60},
            {"do": "duplicate", "inject": "02", "new_id": "03"},
        ],
    )  # fmt: skip
    assert (saved["number"], saved["errors"], saved["merged"], saved["written_out"]) == (2, 0, False, False)

    text = fatima.get(f"/scenarios/{one}/text")
    assert text["yaml"].startswith("# Ours\n") and yaml.safe_load(text["yaml"])["injects"][0]["at"] == "6m"
    assert {finding["severity"] for finding in text["findings"]} <= {"warning"}
    assert fatima.get(f"/scenarios/{one}/text?number=1")["yaml"] == DOCUMENT
    changes = fatima.get(f"/scenarios/{one}/changes")
    assert (changes["old"], changes["new"]) == (1, 2)
    assert [(change["kind"], change["path"]) for change in changes["changes"]] == [
        ("changed", ["injects", "01", "title"]), ("changed", ["injects", "01", "at"]),
        ("changed", ["injects", "02", "at"]), ("added", ["injects", "03"]),
    ]  # fmt: skip
    assert "+  at: 6m" in changes["text"]
    drill = fatima.post("/drills", name="Del acervo", scenario_id=one, scenario_number=1)["drill_id"]
    versions = fatima.get(f"/scenarios/{one}")["versions"]
    assert [version["drills"] for version in versions] == [[], [{"id": drill, "name": "Del acervo"}]]
    (listed,) = fatima.get("/scenarios")["scenarios"]
    assert (listed["id"], listed["number"], listed["drills"]) == (one, 2, 1)


def test_the_library_is_copied_put_away_and_taken_back(cast, script):
    olga = script(cast.olga)
    one = olga.post("/scenarios", library="ceiba-roja")["scenario_id"]
    assert olga.get(f"/scenarios/{one}")["title"]["pt"] == "Ceiba Vermelha"

    olga.post(f"/scenarios/{one}/archive", archived=True)
    assert olga.get("/scenarios")["scenarios"] == []
    olga.post(f"/scenarios/{one}/versions", expected_number=1, yaml="a: 1\n")
    assert olga.post(f"/scenarios/{one}/restore", number=1, expected_number=2)["number"] == 3


def test_what_cannot_be_saved_is_told_with_its_place(cast, script):
    fatima, olga = script(cast.fatima), script(cast.olga)
    one = put(fatima)
    path = f"/scenarios/{one}/versions"
    change = {"do": "set", "path": ["injects", "01", "title"], "value": "Suyo"}
    olga.post(path, expected_number=1, operations=[change])

    status, error = fatima.refused("POST", path, {"expected_number": 1, "operations": [change | {"value": "Mío"}]})
    assert (status, error["code"]) == (409, "scenario_changed") and error["message"].startswith("Olga saved version 2")
    (conflict,) = error["conflicts"]
    assert conflict["path"] == ["injects", "01"] and conflict["theirs"]["title"] == "Suyo"
    wrong = {"expected_number": 2, "operations": [{"do": "remove", "path": ["injects", "77"]}]}
    assert "injects/77" in fatima.refused("POST", path, wrong)[1]["message"]
    assert fatima.refused("POST", path, wrong | {"operations": [{"do": "burn"}]})[0] == 400
    assert fatima.refused("POST", "/scenarios", {"yaml": "a\u0007"})[1]["findings"][0]["code"] == "control_character"
    assert fatima.refused("POST", "/drills", {"name": "x", "scenario_id": "nothing"})[0] == 404
    assert fatima.refused("POST", "/drills", {"name": "x", "scenario_id": one, "yaml": "a"})[0] == 400
    assert fatima.get(f"/scenarios/{one}")["number"] == 2
