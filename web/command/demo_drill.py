"""The drill that the demo plays: made once in its own database, with bots beside one open team."""

import secrets
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from zoneinfo import available_timezones

from simulator.actions.accounts import add_bot_evaluator, invite_staff, keep_setting
from simulator.actions.drills import add_team, create_drill, prepare_drill
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.house import House
from simulator.permission import EVALUATOR, FACILITATOR, ORGANIZER
from simulator.reading.people import find_actor, read_setting
from web.demo import ACCOUNT, CODE, DRILL, KEY, NAME

OPEN_TEAM = "Azul"
# Played by bots, each team in a language of its own.
BOT_TEAMS = (("Verde", "es"), ("Índigo", "pt"), ("Coral", "fr"))
BOT_EVALUATORS = (("Soledad", "es"), ("Nayara", "pt"))
ROLES = (ORGANIZER, FACILITATOR, EVALUATOR)
EMAIL = "demo@prontas.example"
NAMES = {"es": "Ceiba Roja", "pt": "Ceiba Vermelha", "en": "Red Ceiba", "fr": "Ceiba rouge"}


def kept(house: House) -> Mapping[str, str] | None:
    """Give what the demo keeps of itself, None where there is none yet."""
    values = {name: house.look(read_setting, PROGRAM, name=name) for name in (KEY, ACCOUNT, DRILL, NAME, CODE)}
    return {name: value for name, value in values.items() if value} if all(values.values()) else None


def make_demo(house: House, language: str) -> Mapping[str, str]:
    """Make the staff account, the drill with its teams, and the bots who rate; gives what is kept of it."""
    made = house.perform(invite_staff, PROGRAM, email=EMAIL, name="Demo", language=language, roles=ROLES)
    staff = _actor(house, made["account_id"])
    content = files("scenarios").joinpath("library/ceiba-roja/scenario.yaml").read_bytes()
    drill_id = house.perform(
        create_drill, staff, name=NAMES[language], content=content, language=language, time_zone=local_time_zone(),
        rehearsal=True,
    )["drill_id"]  # fmt: skip
    open_team = house.perform(add_team, staff, drill_id=drill_id, name=OPEN_TEAM, language=language)
    for name, spoken in BOT_TEAMS:
        house.perform(add_team, staff, drill_id=drill_id, name=name, language=spoken, bot=True)
    for name, spoken in BOT_EVALUATORS:
        house.perform(add_bot_evaluator, PROGRAM, drill_id=drill_id, name=name, language=spoken)
    house.perform(prepare_drill, staff, drill_id=drill_id)
    facts = {
        KEY: secrets.token_urlsafe(12), ACCOUNT: made["account_id"], DRILL: drill_id, NAME: NAMES[language],
        CODE: open_team["code"],
    }  # fmt: skip
    return {name: house.perform(keep_setting, PROGRAM, name=name, value=value) for name, value in facts.items()}


def _actor(house: House, account_id: str) -> Actor:
    token = house.perform(open_account_session, PROGRAM, account_id=account_id)
    found = house.look(find_actor, NOBODY, token=token)
    if found is None:
        raise LookupError(account_id)
    return found


def local_time_zone() -> str:
    """Name this machine's time zone, UTC where it cannot be told."""
    found = Path("/etc/localtime")
    name = str(found.resolve()).rpartition("zoneinfo/")[2] if found.exists() else ""
    return name if name in available_timezones() else "UTC"
