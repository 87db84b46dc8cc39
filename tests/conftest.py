"""Fixtures of all tests: a house on a real database, its clock, and the cast."""

import os
from secrets import token_urlsafe

import pytest

from simulator.actions.accounts import keep_setting
from simulator.actor import PROGRAM
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.rows import Row
from tests.cast import START, Cast
from tests.kept import Kept

pytest_plugins = ("tests.ci", "tests.luck")


def pytest_xdist_auto_num_workers():
    """Give three workers for two cores: half of the time a test waits for a server, a browser, a deadline."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(scope="session")
def memory():
    """Open one database in memory for the whole run, so that statements are compiled once."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    yield engine
    close_engine(engine)


@pytest.fixture(scope="session")
def hired(memory):
    """Hire the staff once; gives what the database holds then, and their tokens."""
    house = House(memory, VirtualClock(START))
    # As a server's first start does.
    house.perform(keep_setting, PROGRAM, name="secret_key", value=token_urlsafe(48))
    cast = Cast.hire(house)
    kept = Kept(memory)
    yield kept, cast.tokens
    kept.close()


@pytest.fixture
def clock():
    """Stand at START until the test moves it."""
    return VirtualClock(START)


@pytest.fixture
def engine(memory, hired):
    """Give a database in which the staff is hired, and nothing else has happened."""
    hired[0].begin()
    return memory


@pytest.fixture
def house(engine, clock):
    """Open a house that announces into ``house.heard``."""
    house = House(engine, clock)
    house.heard = []
    house.announce = house.heard.extend
    return house


@pytest.fixture
def cast(house, hired):
    """Bring the staff into the house."""
    return Cast(house, hired[1], hired[0])


@pytest.fixture
def play(cast):
    """Give a drill of the smallest scenario, before STARTEX."""
    return cast.play()
