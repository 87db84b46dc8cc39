"""Fixtures of browser tests: Debian's Chromium, and one real server process for all of a worker.

``server`` gives a running drill of Ceiba Roja, ``open_drill(start=…, speed=…, content=…, teams=…)`` others, each of
the test's own; ``bad_day`` gives one behind an unruly line; ``serve`` starts a server of its own, for what a test does
to all of it;
``new_page(language=…, width=…, height=…, dark=…)`` opens a page in a context (cookies) of its own.
"""

import os
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.bad_day import SCRIPT, TEAMS, BadDay
from tests.chromium import shared_chromium
from tests.server_process import running_server
from tests.unruly_proxy import unruly_proxy

# Milliseconds that something may take on a busy machine; nobody waits longer than it does.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium():
    """Find Debian's Chromium; without one a test is skipped by name, but never where CI counts on it."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("Chromium is missing: apt-get install chromium")
    if found is None:
        pytest.skip("Chromium is not installed")
    return found


@pytest.fixture(scope="session")
def browser(chromium):
    """Start one browser for all tests of a worker."""
    with shared_chromium(chromium) as browser:
        yield browser


@pytest.fixture
def new_page(browser):
    """Open pages, each as another person's browser."""
    contexts = []

    def open_page(*, language="es", width=1280, height=800, dark=False, **more):
        context = browser.new_context(
            locale=language, viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light", **more,
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def serve(tmp_path_factory):
    """Start servers as a test wants them; all end with the test."""
    running = []

    def start_server(**facts):
        context = running_server(tmp_path_factory.mktemp("server"), **facts)
        server = context.__enter__()
        running.append(context)
        return server

    yield start_server
    for context in running:
        context.__exit__(None, None, None)


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory):
    """Start one server for all tests of a worker: starting costs more than most of them do."""
    with running_server(tmp_path_factory.mktemp("shared"), start=False) as server:
        yield server


@pytest.fixture
def open_drill(shared_server):
    """Open drills on the server that all share; they rest when the test is over."""
    opened = []

    def begin(**facts):
        opened.append(shared_server.open_drill(**facts))
        return opened[-1]

    yield begin
    for drill in opened:
        drill.close_drill()


@pytest.fixture
def server(open_drill):
    """Give a server in which Ceiba Roja is being played by Azul, Verde, Índigo and Ocre."""
    return open_drill()


@pytest.fixture
def bad_day(open_drill, new_page):
    """Give a drill of one team behind a line that does what a test wants of it."""
    server = open_drill(content=SCRIPT, teams=TEAMS)
    with unruly_proxy(server.port, seed=11) as line:
        yield BadDay(server, line, new_page)
