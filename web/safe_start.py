"""What a server must not start with: each danger is said with the way out, before anything is served."""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from web.command.words import terminal_language
from web.database_url import SQLITE
from web.hosts import WILDCARDS
from web.settings import Settings
from web.words import N_, say

SHORTEST_SECRET, FEWEST_SIGNS, SHORTEST_KEY = 32, 12, 20
OFF = frozenset({"", "0", "false", "no", "off"})
SWITCHES = ("FLASK_DEBUG", "PRONTAS_DEBUG")
# gunicorn reads it after our configuration: another address to listen on, or a log with codes in it, would go unseen.
OVERRIDES = "GUNICORN_CMD_ARGS"
BESIDE = ("", "-wal", "-shm", "-journal")
OTHERS_READ_OR_WRITE = stat.S_IROTH | stat.S_IWOTH


@dataclass(frozen=True)
class Danger:
    """Why a server does not start, in words with their parameters."""

    words: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


class Unsafe(Exception):
    """Say that a server must not start so."""

    def __init__(self, danger: Danger) -> None:
        super().__init__(danger.words)
        self.danger = danger


def odd_setting(error: ValidationError, language: str) -> str:
    """Say which setting is odd, without its value: that may be a secret."""
    first = error.errors(include_input=False, include_url=False)[0]
    words = say(language, str(first["ctx"]["error"])) if first["type"] == "value_error" else first["msg"]
    return f"PRONTAS_{'_'.join(map(str, first['loc'])).upper()}: {words}"


def safe_settings(code: int = 1) -> Settings:
    """Give the settings of this process, or end it with an exit code and one line that says what is wrong."""
    try:
        settings = Settings()
        require_safe(settings, os.environ)
    except ValidationError as error:
        wrong = odd_setting(error, terminal_language())
    except Unsafe as unsafe:
        wrong = sentence(unsafe.danger)
    else:
        return settings
    print(f"prontas: {wrong}", file=sys.stderr)
    sys.exit(code)


def sentence(danger: Danger) -> str:
    """Say a danger in the language of this process's terminal."""
    return say(terminal_language(), danger.words, **danger.parameters)


def require_safe(settings: Settings, environ: Mapping[str, str]) -> None:
    """Raise the first danger there is; *environ* is the process's environment."""
    for danger in dangers(settings, environ):
        raise Unsafe(danger)


def dangers(settings: Settings, environ: Mapping[str, str]) -> Iterator[Danger]:
    """Give everything that stands against starting."""
    yield from _plain_http(settings)
    yield from _public_url(settings)
    yield from _origins(settings, environ)
    yield from _debug(settings, environ)
    yield from _overrides(environ)
    yield from _secrets(settings)
    yield from _mail(settings)
    yield from _readable(settings)


def is_weak(secret: str) -> bool:
    """Say whether a secret could be guessed: a short one, or one of few different signs, such as ``changeme…``."""
    return len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _plain_http(settings: Settings) -> Iterator[Danger]:
    public = settings.public_url or ""
    behind_tls = settings.proxy_hops > 0 and public.startswith("https://")
    if not (is_loopback(settings.host) or settings.tls_cert or behind_tls or settings.lan):
        yield Danger(
            N_("Without encryption everybody between %(host)s and the browsers could read along. Give --tls-cert and "
               "--tls-key, or put a proxy with TLS before it (--public-url https://… --proxy-hops 1); "
               "in a closed network for practice: --lan"),
            {"host": settings.host},
        )  # fmt: skip
    name = urlsplit(public).hostname or ""
    if public.startswith("http://") and not (is_loopback(name) or settings.lan):
        yield Danger(
            N_("%(url)s is not encrypted: everybody on the way could read along. Let the proxy serve https:// and "
               "name that address."),
            {"url": public},
        )  # fmt: skip


def _public_url(settings: Settings) -> Iterator[Danger]:
    if settings.public_url is not None and not _is_origin(settings.public_url):
        yield Danger(
            N_("PRONTAS_PUBLIC_URL names one address, such as https://drills.ministry.example, without a path, "
               "a name of a person or a star."),
        )  # fmt: skip
    elif settings.public_url is None and settings.host in WILDCARDS and not settings.lan:
        yield Danger(
            N_("Say by which name browsers find the server: --public-url https://… Requests to any other name are "
               "refused.")
        )  # fmt: skip


def _is_origin(url: str) -> bool:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        return False
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or "@" in parts.netloc)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain and "*" not in url


def _origins(settings: Settings, environ: Mapping[str, str]) -> Iterator[Danger]:
    for name, value in environ.items():
        if name.startswith("PRONTAS_") and ("ORIGIN" in name or "CORS" in name) and value:
            yield Danger(
                N_("%(name)s cannot be set: only the server's own pages may open its sockets. If browsers find it "
                   "under another address, name that as PRONTAS_PUBLIC_URL."),
                {"name": name},
            )  # fmt: skip


def _debug(settings: Settings, environ: Mapping[str, str]) -> Iterator[Danger]:
    for name in SWITCHES:
        if environ.get(name, "").strip().lower() not in OFF:
            yield Danger(N_("%(name)s is on: errors would show the inside of the server. Unset it."), {"name": name})
    if settings.log_level.upper() == "DEBUG" and _is_reached(settings):
        yield Danger(
            N_("PRONTAS_LOG_LEVEL=DEBUG writes addresses with codes in them into the log. Use INFO where others reach "
               "the server.")
        )  # fmt: skip


def _overrides(environ: Mapping[str, str]) -> Iterator[Danger]:
    if environ.get(OVERRIDES, "").strip():
        yield Danger(
            N_("%(name)s would change the server past these checks, such as the address it listens on. Unset it."),
            {"name": OVERRIDES},
        )  # fmt: skip


def _is_reached(settings: Settings) -> bool:
    # Behind a proxy the server listens on loopback, and the whole world comes in by the proxy.
    by_proxy = settings.proxy_hops > 0 or not is_loopback(urlsplit(settings.public_url or "").hostname or "localhost")
    return by_proxy or not is_loopback(settings.host)


def _secrets(settings: Settings) -> Iterator[Danger]:
    if settings.secret_key is not None and is_weak(settings.secret_key.get_secret_value()):
        yield weak_secret()
    if settings.metrics_token is not None and is_weak(settings.metrics_token.get_secret_value()):
        yield Danger(
            N_("The metrics token is a default one or too easy to guess. Unset PRONTAS_METRICS_TOKEN, then only this "
               "machine reads the metrics; or give %(shortest)s random characters or more."),
            {"shortest": SHORTEST_SECRET},
        )  # fmt: skip
    if settings.demo_key is not None and len(settings.demo_key) < SHORTEST_KEY and _is_reached(settings):
        yield Danger(
            N_("The demo's key opens every place and is too short for a network: take %(shortest)s characters or more, "
               "or start it with “prontas demo”."),
            {"shortest": SHORTEST_KEY},
        )  # fmt: skip


def _mail(settings: Settings) -> Iterator[Danger]:
    if settings.mail_url is None:
        return
    if settings.mail_from is None or settings.public_url is None:
        yield Danger(
            N_("Mails need an address to come from and one that their links lead to: give PRONTAS_MAIL_FROM and "
               "PRONTAS_PUBLIC_URL beside PRONTAS_MAIL_URL.")
        )  # fmt: skip
    parts = urlsplit(settings.mail_url.get_secret_value())
    if parts.scheme == "smtp" and parts.password and not is_loopback(parts.hostname or ""):
        yield Danger(
            N_(
                "PRONTAS_MAIL_URL would send its password unencrypted. Write starttls:// or smtps:// instead of smtp://."
            )
        )


def weak_secret() -> Danger:
    """Give what is said of a secret key that could be guessed."""
    return Danger(
        N_("The secret key is a default one or too easy to guess. Unset PRONTAS_SECRET_KEY, then the server keeps a "
           "random one of its own; or give %(shortest)s random characters or more."),
        {"shortest": SHORTEST_SECRET},
    )  # fmt: skip


def _readable(settings: Settings) -> Iterator[Danger]:
    if os.name != "posix":
        return
    if settings.tls_key is not None and _others(settings.tls_key, OTHERS_READ_OR_WRITE):
        yield _open_file(settings.tls_key)
    if not settings.database.startswith(SQLITE):
        return
    path = Path(settings.database.removeprefix(SQLITE))
    for name in BESIDE:
        beside = path.with_name(path.name + name)
        if _others(beside, OTHERS_READ_OR_WRITE):
            yield _open_file(beside)
    # The group is whoever runs the installation lets read along, such as what makes backups: docs/security.md.
    # Who may list a folder sees no word of what is in it; who may write there can put another file in a file's place.
    if _others(path.parent, stat.S_IWOTH) and not _others(path.parent, stat.S_ISVTX):
        yield Danger(
            N_("Everybody on this machine can change the folder of the database, %(folder)s. Close it first: "
               "chmod o-w %(folder)s"),
            {"folder": path.parent},
        )  # fmt: skip


def _others(path: Path, bits: int) -> bool:
    try:
        return bool(path.stat().st_mode & bits)
    except OSError:
        return False


def _open_file(path: Path) -> Danger:
    return Danger(
        N_("Everybody on this machine can read %(file)s. Close it first: chmod o-rwx %(file)s"), {"file": path}
    )
