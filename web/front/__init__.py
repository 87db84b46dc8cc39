"""The front room: what everybody sees first."""

from web.front import joining, pages, returning, setting_up, signing
from web.front.room import front

__all__ = ["front", "joining", "pages", "returning", "setting_up", "signing"]
