"""Which schema a bundle was written from, and can be brought back into: the revisions of this program."""

from alembic.script import ScriptDirectory

from simulator.migrating import HERE


def newest_schema() -> str:
    """Name the newest revision of this program; every database that it opens has it."""
    return known_schemas()[-1]


def known_schemas() -> list[str]:
    """Name the revisions that this program knows, the oldest first."""
    return sorted(script.revision for script in ScriptDirectory(str(HERE)).walk_revisions())
