"""Signing, refusing and taking back what one person has proposed; the partial `deciding/open.html` has the buttons."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request

from simulator.actions.deciding import refuse_decision, second_decision, withdraw_decision
from web import door

deciding = Blueprint("deciding", __name__, template_folder="templates")
DRILL, PROGRAMME = "/drills/<drill_id>/decisions/<decision_id>", "/programmes/<programme_id>/decisions/<decision_id>"


@deciding.post(f"{DRILL}/second")
@door.for_staff
def second(drill_id: str, decision_id: str) -> Response:
    """Sign as the second person; what was proposed happens now."""
    return _do(second_decision, f"/drills/{drill_id}", decision_id=decision_id, drill_id=drill_id)


@deciding.post(f"{DRILL}/refuse")
@door.for_staff
def refuse(drill_id: str, decision_id: str) -> Response:
    """Refuse what somebody else has proposed."""
    return _do(refuse_decision, f"/drills/{drill_id}", decision_id=decision_id, drill_id=drill_id)


@deciding.post(f"{DRILL}/withdraw")
@door.for_staff
def withdraw(drill_id: str, decision_id: str) -> Response:
    """Take back what one has proposed."""
    return _do(withdraw_decision, f"/drills/{drill_id}", decision_id=decision_id, drill_id=drill_id)


@deciding.post(f"{PROGRAMME}/second")
@door.for_staff
def second_here(programme_id: str, decision_id: str) -> Response:
    """Sign a decision of a programme as the second person."""
    return _do(second_decision, f"/programmes/{programme_id}", decision_id=decision_id, programme_id=programme_id)


@deciding.post(f"{PROGRAMME}/refuse")
@door.for_staff
def refuse_here(programme_id: str, decision_id: str) -> Response:
    """Refuse a decision of a programme."""
    return _do(refuse_decision, f"/programmes/{programme_id}", decision_id=decision_id, programme_id=programme_id)


@deciding.post(f"{PROGRAMME}/withdraw")
@door.for_staff
def withdraw_here(programme_id: str, decision_id: str) -> Response:
    """Take back one's own proposal in a programme."""
    return _do(withdraw_decision, f"/programmes/{programme_id}", decision_id=decision_id, programme_id=programme_id)


def _do(action: Callable[..., Any], place: str, **facts: str) -> Response:
    door.house().perform(action, door.staff(), **facts)
    back = request.form.get("back", "")
    # Only to where the decision lies: a form must not lead anybody elsewhere.
    return Response(status=303, headers={"Location": back if back.startswith(f"{place}/") else place})
