"""The wall clock, for what a phone must agree with: the house's own clock may stand behind it after a machine slept."""

from datetime import UTC, datetime

from flask import current_app


def wall_clock() -> datetime:
    """Give the instant of now as the rest of the world has it."""
    told: datetime = current_app.extensions.get("wall_clock", _now)()
    return told


def _now() -> datetime:
    return datetime.now(UTC)
