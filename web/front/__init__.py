"""The front room: what everybody sees first."""

from web.front.pages import front

__all__ = ["front"]
