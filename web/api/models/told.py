"""What an answer is made of: only declared fields leave, whatever else a view may hold."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from simulator.columns import EPOCH, MILLISECOND


class Told(BaseModel):
    """A part of an answer. A field that is not declared here stays inside."""

    model_config = ConfigDict(extra="ignore", frozen=True, serialize_by_alias=True, validate_by_name=True)


def _instant(given: Any) -> Any:
    # The wire of the pages counts milliseconds; scripts read ISO 8601.
    return EPOCH + given * MILLISECOND if isinstance(given, int) else given


Instant = Annotated[datetime, BeforeValidator(_instant), Field(description="An instant, ISO 8601 in UTC.")]
DrillTime = Annotated[int, Field(description="Drill time: whole milliseconds since STARTEX.")]
Length = Annotated[int, Field(description="A length in whole milliseconds of drill time.")]
Words = Annotated[str | None, Field(description="Words in your language, or in the scenario's first; may be empty.")]
