"""facilitator room."""

from web.facilitator.pages import facilitator

__all__ = ["facilitator"]
