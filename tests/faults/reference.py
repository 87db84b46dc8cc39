"""The reference drill: injects of every timing, a decision that branches, teams with several devices each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from simulator.actions.accounts import invite_staff
from simulator.actions.drills import add_team, create_drill, prepare_drill
from simulator.actions.joining import join_team
from simulator.actions.program import catch_up
from simulator.actions.running import pause_drill, resume_drill, set_speed, start_drill
from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.clock import SteadyClock
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from simulator.notice import NOTICE
from simulator.reading.people import find_actor
from tests.scripts import scenario

NAME = "Ceiba"
LANGUAGES = ("es", "pt", "en", "fr")


@dataclass(frozen=True)
class Size:
    """How large a drill is; *seconds* of drill time lie between its first inject and its last."""

    injects: int = 40
    teams: int = 20
    devices: int = 100
    seconds: int = 1200
    speed: int = 8

    @property
    def said(self) -> str:
        """Say how large it is."""
        return f"{self.injects} injects, {self.teams} teams, {self.devices} devices that answer, speed ×{self.speed}"


@dataclass
class Drill:
    """A drill that is ready, with a cookie for each of its people."""

    database: str
    size: Size
    script: list[dict[str, Any]]
    id: str = ""
    staff_cookie: str = ""
    teams: list[str] = field(default_factory=list)
    # name of a device: (team, cookie)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)


def script_of(size: Size) -> list[dict[str, Any]]:
    """Give the script as the oracle reads it: seconds of drill time, in file order.

    Of each ten: five texts, a decision that sets a flag, a follower of it, one that only some see, a word to be
    acknowledged, news that follows a text.
    """
    step = size.seconds / size.injects
    lasts = max(int(step * 5), 20)
    made = []
    for number in range(size.injects):
        line: dict[str, Any] = {"id": f"{number:03}", "ask": "text", "at": int(number * step), "lasts": lasts}
        match number % 10:
            case 2:
                line |= {"ask": "choice"}
            case 4:
                line |= {"if": [(number % 20 == 4, "flag", "isolated")]}
            case 5:
                line |= {"ask": "acknowledge", "lasts": None}
            case 7:
                line |= {"ask": None, "at": None, "lasts": None, "after": f"{number - 5:03}", "delay": int(step)}
            case 9:
                line |= {"ask": None, "at": None, "lasts": None, "after": f"{number - 9:03}", "delay": 0}
        made.append({name: value for name, value in line.items() if value is not None or name == "ask"})
    return made


def document_of(size: Size) -> bytes:
    """Give the same script as the scenario's file."""
    injects = []
    for line in script_of(size):
        told = {"id": line["id"], "title": f"Inject {line['id']}", "body": "Hay humo en la sala de servidores. " * 4}
        if "after" in line:
            told["after"] = {"inject": line["after"], "delay": f"{line['delay']}s"}
        else:
            told["at"] = f"{line['at']}s"
        if "if" in line:
            told["if"] = "not isolated" if line["if"][0][0] else "isolated"
        if line["ask"]:
            told["ask"] = {"kind": line["ask"]} | ({"due": f"{line['lasts']}s"} if "lasts" in line else {})
        if line["ask"] == "choice":
            labels = (("A", "Aislar"), ("B", "Mirar"), ("C", "Esperar"))
            told["ask"]["options"] = [{"id": name, "label": label} for name, label in labels]
            told["ask"]["options"][0]["sets"] = ["isolated"]
        injects.append(told)
    return yaml.safe_dump(scenario(*injects, duration="20h"), sort_keys=False, allow_unicode=True).encode()


def open_house(database: str) -> tuple[House, Any]:
    """Open a house on a database that servers are using; gives it and its engine."""
    engine = open_engine(database)
    return House(engine, SteadyClock(), catch_up=catch_up), engine


def make_drill(database: str, size: Size) -> Drill:
    """Make the drill in an empty database and let everybody join; STARTEX has not been yet."""
    engine = open_engine(database)
    try:
        migrate(engine)
        return make_in(House(engine, SteadyClock()), Drill(database, size, script_of(size)))
    finally:
        close_engine(engine)


def make_in(house: House, drill: Drill) -> Drill:
    """Make a drill through a house, and let everybody join."""
    size = drill.size
    person = {"email": "fatima@drill.example", "name": "Fátima", "language": "es"}
    made = house.perform(invite_staff, PROGRAM, **person, roles=["facilitator", "organizer"])
    token = house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    drill.staff_cookie = f"prontas_staff={token}"
    fatima = house.look(find_actor, NOBODY, token=token)
    facts = {"name": NAME, "content": document_of(size), "rehearsal": True}
    drill.id = house.perform(create_drill, fatima, **facts)["drill_id"]
    fatima = fatima_of(house, drill)
    codes = []
    for number in range(size.teams):
        team = {"name": f"Equipo {number:02}", "language": LANGUAGES[number % 4]}
        added = house.perform(add_team, fatima, drill_id=drill.id, **team)
        drill.teams.append(added["team_id"])
        codes.append(added["code"])
    for number in range(size.devices):
        team = number % size.teams
        person = {"name": f"Ana {number:03}", "language": LANGUAGES[(number // size.teams) % 4], "notice": NOTICE}
        joined = house.perform(join_team, NOBODY, code=codes[team], **person)
        token = house.perform(open_participant_session, PROGRAM, participant_id=joined["participant_id"])
        drill.people[f"d{number:03}"] = (drill.teams[team], f"prontas_team={token}")
    house.perform(prepare_drill, fatima, drill_id=drill.id)
    house.perform(set_speed, fatima, drill_id=drill.id, speed=size.speed)
    return drill


def fatima_of(house: House, drill: Drill) -> Actor:
    """Give whoever runs the drill, with what she may do by now."""
    return house.look(find_actor, NOBODY, token=drill.staff_cookie.partition("=")[2])


PRESSES: Mapping[str, tuple[Any, dict[str, Any]]] = {
    "start": (start_drill, {"name": NAME}), "pause": (pause_drill, {}), "resume": (resume_drill, {}),
}  # fmt: skip


def press(drill: Drill, what: str) -> None:
    """Let Fátima press STARTEX, pause or resume, from a process of her own."""
    house, engine = open_house(drill.database)
    action, facts = PRESSES[what]
    try:
        house.perform(action, fatima_of(house, drill), drill_id=drill.id, **facts)
    finally:
        close_engine(engine)
