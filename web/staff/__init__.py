"""staff room."""

from web.staff.pages import staff

__all__ = ["staff"]
