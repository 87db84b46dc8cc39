"""What came after the grace, for the lead facilitator to rule on: both times, and what the server knows (rule 19)."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.reading.clock import milliseconds
from simulator.reading.console import drill_row
from simulator.reading.inject import Words
from simulator.reading.register import away_between
from simulator.records import gaps_of
from simulator.register import LATE, items_of, rulings_of
from simulator.rows import Delivery, Response, Team


def late_responses(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give each late response with its typed and received times, the deadline, and how long its team was cut off."""
    drill = drill_row(session, drill_id)
    say = Words(scenario_of(session, drill.scenario_digest), actor.language)
    ruled, gaps = rulings_of(session, drill), gaps_of(session, drill)
    entries = []
    for item in (one for one in items_of(session, drill) if one.kind == LATE):
        response = session.get_one(Response, item.about.partition(":")[2])
        delivery = session.get_one(Delivery, response.delivery_id)
        ruling = ruled.get(item.about)
        away = away_between(gaps.get(item.team, ()), delivery.delivered_at, response.received_at)
        entries.append(
            {
                "response_id": response.id, "team": session.get_one(Team, item.team).name, "inject": item.inject,
                "title": say(say.scenario.inject(delivery.inject).title), "typed_at": response.typed_at,
                "received_at": response.received_wall, "drill_time": milliseconds(response.received_at),
                "deadline": milliseconds(delivery.deadline_at), "away": away.total_seconds(), "needed": item.needed,
                "ruling": {"verdict": ruling.verdict, "reason": ruling.reason} if ruling else None,
            }
        )  # fmt: skip
    return {
        "drill": {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "time_zone": drill.time_zone},
        "may_rule": drill.lead_id in (None, actor.id), "ended": drill.state == "ended",
        "closed": drill.rating_closed_at is not None or drill.published_at is not None, "entries": entries,
    }  # fmt: skip
