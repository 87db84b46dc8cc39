"""The server as a process of its own: started fresh, watched until it answers, ended for certain."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from web.command.trouble import Trouble
from web.command.words import _

GUNICORN = (sys.executable, "-m", "gunicorn", "-c", "python:web.live.gunicorn_conf", "web.live.wsgi:application")
UP_WITHIN = 60.0
DOWN_WITHIN = 9.0


def require_free(host: str, port: int) -> None:
    """Refuse a port that somebody listens on, before anything is started."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            words = _("Port %(port)s of %(host)s cannot be used: %(reason)s. Choose another one: --port %(next)s",
                      port=port, host=host, reason=error.strerror or error, next=port % 65535 + 1)  # fmt: skip
            raise Trouble(words) from None


class Child:
    """gunicorn, started with *settings*; it ends when this process does, however that happens.

    The lock *holding* is the child's too: nobody else takes its place before it has ended.
    """

    def __init__(self, settings: Mapping[str, str], log: Path, url: str, *, holding: int) -> None:
        self.url, self.log = url, log
        # The child holds the reading end: it sees the end of the file once nobody holds the other.
        reader, self._leash = os.pipe()
        environment = {**os.environ, **settings, "PRONTAS_LEASH": str(reader)}
        with log.open("ab") as said:
            # A session of its own: Ctrl-C reaches this process alone, which then ends the child in order.
            self._process = subprocess.Popen(
                GUNICORN, env=environment, stdout=said, stderr=said, stdin=subprocess.DEVNULL,
                pass_fds=(reader, holding), start_new_session=True,
            )  # fmt: skip
        os.close(reader)

    @property
    def pid(self) -> int:
        """Give the process's id: gunicorn's master, whose child serves."""
        return self._process.pid

    def wait_until_up(self) -> None:
        """Wait until the server answers; say where to look if it does not."""
        end = time.monotonic() + UP_WITHIN
        while time.monotonic() < end and self._process.poll() is None:
            try:
                with urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310 - our own server
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.1)
        raise Trouble(_("The server did not start. What it said last is in %(file)s.", file=self.log))

    def post(self, path: str) -> None:
        """Ask the server to do something."""
        with urlopen(Request(self.url + path, method="POST", data=b""), timeout=30) as answer:  # noqa: S310
            answer.read()

    def wait(self) -> int:
        """Wait until the server ends by itself; gives its exit code."""
        return self._process.wait()

    def end(self) -> None:
        """End the server: it pauses its drills first. What does not end in time is killed."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(DOWN_WITHIN)
        # The whole group, for a worker that outlived its master.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._leash)
