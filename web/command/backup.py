"""``prontas backup``: everything that an installation holds just now, as one file, while its server runs."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from simulator.backup.making import make_backup, require_whole
from simulator.database import close_engine, open_engine
from web.command.places import database_option, require_database
from web.command.printing import print_document
from web.command.whole_file import beside
from web.command.words import Verb, _
from web.words import N_

NAME = "prontas-{:%Y%m%dT%H%M%SZ}.backup.gz"
NAMES = "prontas-*.backup.gz"


@click.command(
    cls=Verb, name="backup",
    help=N_("Write everything the database holds into one file, while the server runs. The file holds names, answers, "
            "password hashes and open sessions: keep it as safely as the database."),
)  # fmt: skip
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="FILE",
              help=N_("The file to write; a folder gets one with a name of its own."))  # fmt: skip
@click.option("--keep", type=click.IntRange(1), metavar="N",
              help=N_("Of the backups in that folder keep the newest N."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
def command(to: Path, keep: int | None, as_json: bool, database: str) -> None:
    """Write the backup beside its place, read it again from the disk, and move it there when it is whole."""
    if keep is not None and not to.is_dir():
        raise click.UsageError(_("--keep goes with a folder: --to FOLDER."))
    require_database(database)
    path = to / NAME.format(datetime.now(UTC)) if to.is_dir() else to
    with beside(to) as (target, finish):
        engine = open_engine(database)
        try:
            made = make_backup(engine, target, datetime.now(UTC))
        finally:
            close_engine(engine)
        told = _read_again(Path(target.name), target)
        finish(path)
    gone = _let_go(to, keep) if keep is not None else []
    if as_json:
        print_document(file=str(path), **told, **made, gone=gone)
        return
    rows = sum(made["rows"].values())
    click.echo(_("Written: %(file)s (%(rows)s rows, %(bytes)s bytes)", file=path, rows=rows, bytes=told["bytes"]))
    click.echo(_("Its SHA-256: %(digest)s", digest=told["sha256"]))
    for name in gone:
        click.echo(_("Deleted: %(file)s", file=name))


def _read_again(path: Path, target: Any) -> dict[str, Any]:
    # What cannot be read back is no backup, and that is known now and not on the day it is needed.
    target.flush()
    with path.open("rb") as written:
        require_whole(written)
        written.seek(0)
        digest = hashlib.file_digest(written, "sha256").hexdigest()
        return {"bytes": written.tell(), "sha256": digest}


def _let_go(folder: Path, keep: int) -> list[str]:
    # Their names are their instants, so the order of the names is that of the backups.
    old = sorted(folder.glob(NAMES))[:-keep]
    for path in old:
        path.unlink(missing_ok=True)
    return [str(path) for path in old]
