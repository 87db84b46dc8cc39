"""A participant's bad day, her network: lines that die silently, portals, proxies, sleep; nobody loses a word.

Each happens between a real server and a real browser, through `tests/unruly_proxy.py`.
"""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser import people
from tests.browser.bad_day import LONG, ONLINE, TEXT, answer_says, line_says, send, write


def test_a_silent_line_is_noticed_and_what_she_sent_meanwhile_arrives_once(bad_day):
    page = bad_day.sit_down()
    write(page, "Cerramos.")
    line_says(page, ONLINE)
    bad_day.line.lose()
    line_says(page, re.compile("Reconectando|Sin conexión"), timeout=LONG)
    page.get_by_label(TEXT).fill("Cerramos la red.")
    send(page)
    answer_says(page, "espera la conexión")
    answer_says(page, re.compile(r"Escrito a las \d\d:\d\d:\d\d"))
    bad_day.line.heal()

    bad_day.came_in(page, "Cerramos la red.")
    line_says(page, ONLINE)


def test_what_came_while_she_was_away_is_counted_and_stands_in_order(bad_day):
    page = bad_day.sit_down()
    line_says(page, ONLINE)
    bad_day.line.refuse()
    line_says(page, re.compile("Reconectando|Sin conexión"))
    bad_day.bring("news-2", "news-1", "news-3")
    bad_day.line.heal()

    expect(page.locator("#missed")).to_have_text("3 mensajes nuevos mientras no estaba", timeout=LONG)
    assert people.titles(page)[:3] == ["Noticia 3", "Noticia 1", "Noticia 2"]


def test_another_network_takes_over_in_the_middle_of_a_sentence(bad_day):
    page = bad_day.sit_down()
    write(page, "Avisamos al")
    for _change in range(3):
        bad_day.line.cut()
        line_says(page, ONLINE, timeout=LONG)
    page.get_by_label(TEXT).press_sequentially(" CSIRT.")
    send(page)

    bad_day.came_in(page, "Avisamos al CSIRT.")


def test_a_phone_that_slept_has_all_of_it_when_it_wakes(bad_day):
    page = bad_day.sit_down()
    line_says(page, ONLINE)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    # It falls asleep in a moment of its own, and nothing says when.
    time.sleep(1)
    bad_day.line.cut()
    bad_day.bring("news-1", "news-2", "news-3")
    devtools.send("Page.setWebLifecycleState", {"state": "active"})

    # Whether she is told how many they were depends on when Chromium froze; the test above holds that.
    expect(page.locator("#inbox")).to_contain_text("Noticia 3", timeout=LONG)
    assert people.titles(page)[:3] == ["Noticia 3", "Noticia 2", "Noticia 1"]
    line_says(page, ONLINE)


def test_she_goes_away_and_back_with_the_buttons_of_her_browser(bad_day):
    page = bad_day.sit_down()
    write(page, "A medias")
    page.goto(f"{bad_day.line.url}/play/notice")
    bad_day.bring("news-1")
    page.go_back()

    expect(page.get_by_label(TEXT)).to_have_value("A medias")
    line_says(page, ONLINE)
    page.locator("#open [data-part=back]").click()
    expect(page.locator('.mail a[href="#m/news-1"]')).to_be_visible(timeout=LONG)


def test_a_device_that_thinks_it_has_no_network_is_believed_until_the_line_speaks(bad_day):
    page = bad_day.sit_down()
    line_says(page, ONLINE)
    page.evaluate("dispatchEvent(new Event('offline'))")
    line_says(page, "Sin conexión")

    line_says(page, ONLINE, timeout=LONG)


# Proxies and portals.


@pytest.mark.parametrize("how", ["502", "strip"])
def test_where_websockets_are_refused_polling_takes_over_at_once(bad_day, how):
    bad_day.line.websockets(how)
    page = bad_day.sit_down()
    line_says(page, ONLINE)
    bad_day.bring("news-1")
    expect(page.locator('.mail a[href="#m/news-1"]')).to_be_visible(timeout=LONG)
    write(page, "Por el otro camino.")
    send(page)

    bad_day.came_in(page, "Por el otro camino.")
    assert bad_day.line.upgrades >= 1


@pytest.mark.parametrize("how", ["mute", pytest.param("swallow", marks=pytest.mark.figure)])
def test_where_websockets_are_taken_and_never_carried_polling_takes_over(bad_day, how):
    bad_day.line.websockets(how)
    page = bad_day.sit_down()
    line_says(page, ONLINE, timeout=LONG)
    write(page, "Con paciencia.")
    send(page)
    bad_day.came_in(page, "Con paciencia.")

    # What this network does not carry is not tried first again.
    tried = bad_day.line.upgrades
    page.reload()
    expect(page.locator("[data-part=receipt] .notice")).to_contain_text("Con paciencia.", timeout=LONG)
    assert bad_day.line.upgrades == tried


@pytest.mark.parametrize("status", [302, 200])
def test_a_captive_portal_costs_no_word_and_tells_her_what_to_do(bad_day, status):
    page = bad_day.sit_down()
    write(page, "Antes del portal.")
    line_says(page, ONLINE)
    bad_day.line.captive(status)
    expect(page.locator("#portal")).to_contain_text("abra otra página de internet", timeout=LONG)
    line_says(page, "su texto está guardado en este dispositivo")
    page.get_by_label(TEXT).fill("Dentro del portal.")
    send(page)
    answer_says(page, "espera la conexión")
    # What a script sends meanwhile has not arrived either, whatever the portal says: 200, for one.
    path = page.evaluate("document.querySelector('link[href$=\"/post.js\"]').href")
    sent = f"import('{path}').then((post) => post.post('/play/hotwash', {{}})).catch((error) => error.code)"
    assert page.evaluate(sent) == "no_connection"
    assert "HOTEL" not in page.content()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    bad_day.line.heal()

    bad_day.came_in(page, "Dentro del portal.")
    line_says(page, ONLINE)


def test_nothing_between_her_and_the_server_is_told_to_keep_anything(bad_day):
    kept = []

    def look(answer):
        if "/static/" not in answer.url and "no-store" not in (answer.headers.get("cache-control") or ""):
            kept.append(answer.url)

    bad_day.line.websockets("400")
    page = bad_day.sit_down()
    page.on("response", look)
    page.reload()
    line_says(page, ONLINE)
    write(page, "Sin copias.")
    send(page)

    bad_day.came_in(page, "Sin copias.")
    assert not [url for url in kept if "transport=websocket" not in url]


@pytest.mark.figure
def test_a_narrow_trembling_line_that_breaks_again_and_again_carries_everything(bad_day):
    bad_day.line.shape(delay=0.6, jitter=0.3, kbit=64)
    page = bad_day.sit_down()
    line_says(page, ONLINE, timeout=LONG)
    bad_day.line.cut_every(7)
    bad_day.bring("news-1")
    expect(page.locator('.mail a[href="#m/news-1"]')).to_be_visible(timeout=LONG)
    write(page, "Despacio, pero llega.")
    send(page)

    bad_day.came_in(page, "Despacio, pero llega.")


def test_a_page_that_the_server_has_outgrown_sends_nothing_and_loads_itself_anew(bad_day):
    page, newer, loads = bad_day.sit_down(), [], []

    def through(line):
        server = line.connect_to_server()
        server.on_message(lambda said: line.send(said.replace('"protocol":1', '"protocol":2') if newer else said))

    page.route_web_socket("**/socket.io/**", through)
    page.reload()
    write(page, "Antes de la versión nueva.")
    line_says(page, ONLINE)
    page.on("load", lambda loaded: loads.append(loaded))
    newer.append(True)
    bad_day.line.cut()

    expect(page.get_by_label(TEXT)).to_have_value("Antes de la versión nueva.", timeout=LONG)
    while not loads:
        page.wait_for_timeout(100)
    newer.clear()
    page.reload()
    send(page)
    bad_day.came_in(page, "Antes de la versión nueva.")


@pytest.mark.figure
def test_whether_a_websocket_gets_through_is_found_out_beside_the_line(bad_day):
    page = bad_day.sit_down()
    network = page.evaluate("document.querySelector('link[href$=\"/network.js\"]').href")
    ask = f"import('{network}').then((network) => network.carriesWebSockets())"

    assert page.evaluate(ask) is True
    for how in ("swallow", "mute", "502"):
        bad_day.line.websockets(how)
        assert page.evaluate(ask) is False


@pytest.mark.figure
def test_figure_a_silent_line_is_noticed_within_ten_seconds(bad_day):
    page, took = bad_day.sit_down(), []
    for _time in range(5):
        line_says(page, ONLINE, timeout=LONG)
        bad_day.line.lose()
        began = time.monotonic()
        line_says(page, re.compile("Reconectando|Sin conexión"), timeout=LONG)
        took.append(time.monotonic() - began)
        bad_day.line.heal()
    print("silent line noticed after", [round(seconds, 1) for seconds in took], "s")

    assert max(took) <= 10


@pytest.mark.figure
@pytest.mark.parametrize(("how", "within"), [("400", 5), ("502", 5), ("strip", 5), ("mute", 12), ("swallow", 12)])
def test_figure_polling_takes_over_where_websockets_do_not_come_through(bad_day, how, within):
    bad_day.line.websockets(how)
    began = time.monotonic()
    page = bad_day.sit_down()
    line_says(page, ONLINE, timeout=LONG)
    took = time.monotonic() - began
    print(f"WebSockets: {how}; the page is online after {took:.1f} s")

    assert took <= within
