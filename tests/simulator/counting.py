"""How many statements something takes."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event


def statements(engine: Engine, do: Callable[[], Any]) -> int:
    """Do something and say how many statements the database was sent meanwhile."""
    sent = []

    def note(_connection, _cursor, statement, *_more):
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(sent)
