"""Where facilitators write scenarios: as a list, on a line of time, as forms, in all languages, and as text."""

from web.editor import home, pages, saving, seeing, taking, text, versions
from web.editor.room import editor

__all__ = ["editor", "home", "pages", "saving", "seeing", "taking", "text", "versions"]
