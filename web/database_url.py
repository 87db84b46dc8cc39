"""Which databases an installation can name."""

import re

# What comes before the last @ is a name and a password, which may hold any sign.
_SERVER = re.compile(r"postgresql://(?:.*@)?(?:\[[^\]]+\]|[^/:?@]*)(?::\d+)?(?:/[^?]*)?(?:\?.*)?")
SQLITE = "sqlite:///"


def names_database(url: str) -> bool:
    """Say whether *url* is ``sqlite:///PATH`` or ``postgresql://HOST/NAME``: a database that outlives a process."""
    if url.startswith(SQLITE):
        # What follows a question mark would be left out by SQLite, and the file be another than the one looked at.
        return url.removeprefix(SQLITE) not in ("", ":memory:") and "?" not in url
    return _SERVER.fullmatch(url) is not None
