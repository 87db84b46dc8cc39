"""A participant's bad day, her device: offline, crashed, in two windows, full, with a wrong clock, inside WhatsApp.

Each happens between a real server and a real browser; what her network does to her is in `test_bad_line.py`.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Error, expect

from simulator.actions.running import pause_drill, resume_drill
from tests.browser.bad_day import LONG, ONLINE, TEXT, answer_says, line_says, open_words, send, write

# What the page itself goes by, in milliseconds.
LEFT = """
    (async () => {
      const at = (name) => document.querySelector(`link[href$="/${name}"]`).href;
      const [story, clock] = [await import(at("participant/story.js")), await import(at("clock.js"))];
      return story.injects.get("words").deadlineAt - clock.drillTime();
    })()
"""
WRONG_CLOCK = """
    const real = Date;
    globalThis.Date = class extends real {
      static now() { return real.now() + %d; }
      constructor(...all) { if (all.length) super(...all); else super(Date.now()); }
    };
"""


def test_an_answer_given_offline_survives_a_reload_and_keeps_both_times(bad_day):
    answer_offline(bad_day, timedelta(seconds=11))


@pytest.mark.figure
@pytest.mark.timeout(900)
def test_figure_ten_minutes_offline_lose_no_answer(bad_day):
    answer_offline(bad_day, timedelta(minutes=10))


def answer_offline(bad_day, length):
    page = bad_day.sit_down()
    write(page, "Escrito en el ascensor.")
    line_says(page, ONLINE)
    page.context.set_offline(True)
    send(page)
    answer_says(page, "espera la conexión")
    page.wait_for_timeout(length / timedelta(milliseconds=1))
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()
    page.context.set_offline(False)
    page.goto(f"{bad_day.line.url}/play#m/words")

    came = bad_day.came_in(page, "Escrito en el ascensor.")
    both = page.get_by_text(re.compile(r"Escrito a las \d\d:\d\d:\d\d, recibido a las \d\d:\d\d:\d\d"))
    expect(both).to_be_visible()
    assert came.received_wall - came.typed_at >= length
    # After another reload the server tells both.
    page.reload()
    expect(both).to_be_visible(timeout=LONG)


def test_a_window_that_crashes_takes_no_word_along(bad_day):
    page = bad_day.sit_down()
    write(page, "Casi listo")
    line_says(page, ONLINE)
    # Nobody but this device has heard of the last words.
    bad_day.line.refuse()
    page.get_by_label(TEXT).fill("Casi listo y de pronto")
    with pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")
    bad_day.line.heal()
    again = page.context.new_page()
    again.goto(f"{bad_day.line.url}/play#m/words")

    expect(again.get_by_label(TEXT)).to_have_value("Casi listo y de pronto", timeout=LONG)


def test_two_windows_have_one_outbox_and_nothing_is_sent_twice(bad_day):
    one = bad_day.sit_down()
    open_words(one)
    other = one.context.new_page()
    other.goto(f"{bad_day.line.url}/play#m/words")
    line_says(other, ONLINE)
    one.get_by_label(TEXT).fill("De la primera ventana.")
    expect(other.get_by_label(TEXT)).to_have_value("De la primera ventana.")
    bad_day.line.refuse()
    send(one)
    for page in (one, other):
        answer_says(page, "espera la conexión", timeout=LONG)
    bad_day.line.heal()

    for page in (one, other):
        bad_day.came_in(page, "De la primera ventana.")


@pytest.mark.parametrize("device", ["full", "forbidden"])
def test_a_device_that_keeps_nothing_says_so_and_sends_all_the_same(bad_day, device):
    refusing = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    page = bad_day.sit_down(init=refusing if device == "forbidden" else None)
    line_says(page, "En línea")
    if device == "forbidden":
        expect(page.locator("#in-app")).to_contain_text("código corto")
        page.get_by_role("button", name="Ya lo anoté").click()
        expect(page.locator("#in-app")).to_be_hidden()
    else:
        page.evaluate(f"() => {{ {refusing} }}")
    write(page, "Sin sitio.")
    bad_day.line.refuse()
    line_says(page, "no cierre esta página", timeout=LONG)
    page.get_by_label(TEXT).fill("Sin sitio, pero aquí.")
    send(page)
    bad_day.line.heal()

    bad_day.came_in(page, "Sin sitio, pero aquí.")


@pytest.mark.parametrize("hours", [3, pytest.param(-3, marks=pytest.mark.figure)])
def test_a_wrong_clock_of_the_device_moves_no_countdown(bad_day, hours):
    wrong = WRONG_CLOCK % (hours * 3_600_000)
    bad_day.line.shape(delay=0.4, jitter=0.3)
    page = bad_day.sit_down(init=wrong)
    line_says(page, ONLINE, timeout=LONG)
    page.wait_for_timeout(5000)
    before = bad_day.time_left()
    left = page.evaluate(LEFT) / 1000
    after = bad_day.time_left()

    print(f"device clock {hours:+} h: the countdown is {left - (before + after) / 2:+.2f} s off")
    assert after - 1 <= left <= before + 1
    minutes, seconds = map(int, page.locator("#next [data-part=digits]").inner_text().split(":"))
    assert abs(minutes * 60 + seconds - left) <= 10
    write(page, "A la hora del servidor.")
    send(page)
    came = bad_day.came_in(page, "A la hora del servidor.")
    assert timedelta(seconds=-1) <= came.received_wall - came.typed_at <= timedelta(seconds=5)


def test_inside_whatsapp_she_is_told_how_she_comes_back(bad_day):
    agent = "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.23"
    page = bad_day.sit_down(user_agent=agent)
    notice = page.locator("#in-app")
    code = notice.locator(".code").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Ya lo anoté").click()
    expect(notice).to_be_hidden()
    write(page, "Desde WhatsApp.")
    line_says(page, ONLINE)
    # The app is closed, and forgets everything.
    browser = page.context.browser
    page.context.close()
    fresh = browser.new_context(locale="es").new_page()
    fresh.goto(f"{bad_day.line.url}/return")
    fresh.locator("[name=code]").fill(bad_day.server.codes["Azul"])
    fresh.locator("[name=short_code]").fill(code)
    fresh.locator("form button.main").click()
    fresh.locator('.mail a[href="#m/words"]').click()

    expect(fresh.get_by_label(TEXT)).to_have_value("Desde WhatsApp.")
    fresh.context.close()


def test_an_answer_that_meets_a_pause_goes_by_itself_when_the_drill_goes_on(bad_day):
    page = bad_day.sit_down()
    write(page, "Justo antes de la pausa.")
    line_says(page, ONLINE)
    bad_day.line.refuse()
    send(page)
    answer_says(page, "espera la conexión", timeout=LONG)
    with bad_day.server.house() as house:
        house.perform(pause_drill, bad_day.server.fatima(house), drill_id=bad_day.server.drill_id)
        page.wait_for_timeout(6000)
        bad_day.line.heal()
        answer_says(page, "El ejercicio está en pausa", timeout=LONG)
        assert not bad_day.stored()
        house.perform(resume_drill, bad_day.server.fatima(house), drill_id=bad_day.server.drill_id)

    bad_day.came_in(page, "Justo antes de la pausa.")
