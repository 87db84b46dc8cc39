"""The tables, a file per subject."""

from simulator.rows.base import Row, new_id, new_salt
from simulator.rows.deciding import Appeal, Decision, Penalty, Ruling
from simulator.rows.desk import Assignment, CalibrationRating, Declaration, Recusal
from simulator.rows.drill import AttachmentFile, Drill, Participant, ScenarioFile, SeatHolder, Team
from simulator.rows.log import FeedRow, LogRow, Reader, Stream
from simulator.rows.mail import Mail
from simulator.rows.people import (
    Account,
    ApiToken,
    Departure,
    Grant,
    OneUseLink,
    RecoveryCode,
    Setting,
    WebSession,
)
from simulator.rows.play import Delivery, Draft, FlagRow, HotwashNote, Order, Rating, Response
from simulator.rows.privacy import Consent, PauseRequest
from simulator.rows.programme import (
    Application,
    ApplicationFile,
    ApplicationVersion,
    Attendance,
    Award,
    Blob,
    CallFile,
    Eligibility,
    Programme,
    Stage,
)
from simulator.rows.scenarios import ColumnMapping, ScenarioAttachment, ScenarioVersion, StoredScenario
from simulator.rows.serving import ClockTerm, ServerProcess, Sitting

__all__ = [
    "Account", "ApiToken", "Appeal", "Application", "ApplicationFile", "ApplicationVersion", "Assignment",
    "AttachmentFile", "Attendance", "Award", "Blob", "CalibrationRating", "CallFile", "ClockTerm", "ColumnMapping",
    "Consent", "Decision", "Declaration", "Delivery", "Departure", "Draft", "Drill", "Eligibility", "FeedRow",
    "FlagRow", "Grant", "HotwashNote", "LogRow", "Mail", "OneUseLink", "Order", "Participant", "PauseRequest",
    "Penalty", "Programme", "Rating", "Reader", "RecoveryCode", "Recusal", "Response", "Row", "Ruling",
    "ScenarioAttachment", "ScenarioFile", "ScenarioVersion", "SeatHolder", "ServerProcess", "Setting", "Sitting",
    "Stage", "StoredScenario", "Stream", "Team", "WebSession", "new_id", "new_salt",
]  # fmt: skip
