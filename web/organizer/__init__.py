"""organizer room."""

from web.organizer import appeals_pages, export_pages, registering, rules_pages, sheet_pages, similar_pages
from web.organizer.evaluators import evaluators, merit_evaluators
from web.organizer.linked_pages import linked
from web.organizer.pages import organizer

__all__ = [
    "appeals_pages", "evaluators", "export_pages", "linked", "merit_evaluators", "organizer", "registering",
    "rules_pages", "sheet_pages", "similar_pages",
]  # fmt: skip
