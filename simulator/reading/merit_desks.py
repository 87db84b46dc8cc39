"""The desks at which somebody rates applications: one for each merit stage that has been opened."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen_call import call_of
from simulator.permission import EVALUATOR
from simulator.rows import Programme, Stage


def merit_desks(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the open merit stages of the programmes in which the actor is an evaluator."""
    found = []
    query = (
        select(Programme, Stage.stage).join(Stage, Stage.programme_id == Programme.id).where(Stage.state == "open")
    ).order_by(Programme.name, Stage.opened_at)
    for programme, stage in session.execute(query):
        if programme.call_digest is None or EVALUATOR not in actor.roles_in(None, programme.id):
            continue
        call = call_of(session, programme.call_digest)
        planned = call.stage(stage)
        if planned.score == "merit":
            title = planned.title.say(actor.language, call.languages)
            found.append({"programme_id": programme.id, "programme": programme.name, "stage": stage, "title": title})
    return found
