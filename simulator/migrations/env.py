"""Alembic's entry: it runs on the connection that `simulator.migrating` hands over."""

from typing import Any, Literal

from alembic import context

from simulator.columns import DrillTime, UtcDateTime
from simulator.rows import Row


def _render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    # A migration stands for ever: it names plain types, not classes that may change.
    return "sa.BigInteger()" if kind == "type" and isinstance(thing, UtcDateTime | DrillTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=_render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
