"""How far the result of a drill has come: each step with when it was done, and what the next one waits for."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.publishing import appeals_until, undecided
from simulator.register import open_items
from simulator.rows import Drill
from simulator.score_rules import demands_two

STEPS = ("rating_closed", "register_closed", "provisional", "final")


def ladder_view(session: Session, now: datetime, drill: Drill) -> dict[str, Any]:
    """Give the steps, which one is next, and what waits: deviations, appeals, the end of the window."""
    until = appeals_until(session, drill)
    done = dict(
        zip(
            STEPS,
            (drill.rating_closed_at, drill.register_closed_at, drill.provisional_at, drill.published_at),
            strict=True,
        )
    )
    return {
        "demanded": demands_two(drill),
        "steps": [{"step": name, "at": at} for name, at in done.items()],
        "next": next((name for name, at in done.items() if at is None), None),
        "deviations": len(open_items(session, drill)) if drill.state == "ended" else 0,
        "appeals": len(undecided(session, drill)),
        "until": until, "window_open": until is not None and drill.published_at is None and now <= until,
    }  # fmt: skip
