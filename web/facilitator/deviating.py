"""The register of deviations: where a team was treated apart from the others, by whom and why."""

from flask import render_template

from simulator.reading.deviations import deviations
from web import door
from web.facilitator.room import facilitator
from web.facilitator.showing import reason_words, t_plus
from web.words import N_

KINDS = {
    "inject_held": ("hand", N_("held back")),
    "inject_skipped": ("skip", N_("left out")),
    "inject_delivered": ("play", N_("delivered by hand")),
    "inject_released": ("play", N_("released by hand")),
    "inject_withdrawn": ("cross", N_("withdrawn")),
    "flag_set": ("flag", N_("flag set by hand")),
}


@facilitator.get("/drills/<drill_id>/deviations")
@door.for_staff
def register(drill_id: str) -> str:
    """List the deviations of a drill, the latest last."""
    page = door.house().look(deviations, door.staff(), drill_id=drill_id)
    return render_template(
        "facilitator/deviations.html", page=page, drill=page["drill"], KINDS=KINDS, reason_words=reason_words,
        t_plus=t_plus, exercise=True, rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip
