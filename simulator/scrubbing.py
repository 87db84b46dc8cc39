"""Out of the files too: what was erased leaves the database's own files right after the commit, not some day."""

import logging
from typing import Any

from sqlalchemy import Engine, delete, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from simulator.rows import Setting

log = logging.getLogger("prontas.scrubbing")
DUE = "scrub_due"
KEY = "scrub"
# Where PostgreSQL would keep what was erased until it rewrites the page.
TABLES = (
    "participant", "account", "response", "draft", "rating", "hotwash_note", "consent", "pause_request", "web_session",
    "api_token", "one_use_link", "recovery_code", "application", "application_version", "application_file",
    "blob", "mail", "appeal", "award", "eligibility", "decision", "declaration",
)  # fmt: skip
PATIENCE = "5s"


def ask_scrubbing(session: Session) -> None:
    """Let the files be scrubbed after this commit; the wish is kept until it is fulfilled."""
    session.merge(Setting(name=DUE, value="yes"))
    session.info[KEY] = True


def ask_scrubbing_again(session: Session) -> bool:
    """Ask once more where an earlier wish could not be fulfilled; says whether there was one."""
    due = session.scalar(select(Setting.name).where(Setting.name == DUE)) is not None
    if due:
        session.info[KEY] = True
    return due


def scrub_if_asked(session: Session, engine: Engine) -> None:
    """Scrub the files where the transaction that has just been committed asked for it."""
    if not session.info.pop(KEY, False):
        return
    if scrub(engine):
        with engine.begin() as connection:
            connection.execute(delete(Setting).where(Setting.name == DUE))
    else:
        log.warning("the files could not be scrubbed now; the daily tidying tries again")


def scrub(engine: Engine) -> bool:
    """Take what was erased out of the files; False where somebody else held them too long.

    SQLite overwrites what is erased (``secure_delete``), and here the write-ahead log is folded into the file and cut
    to nothing. PostgreSQL writes the tables anew; its own write-ahead log forgets in its own time.
    """
    try:
        return _fold(engine) if engine.dialect.name == "sqlite" else _rewrite(engine)
    except DBAPIError:
        log.info("scrubbing was put off", exc_info=True)
        return False


def _fold(engine: Engine) -> bool:
    connection: Any = engine.raw_connection()
    try:
        busy, _frames, _folded = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    return not busy


def _rewrite(engine: Engine) -> bool:
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"SET lock_timeout = '{PATIENCE}'"))
        try:
            for table in TABLES:
                connection.execute(text(f"VACUUM (FULL, ANALYZE) {table}"))
        finally:
            connection.execute(text("RESET lock_timeout"))
    return True
