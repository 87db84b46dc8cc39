"""The participants' room: the page of the drill, and the page of what is hers."""

from web.participant import own, sheet
from web.participant.pages import participant

__all__ = ["own", "participant", "sheet"]
