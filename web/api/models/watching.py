"""What observers see: the story, ten minutes late, without a team in it."""

from pydantic import Field

from web.api.models.injects import Sender
from web.api.models.rating import Labelled
from web.api.models.told import DrillTime, Instant, Length, Told, Words


class WatchedDrill(Told):
    """The drill that is watched."""

    id: str
    name: str
    title: Words
    rehearsal: bool
    time_zone: str
    content_note: Words


class WatchedAsk(Told):
    """The question, as teams read it."""

    kind: str
    prompt: Words
    due: Length | None
    weight: int | None
    options: list[Labelled]


class WatchedInject(Told):
    """An inject that had reached a team; the counts are empty where they would tell of single teams."""

    id: str
    title: Words
    body: Words
    plain: Words
    channel: str | None
    priority: str | None
    sender: Sender | None = Field(alias="from")
    to: list[str]
    phase: Words
    story_time: str | None
    optional: bool
    ask: WatchedAsk | None
    delivered_at: DrillTime | None
    withdrawn: bool
    reached: int | None
    answered: int | None


class Watched(Told):
    """The drill as it stood at the instant `as_of`."""

    drill: WatchedDrill
    as_of: Instant
    state: str
    drill_time: DrillTime
    injects: list[WatchedInject]
