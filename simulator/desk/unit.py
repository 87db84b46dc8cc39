"""One thing that is rated at a desk: a team's response to an inject, or an application."""

from dataclasses import dataclass

from scoring.assignment.panel import Place


@dataclass(frozen=True)
class Unit:
    """Say what is known of it without a name.

    *id* is the response's or the application's; *whose* is its team's id, or the application's own, and *inject* is
    empty for an application. *code* is all that evaluators see of who it is. Only what is *ready* can be rated.
    """

    id: str
    whose: str
    inject: str
    position: int
    code: str
    language: str
    criteria: tuple[str, ...]
    ready: bool = True
    erased: bool = False
    bot: bool = False

    @property
    def place(self) -> Place:
        """Give what it is assigned by: there is a team before there is a response."""
        return (self.whose, self.inject)
