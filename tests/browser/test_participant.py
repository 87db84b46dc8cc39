"""A participant's two hours in little: typing, reloading, losing the network, changing the language, deciding."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from simulator.actions.msel import move_inject
from tests.browser import people
from tests.scripts import choice_inject, info, inject, scenario, text_inject

LATER = {"kind": "text", "prompt": "¿Qué publica?", "due": "20m", "criteria": ["C1"]}


@pytest.fixture(scope="module")
def script():
    """Give a scenario that asks for words and for a decision at once, and has news a little later."""
    return yaml.safe_dump(
        scenario(
            text_inject("words", at="1s", due="20m", channel="email", body="Escriba **ya**."),
            choice_inject("decision", at="1s", due="20m", channel="phone"),
            inject("form", at="1s", channel="letter", ask=LATER),
            info("news", at="30m", channel="news", to=["lead"]),
        )
    ).encode()


@pytest.fixture
def azul(open_drill, script):
    """Run a drill for one team."""
    return open_drill(content=script, teams=(("Azul", "es"),))


@pytest.fixture
def sit_down(azul, new_page):
    """Let somebody join Azul and open her page on a telephone: ``sit_down("Beatriz", "es", ["lead"])``."""

    def sit(name, language="es", seats=(), width=360, height=740):
        page = new_page(language=language, width=width, height=height)
        return people.sit_down(page, azul, name, team="Azul", language=language, seats=seats)

    return sit


def open_message(page, name):
    page.locator(f'.mail a[href="#m/{name}"]').click()
    expect(page.locator("#open h1")).to_be_focused()


def test_an_answer_survives_a_reload_and_a_lost_network_and_is_received_once(sit_down):
    page = sit_down("Beatriz", "es", ["lead"])
    open_message(page, "words")
    page.get_by_label("El texto de su equipo").fill("Ministra: cerramos la red.")
    expect(page.locator("#line")).to_contain_text("todo guardado")
    page.reload()
    box = page.get_by_label("El texto de su equipo")
    expect(box).to_have_value("Ministra: cerramos la red.")

    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("su texto está guardado en este dispositivo")
    box.fill("Ministra: cerramos la red y avisamos al CSIRT.")
    page.get_by_role("button", name="Enviar la respuesta").click()
    expect(page.locator("[data-part=receipt]")).to_contain_text("espera la conexión")

    page.context.set_offline(False)
    receipt = page.locator("[data-part=receipt] .notice")
    expect(receipt).to_contain_text(re.compile(r"Recibido \d\d:\d\d:\d\d ✓ · versión 1 por Beatriz"), timeout=20_000)
    expect(receipt).to_have_count(1)
    page.reload()
    expect(receipt).to_contain_text("versión 1 por Beatriz")
    expect(receipt).to_contain_text("avisamos al CSIRT")


def test_the_language_changes_in_mid_sentence_and_nothing_is_lost(sit_down):
    page = sit_down("Bruna", "es")
    open_message(page, "form")
    page.get_by_label("El texto de su equipo").fill("A meia frase")
    page.get_by_role("button", name="Menú").click()
    page.get_by_role("button", name="Português").click()

    expect(page.get_by_label("O texto da sua equipe")).to_have_value("A meia frase")
    expect(page.locator("html")).to_have_attribute("lang", "pt")


def test_a_decision_with_consequences_is_asked_for_once_and_is_final(sit_down):
    page = sit_down("Beatriz", "en", ["lead"], width=1280)
    open_message(page, "decision")
    page.get_by_label("Aislar").check()
    page.get_by_role("button", name="Send the decision").click()
    dialog = page.get_by_role("dialog", name="This decision is final")
    expect(dialog).to_contain_text("Aislar")
    dialog.get_by_role("button", name="Go back and think").click()
    expect(page.locator("[data-part=receipt] .notice")).to_have_count(0)

    page.get_by_role("button", name="Send the decision").click()
    dialog.get_by_role("button", name="Confirm and send").click()
    expect(page.locator("[data-part=receipt]")).to_contain_text("it is final")
    expect(page.get_by_role("button", name="Change the answer")).to_have_count(0)


def test_a_teammates_draft_is_seen_and_never_takes_the_place_of_ones_own_words(sit_down):
    beatriz, bruna = sit_down("Beatriz", "es", ["lead"]), sit_down("Bruna", "pt", ["technical"])
    open_message(beatriz, "words")
    open_message(bruna, "words")
    bruna.get_by_label("O texto da sua equipe").press_sequentially("De Bruna", delay=20)
    expect(beatriz.locator("[data-part=writing]")).to_contain_text("Bruna")
    expect(beatriz.get_by_label("El texto de su equipo")).to_have_value("De Bruna")

    beatriz.get_by_label("El texto de su equipo").fill("De Beatriz")
    expect(bruna.get_by_text("Beatriz mudou o rascunho da equipe")).to_be_visible()
    expect(bruna.get_by_label("O texto da sua equipe")).to_have_value("De Bruna")
    bruna.get_by_role("button", name="Usar").click()
    expect(bruna.get_by_label("O texto da sua equipe")).to_have_value("De Beatriz")
    bruna.get_by_role("button", name="Voltar ao meu texto").click()
    expect(bruna.get_by_label("O texto da sua equipe")).to_have_value("De Bruna")


def test_a_new_message_is_told_without_moving_what_is_being_written(azul, sit_down):
    page = sit_down("Beatriz", "es", ["lead"])
    open_message(page, "words")
    box = page.get_by_label("El texto de su equipo")
    box.fill("Escribo")
    place = box.bounding_box()
    with azul.house() as house:
        house.perform(move_inject, azul.fatima(house), drill_id=azul.drill_id, inject_id="news", seconds=-1800)
    expect(page.get_by_role("button", name="1 nuevo")).to_be_visible(timeout=20_000)

    assert box.bounding_box() == place
    expect(box).to_be_focused()
    page.get_by_role("button", name="1 nuevo").click()
    expect(page.locator('.mail a[href="#m/news"]')).to_contain_text("para usted")
    page.go_back()
    expect(page.get_by_label("El texto de su equipo")).to_have_value("Escribo")


def test_the_page_reflows_at_320_pixels_and_weighs_at_most_100_kilobytes(sit_down, azul):
    page = sit_down("Gwen", "fr", width=320)
    open_message(page, "form")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    weights = "performance.getEntries().filter((one) => 'encodedBodySize' in one).map((one) => one.encodedBodySize)"
    assert 20_000 < sum(page.evaluate(weights)) <= 100_000
