"""How a drill is run: the console's own verbs."""

from typing import Any

from simulator.actions.pausing import see_pauses
from web.api.drill_operations import DRILL, TEAM
from web.api.models.injects import Pressed
from web.api.operation import Operation
from web.verbs import VERBS

INJECT = DRILL + "/injects/{inject_id}"


def _verb(verb: str, path: str, tag: str, summary: str, **more: Any) -> Operation:
    known = VERBS[verb]
    return Operation("POST", path, known.action, tag, summary, asked=known.told, **more)


def _of_drill(verb: str, summary: str) -> Operation:
    return _verb(verb, f"{DRILL}/{verb}", "drills", summary)


def _of_inject(verb: str, summary: str) -> Operation:
    return _verb(verb, f"{INJECT}/{verb}", "injects", summary, told=Pressed, shape=_pressed)


def _pressed(result: Any) -> Any:
    return {"teams": result} if isinstance(result, int) else result


RUNNING = {
    "prepare_drill": _of_drill("prepare", "Say that a drill is ready"),
    "open_joining": _of_drill("joining", "Let people join with team codes, or no longer"),
    "start_drill": _of_drill("start", "STARTEX; asks for the drill's name"),
    "pause_drill": _of_drill("pause", "Stop the clock: nothing falls due, deadlines stand still"),
    "stop_drill": _of_drill("stop", "STOP for a real emergency; only the lead facilitator resumes"),
    "resume_drill": _of_drill("resume", "Set the clock going again"),
    "set_speed": _of_drill("speed", "Let drill time run faster; only in a rehearsal"),
    "end_drill": _of_drill("end", "ENDEX; asks for the drill's name"),
    "deliver_inject": _of_inject("deliver", "Deliver now; to several teams after ten seconds with an undo"),
    "release_inject": _of_inject("release", "Let a held inject go"),
    "withdraw_inject": _of_inject("withdraw", "Take an inject back: void, out of the score"),
    "hold_inject": _of_inject("hold", "Keep an inject back until somebody releases it"),
    "skip_inject": _of_inject("skip", "Leave an inject out, and what would follow it"),
    "move_inject": _of_inject("move", "Let a planned inject fall due earlier or later"),
    "undo_order": _verb("undo", DRILL + "/orders/{order_id}/undo", "injects", "Call an order back in its ten seconds"),
    "see_pauses": Operation(
        "POST", DRILL + "/pauses/seen", see_pauses, "people", "Let all who ask for a pause know that it was seen"
    ),
    "set_flag": _verb("flag", TEAM + "/flags", "teams", "Set a flag of one team by hand, with a reason"),
}
