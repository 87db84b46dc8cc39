"""What can be asked about drills and their teams, and how both are made."""

from typing import Any

from simulator.actions.codes import renew_team_code
from simulator.actions.drills import add_team, create_drill, rename_team
from simulator.actions.joining import move_participant, remove_participant, rename_participant
from simulator.reading.console import console_page, team_page
from simulator.reading.deviations import deviations
from simulator.reading.drills import drill_list, teams_page
from simulator.reading.feed import staff_events
from simulator.reading.own_data import consent_counts
from simulator.reading.pauses import pauses_waiting
from simulator.reading.watching import watch_page
from web.api.models.clock import Clock
from web.api.models.deliveries import Matrix
from web.api.models.deviations import Deviations
from web.api.models.drills import DrillList, DrillNow, MadeDrill, NewDrill
from web.api.models.events import Events, Since
from web.api.models.injects import InjectList
from web.api.models.people import ConsentCounts, PausesWaiting
from web.api.models.responses import TeamResponses
from web.api.models.teams import IntoTeam, MadeTeam, NewCode, NewName, NewTeam, TeamCodes, TeamList, TeamWithPeople
from web.api.models.watching import Watched
from web.api.operation import Operation
from web.library import from_library

DRILL = "/drills/{drill_id}"
TEAM = DRILL + "/teams/{team_id}"
PARTICIPANT = DRILL + "/participants/{participant_id}"
LARGEST_DRILL = 3 * 1024 * 1024


def _new_drill(asked: NewDrill) -> dict[str, Any]:
    facts = asked.model_dump(exclude={"library", "yaml"})
    if asked.scenario_id is not None:
        return facts
    if "yaml" in asked.model_fields_set:
        return facts | {"content": asked.yaml.encode()}
    package = from_library(asked.library)
    return facts | {"content": package.document, "files": package.files}


READING = {
    "list_drills": Operation(
        "GET", "/drills", drill_list, "drills", "List the drills in which you have a role",
        told=DrillList, shape=lambda drills: {"drills": drills},
    ),
    "get_drill": Operation(
        "GET", DRILL, console_page, "drills", "Read one drill: its state, its clock, what comes next", told=DrillNow
    ),
    "get_clock": Operation(
        "GET", DRILL + "/clock", console_page, "drills", "Read a drill's clock",
        told=Clock, shape=lambda page: page["clock"],
    ),
    "list_injects": Operation(
        "GET", DRILL + "/injects", console_page, "injects", "Read the MSEL with what has become of each inject",
        told=InjectList,
    ),
    "list_deliveries": Operation(
        "GET", DRILL + "/deliveries", console_page, "injects", "Read the matrix: every team by every inject",
        told=Matrix,
    ),
    "list_teams": Operation(
        "GET", DRILL + "/teams", console_page, "teams", "List a drill's teams, without their codes", told=TeamList
    ),
    "get_team": Operation(
        "GET", TEAM, team_page, "teams", "Read one team: its people and its flags", told=TeamWithPeople
    ),
    "list_responses": Operation(
        "GET", TEAM + "/responses", team_page, "responses", "Read what one team has answered", told=TeamResponses
    ),
    "list_deviations": Operation(
        "GET", DRILL + "/deviations", deviations, "injects", "Read where teams were treated apart, and why",
        told=Deviations,
    ),
    "list_events": Operation(
        "GET", DRILL + "/events", staff_events, "events", "Read the staff's events after a number",
        asked=Since, told=Events,
    ),
    "watch_drill": Operation(
        "GET", DRILL + "/watch", watch_page, "drills", "Read the story as it was ten minutes ago, as observers do",
        told=Watched,
    ),
    "count_pauses": Operation(
        "GET", DRILL + "/pauses", pauses_waiting, "people", "Count who asks for a pause; never who it is",
        told=PausesWaiting, shape=lambda waiting: {"waiting": waiting},
    ),
    "count_consents": Operation(
        "GET", DRILL + "/consents", consent_counts, "people", "Count who agrees to what; never who it is",
        told=ConsentCounts, shape=lambda counts: {"consents": counts},
    ),
}  # fmt: skip

MAKING = {
    "create_drill": Operation(
        "POST", "/drills", create_drill, "drills", "Make a drill from a scenario; you lead it",
        asked=NewDrill, told=MadeDrill, status=201, facts=_new_drill, largest=LARGEST_DRILL,
    ),
    "list_codes": Operation(
        "GET", DRILL + "/codes", teams_page, "teams", "List the teams with the codes that let people in",
        told=TeamCodes,
    ),
    "add_team": Operation(
        "POST", DRILL + "/teams", add_team, "teams", "Add a team before STARTEX",
        asked=NewTeam, told=MadeTeam, status=201,
    ),
    "rename_team": Operation(
        "POST", TEAM + "/rename", rename_team, "teams", "Give a team another name", asked=NewName
    ),
    "renew_team_code": Operation(
        "POST", TEAM + "/code", renew_team_code, "teams", "Give a team a new code; the old one ends",
        told=NewCode, shape=lambda code: {"code": code},
    ),
    "rename_participant": Operation(
        "POST", PARTICIPANT + "/rename", rename_participant, "teams", "Correct a participant's name", asked=NewName
    ),
    "move_participant": Operation(
        "POST", PARTICIPANT + "/move", move_participant, "teams", "Put a participant into another team",
        asked=IntoTeam,
    ),
    "remove_participant": Operation(
        "POST", PARTICIPANT + "/remove", remove_participant, "teams", "Take a participant out of the drill at once"
    ),
}  # fmt: skip
