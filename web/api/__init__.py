"""The API room: all that a facilitator's console can do, for scripts with a scoped token."""

from web.api import serving
from web.api.room import api

__all__ = ["api", "serving"]
