"""A file that came with an inject, for the team that has the inject on its table."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.reading.play import own_rows
from simulator.refusal import Refusal
from simulator.rows import AttachmentFile, Delivery


def own_file(session: Session, now: datetime, actor: Actor, *, inject_id: str, name: str) -> bytes:
    """Give a file of an inject that has reached the participant's team; refuse any other as if it were not there."""
    _participant, team, drill = own_rows(session, actor)
    delivered = session.scalar(
        select(Delivery.id).where(
            Delivery.team_id == team.id, Delivery.inject == inject_id, Delivery.delivered_at.is_not(None)
        )
    )
    if delivered is None:
        raise Refusal("not_found")
    inject = scenario_of(session, drill.scenario_digest).inject(inject_id)
    stored = session.get(AttachmentFile, (drill.scenario_digest, name))
    if stored is None or all(name not in one.file.every().values() for one in inject.files):
        raise Refusal("not_found")
    return stored.content
