"""The cast in their browsers: how each of them joins, reads, writes and presses."""

import re

from playwright.sync_api import Page, expect


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
