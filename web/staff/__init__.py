"""The staff room: drills, their teams and codes, the accounts of the staff."""

from web.staff import accounts, drill_roles, house_rules, making, members, pages, privacy, teams
from web.staff.room import staff

__all__ = ["accounts", "drill_roles", "house_rules", "making", "members", "pages", "privacy", "staff", "teams"]
