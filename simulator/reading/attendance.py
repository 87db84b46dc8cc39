"""Who came to the follow-up meetings, and who is below what the call asks."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actions.awards import seats_held
from simulator.actor import Actor
from simulator.frozen_call import call_of_programme
from simulator.programme.stage_ground import programme_of
from simulator.reading.programme_home import head_of
from simulator.refusal import Refusal
from simulator.rows import Application, Attendance


def attendance_page(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Give, per team with an award, how many came to each meeting.

    *share* is women present ÷ seats over the meetings that were noted, in percent rounded down; *missed* names the
    needed ones to which nobody came. A team below the call's least, or that missed a needed one, is *below*.
    """
    programme = programme_of(session, programme_id)
    call = call_of_programme(session, programme)
    if call.attendance is None:
        raise Refusal("not_found")
    noted = {
        (one.application_id, one.session): one.present
        for one in session.scalars(select(Attendance).where(Attendance.programme_id == programme_id))
    }
    seats = seats_held(session, programme_id)
    meetings = call.attendance.sessions
    held = [one for one in meetings if any(key[1] == one.id for key in noted)]
    lines = []
    for application in session.scalars(select(Application).where(Application.id.in_(seats)).order_by(Application.code)):
        came = {one.id: noted.get((application.id, one.id)) for one in meetings}
        total = seats[application.id] * len(held)
        share = 100 * sum(came[one.id] or 0 for one in held) // total if total else None
        missed = [one.id for one in held if one.needed and not came[one.id]]
        below = bool(missed) or (share is not None and share < call.attendance.least)
        lines.append(
            {"id": application.id, "code": application.code, "seats": seats[application.id], "came": came,
             "share": share, "missed": missed, "below": below}
        )  # fmt: skip
    return {
        "programme": head_of(session, programme, call), "call": call, "meetings": list(meetings), "lines": lines,
        "least": call.attendance.least, "now": now,
    }  # fmt: skip
