"""A real server for tests: gunicorn on a free port, a fresh database with a drill in it, and an end for it."""

import copy
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from secrets import token_hex
from urllib.error import URLError
from urllib.request import urlopen

from simulator.actions.accounts import invite_staff
from simulator.actions.drills import add_team, create_drill, prepare_drill
from simulator.actions.granting import grant_role
from simulator.actions.links import issue_setup_link, use_link
from simulator.actions.running import pause_drill, set_speed, start_drill
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.clock import SteadyClock
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.migrating import migrate
from simulator.passwords import hash_password
from simulator.reading.people import account_actor
from simulator.refusal import Refusal

TOP = Path(__file__).resolve().parent.parent
CEIBA = TOP / "scenarios" / "library" / "ceiba-roja" / "scenario.yaml"
KEY = "test-key"
NAME = "Ceiba Roja"
EMAIL, PASSWORD = "fatima@ministry.example", "a long password"
TEAMS = (("Azul", "es"), ("Verde", "en"), ("Índigo", "pt"), ("Ocre", "fr"))
START_WITHIN = 60


@cache
def hashed(password: str) -> str:
    """Hash a password, once."""
    return hash_password(password)


def free_port() -> int:
    """Give a port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningServer:
    """A server's process and how to reach it: *links* to the staff's places and, by team, to join."""

    def __init__(self, folder: Path, port: int, *, database: str | None = None, redis: str | None = None) -> None:
        self.folder, self.port = folder, port
        self.url = f"http://127.0.0.1:{port}"
        self.database = database or sqlite_url(folder / "prontas.db")
        self.redis = redis
        self.process: subprocess.Popen | None = None
        self.drill_id = self.account_id = ""
        self.email = EMAIL
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

    def fill(self) -> None:
        """Make an empty database."""
        if self.database.startswith("sqlite"):
            # As `prontas serve` makes it: nobody else on this machine may read it.
            (self.folder / "prontas.db").touch(mode=0o600)
        engine = open_engine(self.database)
        migrate(engine)
        close_engine(engine)

    def hire(self, house: House) -> None:
        """Give the installation its first account, or another one, with every role and a password."""
        if not self.account_id:
            token = house.perform(issue_setup_link, PROGRAM)
            person = {"email": EMAIL, "name": "Fátima"}
        else:
            self.email = f"fatima-{token_hex(4)}@ministry.example"
            facts = {"email": self.email, "name": "Fátima", "language": "es", "roles": ["organizer", "facilitator"]}
            token, person = house.perform(invite_staff, PROGRAM, **facts)["token"], {}
        self.account_id = house.perform(use_link, NOBODY, token=token, password_hash=hashed(PASSWORD), **person)
        house.perform(grant_role, PROGRAM, account_id=self.account_id, role="evaluator")

    def open_drill(self, content: bytes | None = None, *, start=True, speed=1, teams=TEAMS) -> "RunningServer":
        """Make a drill of a Fátima of its own, Ceiba Roja unless it is said; gives the server as both find it."""
        found = copy.copy(self)
        with self.house() as house:
            found.hire(house)
            fatima = found.fatima(house)
            facts = {"name": NAME, "content": content or CEIBA.read_bytes(), "time_zone": "America/Costa_Rica"}
            found.drill_id = house.perform(create_drill, fatima, **facts, rehearsal=True)["drill_id"]
            drill, found.codes = {"drill_id": found.drill_id}, {}
            for name, language in teams:
                found.codes[name] = house.perform(add_team, fatima, **drill, name=name, language=language)["code"]
            house.perform(prepare_drill, fatima, **drill)
            if start:
                house.perform(start_drill, fatima, **drill, name=NAME)
                if speed > 1:
                    house.perform(set_speed, fatima, **drill, speed=speed)
        found.links = {
            place: f"{self.url}/demo/{KEY}/{found.account_id}/{found.drill_id}/{place}"
            for place in ("console", "desk", "standings")
        } | {name: f"{self.url}/join/{code}" for name, code in found.codes.items()}
        return found

    def close_drill(self) -> None:
        """Let this drill rest, so that it costs the server no more."""
        with self.house() as house, suppress(Refusal):
            house.perform(pause_drill, self.fatima(house), drill_id=self.drill_id)

    def fatima(self, house: House) -> Actor:
        """Give the account as an actor."""
        with house._sessions() as session:
            return account_actor(session, self.account_id)

    def start(self, **settings: str) -> None:
        """Run gunicorn and wait until it answers."""
        environment = os.environ | {
            "PRONTAS_DATABASE": self.database, "PRONTAS_PORT": str(self.port), "PRONTAS_DEMO_KEY": KEY,
            **({"PRONTAS_REDIS": self.redis} if self.redis else {}), **settings,
        }  # fmt: skip
        command = [sys.executable, "-m", "gunicorn", "-c", "python:web.live.gunicorn_conf", "web.live.wsgi:application"]
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(command, cwd=TOP, env=environment, stdout=log, stderr=log)
        wait_until_up(self.url, self.process)

    def beside(self, folder: Path) -> "RunningServer":
        """Give another process of the same installation, on a port and with a log of its own; it is yet to start."""
        other = RunningServer(folder, free_port(), database=self.database, redis=self.redis)
        other.drill_id, other.account_id, other.email, other.codes = (
            self.drill_id, self.account_id, self.email, self.codes,
        )  # fmt: skip
        return other

    def signal(self, what: signal.Signals) -> None:
        """Send a signal to the server and its worker: freeze, wake or kill both."""
        for pid in [self.process.pid, *_children(self.process.pid)]:
            os.kill(pid, what)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self.signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

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


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


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
    server.fill()
    server = server.open_drill(content, start=start, speed=speed, teams=teams)
    try:
        server.start(**settings)
        yield server
    finally:
        server.stop()
