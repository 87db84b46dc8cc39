"""bundle room."""

from web.bundle.pages import bundle

__all__ = ["bundle"]
