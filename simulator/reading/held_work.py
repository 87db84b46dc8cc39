"""What is held about how a member of staff worked: what she declared, rated, checked, decided and wrote."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from simulator.rows import (
    Account,
    Appeal,
    Assignment,
    Attendance,
    CalibrationRating,
    ColumnMapping,
    Decision,
    Declaration,
    Eligibility,
    Rating,
    Recusal,
    Row,
    Ruling,
    ScenarioVersion,
)


def work_held(session: Session, one: Account) -> dict[str, list[dict[str, Any]]]:
    """Give every row of desks, programmes and decisions that tells of her, each with what it says."""
    return {
        "declarations": _rows(
            session, Declaration, Declaration.account_id == one.id, Declaration.declared_at,
            "desk languages country institution declared_at",
        ),
        "recusals": _rows(
            session, Recusal, or_(Recusal.account_id == one.id, Recusal.said_by == one.id), Recusal.said_at,
            "desk account_id team_id application_id reason said_by said_at",
        ),
        "assignments": _rows(
            session, Assignment, Assignment.account_id == one.id, Assignment.given_at,
            "desk team_id inject application_id purpose given_at ended_at ended_why",
        ),
        "calibration": _rows(
            session, CalibrationRating, CalibrationRating.account_id == one.id, CalibrationRating.given_at,
            "desk item criterion level given_at",
        ),
        "ratings_of_applications": _rows(
            session, Rating, (Rating.account_id == one.id) & Rating.application_id.is_not(None), Rating.given_at,
            "application_id criterion version level sentence given_at",
        ),
        "eligibility": _rows(
            session, Eligibility, Eligibility.account_id == one.id, Eligibility.found_at,
            "application_id version verdict reasons note found_at",
        ),
        "attendance": _rows(
            session, Attendance, Attendance.noted_by == one.id, Attendance.noted_at,
            "programme_id session application_id present noted_at",
        ),
        "scenarios": _rows(
            session, ScenarioVersion, ScenarioVersion.author_id == one.id, ScenarioVersion.created_at,
            "scenario_id number created_at note",
        ),
        "column_mappings": _rows(
            session, ColumnMapping, ColumnMapping.account_id == one.id, ColumnMapping.used_at,
            "signature mapping used_at",
        ),
        "decisions": _rows(
            session, Decision, or_(Decision.proposed_by == one.id, Decision.ended_by == one.id), Decision.proposed_at,
            "scope kind subject reason note state proposed_by proposed_at ended_by ended_at",
        ),
        "rulings": _rows(
            session, Ruling, Ruling.ruled_by == one.id, Ruling.ruled_at,
            "drill_id about version verdict reason ruled_at",
        ),
        "appeals_decided": _rows(
            session, Appeal, Appeal.decided_by == one.id, Appeal.decided_at, "scope ground state reason note decided_at"
        ),
    }  # fmt: skip


def _rows(
    session: Session, table: type[Row], hers: Any, order: InstrumentedAttribute[Any], columns: str
) -> list[dict[str, Any]]:
    names: Sequence[str] = columns.split()
    # Ties come in the same order on every database.
    keys = list(table.__table__.primary_key.columns)  # type: ignore[attr-defined]
    found = session.scalars(select(table).where(hers).order_by(order, *keys))
    return [{name: _plain(getattr(row, name)) for name in names} for row in found]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
