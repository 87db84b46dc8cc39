"""API tokens: the page on which somebody of the staff makes, sees and revokes her own."""

from web.tokens.pages import tokens

__all__ = ["tokens"]
