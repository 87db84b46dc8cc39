"""A drill's clock."""

from typing import Literal

from pydantic import Field

from web.api.models.told import DrillTime, Instant, Length, Told

State = Literal["draft", "ready", "running", "paused", "ended"]


class Clock(Told):
    """How the clock stands at the instant `now`."""

    state: State
    stopped: bool = Field(description="STOP: a real emergency; only the lead facilitator resumes.")
    running: bool
    speed: int
    drill_time: DrillTime
    now: Instant
    duration: Length
    ended_at: DrillTime | None = Field(description="Drill time of ENDEX.")
