"""A drill behind an unruly line: how somebody sits down there, writes and sends, and what of it has come in."""

import re
import time
from dataclasses import dataclass

import yaml
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from simulator.actions.msel import move_inject
from simulator.rows import Delivery, Drill, Response, Team
from simulator.scene import clock_of
from tests.browser import people
from tests.scripts import info, scenario, text_inject
from tests.server_process import RunningServer
from tests.unruly_proxy import UnrulyProxy

TEXT = "El texto de su equipo"
ONLINE = "todo guardado"
LONG = 40_000
NEWS = [info(f"news-{n}", at=f"{30 + n}m", title=f"Noticia {n}") for n in (1, 2, 3)]
SCRIPT = yaml.safe_dump(scenario(text_inject("words", at="1s", due="25m", body="Humo. " * 40), *NEWS)).encode()
TEAMS = (("Azul", "es"),)


class Through:
    """A server as it is found through another address."""

    def __init__(self, server: RunningServer, url: str) -> None:
        self._server, self.url = server, url

    def __getattr__(self, name):
        return getattr(self._server, name)


@dataclass
class BadDay:
    """A question that stays open for Azul, three pieces of news that come when they are wanted, and the line."""

    server: RunningServer
    line: UnrulyProxy
    new_page: object

    def sit_down(self, init: str | None = None, **more) -> Page:
        """Let Beatriz open her page on a telephone, behind the line; *init* runs before any script of the page."""
        page = self.new_page(language="es", width=360, height=740, **more)
        if init:
            page.add_init_script(init)
        server = Through(self.server, self.line.url)
        return people.sit_down(page, server, "Beatriz", team="Azul", language="es", seats=["lead"])

    def bring(self, *names: str) -> None:
        """Let pieces of news fall due now, in this order, and wait until they are delivered."""
        with self.server.house() as house:
            before = self._read(house, _delivered)
            for name in names:
                facts = {"drill_id": self.server.drill_id, "inject_id": name, "seconds": -3600}
                house.perform(move_inject, self.server.fatima(house), **facts)
            end = time.monotonic() + 60
            while self._read(house, _delivered) < before + len(names):
                assert time.monotonic() < end, "the news never came"
                time.sleep(0.1)

    def stored(self) -> list[Response]:
        """Give the answers that the server has."""
        with self.server.house() as house:
            return self._read(house, _responses)

    def time_left(self) -> float:
        """Give the seconds until the deadline, by the server's clock."""
        with self.server.house() as house:
            return self._read(house, _time_left, house.clock())

    def _read(self, house, query, *more):
        with house._sessions(expire_on_commit=False) as session:
            return query(session, self.server.drill_id, *more)

    def came_in(self, page: Page, text: str) -> Response:
        """Hold that this answer is there, once, on the page and in the database."""
        receipt = page.locator("[data-part=receipt] .notice")
        expect(receipt).to_contain_text(re.compile(r"Recibido \d\d:\d\d:\d\d"), timeout=LONG)
        expect(receipt).to_have_count(1)
        (row,) = self.stored()
        assert row.content == {"text": text}
        return row


def _of(drill_id):
    return Delivery.team_id.in_(select(Team.id).where(Team.drill_id == drill_id))


def _delivered(session, drill_id):
    return session.scalar(select(func.count()).where(_of(drill_id), Delivery.delivered_at.is_not(None)))


def _responses(session, drill_id):
    return list(session.scalars(select(Response).join(Delivery).where(_of(drill_id))))


def _time_left(session, drill_id, now):
    delivery = session.scalars(select(Delivery).where(_of(drill_id), Delivery.inject == "words")).one()
    return (delivery.deadline_at - clock_of(session.get_one(Drill, drill_id)).drill_time(now)).total_seconds()


def open_words(page: Page) -> None:
    """Open the question."""
    page.locator('.mail a[href="#m/words"]').click()
    expect(page.locator("#open h1")).to_be_focused()


def write(page: Page, text: str) -> None:
    """Open the question and write."""
    open_words(page)
    page.get_by_label(TEXT).fill(text)


def send(page: Page) -> None:
    """Press the button below the form."""
    page.get_by_role("button", name="Enviar la respuesta").click()


def line_says(page: Page, words, **more) -> None:
    """Wait until the line at the head of the page says this."""
    expect(page.locator("#line")).to_contain_text(words, **more)


def answer_says(page: Page, words, **more) -> None:
    """Wait until this stands below the question."""
    expect(page.locator("[data-part=receipt]")).to_contain_text(words, **more)
