"""organizer room."""

from web.organizer.pages import organizer

__all__ = ["organizer"]
