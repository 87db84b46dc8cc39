"""The server's own process under gunicorn: gevent outside, native threads for every transaction."""

import os
import threading
from collections.abc import Callable
from typing import Any

from gevent import get_hub
from gevent.monkey import get_original
from gevent.threadpool import ThreadPool

from simulator.actions.program import catch_up
from simulator.database import open_engine
from simulator.house import House, steady_clock
from simulator.migrating import migrate
from web.hashing import AT_ONCE, Hashing
from web.live.server import LiveServer
from web.refused import Refused
from web.safe_start import Unsafe, is_weak, require_safe, weak_secret
from web.settings import Settings

READERS = 4


def in_native_threads(threads: int = READERS) -> Callable[[Callable[[], Any]], Any]:
    """Give a runner that carries work out in native threads, while the hub goes on serving."""
    pool = ThreadPool(threads, hub=get_hub())

    def run(work: Callable[[], Any]) -> Any:
        # The pool prints a traceback for whatever a task raises; a refusal is an answer, not an accident.
        result, error = pool.apply(_caught, (work,))
        if error is not None:
            raise error
        return result

    return run


def _caught(work: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    try:
        return work(), None
    except BaseException as error:
        return None, error


def _catch_the_rest(refused: Refused) -> None:
    # What fails in the background, with nobody to hear of it, would be a traceback each time.
    get_hub().print_exception = lambda _context, _kind, error, _trace: refused.failed("background", error)
    threading.excepthook = lambda told: refused.failed("thread", told.exc_value or SystemExit())


def build(settings: Settings) -> LiveServer:
    """Make the live server of this process and set its clock going; raise where that would not be safe."""
    require_safe(settings, os.environ)
    # Transactions wait in native threads: there psycopg shall wait by itself, and not ask a hub that is elsewhere.
    os.environ["PSYCOPG_WAIT_FUNC"] = "wait_c"
    engine = open_engine(settings.database, serving=True)
    # Here, and for readers by the clock, SQLAlchemy makes its first connections; it holds a lock meanwhile, for which
    # native threads of gevent would wait in vain.
    migrate(engine)
    house = House(
        engine, steady_clock(engine), run=in_native_threads(), catch_up=catch_up, wait=get_original("time", "sleep")
    )
    server = LiveServer(house, settings, async_mode="gevent", bots=True, owners_run=in_native_threads(1))
    if is_weak(str(server.app.config["SECRET_KEY"])):
        raise Unsafe(weak_secret())
    _catch_the_rest(server.refused)
    # Apart from the transactions: a crowd that signs in must not stand before whoever answers an inject.
    server.app.extensions["hashing"] = Hashing(in_native_threads(AT_ONCE))
    server.start()
    return server
