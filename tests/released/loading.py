"""Bring the fixture of a released schema into an empty database."""

from pathlib import Path

HERE = Path(__file__).parent


def load(engine, schema):
    """Fill *engine*'s database as the version of a *schema*, ``0001`` for one, left it."""
    statements = (HERE / f"{schema}.{engine.dialect.name}.sql").read_text()
    connection = engine.raw_connection()
    try:
        if engine.dialect.name == "sqlite":
            connection.driver_connection.executescript(f"PRAGMA foreign_keys=OFF;{statements}PRAGMA foreign_keys=ON;")
        else:
            connection.driver_connection.execute(statements)
            connection.commit()
    finally:
        connection.close()
