"""Two consoles and a team: what one does the other sees, what a team does appears in its cell."""

from playwright.sync_api import Page, expect

from tests.browser.people import join

SOON = 10_000
LONG = 20_000


def open_console(server, page: Page) -> Page:
    """Open the console and wait until its line stands."""
    page.goto(server.links["console"])
    expect(page.locator("#line")).to_have_text("en línea", timeout=LONG)
    return page


def test_two_facilitators_run_one_drill_without_getting_in_each_others_way(server, new_page):
    here, there = open_console(server, new_page()), open_console(server, new_page())
    # The first inject goes out five seconds after STARTEX, and closes its menu's buttons.
    expect(here.locator("td.cell").first).to_have_class("cell delivered", timeout=LONG)

    # What one does the other sees, on a quiet machine within a second.
    here.locator("[data-verb=pause]").click()
    expect(there.locator("#state")).to_have_class("state paused", timeout=SOON)
    there.locator("[data-verb=resume]").click()
    expect(here.locator("#state")).to_have_class("state running", timeout=SOON)

    # What goes to all teams can be called back from either console.
    here.locator("#menu-k1 summary").click()
    here.locator("#menu-k1 [data-verb=deliver]").click()
    expect(there.locator(".order")).to_contain_text("k1")
    there.locator("button.undo").click()
    expect(here.locator(".order")).to_have_count(0)
    expect(here.locator("#toasts")).to_contain_text("k1 queda como estaba")

    # Who is too late reads it until she dismisses it: this page still offers what has been done.
    here.evaluate("document.querySelector('[data-verb=pause]').dataset.verb = 'resume'")
    here.locator(".bar [data-verb=resume]").first.click()
    expect(here.locator(".toast.stays")).to_be_visible()
    here.locator(".toast.stays button").click()
    expect(here.locator(".toast.stays")).to_have_count(0)

    # A refresh takes neither the focus nor an open menu away.
    here.locator("#menu-01 summary").click()
    button = here.locator("#menu-01 .sheet button").first
    button.focus()
    there.locator("[data-verb=pause]").click()
    expect(here.locator("#banner-paused")).to_be_visible()
    expect(here.locator("#menu-01")).to_have_attribute("open", "")
    expect(button).to_be_focused()
    here.keyboard.press("Escape")

    # Keys move about, and do nothing to the drill.
    here.keyboard.press("t")
    here.keyboard.press("ArrowDown")
    verde = here.locator(".matrix tbody button").nth(1)
    expect(verde).to_be_focused()
    here.keyboard.press("Space")
    expect(here.locator("#side h2")).to_contain_text("Verde")
    here.keyboard.press("Escape")
    expect(here.locator("#side")).to_be_hidden()
    expect(verde).to_be_focused()


def test_a_console_that_stays_open_after_signing_out_in_another_tab_closes_calmly(server, new_page):
    console = open_console(server, new_page())
    address = console.url
    other = console.context.new_page()
    other.goto(f"{server.url}/drills")
    other.locator("form[action='/sign-out'] button").click()
    expect(other).to_have_url(f"{server.url}/")

    way_in = console.locator("a[href^='/sign-in']")
    expect(way_in).to_have_text("Entrar de nuevo", timeout=LONG)
    expect(console.locator(".exercise-band")).to_have_text("EJERCICIO")
    expect(console.locator(".notice")).to_contain_text("No se ha perdido nada")
    assert "Azul" not in console.content()
    way_in.click()
    expect(console.locator("input[name=next]")).to_have_value(address.removeprefix(server.url))


def test_the_cell_of_a_team_follows_what_it_does(server, new_page):
    console = open_console(server, new_page())
    row = console.locator("tr", has=console.locator("th", has_text="Azul"))
    cell = row.locator("td.cell").first

    beatriz = join(new_page(width=360, height=740), server.links["Azul"], "Beatriz", language="es", seat="lead")
    expect(row).to_have_class("here", timeout=LONG)
    expect(cell).to_have_class("cell received", timeout=LONG)
    beatriz.locator("#inbox a").last.click()
    expect(cell).to_have_class("cell opened", timeout=LONG)
    beatriz.locator("#open input[type=radio]").first.check()
    expect(cell).to_have_class("cell writing", timeout=LONG)
    beatriz.locator("#open [data-part=send]").click()
    expect(cell).to_have_class("cell answered", timeout=LONG)

    # Her page closes, and the console says that nobody is there.
    beatriz.close()
    expect(row).to_have_class("away", timeout=LONG)
