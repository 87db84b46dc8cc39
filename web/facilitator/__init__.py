"""The facilitator room: the console from which a drill is run."""

from web.facilitator import deviating, doing, late, pages
from web.facilitator.room import facilitator

__all__ = ["deviating", "doing", "facilitator", "late", "pages"]
