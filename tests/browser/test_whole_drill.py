"""One whole drill: two teams, a facilitator and an evaluator in four languages, with everything that goes wrong."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.people import back, join, open_message, receipts, titles
from tests.server_process import wait_until_up

SCENARIO = Path(__file__).with_name("whole_drill.yaml")
LONG = 20_000


def kill_hard(server) -> None:
    """End every process of the server with SIGKILL: nothing is told, nothing is saved on the way out."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    server.process.kill()
    server.process.wait()
    for child in map(int, children):
        os.kill(child, signal.SIGKILL)


@pytest.mark.timeout(240)
def test_a_drill_from_the_codes_to_the_ranking(serve, new_page):
    teams = (("Azul", "es"), ("Verde", "en"))
    server = serve(content=SCENARIO.read_bytes(), start=False, teams=teams)
    phone = {"width": 360, "height": 740}

    # Everybody comes in, each in her own language.
    beatriz = join(new_page(**phone), server.links["Azul"], "Beatriz", language="es", seat="lead")
    bruna = join(new_page(**phone, dark=True), server.links["Azul"], "Bruna", language="pt", seat="technical")
    gwen = join(new_page(**phone), server.links["Verde"], "Gwen", language="en", seat="lead")
    giselle = join(new_page(**phone), server.links["Verde"], "Giselle", language="fr", seat="communications")
    console = new_page(language="es")
    console.goto(server.links["console"])

    # STARTEX: the first inject reaches each reader in her language.
    console.locator("[data-dialog=start]").first.click()
    console.locator("#name-start").fill("Ceiba Roja")
    console.locator("#dialog-start [type=submit]").click()
    for page, title in (
        (beatriz, "Archivos cifrados"),
        (bruna, "Arquivos criptografados"),
        (gwen, "Encrypted files"),
        (giselle, "Fichiers chiffrés"),
    ):
        expect(page.locator("#inbox")).to_contain_text(title, timeout=LONG)

    # A reload in the middle of a sentence loses no word; the team sees what is sent.
    open_message(beatriz, "Archivos cifrados")
    beatriz.locator("#open textarea").fill("Aislamos los servidores y avisamos.")
    beatriz.reload()
    expect(beatriz.locator("#open textarea")).to_have_value("Aislamos los servidores y avisamos.", timeout=LONG)
    beatriz.locator("#open [data-part=send]").click()
    expect(beatriz.locator("#open [data-part=receipt]")).to_contain_text(":", timeout=LONG)
    open_message(bruna, "Arquivos criptografados")
    expect(bruna.locator("#open")).to_contain_text("Aislamos los servidores y avisamos.", timeout=LONG)
    expect(bruna.locator("#open")).to_contain_text("Beatriz")

    # A cut line: what is answered meanwhile waits on the phone and is sent once.
    open_message(gwen, "Encrypted files")
    gwen.context.set_offline(True)
    gwen.locator("#open textarea").fill("We isolate the file servers.")
    gwen.locator("#open [data-part=send]").click()
    gwen.context.set_offline(False)
    expect(gwen.locator("#open [data-part=receipt]")).to_contain_text("Received", timeout=LONG)
    assert receipts(gwen) == 1

    # kill -9: nothing acknowledged is lost, and the drill goes on where it was.
    kill_hard(server)
    server.start()
    wait_until_up(server.url)
    for page in (bruna, gwen):
        back(page)
    beatriz.reload()
    expect(beatriz.locator("#open")).to_contain_text("Aislamos los servidores y avisamos.", timeout=LONG)
    back(beatriz)
    assert titles(beatriz) == ["Archivos cifrados"]
    console.reload()

    # By hand to all teams: ten seconds to think again, then everybody has it, once.
    console.locator("[data-verb=deliver][data-inject='02']").first.click()
    expect(console.locator("[data-verb=undo]").first).to_be_visible()
    expect(bruna.locator("#inbox")).to_contain_text("Desligamos?", timeout=LONG)
    expect(giselle.locator("#inbox")).to_contain_text("On éteint ?", timeout=LONG)

    # A decision is asked for once more, and sends the two teams two ways.
    open_message(giselle, "On éteint ?")
    giselle.get_by_label("Isoler le réseau").check()
    giselle.locator("#open [data-part=send]").click()
    giselle.locator("#confirm [data-part=yes]").click()
    open_message(bruna, "Desligamos?")
    bruna.get_by_label("Esperar").check()
    bruna.locator("#open [data-part=send]").click()
    back(giselle)
    expect(giselle.locator("#inbox")).to_contain_text("Maîtrisé", timeout=LONG)
    back(bruna)
    expect(bruna.locator("#inbox")).to_contain_text("Espalha-se", timeout=LONG)
    expect(gwen.locator("#inbox")).to_contain_text("Contained", timeout=LONG)
    assert titles(gwen) == ["Contained", "Switch off?", "Encrypted files"]
    assert titles(beatriz) == ["Se extiende", "¿Apagamos?", "Archivos cifrados"]

    # ENDEX; what still runs, runs out, faster in a rehearsal.
    console.locator("[data-verb=speed][data-speed='16']").click()
    console.locator("[data-dialog=end]").first.click()
    console.locator("#name-end").fill("Ceiba Roja")
    console.locator("#dialog-end [type=submit]").click()
    expect(beatriz.locator("#ended")).to_be_visible(timeout=LONG)

    # The evaluator rates from the keyboard, without a team's name on the page.
    desk = new_page(language="pt")
    desk.goto(server.links["desk"])
    desk.locator("#fresh button").click(timeout=60_000)
    for done in range(2):
        expect(desk.locator(".criterion")).to_have_count(2, timeout=LONG)
        assert "Azul" not in desk.locator("#place").inner_text()
        shown = desk.locator(".sheet").get_attribute("data-response")
        better = "Aislamos" in desk.locator("#place").inner_text()
        for criterion in range(2):
            desk.locator(".criterion").nth(criterion).focus()
            desk.keyboard.press("3" if better else "1")
            if better:
                # The highest level goes with a sentence that quotes.
                words = desk.locator(".answer .own").inner_text().split()
                desk.keyboard.type(f"«{' '.join(words[:3])}»")
                desk.keyboard.press("Enter")
            pressed = ".criterion >> nth=" + str(criterion) + " >> .level[aria-pressed=true]"
            expect(desk.locator(pressed)).to_have_count(1)
        desk.keyboard.press("Enter")
        expect(desk.locator("#meter")).to_have_attribute("value", str(done + 1))
        if done == 0:
            # The next response takes a moment to come; until then the keys are for the one before.
            expect(desk.locator(".sheet")).not_to_have_attribute("data-response", shown)

    # The ranking stands, is published, and each team reads its own place.
    standings = new_page(language="fr")
    standings.goto(server.links["standings"])
    rows = standings.locator("#live tbody tr")
    expect(rows).to_have_count(2)
    # Azul: (3·1 + 2·0) ÷ 5; Verde: (3·⅓ + 2·1) ÷ 5 — equal, so they share the first place.
    assert [row.locator(".place").inner_text() for row in rows.all()] == ["1", "1"]
    assert {row.locator(".number").first.inner_text() for row in rows.all()} <= {"60.00", "60,00"}
    standings.locator("#name").fill("Ceiba Roja")
    standings.locator(".publish button.main").click()
    expect(standings.locator("#live")).to_contain_text("60")
    expect(beatriz.locator("#after")).to_contain_text("60", timeout=LONG)
    assert "Traceback" not in server.log
