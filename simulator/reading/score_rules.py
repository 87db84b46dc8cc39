"""The rules of score of a drill as its organizers see and set them."""

from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.reading.console import drill_row
from simulator.reading.inject import Words
from simulator.records import rules_of_drill
from simulator.rows import Delivery, Drill, LogRow, Rating, Response
from simulator.score_rules import APPEAL_DAYS, NEVER, appeal_window, demands_two, rules_digest, tie_told

View = dict[str, Any]


def score_rules_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> View:
    """Give what the rules say, whether they can still be set, and the row of the log that published them."""
    drill = drill_row(session, drill_id)
    say = Words(scenario_of(session, drill.scenario_digest), actor.language)
    rules, rubric, told = rules_of_drill(session, drill), say.scenario.rubric, drill.score_rules or {}
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "time_zone": drill.time_zone,
            "stage": drill.stage,
        },
        "rated": rules is not None, "begun": has_ratings(session, drill),
        "criteria": {name: say(one.title) for name, one in rubric.criteria.items()} if rubric else {},
        "rules": {
            "ratings": rules.ratings_needed if rules else 1, "adjust": told.get("adjust", NEVER),
            "time_weight": rules.time_weight if rules else 0,
            "ties": told.get("ties") or [tie_told(one) for one in (rules.ties if rules else ())],
            "randomness": told.get("randomness"), "two_people": demands_two(drill),
            "appeal_days": told.get("appeal_days", APPEAL_DAYS), "third": (told.get("third") or {}).get("levels", 2),
            "calibration": told.get("calibration"),
        },
        "window": appeal_window(session, drill), "digest": rules_digest(drill), "published": _published(session, drill),
    }  # fmt: skip


def has_ratings(session: Session, drill: Drill) -> bool:
    """Say whether a rating has been given in a drill: from then on its rules stand."""
    given = (
        exists()
        .where(Rating.response_id == Response.id)
        .where(Response.delivery_id == Delivery.id)
        .where(Delivery.drill_id == drill.id)
    )
    return bool(session.scalar(select(given)))


def _published(session: Session, drill: Drill) -> View | None:
    query = select(LogRow).where(LogRow.stream == drill_stream(drill.id), LogRow.kind == "rules_published")
    row = session.scalars(query.order_by(LogRow.seq.desc()).limit(1)).one_or_none()
    return None if row is None else {"at": row.wall_time, "seq": row.seq, "digest": row.payload["digest"]}
