"""What a call says about the time after a decision: appeals, derogations, penalties, an abort, follow-up."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from injects.inject import Document, Id
from injects.text import Text
from scenarios.calls.instant import Instant
from scenarios.calls.points import Percent, Points


class Ground(Document):
    """A reason for which a team may appeal."""

    id: Id
    text: Text


class Appeals(Document):
    """On which grounds teams appeal, and what an upheld appeal gives (rule 32)."""

    grounds: Annotated[tuple[Ground, ...], Field(min_length=1)]
    upheld: Literal["first_on_waitlist", "adds_seat"] = "first_on_waitlist"


class Derogation(Document):
    """That two people may, in public and with a reason, decide otherwise than the rules; *text* says when."""

    text: Text


class Penalty(Document):
    """What costs points of a stage's score, decided by two people."""

    id: Id
    text: Text
    points: Points


class Abort(Document):
    """When a broken-off drill counts: *delivered_weight* percent of its weight had reached every team."""

    delivered_weight: Percent = 60
    text: Text | None = None


class FollowUp(Document):
    """A meeting that awarded teams come to; a *needed* one may not be missed."""

    id: Id
    title: Text
    at: Instant
    needed: StrictBool = False


class Attendance(Document):
    """The follow-up meetings, and the *least* percent of them that keeps an award."""

    least: Percent = 0
    sessions: Annotated[tuple[FollowUp, ...], Field(min_length=1)]
