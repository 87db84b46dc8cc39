"""The staff's stream: what has happened since a number, for scripts that poll."""

from pydantic import ConfigDict, Field

from web.api.models.clock import Clock
from web.api.models.told import DrillTime, Instant, Length, Told
from web.asked import Asked


class Since(Asked):
    """From where on: the last number that you have."""

    # A query holds text only.
    model_config = ConfigDict(strict=False)

    since: int = Field(default=0, ge=0, le=2**53)


class Event(Told):
    """One event. Of the fields after `team`, each kind has its own; the others are left out."""

    n: int
    kind: str
    at: Instant
    drill_time: DrillTime | None
    team: str | None
    clock: Clock | None = None
    inject: str | None = None
    state: str | None = None
    reason: str | None = None
    delivered_at: DrillTime | None = None
    deadline_at: DrillTime | None = None
    late: bool | None = None
    answer: str | None = None
    chosen: list[str] | None = None
    response: str | None = None
    participant: str | None = None
    name: str | None = None
    by: str | None = None
    order: str | None = None
    verb: str | None = None
    teams: int | None = None
    flag: str | None = None
    joining: bool | None = None
    seconds: int | None = None
    milliseconds: Length | None = None
    tries: int | None = None


class Events(Told):
    """At most 500 events after `since`, in order; `n` is the last number there is: ask again until you have it."""

    n: int
    events: list[Event]
    clock: Clock
