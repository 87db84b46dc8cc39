"""The server's own process under gunicorn: gevent outside, native threads for every transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from gevent import get_hub
from gevent.threadpool import ThreadPool

from simulator.actions.program import pause_all
from simulator.actor import PROGRAM
from simulator.bots.playing import BotPlayer
from simulator.clock import SteadyClock
from simulator.database import open_engine
from simulator.house import House
from simulator.migrating import migrate
from web.live.server import LiveServer
from web.settings import Settings

READERS = 4


def in_native_threads() -> Callable[[Callable[[], Any]], Any]:
    """Give a runner that carries work out in native threads, while the hub goes on serving."""
    pool = ThreadPool(READERS, hub=get_hub())

    def run(work: Callable[[], Any]) -> Any:
        return pool.apply(work)

    return run


def build(settings: Settings, *, not_before: datetime | None = None) -> LiveServer:
    """Make the live server of this process and set its clock going."""
    engine = open_engine(settings.database)
    migrate(engine)
    house = House(engine, SteadyClock(not_before), run=in_native_threads())
    server = LiveServer(house, settings, async_mode="gevent", play=BotPlayer(house).play)
    server.start()
    return server


def close(server: LiveServer) -> None:
    """Stop cleanly: a demo pauses its drills first, so that nobody loses time."""
    server.stop()
    if server.settings.demo_key:
        server.house.perform(pause_all, PROGRAM)
