"""The rating desk: what is ready, one response without names, and a level given."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from web.api.models.injects import Sender
from web.api.models.told import Told, Words
from web.asked import Asked, Id, Word


class QueueEntry(Told):
    """A response that is ready; its team goes by a blind code."""

    response_id: str
    inject: str
    title: Words
    code: str
    rated: int = Field(description="How many criteria you have rated.")
    of: int


class Queue(Told):
    """All that is yours to rate, inject by inject."""

    entries: list[QueueEntry]
    done: int
    of: int
    calibration_needed: bool = Field(description="Nothing is ready before you have rated the model answers.")


class Labelled(Told):
    """An option or a column."""

    id: str
    label: Words


class AskedField(Told):
    """A field of a form."""

    id: str
    label: Words
    kind: str
    options: dict[str, Words]
    columns: list[Labelled]


class Benchmark(Told):
    """What a level looks like."""

    level: str
    text: Words


class AskedInject(Told):
    """What the team was asked."""

    id: str
    title: Words
    body: Words
    channel: str | None
    sender: Sender | None = Field(alias="from")
    kind: str
    prompt: Words
    expected: list[Words]
    options: list[Labelled]
    fields: list[AskedField]
    benchmarks: list[Benchmark]


class SeenInject(Told):
    """What had reached the team before, and what it had chosen itself by then."""

    id: str
    title: Words
    body: Words
    channel: str | None
    sender: Sender | None = Field(alias="from")
    chosen: list[Words]


class Criterion(Told):
    """A criterion with its anchors and your own rating; `level` is null where nothing was observed."""

    id: str
    title: Words
    anchors: dict[str, Words]
    level: str | None
    sentence: str
    given: bool


class Sheet(Told):
    """One response to rate, without names and without the ratings of others."""

    response_id: str
    code: str
    language: str
    content: dict[str, Any]
    inject: AskedInject
    criteria: list[Criterion]
    levels: list[str]
    seen: list[SeenInject]
    quote_all: bool = Field(
        description="Every level needs a sentence that quotes, not only the lowest and the highest."
    )
    open: bool = Field(description="Whether a level is still taken.")


class NewRating(Asked):
    """A level on one criterion; null means *not observed* and needs a sentence.

    The lowest and the highest level need one that repeats at least three words in a row of the response.
    """

    criterion: Id
    level: Word | None
    sentence: Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")] = ""


class GivenRating(Told):
    """The version that stands; the same rating sent again stays the same version."""

    version: int
