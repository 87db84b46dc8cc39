"""One planned stimulus of a scenario, and the question it carries (scenario-format.md, version 1)."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    Tag,
)

from injects.duration import Duration
from injects.text import Text

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
FLAG_PATTERN = r"^[a-z][a-z0-9_]{0,63}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]


def _not_a_word_of_conditions(name: str) -> str:
    if name in {"and", "or", "not"}:
        raise ValueError("reserved_flag_name")
    return name


FlagName = Annotated[str, StringConstraints(pattern=FLAG_PATTERN), AfterValidator(_not_a_word_of_conditions)]
Count = Annotated[StrictInt, Field(ge=1)]
Weight = Annotated[StrictInt, Field(ge=0)]
Channel = Literal[
    "email", "phone", "chat", "sms", "siem", "news", "social", "letter",
    "minister", "regulator", "citizen", "document", "broadcast",
]  # fmt: skip
Priority = Literal["must", "should", "could"]
AskKind = Literal["text", "choice", "choices", "acknowledge", "form"]
FieldKind = Literal["text", "number", "date", "choice", "choices", "table"]


def _shape_of_sender(written: Any) -> str:
    return "id" if isinstance(written, str) and re.fullmatch(ID_PATTERN, written) else "words"


# Who writes: a character's id; what is not shaped like an id is the sender's name itself.
Sender = Annotated[Annotated[str, Tag("id")] | Annotated[Text, Tag("words")], Discriminator(_shape_of_sender)]


def _give_ids(written: Any) -> Any:
    """Give entries that are only a label the ids 1, 2, … by their place."""
    if not isinstance(written, list | tuple):
        return written
    return [_labelled(place, entry) for place, entry in enumerate(written, start=1)]


def _labelled(place: int, entry: Any) -> Any:
    only_words = isinstance(entry, str) or (isinstance(entry, Mapping) and not {"id", "label"} & set(entry))
    return {"id": str(place), "label": entry} if only_words else entry


class Document(BaseModel):
    """Be a frozen piece of a YAML document in which unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Option(Document):
    """One way to decide. ``value`` is 0…top of the rubric's levels; negative only among ``choices``."""

    id: Id
    label: Text
    value: StrictInt = 0
    sets: tuple[FlagName, ...] = ()
    feedback: Text | None = None


class FormOption(Document):
    """One entry of a choice inside a form; it carries no value."""

    id: Id
    label: Text


class FormColumn(Document):
    """One column of a table inside a form."""

    id: Id
    label: Text


class FormField(Document):
    """One field of a form."""

    id: Id
    label: Text
    kind: FieldKind = "text"
    required: StrictBool = False
    max_words: Count | None = None
    options: Annotated[tuple[FormOption, ...], BeforeValidator(_give_ids)] = ()
    columns: Annotated[tuple[FormColumn, ...], BeforeValidator(_give_ids)] = ()
    rows: Annotated[StrictInt, Field(ge=1, le=50)] = 5


class Benchmark(Document):
    """A model answer that earns *level*."""

    level: str
    text: Text


class Ask(Document):
    """The question an inject carries; lengths are drill time from delivery."""

    kind: AskKind
    prompt: Text | None = None
    due: Duration | None = None
    target: Duration | None = None
    weight: Weight = 1
    criteria: tuple[Id, ...] = ()
    rationale: StrictBool = False
    max_words: Count | None = None
    approve: Id | None = None
    autosubmit: StrictBool = True
    benchmarks: tuple[Benchmark, ...] = ()
    options: tuple[Option, ...] = ()
    shuffle: StrictBool = True
    fields: tuple[FormField, ...] = ()

    @property
    def target_or_default(self) -> timedelta | None:
        """Give the time within which credit is full: stated, or a third of ``due``."""
        if self.target is not None or self.due is None:
            return self.target
        return self.due / 3

    @property
    def asks_words(self) -> bool:
        """Say whether people write an answer that others rate."""
        return self.rationale or self.kind in ("text", "form")

    @property
    def scored(self) -> bool:
        """Say whether anything scores the answer: criteria, or options with a value."""
        return self.kind != "acknowledge" and bool(self.criteria or any(option.value for option in self.options))

    def option(self, option_id: str) -> Option:
        """Find an option; raise ``KeyError`` where there is none."""
        return next((o for o in self.options if o.id == option_id), None) or _missing(option_id)

    def sets_flag(self, chosen: tuple[str, ...]) -> bool:
        """Say whether one of the *chosen* option ids sets a flag, which makes the answer final."""
        return any(option.sets for option in self.options if option.id in chosen)


def _missing(key: str) -> Option:
    raise KeyError(key)


class After(Document):
    """Fall due *delay* after what became of another inject (rules.md 13)."""

    inject: Id
    delay: Duration = timedelta(0)


class Attachment(Document):
    """A file beside the scenario; ``file`` may differ by language."""

    file: Text
    alt: Text | None = None
    transcript: Text | None = None


class Inject(Document):
    """One planned stimulus; exactly one of ``at``, ``after`` and ``manual`` says when."""

    id: Id
    at: Duration | None = None
    after: After | None = None
    manual: StrictBool = False
    if_: str | None = Field(default=None, alias="if")
    priority: Priority = "should"
    phase: Id | None = None
    channel: Channel = "email"
    from_: Sender | None = Field(default=None, alias="from")
    to: tuple[Id, ...] = ()
    title: Text
    body: Text | None = None
    plain: Text | None = None
    script: Text | None = None
    story_time: str | None = None
    files: tuple[Attachment, ...] = ()
    expected: tuple[Text, ...] = ()
    note: Text | None = None
    owner: Text | None = None
    sets: tuple[FlagName, ...] = ()
    optional: StrictBool = False
    ask: Ask | None = None

    @property
    def weight(self) -> int:
        """Give the weight the inject has in a team's score; 0 where nothing scores it."""
        return self.ask.weight if self.ask and self.ask.scored else 0
