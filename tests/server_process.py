"""A real server for tests: gunicorn on a free port, a fresh database with a drill in it, and an end for it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from simulator.actions.drills import add_team, create_drill, prepare_drill
from simulator.actions.granting import grant_role
from simulator.actions.links import issue_setup_link, use_link
from simulator.actions.running import set_speed, start_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.clock import SteadyClock
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.migrating import migrate
from simulator.passwords import hash_password
from simulator.reading.people import account_actor

TOP = Path(__file__).resolve().parent.parent
CEIBA = TOP / "scenarios" / "library" / "ceiba-roja" / "scenario.yaml"
KEY = "test-key"
EMAIL, PASSWORD = "fatima@ministry.example", "a long password"
TEAMS = (("Azul", "es"), ("Verde", "en"), ("Índigo", "pt"), ("Ocre", "fr"))
START_WITHIN = 30


def free_port() -> int:
    """Give a port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningServer:
    """A server's process and how to reach it: *links* to the staff's places and, by team, to join."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.url = f"http://127.0.0.1:{port}"
        self.database = sqlite_url(folder / "prontas.db")
        self.process: subprocess.Popen | None = None
        self.drill_id = self.account_id = ""
        self.codes: dict[str, str] = {}
        self.links: dict[str, str] = {}

    @property
    def log(self) -> str:
        """Give what the server has said."""
        return (self.folder / "server.log").read_text()

    @contextmanager
    def house(self):
        """Reach into the same database from outside; what is done so is not announced to open pages."""
        engine = open_engine(self.database)
        try:
            yield House(engine, SteadyClock())
        finally:
            close_engine(engine)

    def fill(self, content: bytes, *, start: bool, speed: int, teams) -> None:
        """Set the installation up with one account that has every role, and one drill."""
        # As `prontas serve` makes it: nobody else on this machine may read it.
        (self.folder / "prontas.db").touch(mode=0o600)
        engine = open_engine(self.database)
        migrate(engine)
        close_engine(engine)
        with self.house() as house:
            token = house.perform(issue_setup_link, PROGRAM)
            self.account_id = house.perform(
                use_link, NOBODY, token=token, password_hash=hash_password(PASSWORD), email=EMAIL, name="Fátima"
            )
            house.perform(grant_role, PROGRAM, account_id=self.account_id, role="evaluator")
            with house._sessions() as session:
                fatima = account_actor(session, self.account_id)
            facts = {"name": "Ceiba Roja", "content": content, "time_zone": "America/Costa_Rica"}
            self.drill_id = house.perform(create_drill, fatima, **facts, rehearsal=True)["drill_id"]
            for name, language in teams:
                made = house.perform(add_team, fatima, drill_id=self.drill_id, name=name, language=language)
                self.codes[name] = made["code"]
            house.perform(prepare_drill, fatima, drill_id=self.drill_id)
            if start:
                house.perform(start_drill, fatima, drill_id=self.drill_id, name="Ceiba Roja")
                if speed > 1:
                    house.perform(set_speed, fatima, drill_id=self.drill_id, speed=speed)
        for place in ("console", "desk", "standings"):
            self.links[place] = f"{self.url}/demo/{KEY}/{self.account_id}/{self.drill_id}/{place}"
        self.links |= {name: f"{self.url}/join/{code}" for name, code in self.codes.items()}

    def start(self, **settings: str) -> None:
        """Run gunicorn and wait until it answers."""
        environment = os.environ | {
            "PRONTAS_DATABASE": self.database, "PRONTAS_PORT": str(self.port), "PRONTAS_DEMO_KEY": KEY, **settings,
        }  # fmt: skip
        command = [sys.executable, "-m", "gunicorn", "-c", "python:web.live.gunicorn_conf", "web.live.wsgi:application"]
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(command, cwd=TOP, env=environment, stdout=log, stderr=log)
        wait_until_up(self.url, self.process)

    def stop(self) -> None:
        """End it, gently and then not; the workers go with their master."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(12)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def wait_until_up(url: str, process: subprocess.Popen | None = None, within: float = START_WITHIN) -> None:
    """Wait until the server behind *url* answers; fail at once where its process has ended."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if process is not None and process.poll() is not None:
            raise AssertionError(f"the server ended with {process.returncode}")
        try:
            with urlopen(f"{url}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url} within {within} s")


@contextmanager
def running_server(folder: Path, *, content: bytes | None = None, start=True, speed=1, teams=TEAMS, **settings: str):
    """Run a server around one drill and end it afterwards; *settings* are ``PRONTAS_…`` of its environment."""
    server = RunningServer(folder, free_port())
    server.fill(content or CEIBA.read_bytes(), start=start, speed=speed, teams=teams)
    try:
        server.start(**settings)
        yield server
    finally:
        server.stop()
