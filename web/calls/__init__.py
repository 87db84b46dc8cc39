"""The organizers' side of a call: opening it, the mails that wait, and what is held about an application."""

from web.calls import mails, numbers, opening, people
from web.calls.room import calls

__all__ = ["calls", "mails", "numbers", "opening", "people"]
