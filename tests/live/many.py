"""Several real processes of one installation: a database of their own, a Redis of their own, lines to each of them."""

import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, nullcontext, suppress

import pytest
import redis
from sqlalchemy import text

from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import PROGRAM
from tests.live.conftest import Line
from tests.server_process import RunningServer, free_port
from tests.simulator.conftest import on_postgresql
from web.live.places import place_of_port


class PrivateRedis:
    """A Redis of this test alone, which may be killed and frozen."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process = None

    def start(self):
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL)
        client = redis.Redis.from_url(self.url)
        while True:
            with suppress(redis.ConnectionError):
                client.ping()
                break
            time.sleep(0.05)
        client.close()

    def signal(self, what):
        self.process.send_signal(what)

    def kill(self):
        self.process.kill()
        self.process.wait()


@contextmanager
def private_redis(folder):
    """Run a Redis for a while; skip where there is none, but not in CI."""
    if shutil.which("redis-server") is None:
        pytest.skip("no redis-server")
    server = PrivateRedis(folder)
    server.start()
    try:
        yield server
    finally:
        server.signal(signal.SIGCONT)
        server.kill()


class Installation:
    """Processes around one drill on one PostgreSQL database; *nodes* are `RunningServer`s."""

    def __init__(self, nodes, ring):
        self.nodes, self.redis = nodes, ring
        self.first = nodes[0]
        self.lines = []

    def line(self, node, who):
        """Open a line of a participant or of the staff to one of the processes."""
        with node.house() as house:
            if who.kind == "participant":
                token = house.perform(open_participant_session, PROGRAM, participant_id=who.id)
                line = Line(node.url, f"prontas_team={token}", **{"as": "team"})
            else:
                token = house.perform(open_account_session, PROGRAM, account_id=who.id)
                line = Line(node.url, f"prontas_staff={token}", drill=self.first.drill_id)
        self.lines.append(line)
        return line

    def sql(self, query, **facts):
        """Read rows of the database."""
        with self.first.house() as house, house._readers() as session:
            return [tuple(row) for row in session.execute(text(query), facts)]

    def terms(self):
        """Give the terms of the clock: epoch, process, begin and last note by the database's clock, whether ended."""
        return self.sql(
            "SELECT epoch, process_id, began_database_at, database_at, ended_at IS NOT NULL FROM clock_term ORDER BY 1"
        )

    def owner(self):
        """Give the process that owns the clock just now; None while nobody does."""
        last = self.terms()[-1]
        places = dict(self.sql("SELECT id, place FROM server_process"))
        if last[4] or last[1] not in places:
            return None
        return next(node for node in self.nodes if place_of_port(node.port) == places[last[1]])

    def others(self, node):
        """Give all processes but one."""
        return [one for one in self.nodes if one is not node]


@contextmanager
def installation(folder, *, processes=2, rings=True, content=None, speed=1):
    """Run several processes around one drill, with a bell or without."""
    with on_postgresql() as engine, private_redis(folder) if rings else nullcontext() as ring:
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        first = RunningServer(_made(folder / "0"), free_port(), database=url, redis=ring and ring.url)
        first.fill()
        first = first.open_drill(content, speed=speed)
        nodes = [first, *(first.beside(_made(folder / str(n))) for n in range(1, processes))]
        here = Installation(nodes, ring)
        try:
            for node in nodes:
                node.start()
            yield here
        finally:
            for line in here.lines:
                line.end()
            for node in nodes:
                if node.process is not None:
                    # One that has ended by itself keeps nobody from ending the others.
                    with suppress(FileNotFoundError, ProcessLookupError):
                        node.signal(signal.SIGCONT)
                    node.stop()


def _made(folder):
    folder.mkdir()
    return folder
