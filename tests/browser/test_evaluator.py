"""An evaluator rates a whole queue from the keyboard, on a real server, through a cut of the line."""

import json
import time

import pytest

from simulator.actions.joining import join_team
from simulator.actions.program import tick
from simulator.actions.responding import send_response
from simulator.actions.running import set_speed
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.desk import rating_queue
from simulator.reading.people import find_participant
from tests.scripts import scenario, text_inject

DUE = 5
TEAMS = (("Azul", "es"), ("Verde", "en"))


@pytest.fixture
def rated(open_drill):
    """Run a server in which two teams have answered two injects, whose deadlines have passed."""
    injects = [text_inject(name, due=f"{DUE}s", at="0s", expected=["Una hora"]) for name in ("01", "02")]
    content = json.dumps(scenario(*injects, rated=True)).encode()
    server = open_drill(content=content, teams=TEAMS)
    with server.house() as house:
        house.perform(tick, PROGRAM)
        for name, language in TEAMS:
            joined = house.perform(
                join_team, NOBODY, code=server.codes[name], name="Ana", language=language, seats=["lead"]
            )
            ana = house.look(find_participant, PROGRAM, participant_id=joined["participant_id"])
            for inject in ("01", "02"):
                content = {"text": f"Palabras de {language} sobre {inject}"}
                house.perform(send_response, ana, inject_id=inject, response_id=f"{name}-{inject}", content=content)
        # The deadlines pass sixteen times as fast; then there is time to rate.
        house.perform(set_speed, server.fatima(house), drill_id=server.drill_id, speed=16)
        while queue_of(server, house)["of"] < 4:
            time.sleep(0.05)
        house.perform(set_speed, server.fatima(house), drill_id=server.drill_id, speed=1)
    return server


def queue_of(server, house):
    return house.look(rating_queue, server.fatima(house), drill_id=server.drill_id)


def pressed(page, criterion):
    return page.locator(f'[data-criterion="{criterion}"] .level[aria-pressed="true"]')


def wait_for_level(page, criterion, words):
    page.locator(f'[data-criterion="{criterion}"] .state', has_text=words).wait_for()


def on_to(page, place, inject):
    page.keyboard.press("Enter")
    page.locator("#where", has_text=f"Inject {inject}").locator("span", has_text=f"respuesta {place} de 2").wait_for()


def quote(page):
    """Give the first three words of the response that is shown."""
    return " ".join(page.locator(".answer .own").inner_text().split()[:3])


def test_a_queue_is_rated_from_the_keyboard_alone(rated, new_page):
    page = new_page(language="es")
    page.goto(rated.links["desk"])
    page.locator("#line", has_text="Todo guardado").wait_for()

    # The highest level waits for its sentence, and the sentence for its quotation; then a digit is enough.
    page.keyboard.press("3")
    page.locator('[data-criterion="C1"] .problem', has_text="P: diga por qué").wait_for()
    page.keyboard.type("Es muy buena")
    page.keyboard.press("Enter")
    page.locator('[data-criterion="C1"] .problem', has_text="Cite la respuesta").wait_for()
    assert pressed(page, "C1").count() == 0
    page.keyboard.type(f": «{quote(page)}»")
    page.keyboard.press("Enter")
    wait_for_level(page, "C1", "guardado: P")
    page.keyboard.press("2")
    wait_for_level(page, "C2", "guardado: S")
    on_to(page, 2, "01")
    assert pressed(page, "C1").count() == 0

    # Not observed asks for a sentence; up and down move; a level can be changed.
    page.keyboard.press("n")
    page.keyboard.type("No se lee 3")
    page.keyboard.press("Enter")
    wait_for_level(page, "C1", "guardado: no observado")
    page.keyboard.press("0")
    page.keyboard.type(f"No decide: «{quote(page)}»")
    page.keyboard.press("Enter")
    wait_for_level(page, "C2", "guardado: U")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("1")
    wait_for_level(page, "C1", "guardado: M")
    on_to(page, 1, "02")

    # A level that the server has not taken is never shown as given, and is not lost.
    page.context.set_offline(True)
    page.keyboard.press("2")
    wait_for_level(page, "C1", "aún no está guardado")
    page.locator("#line", has_text="1 nivel espera aquí").wait_for()
    assert pressed(page, "C1").count() == 0
    page.context.set_offline(False)
    wait_for_level(page, "C1", "guardado: S")
    page.locator("#line", has_text="Todo guardado").wait_for()

    # Words that she has marked in the response begin the sentence.
    page.locator(".answer .own").select_text()
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    page.keyboard.press("3")
    wait_for_level(page, "C2", "guardado: P")
    on_to(page, 2, "02")

    # Tab goes from criterion to criterion; the evidence is a key away; the rest is thanks.
    page.keyboard.press("2")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("e")
    page.keyboard.type("«sobre 02»")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("2")
    wait_for_level(page, "C2", "guardado: S")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Todo valorado. ¡Gracias!").wait_for()

    with rated.house() as house:
        queue = queue_of(rated, house)
    assert (queue["done"], queue["of"]) == (4, 4)


def test_a_refused_level_says_so_beside_its_criterion_and_is_not_shown(rated, new_page):
    page = new_page(language="es")
    page.goto(rated.links["desk"])
    page.locator("#line", has_text="Todo guardado").wait_for()
    page.locator('[data-criterion="C2"] .level').nth(1).evaluate("button => { button.dataset.level = 'X'; }")
    page.locator('[data-criterion="C2"] .level').nth(1).click()

    page.locator('[data-criterion="C2"] .problem', has_text="«X»").wait_for()
    assert pressed(page, "C2").count() == 0

    # The keys can be turned off, for who speaks to her computer.
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.wait_for_timeout(300)
    assert pressed(page, "C1").count() == 0
