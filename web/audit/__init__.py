"""audit room."""

from web.audit import accounts, pages, people
from web.audit.room import audit

__all__ = ["accounts", "audit", "pages", "people"]
