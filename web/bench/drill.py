"""The drill that is measured: teams of people with open questions, and injects that fall due one after another."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from simulator.actions.accounts import invite_staff
from simulator.actions.drills import add_team, create_drill, prepare_drill
from simulator.actions.joining import join_team
from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actions.tokens import create_token
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.house import House
from simulator.permission import FACILITATOR
from simulator.reading.people import find_actor

LANGUAGES = ("es", "pt", "en", "fr")
NAME = "Bench"
# Ids by their place; what a client sends and waits for is told by them.
ASK, DUE = "a{:02}", "d{:03}"
LENGTH = timedelta(hours=10)
BODY = (
    "The service desk of the ministry reports that **forty workstations** of two floors show a page that asks for "
    "money, and that shared folders cannot be opened. Backups of last night are said to be whole; nobody has tried "
    "one. A journalist has called twice, and the bank that pays the pensions asks by noon whether files will come.\n\n"
    "Decide what is cut off, what is kept for the investigators, and whom you tell in the next hour."
)


@dataclass(frozen=True)
class Shape:
    """How large a drill is.

    *asks* questions are open from STARTEX on; *due* injects follow, the first after *first* and one each *every*.
    A team reads one of the four languages, or, where it is *mixed*, all of them.
    """

    clients: int
    teams: int
    asks: int = 20
    due: int = 20
    first: timedelta = timedelta(seconds=5)
    every: timedelta = timedelta(seconds=1)
    mixed: bool = False


@dataclass(frozen=True)
class MadeDrill:
    """A drill before STARTEX: its id, who may start it, and a session's token for each participant."""

    shape: Shape
    drill_id: str
    token: str
    sessions: tuple[str, ...]


def document(shape: Shape) -> bytes:
    """Give the scenario; every text stands in four languages, as much as a real inject says."""
    asks = [_inject(ASK.format(place), timedelta(0), f"Question {place}") for place in range(shape.asks)]
    due = [
        _inject(DUE.format(place), shape.first + place * shape.every, f"Inject {place}") for place in range(shape.due)
    ]
    return json.dumps(
        {
            "format": 1, "id": "bench", "languages": LANGUAGES, "title": "Bench", "rated": False,
            "duration": f"{LENGTH // timedelta(hours=1)}h",
            "seats": {"lead": {"title": "Lead"}, "technical": {"title": "Technical", "deputy": True}},
            "injects": asks + due,
        }
    ).encode()  # fmt: skip


def _inject(name: str, at: timedelta, title: str) -> dict[str, Any]:
    hours = LENGTH // timedelta(hours=1) - 1
    return {
        "id": name, "at": f"{at // timedelta(seconds=1)}s", "channel": "email", "from": "Service desk",
        "title": {language: f"{title} ({language})" for language in LANGUAGES},
        "body": {language: f"{BODY} ({language})" for language in LANGUAGES},
        "ask": {"kind": "text", "due": f"{hours}h", "prompt": "What do you do first, and why?", "max_words": 120},
    }  # fmt: skip


def make_drill(house: House, shape: Shape, said: Callable[[int], None] = lambda _people: None) -> MadeDrill:
    """Make a drill of a *shape* with everybody in it; *said* hears how many people have joined so far.

    The people of a team come one after the other.
    """
    staff = _facilitator(house)
    facts: dict[str, Any] = {"content": document(shape), "language": LANGUAGES[0], "rehearsal": True}
    drill_id = house.perform(create_drill, staff, name=NAME, **facts)["drill_id"]
    token = house.perform(create_token, staff, name=NAME, scopes=["read", "run"], bound_to=drill_id)["token"]
    codes = [
        house.perform(
            add_team, staff, drill_id=drill_id, name=f"Team {place}", language=LANGUAGES[place % len(LANGUAGES)]
        )["code"]
        for place in range(shape.teams)
    ]
    house.perform(prepare_drill, staff, drill_id=drill_id)
    sessions = []
    for place in range(shape.clients):
        team = place * shape.teams // shape.clients
        language = LANGUAGES[(place if shape.mixed else team) % len(LANGUAGES)]
        joined = house.perform(join_team, NOBODY, code=codes[team], name=f"Person {place}", language=language)
        who = joined["participant_id"]
        sessions.append(house.perform(open_participant_session, PROGRAM, participant_id=who))
        said(place + 1)
    return MadeDrill(shape, drill_id, token, tuple(sessions))


def _facilitator(house: House) -> Actor:
    email = f"bench-{house.clock().timestamp():.6f}@prontas.example"
    made = house.perform(invite_staff, PROGRAM, email=email, name=NAME, language="en", roles=[FACILITATOR])
    token = house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    found = house.look(find_actor, NOBODY, token=token)
    if found is None:
        raise LookupError(email)
    return found
