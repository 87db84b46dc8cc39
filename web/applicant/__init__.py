"""Calls as everybody reads them, and the room of those who apply."""

from web.applicant import beginning, calls, coming_back, files, form, number_files, own, sending
from web.applicant.room import applicant

__all__ = ["applicant", "beginning", "calls", "coming_back", "files", "form", "number_files", "own", "sending"]
