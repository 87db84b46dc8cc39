"""deciding room: what takes two people, wherever it is decided."""

from web.deciding.pages import deciding

__all__ = ["deciding"]
