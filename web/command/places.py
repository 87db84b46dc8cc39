"""Where an installation keeps its things: the data folder, the embedded database, and who may read them."""

import os
import stat
import sys
from pathlib import Path

import click

from web.command.trouble import Trouble
from web.command.words import _
from web.database_url import SQLITE, names_database
from web.words import N_


def state_folder() -> Path:
    """Give the folder where a program of this person keeps its state."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "prontas"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "prontas"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "prontas"


def default_database() -> str:
    """Give the URL of the embedded database of this person."""
    return f"{SQLITE}{state_folder() / 'prontas.db'}"


database_option = click.option(
    "--database", envvar="PRONTAS_DATABASE", default=default_database, metavar="URL",
    help=N_("sqlite:///PATH or postgresql://HOST/NAME; an embedded file of yours unless told otherwise."),
)  # fmt: skip


def ready_folder(folder: Path) -> None:
    """Make a folder that only its owner reads; say what to do where that cannot be."""
    try:
        # A folder above that has to be made is nobody else's either.
        for above in reversed([folder, *folder.parents]):
            above.mkdir(mode=0o700, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        words = _("The folder %(folder)s cannot be written to: %(reason)s. Name another one.",
                  folder=folder, reason=error.strerror or error)  # fmt: skip
        raise Trouble(words) from None


def ready_database(url: str, *, create: bool = True) -> None:
    """Make an embedded database that only its owner reads, or refuse one that everybody on the machine does.

    A group that its owner has let in stays in; databases of other kinds look after themselves.
    """
    if not names_database(url):
        raise click.BadParameter(_("Write sqlite:///PATH or postgresql://HOST/NAME."), param_hint="--database")
    if not url.startswith(SQLITE):
        return
    path = Path(url.removeprefix(SQLITE))
    ready_folder(path.parent)
    if create and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    elif path.exists() and os.name == "posix" and path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        words = _("Everybody on this machine can read %(file)s. Close it first: chmod o-rwx %(file)s", file=path)
        raise Trouble(words)


def require_database(url: str) -> None:
    """Refuse an embedded database that is not there: whoever only reads makes none."""
    ready_database(url, create=False)
    path = Path(url.removeprefix(SQLITE))
    if url.startswith(SQLITE) and not path.exists():
        raise Trouble(_("There is no database at %(file)s.", file=path))
