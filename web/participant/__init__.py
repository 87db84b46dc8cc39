"""participant room."""

from web.participant.pages import participant

__all__ = ["participant"]
