"""The front room: what everybody sees first."""

from web.front import joining, pages, returning, second_step, setting_up, signing
from web.front.room import front

__all__ = ["front", "joining", "pages", "returning", "second_step", "setting_up", "signing"]
