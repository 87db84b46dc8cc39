"""Where facilitators write scenarios: as a list, on a line of time, as forms, in all languages, and as text."""

from web.editor import home, keeping, pages, saving, seeing, taking, text, translating, versions
from web.editor.room import editor

__all__ = ["editor", "home", "keeping", "pages", "saving", "seeing", "taking", "text", "translating", "versions"]
