"""The MSEL: each inject with its times, and how many teams it has reached."""

from typing import Annotated

from pydantic import Field

from web.api.models.told import DrillTime, Instant, Length, Told, Words


class Sender(Told):
    """Who writes, in the story."""

    name: Words
    role: Words


class RatedOption(Told):
    """An option with its value, which teams never see."""

    id: str
    label: Words
    value: int


class InjectLine(Told):
    """A line of the MSEL, as facilitators read it."""

    id: str
    title: Words
    channel: str | None
    priority: str | None
    sender: Sender | None = Field(alias="from")
    to: list[str]
    phase: str | None
    at: DrillTime | None
    due_at: DrillTime | None
    manual: bool
    after: str | None
    after_delay: Length | None
    condition: str | None = Field(alias="if")
    optional: bool
    ask: str | None = Field(description="The kind of question, if it asks one.")
    weight: int | None
    due: Length | None = Field(description="How long a team has to answer.")
    delivered_at: DrillTime | None
    states: dict[str, int] = Field(description="How many teams per state.")
    teams: int
    delivered: int
    opened: int
    answered: int
    body: Words
    prompt: Words
    note: Words
    script: Words
    expected: list[Words]
    options: list[RatedOption]


class InjectList(Told):
    """All injects, in the order of the scenario."""

    n: int
    injects: Annotated[list[InjectLine], Field(alias="msel", serialization_alias="injects")]


class Pressed(Told):
    """What a press did: an order that waits ten seconds for an undo, or the number of teams it concerned at once."""

    order: str | None = None
    runs_at: Instant | None = None
    teams: int | None = None
