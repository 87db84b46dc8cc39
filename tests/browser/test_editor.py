"""A facilitator at the editor, with her keyboard only: she edits, shifts, compares and previews."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from simulator.actions.scenarios import create_scenario, save_version
from simulator.reading.scenarios import scenario_version
from tests.browser.test_account import fits
from tests.server_process import CEIBA


@pytest.fixture
def opened(shared_server, new_page):
    """Give a facilitator's page who is signed in, and the address *at* which a scenario of hers is."""
    server = shared_server.open_drill(start=False)
    with server.house() as house:
        scenario_id = house.perform(create_scenario, server.fatima(house), content=CEIBA.read_bytes())["scenario_id"]
    page = new_page(language="es", width=1280, height=800)
    page.goto(server.links["console"])
    at = f"{server.url}/scenarios/{scenario_id}"
    return SimpleNamespace(server=server, page=page, scenario_id=scenario_id, at=at)


def focused(page, selector):
    """Say whether what has the focus is what is meant."""
    return page.evaluate("wanted => document.activeElement.matches(wanted)", selector)


def tab_to(page, selector, most=80):
    for _ in range(most):
        if focused(page, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by the keyboard")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_a_session_that_ended_meanwhile_costs_her_nothing_that_she_typed(opened):
    page = opened.page
    page.goto(f"{opened.at}?line=01")
    page.locator("[name='title:es']").fill("Todo se detiene")
    other = page.context.new_page()
    other.goto(f"{opened.server.url}/drills")
    other.locator("form[action='/sign-out'] button").click()
    expect(other.locator("form[action='/sign-out']")).to_have_count(0)

    # The form and the cell say what has happened, and keep what she typed.
    page.keyboard.press("ControlOrMeta+s")
    expect(page.locator("#not-saved")).to_contain_text("Su sesión se cerró")
    page.locator("tr[data-line='02'] [data-cell=title]").focus()
    page.keyboard.press("F2")
    page.keyboard.type("Otra cosa")
    page.keyboard.press("Enter")
    expect(page.locator(".cell-refused")).to_contain_text("Su sesión se cerró")

    # Signed in again in the other window, she goes on where she was.
    other.goto(opened.server.links["console"])
    page.locator("[data-editing]").press("Enter")
    expect(page.locator("tr[data-line='02']")).to_contain_text("Otra cosa")
    page.locator("[name='title:es']").press("ControlOrMeta+s")
    expect(page.locator("body")).to_have_attribute("data-number", "3")
    expect(page.locator("tr[data-line='01']")).to_contain_text("Todo se detiene")

    # What was refused of one inject is not said of the next one that she opens.
    page.locator("#by").fill("soon")
    page.locator("tr[data-line='01'] input").check()
    page.locator("button[value=later]:not(.unseen)").click()
    expect(page.locator("#told .soon")).to_be_visible()
    page.locator("tr[data-line='03'] a").click()
    expect(page.locator("#form-title")).to_contain_text("03")
    expect(page.locator("#told .soon")).to_have_count(0)


def test_a_cell_that_is_being_saved_is_not_taken_by_what_an_earlier_order_shows(opened):
    page = opened.page
    page.goto(opened.at)
    held = []
    page.route("**/pieces?*", lambda route: held.append(route))
    row = page.locator("tr[data-line='03']")

    def release():
        """Let the list come; the browser may have told of its request before it was held."""
        while not held:
            page.wait_for_timeout(20)
        held.pop().continue_()

    def shift_and_write(cell, words):
        """Shift the inject, and type and press Enter before the list comes anew."""
        row.locator(f"[data-cell={cell}]").focus()
        with page.expect_request("**/pieces?*"):
            press(page, "Alt+ArrowRight")
        press(page, "F2")
        page.keyboard.type(words)
        press(page, "Enter")
        expect(page.locator("[data-editing][readonly]")).to_have_value(words)
        release()

    shift_and_write("at", "0912L")
    expect(page.locator(".cell-refused")).to_contain_text("0912L")
    expect(page.locator("[data-editing]")).to_be_focused()
    with page.expect_request("**/pieces?*"):
        press(page, "Escape")
    release()

    shift_and_write("title", "Nada funciona")
    expect(page.locator("body")).to_have_attribute("data-number", "4")
    page.wait_for_function("document.querySelector('[data-kept]')")
    release()
    expect(row).to_contain_text("Nada funciona")
    expect(row.locator("[data-cell=title]")).to_be_focused()


def test_she_edits_shifts_compares_and_previews_by_keyboard_alone(opened):
    server, page, said = opened.server, opened.page, []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(opened.at)
    assert fits(page)

    # Along the list, and into the form of the third inject.
    tab_to(page, ".grid tbody tr:first-child th")
    press(page, "ArrowDown", "ArrowDown")
    third = page.evaluate("document.activeElement.parentElement.dataset.line")
    press(page, "Enter")
    expect(page.locator("#form-title")).to_be_focused()
    # A title that is taken out in Portuguese is found missing while she types, and no more once it is there again.
    title = page.locator("[name='title:pt']")
    tab_to(page, "[name='title:pt']")
    press(page, "ControlOrMeta+a", "Delete")
    expect(page.locator("[data-found=title] li")).to_contain_text("pt")
    page.keyboard.type("Trinta caminhões parados")
    expect(page.locator("[data-found=title] li")).to_have_count(0)
    press(page, "ControlOrMeta+s")
    expect(page.locator("#told")).to_contain_text("2")
    assert title.input_value() == "Trinta caminhões parados"
    press(page, "Escape")
    expect(page.locator(f"tr[data-line='{third}'] [tabindex='0']")).to_be_focused()

    # Two injects two minutes later, with one version.
    press(page, " ", "ArrowDown", " ", "Alt+ArrowRight", "Alt+ArrowRight")
    expect(page.locator("#told")).to_contain_text("+2 min.")
    expect(page.locator("body")).to_have_attribute("data-number", "3")
    assert page.evaluate("document.activeElement.closest('tr')?.getAttribute('aria-selected')") == "true"

    # A time that is none stays in its cell with the reason; another one is saved, and Esc would have left it.
    tab_to(page, ".grid tbody [tabindex='0']")
    press(page, "Home", "ArrowRight", "F2")
    page.keyboard.type("0912L")
    press(page, "Enter")
    expect(page.locator(".cell-refused")).to_contain_text("0912L")
    expect(page.locator("[data-editing]")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("[data-editing]")).to_have_count(0)
    expect(page.locator("body")).to_have_attribute("data-number", "3")

    # Enter after a length means Later; Back closes the form and leaves the page.
    page.locator(f"tr[data-line='{third}'] input").check()
    page.locator("#by").fill("1m")
    press(page, "Enter")
    expect(page.locator("body")).to_have_attribute("data-number", "4")
    expect(page.locator("#told")).to_contain_text("+1 min.")
    page.locator(f"tr[data-line='{third}'] a").click()
    expect(page.locator("#form-title")).to_be_focused()
    page.go_back()
    expect(page.locator("#side")).to_be_hidden()
    # While she types in a cell somebody saves the same title: hers stays, and stands there once she has read the other.
    tab_to(page, ".grid tbody [tabindex='0']")
    page.locator(f"tr[data-line='{third}'] [data-cell=title]").focus()
    press(page, "F2")
    page.keyboard.type("Camiones")
    with server.house() as house:
        here = house.look(scenario_version, server.fatima(house), scenario_id=opened.scenario_id)
        title = next(one["title"]["es"] for one in here["plain"]["injects"] if one["id"] == third)
        content = here["text"].replace(title, f"{title} (corregido)").encode()
        facts = {"scenario_id": opened.scenario_id, "expected_number": 4, "content": content}
        house.perform(save_version, server.fatima(house), **facts)
    press(page, "Enter")
    expect(page.locator(".cell-refused")).to_contain_text("(corregido)")
    expect(page.locator("[data-editing]")).to_have_value("Camiones")
    press(page, "Enter")
    expect(page.locator("body")).to_have_attribute("data-number", "6")
    expect(page.locator(f"tr[data-line='{third}']")).to_contain_text("Camiones")

    # What differs, and the same inject as a participant has it.
    page.goto(f"{opened.at}/versions?one=1&other=3")
    expect(page.locator(".changes")).to_contain_text("Trinta caminhões parados")
    assert page.locator(".changes li").count() == 3
    page.goto(f"{opened.at}/preview?line={third}&seat=technical&language=pt")
    expect(page.locator("#open h1")).to_have_text("Trinta caminhões parados")
    assert page.locator(".handset").bounding_box()["width"] == 360
    with server.house() as house:
        view = house.look(scenario_version, server.fatima(house), scenario_id=opened.scenario_id)
    assert view["number"] == 6 and not [one for one in view["findings"] if one.severity == "error"]

    # A section that is saved shows the head, the fields and the way back as they are now; what was kept goes.
    page.goto(f"{opened.at}/sections")
    page.locator("[name='title:es']").fill("Sin guardar")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("#kept")).to_be_visible()
    tab_to(page, "[name='title:es']")
    press(page, "ControlOrMeta+a")
    page.keyboard.type("Ceiba nueva")
    tab_to(page, "[name='languages']")
    press(page, "End")
    page.keyboard.type(", alemán")
    press(page, "ControlOrMeta+s")
    expect(page.locator("h1")).to_have_text("Ceiba nueva")
    expect(page.locator("#state")).to_contain_text("7")
    expect(page.locator("[name='title:de']")).to_be_visible()
    expect(page.locator("[name='languages']")).to_be_focused()
    expect(page.locator("#kept")).to_have_count(0)
    assert page.locator("[name='languages']").input_value().endswith(", de")
    # A narrow screen has the way that is open in sight.
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{opened.at}/versions")
    expect(page.locator(".ways [aria-current]")).to_be_in_viewport(ratio=1)
    assert fits(page)
    # The one error is the refusal of the cell.
    assert [words for words in said if "409" not in words] == []


def test_two_presses_edit_any_cell_and_one_opens_the_form(opened):
    page = opened.page
    page.goto(opened.at)
    row = page.locator("tr[data-line='02']")

    # A title is edited like every other cell, though it is a link; no form opens meanwhile.
    row.locator("a").dblclick()
    expect(row.locator("[data-cell=title] input")).to_be_focused()
    page.wait_for_timeout(500)
    expect(page.locator("#side")).to_be_hidden()
    page.keyboard.type("Dos toques")
    press(page, "Enter")
    expect(row).to_contain_text("Dos toques")
    row.locator("td.due").dblclick()
    expect(row.locator("td.due input")).to_be_focused()
    press(page, "Escape")
    # One press opens the form; what has no cell to be edited in is edited there, where it stands.
    row.locator("a").click()
    expect(page.locator("#form-title")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("#side")).to_be_hidden()
    row.locator("td.channel").focus()
    press(page, "F2")
    expect(page.locator("#side [name=channel]")).to_be_focused()


def test_who_comes_back_after_a_page_has_closed_finds_what_she_had_chosen(shared_server, new_page):
    server = shared_server.open_drill(start=False)
    page = new_page(language="es", width=1280, height=800)
    page.goto(server.links["console"])
    page.goto(f"{server.url}/drills?archived=1")
    sheet = page.evaluate("[...document.styleSheets].map(one => one.href).find(Boolean)")
    page.evaluate("async gone => (await import(gone)).comeOut()", f"{sheet.rpartition('/')[0]}/gone.js")
    page.wait_for_url("**/signed-out?next=*")

    assert page.url.endswith("next=%2Fdrills%3Farchived%3D1")
