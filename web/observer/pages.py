"""What observers see of a drill: its story, ten minutes late, under a mark that names who looks and when."""

from datetime import datetime

from flask import Blueprint, render_template

from simulator.reading.watching import DELAY, watch_page
from web import door
from web.facilitator.showing import ASKS, CHANNELS, t_plus
from web.words import N_

observer = Blueprint("observer", __name__, template_folder="templates")

# The drill as it was ten minutes ago; until then nobody knows that it has begun.
STATES: dict[str, tuple[str, str]] = {
    "draft": ("clock", N_("not begun")),
    "ready": ("clock", N_("not begun")),
    "running": ("broadcast", N_("running")),
    "paused": ("pause", N_("paused")),
    "ended": ("lock", N_("ended")),
}


@observer.get("/drills/<drill_id>/watch")
@door.for_staff
def watch(drill_id: str) -> str:
    """Show the story so far, as it was ten minutes ago."""
    page = door.house().look(watch_page, door.staff(), drill_id=drill_id)
    seen_at: datetime = page["as_of"] + DELAY
    return render_template(
        "observer/watch.html", page=page, drill=page["drill"], seen_at=seen_at, state=STATES[page["state"]],
        counted=any(inject["reached"] is not None for inject in page["injects"]), CHANNELS=CHANNELS, ASKS=ASKS,
        t_plus=t_plus, exercise=True, rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip
