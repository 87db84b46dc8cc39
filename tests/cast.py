"""The cast of the tests (style.md): who everybody is, and the house they meet in."""

from datetime import UTC, datetime, timedelta

from simulator.actions.accounts import grant_role, invite_staff, open_account_session
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.reading.people import find_actor
from tests.play import Play

START = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)


def minutes(number: float) -> timedelta:
    """Give a length in minutes."""
    return timedelta(minutes=number)


def seconds(number: float) -> timedelta:
    """Give a length in seconds."""
    return timedelta(seconds=number)


class Cast:
    """Fátima facilitates, Edo and Eun evaluate, Olga organizes, Olu observes; Mallory has nothing."""

    def __init__(self, house, clock):
        self.house, self.clock = house, clock
        self._tokens = {}
        self._hire("fatima", "Fátima", "es", "facilitator")
        self._hire("edo", "Edo", "es", "evaluator")
        self._hire("eun", "Eun", "en", "evaluator")
        self._hire("olga", "Olga", "pt", "organizer")
        self._hire("olu", "Olu", "en")
        self.mallory = Actor("account", "nobody-knows")
        self.stranger = NOBODY
        self.refresh()

    def _hire(self, key, name, language, *roles):
        email = f"{key}@ministry.example"
        facts = {"email": email, "name": name, "language": language}
        made = self.house.perform(invite_staff, PROGRAM, **facts, roles=roles or ("observer",))
        self._tokens[key] = self.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])

    def refresh(self):
        """Let everybody of the staff come in anew, with what she may do by now."""
        for key, token in self._tokens.items():
            setattr(self, key, self.house.look(find_actor, NOBODY, token=token))

    def grant(self, who, role, drill_id=None):
        """Give somebody a role, in one drill or everywhere."""
        self.house.perform(grant_role, PROGRAM, account_id=who.id, role=role, drill_id=drill_id)
        self.refresh()

    def play(self, script=None, **facts) -> Play:
        """Make a drill with both teams in it; STARTEX has not been yet."""
        return Play(self, script, **facts)
