"""The organizers' side of a call: opening it, the mails that wait, and what is held about an application."""

from web.calls import mails, opening, people
from web.calls.room import calls

__all__ = ["calls", "mails", "opening", "people"]
