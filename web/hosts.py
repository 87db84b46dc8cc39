"""By which names this server is reached, and from which origin its own pages come: everything else is refused."""

import re
import socket
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from web.command.local_network import address
from web.settings import Settings

HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9_.-]+)(?::[0-9]{1,5})?")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
WILDCARDS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - names that no browser may use


def name_of(host: str) -> str:
    """Give the name inside a Host header, without its port; empty where it is none."""
    found = HOST.fullmatch(host)
    return found[1].strip("[]").rstrip(".").lower() if found else ""


def known_names(settings: Settings) -> frozenset[str]:
    """Give the names by which browsers and proxies may reach this server."""
    names = set(LOOPBACK)
    if settings.public_url:
        names.add((urlsplit(settings.public_url).hostname or "").lower())
    if settings.host not in WILDCARDS:
        names.add(settings.host.lower())
    if settings.lan:
        own = socket.gethostname().lower()
        # A machine in a network may have a public address of its own.
        names |= {own, f"{own}.local", address().lower()}
    return frozenset(names - {""})


def host_check(settings: Settings) -> Callable[[str], bool]:
    """Give what says whether a Host header names this server.

    In a local network addresses come and go, so each private one will do there: no name in the world-wide DNS, by which
    a foreign page could lead a browser here, is among them.
    """
    names = known_names(settings)

    def is_ours(host: str) -> bool:
        name = name_of(host)
        return bool(name) and (name in names or (settings.lan and _is_private(name)))

    return is_ours


def origin_check(settings: Settings) -> Callable[[str, Mapping[str, Any]], bool]:
    """Give what says whether a page of an origin may open a socket: only one of our own may."""
    is_ours = host_check(settings)
    public = origin_of(settings.public_url) if settings.public_url else None

    def may_open(origin: str, environ: Mapping[str, Any]) -> bool:
        if public is not None and origin == public:
            return True
        host = str(environ.get("HTTP_HOST", ""))
        if public is not None and name_of(host) not in LOOPBACK:
            return False
        scheme = "https" if settings.tls_cert is not None else "http"
        return is_ours(host) and origin == f"{scheme}://{host}"

    return may_open


def origin_of(url: str) -> str:
    """Give the origin of an address as browsers write it: without a path and without the usual port."""
    parts = urlsplit(url)
    port = "" if parts.port in (None, {"http": 80, "https": 443}.get(parts.scheme)) else f":{parts.port}"
    name = parts.hostname or ""
    return f"{parts.scheme}://{f'[{name}]' if ':' in name else name}{port}"


def _is_private(name: str) -> bool:
    try:
        found = ip_address(name)
    except ValueError:
        return False
    return found.is_private or found.is_link_local
