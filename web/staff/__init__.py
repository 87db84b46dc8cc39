"""The staff room: drills, their teams and codes, the accounts of the staff."""

from web.staff import accounts, making, members, pages, teams
from web.staff.room import staff

__all__ = ["accounts", "making", "members", "pages", "staff", "teams"]
