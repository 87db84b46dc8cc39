"""What a call asks of those who apply: attributes, the form, the members, documents and who signs them."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from injects.inject import Count, Document, FormField, Id
from injects.text import Text

MOST_BYTES = 10 * 1024 * 1024
# What opens anywhere and cannot run anything. No macro formats, no markup, no archives.
TYPES = ("pdf", "png", "jpg", "docx", "odt")


class TeamSize(Document):
    """How many members a team has; *smallest* is to what it may be reduced when seats run out."""

    least: Count
    most: Count
    smallest: Count | None = None

    @property
    def smallest_or_least(self) -> int:
        """Give the size below which no team is offered seats."""
        return self.least if self.smallest is None else self.smallest


class Attribute(Document):
    """A fact about a team that rules and figures may use, such as its country.

    Either *free* (any words) or one of *values*. With *of*, the value follows from another attribute: *groups*
    says which values of that one belong to each of these. *public* ones stand in public figures.
    """

    title: Text
    values: dict[Id, Text] = Field(default_factory=dict)
    free: StrictBool = False
    public: StrictBool = False
    of: Id | None = None
    groups: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)

    def group_of(self, value: str) -> str | None:
        """Give the value that follows from a *value* of the attribute this one derives from; none where none does."""
        return next((group for group, members in self.groups.items() if value in members), None)


class MemberField(FormField):
    """A field that each member fills in for herself."""

    help: Text | None = None


class ApplicationField(MemberField):
    """A field of the application. One that fills an *attribute* offers its values and must be filled in."""

    attribute: Id | None = None

    @property
    def needed(self) -> bool:
        """Say whether an application without it is incomplete."""
        return self.required or self.attribute is not None


class Consent(Document):
    """Something each member says yes to; a *required* one is a condition of taking part."""

    id: Id
    text: Text
    required: StrictBool = True


class Members(Document):
    """What is asked of each member; her name and mail are asked always and need no field."""

    fields: tuple[MemberField, ...] = ()
    consents: tuple[Consent, ...] = ()


class Role(Document):
    """An office whose holder signs a document."""

    title: Text


class Element(Document):
    """Something a document must say; the team's lead ticks it, staff confirm it."""

    id: Id
    text: Text


class AskedDocument(Document):
    """A file that a team uploads; *most* is its size in bytes, *signed_by* the role of its signer."""

    id: Id
    title: Text
    help: Text | None = None
    required: StrictBool = True
    types: Annotated[tuple[str, ...], Field(min_length=1)] = ("pdf",)
    most: Annotated[StrictInt, Field(ge=1, le=MOST_BYTES)] = MOST_BYTES
    signed_by: Id | None = None
    elements: tuple[Element, ...] = ()
