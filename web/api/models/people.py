"""What is counted about people, without saying who."""

from pydantic import Field

from web.api.models.told import Told


class PausesWaiting(Told):
    """How many people ask for a pause and wait for a word."""

    waiting: int


class ConsentCounts(Told):
    """How many people agree to each purpose."""

    consents: dict[str, int | None] = Field(
        description="Counted once, at ENDEX, in fives. Null before, and where fewer than five agree or do not."
    )
