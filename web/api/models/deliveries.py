"""The matrix: every team by every inject."""

from pydantic import Field

from web.api.models.told import DrillTime, Length, Told


class Delivery(Told):
    """An inject at one team."""

    state: str = Field(description="planned, held, skipped, delivered, answered, lapsed, declined, withdrawn or void.")
    reason: str | None
    due_at: DrillTime | None
    delivered_at: DrillTime | None
    deadline_at: DrillTime | None
    answered_at: DrillTime | None
    closed_at: DrillTime | None
    received: bool
    opened: bool
    drafted: bool
    chosen: list[str]
    soon: bool = Field(description="Whether its deadline is less than a minute away.")
    late: bool = Field(description="Whether it went out late, because the server was away.")
    late_answer: bool


class TeamDeliveries(Told):
    """One team's row of the matrix."""

    id: str
    name: str
    deliveries: dict[str, Delivery] = Field(alias="cells", serialization_alias="deliveries")
    unopened: dict[str, Length] = Field(description="What has arrived and was not opened, and for how long.")


class Matrix(Told):
    """Every team by every inject."""

    n: int
    teams: list[TeamDeliveries]
