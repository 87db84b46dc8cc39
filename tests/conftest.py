"""Fixtures of all tests: a house on a real database, its clock, and the cast."""

import pytest

from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.rows import Row
from tests.cast import START, Cast


@pytest.fixture
def clock():
    """Stand at START until the test moves it."""
    return VirtualClock(START)


@pytest.fixture
def engine():
    """Open an empty database in memory, with every table."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    yield engine
    close_engine(engine)


@pytest.fixture
def house(engine, clock):
    """Open a house that announces into ``house.heard``."""
    house = House(engine, clock)
    house.heard = []
    house.announce = house.heard.extend
    return house


@pytest.fixture
def cast(house, clock):
    """Bring the staff into the house."""
    return Cast(house, clock)


@pytest.fixture
def play(cast):
    """Give a drill of the smallest scenario, before STARTEX."""
    return cast.play()
