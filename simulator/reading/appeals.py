"""The appeals of a drill as organizers decide them: by blind code, with what was given first and what again."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.counted_ratings import appealed, chosen, quality_of
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.queue import APPEAL, open_assignments, place_of
from simulator.desk.rating_state import levels_by_unit
from simulator.reading.console import drill_row
from simulator.reading.inject import Words
from simulator.reading.ladder import ladder_view
from simulator.rows import Appeal
from simulator.score_rules import call_of_drill
from simulator.shown_names import codes_of

View = dict[str, Any]


def appeal_list(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> View:
    """Give the appeals of a drill, the undecided first; qualities are 0…1, of the first ratings and of those again."""
    drill = drill_row(session, drill_id)
    desk, codes = DrillDesk(session, now, drill), codes_of(session, drill)
    say, call = Words(desk.scenario, actor.language), call_of_drill(session, drill)
    texts = {one.id: one.text for one in call.appeals.grounds} if call and call.appeals else {}
    query = select(Appeal).where(Appeal.scope == f"drill:{drill_id}").order_by(Appeal.filed_at, Appeal.id)
    told = [
        {
            "id": one.id, "code": codes.get(one.team_id or "", ""), "ground": one.ground,
            "text": texts[one.ground].say(actor.language, call.languages) if call and one.ground in texts else None,
            "inject": one.inject, "title": say(desk.scenario.inject(one.inject).title) if one.inject else None,
            "words": one.words, "filed_at": one.filed_at, "state": one.state, "reason": one.reason, "note": one.note,
            "decided_at": one.decided_at, **_again(desk, one),
        }
        for one in session.scalars(query)
    ]  # fmt: skip
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "time_zone": drill.time_zone,
            "published_at": drill.published_at,
        },
        "ladder": ladder_view(session, now, drill),
        "injects": {name: say(desk.scenario.inject(name).title) for name in desk.criteria},
        "appeals": sorted(told, key=lambda one: one["decided_at"] is not None),
    }  # fmt: skip


def _again(desk: DrillDesk, one: Appeal) -> View:
    """Say how far the re-rating is, and what both came to."""
    place = (one.team_id or "", one.inject or "")
    waiting = sum(asked.purpose == APPEAL and place_of(desk, asked) == place for asked in open_assignments(desk))
    unit = next((found for found in desk.units if found.place == place), None)
    rubric = desk.scenario.rubric
    if unit is None or rubric is None:
        return {"waiting": waiting, "first": None, "again": None, "rateable": False}
    by, asked = levels_by_unit(desk, unit.id).get(unit.id, {}), appealed(desk.session, desk.drill).get(place, ())
    first = chosen(rubric.rubric, by, asked, upheld=False)
    again = {
        name: {account: level for account, level in levels.items() if account in asked} for name, levels in by.items()
    }
    again = {name: levels for name, levels in again.items() if levels}
    return {
        "waiting": waiting, "rateable": True, "first": quality_of(rubric.rubric, first),
        "again": quality_of(rubric.rubric, again) if again and not waiting else None,
    }  # fmt: skip
