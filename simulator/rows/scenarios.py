"""The house's store of scenarios: each with all its versions, and how somebody's spreadsheets are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id


class StoredScenario(Row):
    """A scenario that is being written; ``number`` is that of its newest version."""

    __tablename__ = "stored_scenario"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    number: Mapped[int]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ScenarioVersion(Row):
    """A scenario as somebody saved it; a version never changes.

    ``parent`` is the version it was made from. ``files`` names its attachments by the digests of their bytes;
    ``digest`` is what a drill that freezes it has. ``summary`` is what lists show, so that they need not read the
    document: its title and languages, the number of injects, of errors and of doubts.
    """

    __tablename__ = "scenario_version"

    scenario_id: Mapped[str] = mapped_column(ForeignKey("stored_scenario.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parent: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(String(200), default="")
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    files: Mapped[dict[str, str]] = mapped_column(JSON)
    summary: Mapped[dict[str, Any]] = mapped_column(JSON)


class ScenarioAttachment(Row):
    """The bytes of an attachment of stored scenarios, kept once by their content."""

    __tablename__ = "scenario_attachment"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ColumnMapping(Row):
    """How one person had the columns of a spreadsheet read; ``signature`` is the digest of its header row."""

    __tablename__ = "column_mapping"

    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    signature: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)
