"""evaluator room."""

from web.evaluator.pages import evaluator

__all__ = ["evaluator"]
