"""``prontas serve``: the server for real drills; it refuses what would put people's words at risk."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from pydantic import ValidationError

from simulator.actions.links import issue_setup_link
from simulator.actor import PROGRAM
from simulator.reading.people import has_accounts
from web.command.child import GUNICORN, require_free
from web.command.holding import hold
from web.command.local_network import address
from web.command.places import database_option, ready_folder
from web.command.trouble import Trouble
from web.command.user_house import house_of
from web.command.words import Verb, _, said_in
from web.database_url import SQLITE
from web.safe_start import Unsafe, is_loopback, odd_setting, require_safe
from web.settings import Settings
from web.words import N_


@click.command(cls=Verb, name="serve", help=N_("Run the server. The first start prints a link to set it up."))
@click.option(
    "--host", default="127.0.0.1", show_default=True, envvar="PRONTAS_HOST", help=N_("The address to listen on.")
)
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, envvar="PRONTAS_PORT",
              help=N_("The port to serve on."))  # fmt: skip
@database_option
@click.option("--redis", envvar="PRONTAS_REDIS", metavar="URL",
              help=N_("redis://HOST:PORT, where several processes serve one PostgreSQL database."))  # fmt: skip
@click.option("--tls-cert", type=click.Path(exists=True, dir_okay=False, path_type=Path), envvar="PRONTAS_TLS_CERT",
              metavar="FILE", help=N_("A certificate with its chain, as PEM."))  # fmt: skip
@click.option("--tls-key", type=click.Path(exists=True, dir_okay=False, path_type=Path), envvar="PRONTAS_TLS_KEY",
              metavar="FILE", help=N_("The certificate's key, as PEM."))  # fmt: skip
@click.option("--public-url", envvar="PRONTAS_PUBLIC_URL", metavar="URL",
              help=N_("Where browsers find the server, where a proxy stands before it."))  # fmt: skip
@click.option("--proxy-hops", type=click.IntRange(0, 3), default=0, envvar="PRONTAS_PROXY_HOPS", metavar="N",
              help=N_("How many proxies of ours stand before it."))  # fmt: skip
@click.option("--lan", is_flag=True, envvar="PRONTAS_LAN",
              help=N_("Let phones and computers of this network in, without encryption."))  # fmt: skip
@click.option("--log-format", type=click.Choice(["auto", "json", "lines"]), default="auto", show_default=True,
              envvar="PRONTAS_LOG_FORMAT",
              help=N_("How the log is written: for people on a terminal, as JSON elsewhere, unless told "
                      "otherwise."))  # fmt: skip
def command(
    host: str, port: int, database: str, redis: str | None, tls_cert: Path | None, tls_key: Path | None,
    public_url: str | None, proxy_hops: int, lan: bool, log_format: str,
) -> None:  # fmt: skip
    """Look at everything first, then become the server."""
    if bool(tls_cert) != bool(tls_key):
        raise click.UsageError(_("--tls-cert and --tls-key belong together."))
    if os.environ.get("PRONTAS_DEMO_KEY"):
        raise Trouble(_("PRONTAS_DEMO_KEY opens every place without a password; a real drill has none. Unset it."))
    host = "0.0.0.0" if lan and is_loopback(host) else host  # noqa: S104 - --lan asks for it
    scheme = "https" if tls_cert else "http"
    base = public_url or f"{scheme}://{address() if lan else _in_a_link(host)}:{port}"
    settings = {
        "PRONTAS_HOST": host, "PRONTAS_PORT": str(port), "PRONTAS_DATABASE": database,
        "PRONTAS_PROXY_HOPS": str(proxy_hops), "PRONTAS_LAN": str(lan).lower(),
        "PRONTAS_LOG_FORMAT": log_format,
        **({"PRONTAS_REDIS": redis} if redis else {}),
        **({"PRONTAS_PUBLIC_URL": public_url} if public_url else {}),
        **({"PRONTAS_TLS_CERT": str(tls_cert), "PRONTAS_TLS_KEY": str(tls_key)} if tls_cert else {}),
    }  # fmt: skip
    refuse_dangers(settings)
    require_free(host, port)
    with held(database):
        with house_of(database) as house:
            token = None if house.look(has_accounts, PROGRAM) else house.perform(issue_setup_link, PROGRAM)
        say_where(base, token, lan=lan)
        sys.stdout.flush()
        os.execve(GUNICORN[0], GUNICORN, {**os.environ, **settings})  # noqa: S606 - no shell is wanted


def refuse_dangers(settings: Mapping[str, str]) -> None:
    """Refuse what the server's own process would refuse too, before anything is started."""
    environ = {**os.environ, **settings}
    try:
        given = {name.removeprefix("PRONTAS_").lower(): value for name, value in settings.items()}
        require_safe(Settings(**given), environ)  # type: ignore[arg-type]
    except Unsafe as unsafe:
        raise Trouble(_(unsafe.danger.words, **unsafe.danger.parameters)) from None
    except ValidationError as error:
        raise Trouble(odd_setting(error, said_in())) from None


def _in_a_link(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def say_where(base: str, token: str | None, *, lan: bool) -> None:
    """Print where the server is, and once how to set it up."""
    if lan:
        click.echo(_("Everybody in this network can read along: there is no encryption. Use it for practice only."))
    click.echo(_("Serving at %(base)s", base=base))
    if token:
        click.echo(_("Set it up here; the link works once:") + f"\n  {base.rstrip('/')}/setup/{token}")


@contextmanager
def held(database: str) -> Iterator[None]:
    """Hold an embedded database for as long as this process lives, also once it has become the server."""
    if not database.startswith(SQLITE):
        yield
        return
    path = Path(database.removeprefix(SQLITE))
    ready_folder(path.parent)
    with hold(path.with_suffix(".lock")) as holding:
        os.set_inheritable(holding, True)
        yield
