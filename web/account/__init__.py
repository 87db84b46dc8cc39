"""The room of a member of staff for herself: her password, her second step, her open sessions."""

from web.account import pages, password, second_factor, seen, sessions
from web.account.room import account

__all__ = ["account", "pages", "password", "second_factor", "seen", "sessions"]
