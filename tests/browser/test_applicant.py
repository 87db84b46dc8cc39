"""A lead applies on a phone, in Portuguese, by keyboard, and her line is cut while she writes."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from simulator.actions.calls import open_call
from simulator.actions.programmes import create_programme
from simulator.actor import PROGRAM, Actor
from tests.applying import call_bytes, pdf, written

WIDTH = 360


@pytest.fixture(scope="module")
def call(shared_server):
    """Open a call on the server that all share; gives its address."""
    now = datetime.now(UTC)
    windows = {"opens": written(now - timedelta(days=1)), "closes": written(now + timedelta(days=1)), "grace": "5m"}
    stage = {
        "id": "grants", "title": "Bolsas", "score": "merit",
        "randomness": {"source": "Loteria", "at": written(now + timedelta(days=9))},
        "awards": [{"id": "grant", "title": "Bolsa", "kind": "scholarship", "seats": 30}],
    }  # fmt: skip
    content = call_bytes(windows__applications=windows, stages=[stage])
    organizer = Actor("account", shared_server.account_id, grants=frozenset({("organizer", "all")}))
    with shared_server.house() as house:
        programme = house.perform(create_programme, PROGRAM, name=f"Mulheres {now.isoformat()}")
        house.perform(open_call, organizer, programme_id=programme, content=content)
    return f"{shared_server.url}/calls/{programme}"


def type_into(page, name, words):
    """Write into a field as a person does who has found it with the tab key."""
    page.locator(f"[name='{name}']").focus()
    page.keyboard.type(words)


def until_nothing_waits(page):
    """Wait until this device keeps nothing that has not been saved; the page's policy forbids Playwright's own way."""
    for _time in range(400):
        if page.evaluate("Object.keys(localStorage).every((name) => !name.startsWith('prontas:application:'))"):
            return
        page.wait_for_timeout(50)
    pytest.fail("something still waits to be saved")


def narrow(page):
    """Say whether nothing stands out at the side."""
    return page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def choose_file(page, selector, name, content):
    """Choose a file with the enter key."""
    with page.expect_file_chooser() as chooser:
        page.locator(selector).press("Enter")
    chooser.value.set_files({"name": name, "mimeType": "application/pdf", "buffer": content})


def test_from_the_call_to_the_receipt_by_keyboard_on_a_phone(call, new_page):
    page = new_page(language="pt-BR", width=WIDTH, height=740)
    page.goto(call)
    expect(page.get_by_text("Aberta até:")).to_be_visible()
    expect(page.locator("time[data-here]").first).not_to_be_empty()
    assert narrow(page)
    page.get_by_role("link", name="Começar uma inscrição").press("Enter")
    page.locator("[name=privacy]").press("Space")
    type_into(page, "name", "Ana")
    type_into(page, "mail", "ana@mh.example")
    assert narrow(page)
    page.get_by_role("button", name="Começar", exact=True).press("Enter")
    expect(page.locator("#link")).to_contain_text("/apply/")
    assert narrow(page)
    page.get_by_role("link", name="Ir para a inscrição").press("Enter")

    expect(page.locator("#field-need [data-lacks]")).to_have_text("“Por que vocês?” ainda está vazio.")
    page.locator("[name=f-country][value=CR]").press("Space")
    type_into(page, "f-institution", "Ministério da Fazenda")
    type_into(page, "f-need", "Somos atacadas")
    expect(page.locator("#state")).to_have_text("Tudo salvo.")
    expect(page.locator("#field-need [data-lacks]")).to_be_hidden()

    # The line is cut in the midst of a word.
    page.context.set_offline(True)
    page.keyboard.type(" cada semana")
    expect(page.locator("#state")).to_contain_text("Sem conexão")
    page.locator(".languages button[value=es]").press("Enter")
    expect(page.locator("#state")).to_contain_text("Sem conexão")
    page.context.set_offline(False)
    expect(page.locator("#state")).to_have_text("Tudo salvo.")
    for number, name in enumerate(("Ana", "Eva")):
        type_into(page, f"m-{number}-name", name)
        type_into(page, f"m-{number}-mail", f"{name.lower()}@mh.example")
        type_into(page, f"m-{number}-f-post", "Analista")
        page.locator(f"[name=m-{number}-c]").press("Space")

    choose_file(page, "#d-letter-file", "carta.pdf", b"<html>")
    expect(page.locator("#document-letter [data-problem]")).to_contain_text("diz ser PDF, mas não é")
    choose_file(page, "#d-letter-file", "carta.pdf", pdf())
    expect(page.locator("#document-letter [data-name]")).to_have_text("carta.pdf")
    # The second role on the list, then the first.
    for _time in range(2):
        page.locator("#d-letter-role").press("ArrowDown")
    expect(page.locator("#document-letter [data-lacks]")).to_contain_text("deve ter a assinatura de")
    page.locator("#d-letter-role").press("ArrowUp")
    for element in ("presents", "commits"):
        page.locator(f"[name=d-letter-e][value={element}]").press("Space")
    expect(page.locator("[data-whole]")).to_be_visible()
    assert narrow(page)

    page.locator("button[name=send]").press("Enter")
    expect(page.locator("h1")).to_contain_text("Sua inscrição foi recebida")
    expect(page.locator(".digest")).to_have_text(hashlib.sha256(pdf()).hexdigest())
    assert narrow(page)
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('prontas:application:'))") == []
    page.goto(page.url.replace("/receipt", ""))
    expect(page.locator("#f-need")).to_have_value("Somos atacadas cada semana")


def let_its_lock_go_late(page, call):
    """Let the window's lock go two seconds after the window itself, as a slow machine does."""
    tab = page.evaluate("sessionStorage.getItem('prontas:application:tab')")
    witness = page.context.new_page()
    witness.goto(call)
    late = "(name) => void navigator.locks.request(name, () => new Promise((done) => setTimeout(done, 2000)))"
    witness.evaluate(late, f"prontas:application:{tab}")


LAST_GASP = """async () => {
  const name = Object.keys(localStorage).find((one) => one.startsWith("prontas:application:"));
  const { version, words } = JSON.parse(localStorage.getItem(name));
  const form = document.getElementById("words-form");
  const body = new URLSearchParams(words);
  body.set("version", version);
  const headers = { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value };
  return (await fetch(form.dataset.draft, { method: "POST", body, headers })).ok;
}"""


def test_words_that_a_window_sent_as_it_closed_are_the_newest_and_not_anothers(call, new_page):
    page = new_page(width=WIDTH)
    page.goto(f"{call}/apply")
    page.locator("[name=privacy]").check()
    page.locator("[name=name]").fill("Luz")
    page.locator("[name=mail]").fill("luz@mh.example")
    page.locator("form .actions button.main").click()
    page.locator("a.button.main").click()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("html.scripted")).to_be_attached()
    page.route("**/draft*", lambda route: route.abort())
    page.locator("#f-need").fill("Al cerrar")
    expect(page.locator("#state")).to_contain_text("Sin conexión")
    address = page.url
    page.close()

    assert other.evaluate(LAST_GASP)
    other.goto(address)
    expect(other.locator("html.scripted")).to_be_attached()
    until_nothing_waits(other)
    expect(other.locator("#newer")).to_be_hidden()
    expect(other.locator("#f-need")).to_have_value("Al cerrar")


def test_what_was_typed_without_a_line_survives_a_reload_and_the_older_window_is_told(call, new_page):
    page = new_page(width=WIDTH)
    page.goto(f"{call}/apply")
    page.locator("[name=privacy]").check()
    page.locator("[name=name]").fill("Luz")
    page.locator("[name=mail]").fill("luz@mh.example")
    page.locator("form .actions button.main").click()
    page.locator("a.button.main").click()
    other = page.context.new_page()
    other.goto(page.url)
    page.locator("#f-need").fill("Desde la primera ventana")
    expect(page.locator("#state")).to_have_text("Todo guardado.")
    other.locator("#f-need").fill("Desde la segunda")
    expect(other.locator("#newer")).to_be_visible()
    other.reload()
    # It was kept on this device, and is not thrown away by a reload either.
    expect(other.locator("#newer")).to_be_visible()
    expect(other.locator("#f-need")).to_have_value("Desde la segunda")
    other.locator("[data-mine]").click()
    expect(other.locator("#state")).to_have_text("Todo guardado.")
    page.reload()
    expect(page.locator("#f-need")).to_have_value("Desde la segunda")
    expect(page.locator("html.scripted")).to_be_attached()

    let_its_lock_go_late(page, call)
    page.context.set_offline(True)
    page.locator("#f-need").fill("Sin conexión")
    expect(page.locator("#state")).to_contain_text("Sin conexión")
    address = page.url
    page.close()
    other.context.set_offline(False)
    other.goto(address)
    expect(other.locator("html.scripted")).to_be_attached()
    until_nothing_waits(other)
    other.reload()
    expect(other.locator("#f-need")).to_have_value("Sin conexión")
    # Whoever leaves takes along what this device kept.
    expect(other.locator("html.scripted")).to_be_attached()
    other.locator("#f-need").fill("Al salir")
    other.locator("#leave button").click()
    expect(other.locator("h1")).to_have_text("Convocatorias")
    assert other.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
