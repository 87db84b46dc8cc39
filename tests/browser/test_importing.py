"""A facilitator brings a list on a phone, without a mouse: sees it, corrects a column, saves it as a scenario."""

import re

from playwright.sync_api import expect

from tests.scenarios.exchange.workbooks import xlsx_file

HEAD = ["No", "Hora", "Asunto", "Quién", "Color"]
ROWS = [["1", "09:00", "Alerta", "Técnica", "azul"], ["2", "09:30", "Llamada", "Jefa", "rojo"]]


def test_a_list_becomes_a_scenario_by_keyboard(server, new_page, tmp_path):
    (tmp_path / "lista.xlsx").write_bytes(xlsx_file(["Ejercicio Azul"], HEAD, *ROWS))
    page = new_page(width=360)
    page.goto(server.links["console"])
    page.goto(f"{server.url}/scenarios/import")
    page.locator("#file").set_input_files(tmp_path / "lista.xlsx")
    page.locator("#file").press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_contain_text("2 injects se convertirían en un escenario.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    who = page.get_by_role("combobox", name="En qué se convierte la columna Quién")
    who.focus()
    who.press("p")
    page.keyboard.press("a")
    expect(who).to_have_value("to")
    expect(page.locator("#save")).to_be_disabled()
    expect(page.locator("#stale")).to_be_visible()
    page.get_by_role("button", name="Mostrarlo otra vez con estas elecciones").press("Enter")
    expect(page.locator(".lines")).to_contain_text("Técnica")
    page.locator("#save").press("Enter")
    page.wait_for_url(re.compile(r"/scenarios/\w{12}$"))

    page.goto(f"{server.url}/scenarios/import")
    expect(page.locator(".remembered")).to_contain_text("Quién")
