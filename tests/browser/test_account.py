"""A member of staff at 360 px and with her keyboard only: password, second step, recovery codes, sessions."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.authenticator import Phone
from tests.server_process import PASSWORD


def go_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(most):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by the keyboard")


def press(page: Page, selector: str) -> None:
    go_to(page, selector)
    page.keyboard.press("Enter")


def sign_in(page: Page, server) -> None:
    page.goto(f"{server.url}/sign-in")
    go_to(page, "#email")
    page.keyboard.type(server.email)
    go_to(page, "#password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def fits(page: Page) -> bool:
    """Say whether nothing sticks out at the side."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_she_sets_her_second_step_up_and_signs_in_with_it_by_keyboard(server, new_page):
    page = new_page(language="en", width=360, height=640)
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    sign_in(page, server)
    expect(page).to_have_url(f"{server.url}/drills")
    press(page, "a[href='/account']")
    expect(page.locator("h1")).to_be_visible()
    assert fits(page)
    press(page, "form[action='/account/second-factor'] button")
    expect(page.locator("#secret")).to_be_visible()
    assert fits(page)
    phone = Phone(page.locator("#secret").inner_text().replace(" ", ""))
    go_to(page, "#code")
    page.keyboard.type(phone.code(datetime.now(UTC)))
    page.keyboard.press("Enter")
    expect(page.locator("#codes li")).to_have_count(10)
    assert fits(page)
    press(page, "a.button.main")
    expect(page).to_have_url(f"{server.url}/account")

    press(page, "form[action='/sign-out'] button")
    expect(page).to_have_url(f"{server.url}/")
    sign_in(page, server)
    expect(page).to_have_url(f"{server.url}/sign-in/code")
    assert fits(page)
    # The cursor stands in the field already.
    page.keyboard.type(phone.code(datetime.now(UTC) + timedelta(seconds=30)))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}/drills")
    page.goto(f"{server.url}/staff")
    assert fits(page)
    press(page, "summary")
    go_to(page, "form[action$='/link'] button")
    assert fits(page)
    assert said == []
