"""Networks that a fault may take away: a line each to the database, to Redis, to the clients.

Where root and `ip` are there, a node sits in a network namespace and its lines are real ones that go down; elsewhere
each line is a proxy that lets nothing arrive any more. In both cases no end hears that the line is dead.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Protocol

from tests.unruly_proxy import UnrulyProxy

# What a node is joined to, each by a line of its own.
LINES = ("database", "bell", "web")


class Network(Protocol):
    """What is around one node: *prefix* begins a command that runs in it, *host* is where a server listens in it."""

    name: str
    host: str
    prefix: list[str]

    def hosts(self, line: str) -> list[str]:
        """Give where else a server of ours must listen to be reached by a line."""

    def reach(self, line: str, port: int) -> tuple[str, int]:
        """Give how the node reaches a port of ours by a line; by ``web``, how clients reach a port of the node's."""

    def break_line(self, line: str) -> None:
        """Let nothing pass any more."""

    def mend_line(self, line: str) -> None:
        """Let everything pass again."""


@dataclass
class Namespace:
    """A network namespace: *outside* are our addresses on its lines, *inside* its own."""

    name: str
    outside: dict[str, str] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Give where a server in it listens."""
        return self.inside["web"]

    @property
    def prefix(self) -> list[str]:
        """Give the beginning of a command that runs in it."""
        return ["ip", "netns", "exec", self.name]

    def hosts(self, line: str) -> list[str]:
        """Give our own address on a line."""
        return [self.outside[line]]

    def reach(self, line: str, port: int) -> tuple[str, int]:
        """Give the address at the other end of a line."""
        return (self.inside if line == "web" else self.outside)[line], port

    def break_line(self, line: str) -> None:
        """Take a line down."""
        _ip("link", "set", self._link(line), "down")

    def mend_line(self, line: str) -> None:
        """Take it up again."""
        _ip("link", "set", self._link(line), "up")

    def make(self, number: int) -> None:
        """Make it with its lines."""
        _ip("netns", "add", self.name)
        _ip("-n", self.name, "link", "set", "lo", "up")
        for place, line in enumerate(LINES):
            net = f"10.{201 + number}.{os.getpid() % 200}."
            self.outside[line], self.inside[line] = f"{net}{place * 4 + 1}", f"{net}{place * 4 + 2}"
            here, there = self._link(line), f"{line}0"
            _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", self.name)
            _ip("addr", "add", f"{self.outside[line]}/30", "dev", here)
            _ip("link", "set", here, "up")
            _ip("-n", self.name, "addr", "add", f"{self.inside[line]}/30", "dev", there)
            _ip("-n", self.name, "link", "set", there, "up")

    def end(self) -> None:
        """Take it away with its lines."""
        with suppress(subprocess.CalledProcessError):
            _ip("netns", "del", self.name)

    def _link(self, line: str) -> str:
        return f"{self.name}{line[0]}"


@dataclass
class Proxied:
    """A node of this machine, each of its lines a proxy."""

    name: str
    host: str = "127.0.0.1"
    prefix: list[str] = field(default_factory=list)
    proxies: dict[str, UnrulyProxy] = field(default_factory=dict)

    def hosts(self, line: str) -> list[str]:
        """Everything is reached on this machine's own address."""
        return []

    def reach(self, line: str, port: int) -> tuple[str, int]:
        """Put a proxy before a port."""
        proxy = self.proxies[line] = UnrulyProxy(port)
        proxy.start()
        return "127.0.0.1", proxy.port

    def break_line(self, line: str) -> None:
        """Let nothing arrive any more; connections stay open at both ends."""
        self.proxies[line].lose()

    def mend_line(self, line: str) -> None:
        """Let new connections pass; those that were lost stay so."""
        self.proxies[line].heal()

    def end(self) -> None:
        """Close the proxies."""
        for proxy in self.proxies.values():
            proxy.close()


def may_make_namespaces() -> bool:
    """Say whether this machine lets us make network namespaces."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        return False
    name = f"pr{os.getpid() % 10000}t"
    with suppress(subprocess.CalledProcessError):
        _ip("netns", "add", name)
        _ip("netns", "del", name)
        return True
    return False


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@contextmanager
def networks(count: int, *, namespaces: bool) -> Iterator[list[Network]]:
    """Make so many networks and take them away again."""
    with ExitStack() as stack:
        made = list[Network]()
        for number in range(count):
            name = f"pr{os.getpid() % 10000}n{number}"
            network = Namespace(name) if namespaces else Proxied(name)
            stack.callback(network.end)
            if isinstance(network, Namespace):
                network.make(number)
            made.append(network)
        yield made
