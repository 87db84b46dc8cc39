"""Fixtures of the matrix: a house that notes what is asked of it, the app around it, and a world to come back to."""

import sqlite3
from contextlib import closing

import pytest

from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.reading.people import find_actor
from simulator.rehearsing import rehearse_and_report
from simulator.rows import Row
from tests.cast import START
from tests.permission.asking import Walker
from tests.permission.world import build
from tests.web.conftest import app, browser, new_app, one_server, signed_in
from web.api.pace import Pace
from web.live.server import LiveServer
from web.rehearsal.showing import report_markup
from web.settings import Settings

__all__ = ["app", "browser", "new_app", "one_server", "signed_in"]


class NotingHouse(House):
    """A house that notes the name of every action and view it is asked for.

    Who holds a token is looked up once for as long as nothing is written: each request of a walk asks it anew.
    """

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.asked = set()
        with self.engine.connect() as connection:
            # The database in memory has just one.
            self._driver = connection.connection.driver_connection
        self._holders, self._known_at = {}, None

    def perform(self, action, actor, **facts):
        self.asked.add(action.__name__)
        return super().perform(action, actor, **facts)

    def look(self, view, actor, **facts):
        self.asked.add(view.__name__)
        if view is not find_actor:
            return super().look(view, actor, **facts)
        now = self._driver.total_changes, self.clock()
        if now != self._known_at:
            self._holders, self._known_at = {}, now
        if facts["token"] not in self._holders:
            self._holders[facts["token"]] = super().look(view, actor, **facts)
        return self._holders[facts["token"]]


def rehearse_here(package, language):
    """Give what a process of its own would: starting one for each principal takes most of a walk's time."""
    return report_markup(rehearse_and_report(package.document, files=package.files), language)


@pytest.fixture(scope="session")
def walker():
    """Give the app of the world, and somebody who asks it as each principal would."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    house = NotingHouse(engine, VirtualClock(START))
    world = build(house)
    server = LiveServer(house, Settings(), async_mode="threading")
    with closing(sqlite3.connect(":memory:")) as kept:
        # Nobody waits in a walk.
        server.app.extensions["api_pace"] = Pace(10**9)
        server.app.extensions["rehearser"] = rehearse_here
        walker = Walker(server.app, house, world, kept)
        yield walker
    server.server.shutdown()
    close_engine(engine)
