"""evaluator room."""

from web.evaluator.pages import evaluator, merit

__all__ = ["evaluator", "merit"]
