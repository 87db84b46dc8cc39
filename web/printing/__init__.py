"""The printing room: the kits of a drill on paper, for whoever runs it."""

from web.printing.pages import printing

__all__ = ["printing"]
