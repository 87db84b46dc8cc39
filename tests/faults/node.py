"""One node: gunicorn with one worker on a port of its own, as `prontas serve` becomes, for faults to be done to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.faults.history import History
from tests.faults.servers import leashed
from tests.server_process import TOP, free_port

UP_WITHIN = 60


class Node:
    """A server's processes. *prefix* runs them inside something (faketime, a network namespace)."""

    def __init__(
        self, name: str, folder: Path, history: History, settings: Mapping[str, str], *, prefix: Sequence[str] = (),
        host: str = "127.0.0.1", tree: Path = TOP,
    ) -> None:  # fmt: skip
        self.name, self.host, self.port = name, host, free_port()
        self.log, self.tree = folder / f"{name}.log", tree
        self._history, self._settings, self._prefix = history, dict(settings), list(prefix)
        self.process: subprocess.Popen[bytes] | None = None
        self.starts = list[float]()

    def where(self, _try: int = 0) -> tuple[str, int, str | None]:
        """Give where a device finds it."""
        return self.host, self.port, None

    @property
    def url(self) -> str:
        """Give its address."""
        return f"http://{self.host}:{self.port}"

    def start(self, *, wait: bool = True) -> None:
        """Run it; *wait* until it answers."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PRONTAS_")}
        # Compiled modules are kept, whatever an image says: a start costs a third.
        told = {
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONFAULTHANDLER": "1",
            "PRONTAS_HOST": self.host,
            "PRONTAS_PORT": str(self.port),
            **self._settings,
        }
        gunicorn = ["-m", "gunicorn", "-c", "python:web.live.gunicorn_conf", "web.live.wsgi:application"]
        began = time.monotonic()
        with self.log.open("ab") as log:
            # A group of its own, so that a signal reaches master and worker at once.
            self.process = subprocess.Popen(
                leashed(*self._prefix, sys.executable, *gunicorn), cwd=self.tree, env=clean | told, stdout=log,
                stderr=log, start_new_session=True,
            )  # fmt: skip
        self._history.note("driver", "start", node=self.name)
        if wait:
            self.wait_until_up(began)

    def wait_until_up(self, began: float | None = None) -> float:
        """Wait until it serves; gives the seconds since *began*."""
        began = time.monotonic() if began is None else began
        end = time.monotonic() + UP_WITHIN
        while not self.is_up():
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"{self.name} ended: {self.log.read_text()[-1500:]}")
            if time.monotonic() > end:
                raise AssertionError(f"{self.name} does not answer: {self.log.read_text()[-1500:]}")
            time.sleep(0.02)
        took = time.monotonic() - began
        self.starts.append(took)
        self._history.note("driver", "up", node=self.name, seconds=round(took, 3))
        return took

    def is_up(self) -> bool:
        """Say whether it answers that all is well."""
        with suppress(URLError, OSError), urlopen(f"{self.url}/healthz", timeout=2) as answer:
            return answer.status == 200
        return False

    def hit(self, what: signal.Signals) -> None:
        """Send a signal to master and worker."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, what)

    def kill(self) -> None:
        """``kill -9`` to all of it."""
        self._history.note("driver", "kill", node=self.name)
        self.hit(signal.SIGKILL)
        self.bury()

    def kill_worker(self) -> None:
        """``kill -9`` to the worker alone; its master starts another."""
        self._history.note("driver", "kill_worker", node=self.name)
        for pid in self.workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def workers(self) -> list[int]:
        """Give the workers' process ids."""
        master = self.process.pid if self.process else 0
        try:
            return list(map(int, Path(f"/proc/{master}/task/{master}/children").read_text().split()))
        except OSError:
            return []

    def dump(self) -> None:
        """Let the workers write into their log what each of their threads is at; it ends them."""
        for pid in self.workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGABRT)
        time.sleep(1)

    def freeze(self) -> None:
        """Stop it in the midst of whatever it does (SIGSTOP)."""
        self._history.note("driver", "freeze", node=self.name)
        self.hit(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._history.note("driver", "thaw", node=self.name)
        self.hit(signal.SIGCONT)

    def bury(self) -> None:
        """Wait until nothing of it is left."""
        if self.process is not None:
            self.process.wait(20)
            self.process = None

    def stop(self) -> None:
        """End it gently, and then not."""
        if self.process is None:
            return
        self.hit(signal.SIGCONT)
        self.process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(15)
        self.hit(signal.SIGKILL)
        self.bury()
        self._history.note("driver", "stop", node=self.name)
