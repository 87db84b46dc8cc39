"""What a machine can tell of accessibility: WCAG 2.2 A and AA by axe, on pages of every role, wide and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from simulator.actions.scenarios import create_scenario
from tests.scenarios.exchange.workbooks import xlsx_file
from tests.server_process import CEIBA

EVERYWHERE = {
    "scenario": ("", "?line=06a", "/sections", "/languages", "/branches", "/preview", "/versions", "/text", "/take"),
    "drill": ("/console", "/print-pack", "/standings"),
}
ON_A_PHONE = {"scenario": ("?line=06a", "/languages", "/branches"), "drill": ("/console",)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LIST = xlsx_file(["No", "Hora", "Asunto"], ["1", "09:00", "Alerta"])
# The console's buttons rest for a second when what they are for has changed; what cannot be pressed may be pale.
AT_REST = "Promise.all(document.getAnimations().map((one) => one.finished))"


def violations(page):
    """Give what axe finds, each with the elements it is about."""
    page.evaluate(AT_REST)
    found = Axe().run(page, options=RULES).response["violations"]
    return {one["id"]: [node["html"][:160] for node in one["nodes"]] for one in found}


@pytest.mark.parametrize(("language", "width", "places"), [("es", 1280, EVERYWHERE), ("pt", 360, ON_A_PHONE)])
def test_no_page_shuts_anybody_out(shared_server, new_page, language, width, places):
    server = shared_server.open_drill()
    with server.house() as house:
        made = house.perform(create_scenario, server.fatima(house), content=CEIBA.read_bytes())
    page = new_page(language=language, width=width, height=800)
    page.goto(server.links["console"])
    paths = [f"/scenarios/{made['scenario_id']}{one}" for one in places["scenario"]]
    paths += [f"/drills/{server.drill_id}{one}" for one in places["drill"]]
    found = {}
    for address in (*(f"{server.url}{path}" for path in paths), server.links["desk"], server.links["Azul"]):
        page.goto(address)
        found[address] = violations(page)
    page.goto(f"{server.url}/scenarios/import")
    page.locator("#file").set_input_files({"name": "lista.xlsx", "mimeType": "application/zip", "buffer": LIST})
    page.locator("form button.main").first.click()
    expect(page.locator("#result")).to_be_focused()
    found["what an import would become"] = violations(page)

    assert {address: one for address, one in found.items() if one} == {}
