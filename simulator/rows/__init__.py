"""The tables, a file per subject."""

from simulator.rows.base import Row, new_id, new_salt
from simulator.rows.drill import AttachmentFile, Drill, Participant, ScenarioFile, SeatHolder, Team
from simulator.rows.log import FeedRow, LogRow, Reader, Stream
from simulator.rows.people import Account, Grant, OneUseLink, Setting, WebSession
from simulator.rows.play import Delivery, Draft, FlagRow, HotwashNote, Order, Rating, Response

__all__ = [
    "Account", "AttachmentFile", "Delivery", "Draft", "Drill", "FeedRow", "FlagRow", "Grant", "HotwashNote", "LogRow",
    "OneUseLink", "Order", "Participant", "Rating", "Reader", "Response", "Row", "ScenarioFile", "SeatHolder",
    "Setting", "Stream", "Team", "WebSession", "new_id", "new_salt",
]  # fmt: skip
