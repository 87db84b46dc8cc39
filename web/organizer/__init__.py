"""organizer room."""

from web.organizer.evaluators import evaluators, merit_evaluators
from web.organizer.pages import organizer

__all__ = ["evaluators", "merit_evaluators", "organizer"]
