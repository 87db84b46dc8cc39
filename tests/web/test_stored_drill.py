"""The page for a new drill offers what the house has in store, to whom may see it."""

import yaml

from simulator.actions.scenarios import create_scenario, save_version
from simulator.reading.scenarios import scenario_page
from tests.scripts import scenario


def put(cast, **over):
    content = yaml.safe_dump(scenario(**over)).encode()
    return cast.house.perform(create_scenario, cast.fatima, content=content)["scenario_id"]


def test_scenarios_of_the_store_are_offered_and_the_wanted_version_is_chosen(signed_in, cast):
    one, draft = put(cast, title={"es": "Ceiba", "pt": "Sumaúma"}), put(cast, duration="soon", title="Borrador")
    newer = yaml.safe_dump(scenario(title="Nueva")).encode()
    cast.house.perform(save_version, cast.fatima, scenario_id=one, expected_number=1, content=newer)
    browser = signed_in("fatima")
    page = browser.get("/drills/new").text

    assert f'value="stored:{one}"' in page and "Nueva" in page and "versión 2, de Fátima" in page
    # A draft with errors is offered to nobody who did not ask for it.
    assert draft not in page
    wanted = browser.get(f"/drills/new?stored={one}:1").text
    assert f'value="stored:{one}:1" checked' in wanted and "versión 1" in wanted
    browser.post("/drills/new", scenario=f"stored:{one}:1", name="Del acervo", time_zone="UTC", language="es")
    versions = cast.house.look(scenario_page, cast.fatima, scenario_id=one)["versions"]
    assert [[drill["name"] for drill in version["drills"]] for version in versions] == [[], ["Del acervo"]]


def test_a_draft_says_what_is_wrong_in_it(signed_in, cast):
    draft = put(cast, duration="soon")
    answer = signed_in("fatima").post("/drills/new", scenario=f"stored:{draft}", name="x", time_zone="UTC")

    assert answer.status_code == 409 and "bad_duration" in answer.text
    for nothing in ("stored:nothing", f"stored:{draft}:99", f"stored:{draft}:{'9' * 400}"):
        answer = signed_in("fatima").post("/drills/new", scenario=nothing, name="x", time_zone="UTC")
        assert answer.status_code == 404, nothing
