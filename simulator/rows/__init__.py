"""The tables, a file per subject."""

from simulator.rows.base import Row, new_id, new_salt
from simulator.rows.drill import AttachmentFile, Drill, Participant, Programme, ScenarioFile, SeatHolder, Team
from simulator.rows.log import FeedRow, LogRow, Reader, Stream
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

__all__ = [
    "Account", "ApiToken", "AttachmentFile", "Consent", "Delivery", "Departure", "Draft", "Drill", "FeedRow", "FlagRow",
    "Grant", "HotwashNote", "LogRow", "OneUseLink", "Order", "Participant", "PauseRequest", "Programme", "Rating",
    "Reader", "RecoveryCode", "Response", "Row", "ScenarioFile", "SeatHolder", "Setting", "Stream", "Team",
    "WebSession", "new_id", "new_salt",
]  # fmt: skip
