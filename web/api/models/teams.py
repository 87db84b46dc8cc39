"""Teams and their people."""

from pydantic import Field

from web.api.models.told import Told, Words
from web.asked import Asked, Id, Word


class Member(Told):
    """Somebody in a team."""

    id: str
    name: str
    seats: list[str]
    here: bool = Field(description="Whether a page of hers is open now.")


class Team(Told):
    """A team, without its code."""

    id: str
    name: str
    bot: bool
    language: str
    online: bool
    led: bool = Field(description="Whether somebody holds the lead's seat.")
    people: int
    here: int
    silent_seconds: int | None = Field(description="For how long nobody has been in contact; real seconds.")
    open: int = Field(description="Questions that run.")
    lapsed: int
    hotwash: bool = Field(description="Whether its hotwash is open.")


class TeamList(Told):
    """All teams of a drill."""

    n: int
    teams: list[Team]


class TeamWithPeople(Told):
    """One team with its people and its flags."""

    team: Team
    members: list[Member]
    lead: str | None = Field(description="The seat that leads.")
    seats: dict[str, Words]
    flags: list[str] = Field(description="What is set, in words.")
    unset: dict[str, Words] = Field(description="Flags that are not set.")


class TeamWithCode(Told):
    """A team with the code that lets people in."""

    id: str
    name: str
    code: str
    language: str
    bot: bool
    members: list[Member]


class TeamCodes(Told):
    """The codes of all teams: hand each to its team only."""

    teams: list[TeamWithCode]


class NewTeam(Asked):
    """A team to be added; without a language it gets the drill's."""

    name: Word
    language: Word | None = None


class MadeTeam(Told):
    """The new team."""

    team_id: str
    code: str


class NewCode(Told):
    """The code that lets people in from now on."""

    code: str


class NewName(Asked):
    """Another name."""

    name: Word


class IntoTeam(Asked):
    """The team to move to."""

    team_id: Id
