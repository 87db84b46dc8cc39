"""The observer's room: the story, ten minutes late."""

from web.observer.pages import observer

__all__ = ["observer"]
