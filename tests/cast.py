"""The cast of the tests (style.md): who everybody is, and the house they meet in."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.granting import grant_role
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.reading.people import find_actor
from simulator.refusal import Refusal
from tests.play import Play

START = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
STAFF = {
    "fatima": ("Fátima", "es", "facilitator"),
    "edo": ("Edo", "es", "evaluator"),
    "eun": ("Eun", "en", "evaluator"),
    "olga": ("Olga", "pt", "organizer"),
    "olu": ("Olu", "en", "observer"),
}


def minutes(number: float) -> timedelta:
    """Give a length in minutes."""
    return timedelta(minutes=number)


def seconds(number: float) -> timedelta:
    """Give a length in seconds."""
    return timedelta(seconds=number)


class Cast:
    """Fátima facilitates, Edo and Eun evaluate, Olga organizes, Olu observes; Mallory has nothing."""

    def __init__(self, house, tokens, kept=None):
        self.house, self.clock, self.tokens, self._kept = house, house.clock, tokens, kept
        self.mallory = Actor("account", "mallory")
        self.stranger = NOBODY
        if kept is None:
            self.refresh()
        else:
            kept.come_in(self)

    @classmethod
    def hire(cls, house):
        """Invite the staff, and let each open a session."""
        tokens = {}
        for key, (name, language, role) in STAFF.items():
            email = f"{key}@ministry.example"
            made = house.perform(invite_staff, PROGRAM, email=email, name=name, language=language, roles=[role])
            tokens[key] = house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
        return cls(house, tokens)

    def refresh(self):
        """Let everybody of the staff come in anew, with what she may do by now."""
        for key, token in self.tokens.items():
            setattr(self, key, self.house.look(find_actor, NOBODY, token=token))

    def staff(self):
        """Give everybody of the staff by name, with what she may do by now."""
        return {key: getattr(self, key) for key in self.tokens}

    def grant(self, who, role, drill_id=None):
        """Give somebody a role, in one drill or everywhere."""
        self.house.perform(grant_role, PROGRAM, account_id=who.id, role=role, drill_id=drill_id)
        self.refresh()

    def play(self, script=None, **facts) -> Play:
        """Make a drill with both teams in it; STARTEX has not been yet."""
        return self.once(lambda cast: Play(cast, script, **facts), "play", repr((script, sorted(facts.items()))))

    def once(self, build, *key) -> Play:
        """Give the drill that *build* plays; tests that all begin with it share the work (`tests/kept.py`)."""
        return self._kept.drill(self, key or build, build) if self._kept else build(self)


@contextmanager
def refused(code):
    """Expect a refusal; gives it, so that its parameters can be looked at."""
    with pytest.raises(Refusal) as caught:
        yield caught
    assert caught.value.code == code
