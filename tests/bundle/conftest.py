"""Drills that have been published, and another house to bring them to."""

import pytest

from simulator.actions.rating import publish_standings
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.rows import Row
from tests.bundle.making import make
from tests.cast import START, minutes
from tests.play import NAME
from tests.web.rated_play import end, rate_all, rated_play


def published_play(cast):
    """Let Edo rate all of a drill, and Olga publish it."""
    play = rated_play(cast)
    rate_all(play, cast.edo)
    end(play)
    play.do(publish_standings, cast.olga, name=NAME)
    return play


@pytest.fixture
def played(cast):
    """Give a drill whose standings are published."""
    return cast.once(published_play)


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Make each bundle once: the drill is the same one each time (`tests/kept.py`), and so are its bundles."""
    folder = tmp_path_factory.mktemp("bundles")

    def made(played, *, public):
        path = folder / f"{played.id}-{public}.zip"
        if not path.exists():
            make(played.house, path, public=public, drill_id=played.id)
        return path

    return made


@pytest.fixture
def whole(played, kept):
    """Give its restricted bundle."""
    return kept(played, public=False)


@pytest.fixture
def public(played, kept):
    """Give its public bundle."""
    return kept(played, public=True)


@pytest.fixture
def elsewhere():
    """Open another house with an empty database, later on."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    yield House(engine, VirtualClock(START + minutes(60 * 24)))
    close_engine(engine)
