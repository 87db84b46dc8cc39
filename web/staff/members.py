"""The people of a drill's teams: corrected, moved, removed."""

from typing import Any

from flask import request

from simulator.actions.joining import move_participant, remove_participant, rename_participant
from web import door
from web.staff.room import staff
from web.staff.teams import carry_out, show_teams
from web.words import N_, say

NOT_CONFIRMED = N_("Tick “Yes, take her out” to remove a participant.")


@staff.post("/drills/<drill_id>/members/<participant_id>/rename")
@door.for_staff
def rename_member(drill_id: str, participant_id: str) -> Any:
    """Correct a participant's name."""
    return carry_out(drill_id, rename_participant, participant_id=participant_id, name=request.form.get("name", ""))


@staff.post("/drills/<drill_id>/members/<participant_id>/move")
@door.for_staff
def move_member(drill_id: str, participant_id: str) -> Any:
    """Put a participant into another team."""
    team_id = request.form.get("team", "")
    return carry_out(drill_id, move_participant, participant_id=participant_id, team_id=team_id)


@staff.post("/drills/<drill_id>/members/<participant_id>/remove")
@door.for_staff
def remove_member(drill_id: str, participant_id: str) -> Any:
    """Take a participant out of the drill, once it was confirmed."""
    if not request.form.get("sure"):
        return show_teams(drill_id, reasons=[say(door.language(), NOT_CONFIRMED)])
    return carry_out(drill_id, remove_participant, participant_id=participant_id)
