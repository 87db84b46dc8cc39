"""A programme with its frozen call: stages, applications with their files, eligibility, awards, attendance."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id, new_salt


class CallFile(Row):
    """A call as it was when its programme was opened, kept by its content."""

    __tablename__ = "call_file"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Programme(Row):
    """What drills and applications belong to; a role in it is a role in each of its drills."""

    __tablename__ = "programme"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    call_digest: Mapped[str | None] = mapped_column(ForeignKey("call_file.digest"))
    call_published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    salt: Mapped[str] = mapped_column(String(32), default=new_salt, server_default="")
    # What was sent is held back until then, while an appeal is open somewhere.
    keep_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Stage(Row):
    """How far one stage of a call has come: ``planned → open → closed → provisional → final``.

    *randomness* is the public text of its draw, known only after the instant that the call announces.
    """

    __tablename__ = "stage"

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id"), primary_key=True)
    stage: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[str] = mapped_column(String(12), default="planned")
    randomness: Mapped[str | None] = mapped_column(String(400))
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    provisional_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    final_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Blob(Row):
    """The bytes of a file that somebody sent, kept once by their content."""

    __tablename__ = "blob"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Application(Row):
    """A team's file, held by its lead. *code* is all that evaluators see of who it is.

    *draft* is what she is writing; what she has sent stands in its versions. *cure_until* is set where a formal
    defect may still be mended, in *cure_parts* only (``field:<id>``, ``members``, ``document:<id>``). *spare_digest* is
    the link that was asked for anew; the first one works until the new one is used.
    """

    __tablename__ = "application"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id"), index=True)
    code: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(12))
    lead_name: Mapped[str] = mapped_column(String(120))
    lead_mail: Mapped[str] = mapped_column(String(254))
    link_digest: Mapped[str] = mapped_column(String(64), unique=True)
    spare_digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    link_mailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12), default="draft")
    draft: Mapped[dict[str, Any]] = mapped_column(JSON)
    draft_version: Mapped[int] = mapped_column(default=0)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    notice: Mapped[str | None] = mapped_column(String(12))
    notice_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cure_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cure_parts: Mapped[list[str]] = mapped_column(JSON, default=list)
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ApplicationVersion(Row):
    """An application as it was sent: all versions are kept, the last before the deadline counts (rules.md 31).

    *content* holds the answers and the members, *files* the ids of its files by the call's document. *complete*: the
    program found nothing missing when it came in.
    """

    __tablename__ = "application_version"
    __table_args__ = (
        UniqueConstraint("application_id", "version"),
        Index(
            "uq_application_version_current", "application_id", unique=True,
            sqlite_where=text("current"), postgresql_where=text("current"),
        ),
    )  # fmt: skip

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id"), index=True)
    version: Mapped[int]
    current: Mapped[bool] = mapped_column(default=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    files: Mapped[dict[str, Any]] = mapped_column(JSON)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    in_grace: Mapped[bool] = mapped_column(default=False)
    cure: Mapped[bool] = mapped_column(default=False)
    complete: Mapped[bool] = mapped_column(default=True)
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)


class ApplicationFile(Row):
    """A file that a lead sent for one document of the call, with who signed it, as she declares it.

    *kind* is what its bytes are, never what its name says; *elements* are the ids that she says it contains.
    """

    __tablename__ = "application_file"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id"), index=True)
    document: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(ForeignKey("blob.digest"))
    signer: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    elements: Mapped[list[str]] = mapped_column(JSON, default=list)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Eligibility(Row):
    """What one member of staff found of an application: two have to agree; *reasons* are pairs of rule and code."""

    __tablename__ = "eligibility"
    __table_args__ = (UniqueConstraint("application_id", "account_id", "version"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id"), index=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    version: Mapped[int] = mapped_column(default=1)
    current: Mapped[bool] = mapped_column(default=True)
    verdict: Mapped[str] = mapped_column(String(12))
    reasons: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(String(1000), default="")
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Award(Row):
    """What a team was given in a stage, or waits for; *place* is its place in the frozen order.

    *state* is ``waiting``, ``offered``, ``accepted``, ``declined``, ``expired`` or ``withdrawn``. *people* names
    the delegate and her alternate, where the award sends somebody.
    """

    __tablename__ = "award"
    __table_args__ = (UniqueConstraint("programme_id", "stage", "award", "application_id"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id"), index=True)
    stage: Mapped[str] = mapped_column(String(64))
    award: Mapped[str] = mapped_column(String(64))
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id"), index=True)
    seats: Mapped[int]
    place: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[dict[str, Any]] = mapped_column(JSON)
    people: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    offered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Attendance(Row):
    """How many women of a team came to one follow-up session of the programme."""

    __tablename__ = "attendance"

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id"), primary_key=True)
    session: Mapped[str] = mapped_column(String(64), primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("application.id"), primary_key=True)
    present: Mapped[int]
    noted_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)
