"""A facilitator makes a token on a phone, without a mouse, and her script steers the drill that others watch."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

# On a quiet machine it takes a tenth of a second.
SOON = 10_000


def ask(server, token, method, path):
    """Ask as a script does, over the wire; gives the status and what was told."""
    wanted = Request(f"{server.url}/api/v1{path}", method=method, headers={"Authorization": f"Bearer {token}"})
    try:
        with urlopen(wanted, timeout=10) as answer:
            return answer.status, json.loads(answer.read() or "null")
    except HTTPError as error:
        return error.code, json.loads(error.read())


@pytest.mark.parametrize("width", [360, 1280])
def test_a_token_made_by_keyboard_steers_a_drill(server, new_page, width):
    console = new_page()
    console.goto(server.links["console"])
    page = new_page(width=width)
    page.goto(server.links["console"])
    page.goto(f"{server.url}/tokens")
    page.locator("#name").fill("Panel de la pared")
    for _scope in ("read", "run"):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.locator("#days").press("Enter")
    token = page.locator("#link").inner_text().strip()
    expect(page.locator(".people h3")).to_have_text("Panel de la pared")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert ask(server, token, "GET", "/drills")[1]["drills"][0]["state"] == "running"
    assert ask(server, token, "POST", f"/drills/{server.drill_id}/pause") == (204, None)
    expect(console.locator("#state")).to_have_class("state paused", timeout=SOON)
    assert ask(server, token, "GET", f"/drills/{server.drill_id}/standings")[0] == 404

    page.goto(f"{server.url}/tokens")
    assert token not in page.content()
    page.locator(".people button").press("Enter")
    expect(page.locator(".people")).to_contain_text("revocado")
    assert ask(server, token, "GET", "/drills")[0] == 401
    assert token not in server.log
