"""Private servers that a fault may stop, freeze and restart: PostgreSQL of its own folder and port, and Redis."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from tests.server_process import free_port

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
UP_WITHIN = 60


def need(program: str | Path | None, name: str) -> str:
    """Give a program's path; skip by name where it is missing (a skip fails in CI)."""
    found = shutil.which(str(program)) if program else None
    if found is None:
        pytest.skip(f"no {name} on this machine")
    return found


def leashed(*command: str, user: str | None = None) -> list[str]:
    """Give a command whose process ends with ours, whatever ends ours, as another user where one is named."""
    setpriv = need("setpriv", "setpriv")
    who = ["--reuid", user, "--regid", user, "--init-groups"] if user else []
    return [setpriv, *who, "--pdeathsig", "KILL", *command]


class Server:
    """One process that faults may do anything to."""

    def __init__(self, folder: Path, hosts: Sequence[str] = ()) -> None:
        # Where else it listens, besides this machine's own address.
        self.folder, self.port, self.hosts = folder, free_port(), ("127.0.0.1", *hosts)
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        """Give the command that runs it."""
        raise NotImplementedError

    def is_up(self) -> bool:
        """Say whether it answers."""
        raise NotImplementedError

    def start(self, *, wait: bool = True) -> None:
        """Run it, and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + UP_WITHIN
        while wait and not self.is_up():
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError((self.folder / "log").read_text()[-2000:])
            time.sleep(0.02)

    def hit(self, what: signal.Signals) -> None:
        """Send a signal to it."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.send_signal(what)

    def end(self, what: signal.Signals = signal.SIGKILL) -> None:
        """End it at once and wait until it is gone."""
        if self.process is None:
            return
        self.hit(signal.SIGCONT)
        self.hit(what)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)
        self.process = None


class PrivatePostgres(Server):
    """A cluster of its own, with fsync on; run as ``postgres`` where the tests run as root."""

    user = "postgres" if os.geteuid() == 0 else None

    def binary(self, name: str) -> str:
        """Give one of PostgreSQL's programs."""
        return need(BINARIES[0] / name if BINARIES else None, "PostgreSQL")

    def create(self) -> None:
        """Make the cluster's files."""
        if self.user:
            shutil.chown(self.folder, self.user, self.user)
        made = [
            self.binary("initdb"),
            "-D",
            str(self.folder / "data"),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
        ]
        subprocess.run(leashed(*made, user=self.user), check=True, capture_output=True, cwd=self.folder)
        if len(self.hosts) > 1:
            with (self.folder / "data" / "pg_hba.conf").open("a") as rules:
                rules.write("host all all 10.0.0.0/8 trust\n")

    def command(self) -> list[str]:
        told = {"listen_addresses": ",".join(self.hosts), "port": self.port, "unix_socket_directories": self.folder,
                "max_connections": 200, "fsync": "on"}  # fmt: skip
        options = [part for name, value in told.items() for part in ("-c", f"{name}={value}")]
        return leashed(self.binary("postgres"), "-D", str(self.folder / "data"), *options, user=self.user)

    def is_up(self) -> bool:
        with suppress(psycopg.Error):
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            return True
        return False

    def url(self, database: str, port: int | None = None, host: str = "127.0.0.1") -> str:
        """Give the address of one of its databases."""
        return f"postgresql://postgres@{host}:{port or self.port}/{database}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple]:
        """Carry out a statement outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True, connect_timeout=5) as connection:
            done = connection.execute(statement)
            return done.fetchall() if done.description else []

    def restart_at_once(self) -> None:
        """Restart as ``pg_ctl -m immediate`` does: no checkpoint, every connection cut, recovery from the WAL."""
        self.end(signal.SIGQUIT)
        self.start()

    def backends(self, application: str | None = None) -> list[int]:
        """Give the process ids of the connections to it, but for the one that asks."""
        query = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        return [pid for (pid,) in self.run(query)]


class PrivateRedis(Server):
    """A Redis that keeps nothing on disk."""

    @property
    def url(self) -> str:
        """Give its address."""
        return f"redis://127.0.0.1:{self.port}"

    def command(self) -> list[str]:
        told = [
            "--port",
            str(self.port),
            "--bind",
            *self.hosts,
            "--protected-mode",
            "no",
            "--save",
            "",
            "--appendonly",
            "no",
        ]
        return leashed(need("redis-server", "redis-server"), *told, "--dir", str(self.folder))

    def is_up(self) -> bool:
        import redis

        with suppress(redis.RedisError), redis.Redis(port=self.port, socket_timeout=1) as client:
            return bool(client.ping())
        return False


@contextmanager
def open_folder(name: str) -> Iterator[Path]:
    """Make a folder that another user can reach too; pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(prefix=f"prontas-{name}-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def private_postgres(hosts: Sequence[str] = ()) -> Iterator[PrivatePostgres]:
    """Run a PostgreSQL of our own and end it for certain."""
    with open_folder("postgres") as folder:
        server = PrivatePostgres(folder, hosts)
        server.create()
        try:
            server.start()
            yield server
        finally:
            server.end(signal.SIGINT)


@contextmanager
def private_redis(hosts: Sequence[str] = ()) -> Iterator[PrivateRedis]:
    """Run a Redis of our own and end it for certain."""
    with open_folder("redis") as folder:
        server = PrivateRedis(folder, hosts)
        try:
            server.start()
            yield server
        finally:
            server.end()
