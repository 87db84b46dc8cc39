"""The house's scenarios: the list, one with its versions, one version, what is saved, and what differs."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from scenarios.editing.operations import MOST_AT_ONCE, Operation
from web.api.models.drills import LONGEST_SCENARIO, ONE_OF
from web.api.models.problems import FoundInScenario
from web.api.models.told import Instant, Told
from web.asked import Asked, Whole, Word

Yaml = Annotated[str, StringConstraints(max_length=LONGEST_SCENARIO)]
Note = Annotated[Word, Field(description="What was changed, and why; up to 200 characters.")]


class Listed(Told):
    """A scenario of the store, as its newest version is."""

    id: str
    number: int = Field(description="The number of its newest version.")
    title: dict[str, str] = Field(description="By language; under an empty key what serves for all.")
    languages: list[str]
    duration: str
    injects: int
    errors: int = Field(description="How many errors `check` finds in it; no drill is made from one with errors.")
    warnings: int
    saved_at: Instant
    saved_by: str
    created_at: Instant
    archived: bool
    drills: int = Field(description="How many drills have been made from it.")


class ScenarioList(Told):
    """The scenarios at hand, the last saved first."""

    scenarios: list[Listed]


class DrillMade(Told):
    """A drill that froze a version."""

    id: str
    name: str


class Version(Told):
    """A version of a scenario; it never changes."""

    number: int
    parent: int | None = Field(description="The version that it was made from.")
    note: str
    digest: str = Field(description="SHA-256 of document and attachments; a drill made from it has the same.")
    saved_at: Instant
    saved_by: str
    errors: int
    warnings: int
    drills: list[DrillMade]


class ScenarioWithVersions(Listed):
    """A scenario with all its versions, the newest first."""

    versions: list[Version]


class WhichVersion(Asked):
    """A version by its number; without one, the newest."""

    # A query holds text only.
    model_config = ConfigDict(strict=False)

    number: int = Field(default=0, ge=0, le=2**31 - 1, description="0 is the newest.")


class WhichTwo(Asked):
    """Two versions by their numbers."""

    model_config = ConfigDict(strict=False)

    old: int = Field(default=0, ge=0, le=2**31 - 1, description="0 is the one that `new` was made from.")
    new: int = Field(default=0, ge=0, le=2**31 - 1, description="0 is the newest.")


class ScenarioText(Told):
    """One version: its document, and what `check` finds in it."""

    id: str
    number: int
    newest: int
    archived: bool
    digest: str
    yaml: str
    files: dict[str, int] = Field(description="Its attachments with their sizes in bytes.")
    findings: list[FoundInScenario]
    note: str
    saved_at: Instant
    saved_by: str


class NewScenario(Asked):
    """A scenario for the store: one of the library, or a document of your own; it may still have errors."""

    model_config = ConfigDict(json_schema_extra=ONE_OF)

    library: Word = Field(default="", description="The id of a scenario of the library.")
    yaml: Yaml = Field(default="", description="A scenario document.")
    note: Note = ""

    @model_validator(mode="after")
    def _from_one_source(self) -> "NewScenario":
        if len({"library", "yaml"} & self.model_fields_set) != 1:
            raise PydanticCustomError("one_of", "library or yaml", {"names": "library, yaml"})
        return self


class NewVersion(Asked):
    """What you have made of a version: a new document, or operations on the one that is there, or both in turn."""

    expected_number: Whole = Field(description="The version you began with; if it is not the newest, you are told.")
    yaml: Yaml | None = None
    operations: Annotated[list[Operation], Field(max_length=MOST_AT_ONCE)] = Field(
        default=[], description="Changes of single fields and injects; comments and order of the document stay."
    )
    note: Note = ""
    merge: bool = Field(default=False, description="Put yours on top of what was saved since, if both can stand.")


class Restored(Asked):
    """An earlier version that becomes the newest once more."""

    number: Whole
    expected_number: Whole = Field(description="The newest version that you know of.")


class Archived(Asked):
    """Whether the scenario is put away."""

    archived: bool


class SavedVersion(Told):
    """What is in the store now."""

    scenario_id: str
    number: int
    digest: str
    errors: int
    warnings: int
    written_out: bool = Field(default=False, description="Aliases were replaced by what they stood for.")
    merged: bool = False


class Change(Told):
    """One thing that differs; `old` and `new` are its values, of what moved its places, of what was renamed its ids."""

    kind: str
    path: list[str | int]
    old: Any
    new: Any


class Changes(Told):
    """What differs between two versions: by field (nothing where one cannot be read), and line by line."""

    old: int
    new: int
    changes: list[Change] | None
    text: str
