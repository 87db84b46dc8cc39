"""The signed cookie that forms live in: emptied whenever somebody comes in or leaves, so that no form outlives her."""

from flask import session

# What a participant in the same browser still needs.
KEPT = ("keep",)


def renew_form_session() -> None:
    """Empty it; forms that are open in other windows expire with it."""
    kept = {name: session[name] for name in KEPT if name in session}
    session.clear()
    session.update(kept)
