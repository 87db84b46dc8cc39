"""What somebody of the staff has said of the columns of a list: remembered for the next one of its shape."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scenarios.exchange.choices import is_target
from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import ColumnMapping

MOST_KEPT, MOST_COLUMNS, LONGEST_NAME = 50, 500, 200
SIGNATURE = 64


def remember_mapping(
    session: Session, now: datetime, actor: Actor, *, signature: str, mapping: Mapping[str, str]
) -> None:  # fmt: skip
    """Keep what each column of lists with this *signature* is, by its name; of too many the least used goes.

    It is a habit of hers and no fact of a drill: no log has a row of it, and it goes with her account.
    """
    if len(signature) != SIGNATURE or not _fits(mapping):
        raise Refusal("not_found")
    row = session.get(ColumnMapping, (actor.id, signature))
    if row is None:
        row = ColumnMapping(account_id=actor.id, signature=signature)
        session.add(row)
    row.mapping, row.used_at = dict(mapping), now
    session.flush()
    hers = select(ColumnMapping.signature).where(ColumnMapping.account_id == actor.id)
    beyond = session.scalars(
        hers.order_by(ColumnMapping.used_at.desc(), ColumnMapping.signature).offset(MOST_KEPT)
    ).all()
    for one in beyond:
        forget_mapping(session, now, actor, signature=one)


def _fits(mapping: Mapping[str, str]) -> bool:
    return 0 < len(mapping) <= MOST_COLUMNS and all(
        len(name) <= LONGEST_NAME and is_target(target) for name, target in mapping.items()
    )


def forget_mapping(session: Session, now: datetime, actor: Actor, *, signature: str) -> None:
    """Take one mapping of the actor's own away; one that is gone stays so."""
    session.execute(
        delete(ColumnMapping).where(ColumnMapping.account_id == actor.id, ColumnMapping.signature == signature)
    )
