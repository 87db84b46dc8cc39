"""Fixtures of the web floor's tests: the real app around the house, and browsers at its door."""

import re

import pytest

from simulator.actor import NOBODY
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.reading.people import find_actor
from tests.cast import START
from web import door
from web.live.server import LiveServer
from web.settings import Settings

CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser:
    """A browser with its own cookies; it fills in forms as a person does, token and all."""

    def __init__(self, app, *, language="en", address="203.0.113.1"):
        self.client = app.test_client()
        self.client.set_cookie(door.LANGUAGE, language)
        self.address = address

    def get(self, path, **more):
        """Open a page."""
        return self.client.get(path, environ_base={"REMOTE_ADDR": self.address}, **more)

    def post(self, path, form=None, *, seen="/sign-in", **fields):
        """Send a form as the page *seen* shows it; fields win over *form*."""
        found = CSRF.search(self.get(seen, follow_redirects=True).text)
        data = {"csrf_token": found[1] if found else "", **(form or {}), **fields}
        return self.client.post(path, data=data, environ_base={"REMOTE_ADDR": self.address})

    def holds(self, name):
        """Give the token it keeps under a cookie's name."""
        cookie = self.client.get_cookie(name)
        return cookie.value if cookie else None


def who(browser, house, name=door.TEAM):
    """Give whom a browser is taken for, as participant or as staff."""
    token = browser.holds(name)
    return house.look(find_actor, NOBODY, token=token) if token else None


@pytest.fixture(scope="session")
def one_server(memory, hired):
    """Make the app once for all tests: its routes and its templates cost more than most tests do."""
    server = LiveServer(House(memory, VirtualClock(START)), Settings(), async_mode="threading")
    yield server, dict(server.app.extensions), dict(server.app.config)
    server.server.shutdown()


def forget_counts(extensions):
    """Let the rooms of an app count from nothing again, as after a start."""
    for one in extensions.values():
        if type(one).__module__.startswith("web.") and not isinstance(one, Settings):
            one.__init__()


@pytest.fixture
def new_app(house):
    """Give an app of the test's own, for what would leave traces in the one that all share."""
    server = LiveServer(house, Settings(), async_mode="threading")
    yield server.app
    server.server.shutdown()


@pytest.fixture
def app(request, house, one_server):
    """Give the real app around this test's house, as after a start: nothing is counted, its clock does not run."""
    server, extensions, config = one_server
    if house.engine is not server.house.engine:
        return request.getfixturevalue("new_app")
    forget_counts(extensions)
    server.app.extensions.clear()
    server.app.extensions.update(extensions, house=house)
    server.app.config.clear()
    server.app.config.update(config)
    server.house.clock = house.clock
    house.announce, house.whisper = server.house.announce, server.house.whisper
    return server.app


@pytest.fixture
def browser(app):
    """Give a browser in which nobody has signed in."""
    return Browser(app)


@pytest.fixture
def signed_in(app, cast):
    """Sign somebody of the cast in: ``signed_in("fatima")`` gives her browser."""

    def sign_in(who, **more):
        browser = Browser(app, **more)
        browser.client.set_cookie(door.STAFF, cast.tokens[who])
        return browser

    return sign_in
