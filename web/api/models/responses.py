"""What one team has answered."""

from typing import Any

from pydantic import Field

from web.api.models.deliveries import Delivery
from web.api.models.told import Told, Words


class TeamResponse(Told):
    """One inject of a team, with the answer that counts."""

    inject: str
    title: Words
    delivery: Delivery = Field(alias="cell", serialization_alias="delivery")
    options: dict[str, Words]
    fields: dict[str, Words]
    answer: dict[str, Any] | None
    answer_state: str | None
    answer_erased: bool = Field(description="Whether its author's words were erased on her wish.")


class TeamResponses(Told):
    """A team's injects with its answers, in the order of the scenario."""

    responses: list[TeamResponse] = Field(alias="injects", serialization_alias="responses")
