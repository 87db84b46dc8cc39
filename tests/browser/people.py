"""The cast in their browsers: how each of them joins, reads, writes and presses."""

import re

from playwright.sync_api import Page, expect

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import NOTICE
from web.door import TEAM

LONG = 20_000


def join(page: Page, link: str, name: str, *, language: str, seat: str) -> Page:
    """Join a team as a person does, and go to the drill."""
    page.goto(link)
    page.locator("[name=rules]").check()
    page.locator("[name=privacy]").check()
    page.locator("form .actions button.main").click()
    page.locator("#name").fill(name)
    page.locator(f"input[name=language][value={language}]").check()
    page.locator(f"[name=seat][value={seat}]").check()
    page.locator("form .actions button.main").last.click()
    page.locator("a[href$='/play']").click()
    expect(page.locator("#inbox")).to_be_attached()
    return page


def sit_down(page: Page, server, name: str, *, team: str, language: str, seats=()) -> Page:
    """Open the drill as somebody who has joined already; how people join is shown by `join`."""
    with server.house() as house:
        facts = {
            "code": server.codes[team], "name": name, "language": language, "seats": seats, "notice": NOTICE,
        }  # fmt: skip
        made = house.perform(join_team, NOBODY, **facts)
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    page.context.add_cookies([{"name": TEAM, "value": token, "url": server.url}])
    page.goto(f"{server.url}/play")
    expect(page.locator(".mail").first).to_be_visible(timeout=LONG)
    return page


def titles(page: Page) -> list[str]:
    """Give the titles in an inbox, the newest first."""
    return [text.strip() for text in page.locator("#inbox [data-part=title]").all_inner_texts()]


def open_message(page: Page, title: str) -> None:
    """Open a message from the inbox."""
    page.locator("#inbox a", has_text=title).click()
    expect(page.locator("#open h1")).to_have_text(title)


def back(page: Page) -> None:
    """Go back to the inbox."""
    page.locator("#open [data-part=back]").click()
    expect(page.locator("#home")).to_be_visible()


def receipts(page: Page) -> int:
    """Count the receipts of the open message: a time with seconds each."""
    return len(re.findall(r"\d\d:\d\d:\d\d", page.locator("#open [data-part=receipt]").inner_text()))
