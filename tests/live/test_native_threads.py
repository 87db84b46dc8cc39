"""Transactions on PostgreSQL in native threads beside gevent's hub: none waits for ever, and the hub goes on."""

import subprocess
import sys

from tests.server_process import TOP
from tests.simulator.conftest import on_postgresql

# A process of its own: gevent replaces what all others use.
PROGRAM = """
from gevent import monkey; monkey.patch_all()
import os, sys, gevent
os.environ["PSYCOPG_WAIT_FUNC"] = "wait_c"
from sqlalchemy import text
from simulator.database import for_readers, open_engine
from web.live.process import in_native_threads

engine = open_engine(sys.argv[1], serving=True)
run, apart, done, beats = in_native_threads(), in_native_threads(1), [], []
for one in (engine, for_readers(engine)):
    one.connect().close()

def transact(of):
    with of.begin() as connection:
        return connection.scalar(text("SELECT 1"))

def work(runner, of):
    for _ in range(20):
        done.append(runner(lambda: transact(of)))

def beat():
    while True:
        beats.append(1)
        gevent.sleep(0.001)

heart = gevent.spawn(beat)
crowd = [gevent.spawn(work, run, (engine, for_readers(engine))[n % 2]) for n in range(60)]
crowd += [gevent.spawn(work, apart, engine) for _ in range(5)]
gevent.joinall(crowd, timeout=240)
print(len(done), len(beats) > 20, engine.pool.kept >= 5)
os._exit(0)
"""


def test_many_greenlets_share_a_few_native_threads_and_their_connections():
    with on_postgresql() as engine:
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        found = subprocess.run(
            [sys.executable, "-c", PROGRAM, url], cwd=TOP, capture_output=True, text=True, timeout=300, check=False
        )

    assert found.stdout.split() == ["1300", "True", "True"], found.stderr[-2000:]
