"""On a real telephone's width: reading first, a pause that nobody else hears of, being renamed, moved, taken out."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser import people
from tests.scripts import scenario, text_inject

SOON = 15_000
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('prontas:')).length"


@pytest.fixture
def server(open_drill):
    """Open a drill with one question that stays open."""
    script = yaml.safe_dump(scenario(text_inject("words", at="1s", due="30m"))).encode()
    return open_drill(content=script, teams=(("Azul", "es"), ("Verde", "pt")))


@pytest.fixture
def sit_down(server, new_page):
    """Let somebody who has joined open her page on a telephone."""

    def sit(name, team="Azul", language="es", seat="lead", width=360):
        page = new_page(language=language, width=width, height=740)
        return people.sit_down(page, server, name, team=team, language=language, seats=[seat])

    return sit


@pytest.fixture
def console(server, new_page):
    """Open Fátima's console."""
    page = new_page(language="es")
    page.goto(server.links["console"])
    expect(page.locator("#line")).to_contain_text("en línea")
    return page


def narrow(page):
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize(("language", "team"), [("es", "Azul"), ("pt", "Verde")])
def test_she_reads_and_joins_with_the_keyboard_alone_at_360_pixels(server, new_page, language, team):
    page = new_page(language=language, width=360, height=740)
    page.goto(server.links[team])
    assert narrow(page)
    for box in ("rules", "privacy"):
        tab_to(page, f"[name={box}]")
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#name")).to_be_visible()
    tab_to(page, "#name")
    page.keyboard.type("María José")
    assert narrow(page)
    tab_to(page, "details.choice summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=consent][value=research]")
    page.keyboard.press("Space")
    tab_to(page, "form .actions button.main")
    page.keyboard.press("Enter")
    expect(page.locator("#short")).to_be_visible()
    tab_to(page, "a[href$='/play']")
    page.keyboard.press("Enter")
    expect(page.locator(".mail").first).to_be_visible()
    page.goto(f"{server.url}/play/me")

    assert narrow(page)
    states = page.get_by_role("switch").evaluate_all("all => all.map((one) => one.getAttribute('aria-checked'))")
    assert states == ["false", "false", "true"]


def tab_to(page, selector):
    for _press in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


def test_every_box_and_switch_has_a_name_for_a_screen_reader(server, sit_down):
    page = sit_down("Beatriz")
    page.goto(f"{server.url}/play/me")
    for name in ("Grabaciones", "Mi nombre", "Investigación"):
        switch = page.get_by_role("switch", name=re.compile(name))
        expect(switch).to_be_visible()
        assert switch.bounding_box()["height"] >= 44
    for heading in ("Lo que usted permite", "Lo que se guarda sobre usted", "Salir en este dispositivo"):
        expect(page.get_by_role("region", name=heading)).to_be_visible()


def test_a_wish_for_a_pause_reaches_the_console_as_a_number_and_comes_back_as_seen(sit_down, console):
    beatriz, bruna = sit_down("Beatriz"), sit_down("Bruna", "Verde", "pt")
    heard = []
    bruna.on("websocket", lambda socket: socket.on("framereceived", heard.append))
    button = beatriz.locator(".foot").get_by_role("button", name="Necesito una pausa")
    button.click()
    dialog = beatriz.get_by_role("dialog", name="Una pausa")
    dialog.get_by_role("button", name="Avisar a las facilitadoras").click()
    expect(dialog).to_contain_text("No ven que es usted")

    alert = console.locator('.alert[data-key="pauses"]')
    expect(alert).to_contain_text("1 persona pide una pausa", timeout=SOON)
    assert "Beatriz" not in alert.inner_text()
    bruna.locator(".foot button").click()
    bruna.get_by_role("dialog").get_by_role("button", name="Avisar as facilitadoras").click()
    expect(alert).to_contain_text("2 personas piden una pausa", timeout=SOON)
    alert.get_by_role("button", name="Hágales saber que lo ha visto").click()
    expect(alert).to_have_count(0, timeout=SOON)

    expect(dialog).to_contain_text("Las facilitadoras lo han visto", timeout=SOON)
    dialog.get_by_role("button", name="Ya estoy bien").click()
    expect(dialog).to_be_hidden()
    expect(beatriz.locator(".foot button")).to_be_focused()
    expect(beatriz.locator(".foot button")).to_have_text("Necesito una pausa")
    assert not any("ause" in str(frame) and "Beatriz" in str(frame) for frame in heard)


def test_a_wish_taken_back_is_gone_from_the_console_and_outlives_a_reload_before(sit_down, console):
    page = sit_down("Beatriz")
    page.locator("#open-menu").click()
    page.locator("#menu").get_by_role("button", name="Necesito una pausa").click()
    page.locator("#pause").get_by_role("button", name="Avisar a las facilitadoras").click()
    expect(console.locator('.alert[data-key="pauses"]')).to_be_visible(timeout=SOON)
    page.reload()
    page.locator(".foot").get_by_role("button", name="Pausa: pedida").click()
    page.locator("#pause").get_by_role("button", name="Retirar el aviso").click()

    expect(console.locator('.alert[data-key="pauses"]')).to_have_count(0, timeout=SOON)


def test_without_a_line_the_pause_says_that_she_may_stop_all_the_same(sit_down):
    page = sit_down("Beatriz")
    page.context.set_offline(True)
    expect(page.locator("#line")).not_to_contain_text("En línea", timeout=20_000)
    page.locator(".foot button").click()
    page.locator("#pause").get_by_role("button", name="Avisar a las facilitadoras").click()

    expect(page.locator("#pause [role=alert]")).to_contain_text("Puede parar de todos modos")


def teams(server, new_page):
    page = new_page(language="es")
    page.goto(server.links["console"])
    page.goto(f"{server.url}/drills/{server.drill_id}/teams")
    return page


def test_who_is_renamed_and_moved_is_told_and_plays_on_in_the_new_team(server, sit_down, new_page):
    page, staff = sit_down("Beatriz"), teams(server, new_page)
    member = staff.locator(".members li", has_text="Beatriz")
    member.locator("summary").first.click()
    member.locator("input[name=name]").fill("Beatriz Ñandú")
    member.locator("form[action$='/rename'] button").click()
    expect(page.locator("#news")).to_contain_text("corrigió su nombre: usted es Beatriz Ñandú", timeout=SOON)
    page.locator("#news [data-part=close]").click()
    expect(page.locator("#news")).to_be_hidden()

    member = staff.locator(".members li", has_text="Beatriz Ñandú")
    member.locator("summary").first.click()
    member.locator("select[name=team]").select_option(label="Verde")
    member.locator("form[action$='/move'] button").click()
    expect(page.locator("#team-name")).to_have_text("Verde", timeout=SOON)
    expect(page.locator("#news")).to_contain_text("la pasó al equipo Verde")
    expect(page.locator("#line")).to_contain_text("En línea")


def test_who_is_taken_out_reads_why_within_seconds(server, sit_down, new_page):
    page, staff = sit_down("Beatriz"), teams(server, new_page)
    member = staff.locator(".members li", has_text="Beatriz")
    member.locator("summary").first.click()
    member.locator("input[name=sure]").check()
    member.locator("form[action$='/remove'] button").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Ya no está en el ejercicio", timeout=SOON)


def test_the_team_and_she_herself_are_told_when_somebody_comes_in_as_her(server, sit_down, new_page):
    beatriz, bruna = sit_down("Beatriz"), sit_down("Bruna", seat="technical")
    other = new_page(language="es", width=360, height=740)
    other.goto(server.links["Azul"])
    other.locator("[name=rules]").check()
    other.locator("[name=privacy]").check()
    other.locator("form .actions button.main").click()
    other.locator("#name").fill("beatriz")
    other.locator("form .actions button.main").last.click()
    other.get_by_role("button", name="Seguir como Beatriz").click()
    other.wait_for_url("**/keep")

    expect(bruna.locator("#news")).to_contain_text("Beatriz volvió al equipo", timeout=SOON)
    expect(beatriz.locator("#news")).to_contain_text("Si no fue usted, avise a su facilitadora", timeout=SOON)


def test_leaving_on_her_own_page_leaves_nothing_of_hers_on_the_device(server, sit_down):
    page = sit_down("Beatriz")
    page.locator(".mail a").first.click()
    page.locator("#open textarea").first.fill("A medias")
    expect(page.locator("#line")).to_contain_text("todo guardado")
    page.goto(f"{server.url}/play/me")
    assert page.evaluate(KEPT) > 0
    page.get_by_role("button", name="Salir en este dispositivo").click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(KEPT) == 0
    assert page.goto(f"{server.url}/play").url == f"{server.url}/"


def test_a_newer_notice_is_read_before_she_plays_on_and_her_draft_is_there(server, sit_down):
    page = sit_down("Beatriz")
    page.locator(".mail a").first.click()
    page.locator("#open textarea").first.fill("A medias")
    expect(page.locator("#line")).to_contain_text("todo guardado")
    with server.house() as house, house._sessions() as session, session.begin():
        session.connection().exec_driver_sql("UPDATE participant SET notice = '2020-01'")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Antes de seguir")
    page.locator("[name=rules]").check()
    page.locator("[name=privacy]").check()
    page.get_by_role("button", name="Ir al ejercicio").click()

    expect(page.locator("#open textarea").first).to_have_value("A medias")


def test_no_page_of_hers_is_heavy_or_wide_at_320_pixels(server, sit_down):
    page = sit_down("Gwen", "Verde", "pt", width=320)
    weights = "performance.getEntries().filter((one) => 'encodedBodySize' in one).map((one) => one.encodedBodySize)"
    page.reload()
    expect(page.locator(".mail").first).to_be_visible()
    assert 20_000 < sum(page.evaluate(weights)) <= 100_000
    assert narrow(page)
    for path in ("/play/me", "/play/notice"):
        page.goto(server.url + path)
        assert narrow(page)
        assert sum(page.evaluate(weights)) <= 60_000
