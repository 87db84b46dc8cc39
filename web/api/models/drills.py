"""Drills: the list, one of them with what is coming, and what a new one is made from."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from web.api.models.clock import Clock, State
from web.api.models.told import DrillTime, Instant, Told, Words
from web.asked import Asked, Id, Whole, Word

LONGEST_SCENARIO = 2_000_000
ONE_OF: JsonDict = {"oneOf": [{"required": ["library"]}, {"required": ["yaml"]}]}
ONE_OF_THREE: JsonDict = {"oneOf": [{"required": ["library"]}, {"required": ["yaml"]}, {"required": ["scenario_id"]}]}


class ListedDrill(Told):
    """A drill in which you have a role."""

    id: str
    name: str
    state: State
    roles: list[str] = Field(description="Your roles in it.")
    teams: int
    rehearsal: bool
    created_at: Instant


class DrillList(Told):
    """Your drills, the newest first."""

    drills: list[ListedDrill]


class Drill(Told):
    """A drill's own facts."""

    id: str
    name: str
    title: Words
    state: State
    rehearsal: bool
    joining: bool = Field(description="Whether people can join with team codes.")
    rated: bool
    languages: list[str]
    language: str
    time_zone: str
    started_at: Instant | None
    published_at: Instant | None
    lead: str | None = Field(description="The name of the lead facilitator.")
    lead_id: str | None


class Head(Told):
    """The end of the drill's chained log."""

    seq: int
    hash: str


class Phase(Told):
    """A phase of the scenario."""

    id: str
    title: Words
    at: DrillTime


class Coming(Told):
    """An inject that falls due soon."""

    inject: str
    title: Words
    due_at: DrillTime
    condition: str | None = Field(alias="if")
    teams: int = Field(description="For how many teams at that time.")
    planned: int = Field(description="For how many teams in all.")


class WaitingOrder(Told):
    """What was sent by hand to several teams and can still be undone."""

    id: str
    verb: str
    inject: str
    title: Words
    teams: int
    seconds: float = Field(description="How long the undo is still possible.")


class DrillNow(Told):
    """A drill as the console shows it."""

    n: int = Field(description="The number of the last event of the staff's stream that this holds.")
    drill: Drill
    clock: Clock
    over: bool = Field(description="Whether the scenario's duration has passed while the drill runs.")
    ends_itself_at: DrillTime
    head: Head | None
    phases: list[Phase]
    upcoming: list[Coming]
    orders: list[WaitingOrder]
    seats: dict[str, Words]
    flags: dict[str, Words]


class NewDrill(Asked):
    """A new drill, from a scenario of the library, of the store, or a document of your own, which holds no files."""

    model_config = ConfigDict(json_schema_extra=ONE_OF_THREE)

    name: Word
    library: Word = Field(default="", description="The id of a scenario of the library.")
    yaml: Annotated[str, StringConstraints(max_length=LONGEST_SCENARIO)] = Field(
        default="", description="A scenario document."
    )
    scenario_id: Id | None = Field(default=None, description="The id of a scenario of the store.")
    scenario_number: Whole | None = Field(default=None, description="Which version of it; without one, the newest.")
    language: Word | None = None
    time_zone: Word = "UTC"
    rehearsal: bool = False
    ai_allowed: bool = False

    @model_validator(mode="after")
    def _from_one_source(self) -> "NewDrill":
        if len({"library", "yaml", "scenario_id"} & self.model_fields_set) != 1:
            names = "library, yaml, scenario_id"
            raise PydanticCustomError("one_of", names.replace(", ", " or "), {"names": names})
        return self


class MadeDrill(Told):
    """The new drill; you lead it."""

    drill_id: str
