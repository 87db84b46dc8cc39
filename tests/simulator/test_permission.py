"""The permission table: whatever the house can be asked is in it, and whoever is not in a cell gets nothing."""

import importlib
import inspect
import pkgutil

import pytest

import simulator
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.permission import PERMISSIONS, can
from simulator.refusal import Refusal
from tests.cast import refused


def asked_of_the_house():
    """Name every public function of the simulator that begins with a session, an instant and an actor."""
    names = {}
    for module in pkgutil.walk_packages(simulator.__path__, "simulator."):
        if module.name.startswith("simulator.migrations"):
            continue
        for name, found in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            first = list(inspect.signature(found).parameters)[:3]
            if first == ["session", "now", "actor"] and found.__module__ == module.name and name[0] != "_":
                names[name] = found
    return {name: found for name, found in names.items() if name not in HELPERS}


# What actions lean on; they are not asked of the house.
HELPERS = {"open_scene", "own_scene"}
FUNCTIONS = asked_of_the_house()


def test_every_action_and_view_is_in_the_table():
    assert set(FUNCTIONS) - set(PERMISSIONS) == set()


def test_the_table_names_nothing_that_is_not_there():
    assert set(PERMISSIONS) - set(FUNCTIONS) == set()


def test_what_is_not_in_the_table_nobody_may_do():
    assert not any(can(role, "drop_tables") for role in ("program", "organizer", "facilitator", "account"))


def probe(name):
    """Make an action that only says that it was reached."""

    def reached(session, now, actor, **facts):
        return "reached"

    reached.__name__ = name
    return reached


ROLES = ("facilitator", "evaluator", "observer", "organizer", "account", "participant", "program", "nobody")


def actor_as(role, drill_id):
    if role == "participant":
        return Actor("participant", "beatriz", drill_id=drill_id, team_id="azul")
    if role in ("program", "nobody"):
        return Actor(role)
    return Actor("account", "somebody", grants=frozenset({(role, f"drill:{drill_id}")} if role != "account" else ()))


@pytest.mark.parametrize("role", ROLES)
def test_each_cell_of_the_table_is_what_the_house_does(house, role):
    staff = {"account"} if role in ("facilitator", "evaluator", "observer", "organizer") else set()
    reached = {}
    for name in PERMISSIONS:
        for way in (house.perform, house.look):
            try:
                reached[name] = way(probe(name), actor_as(role, "d"), drill_id="d") == "reached"
            except Refusal as refusal:
                assert refusal.code == "not_found"
                reached[name] = False

    assert reached == {name: bool(PERMISSIONS[name] & ({role} | staff)) for name in PERMISSIONS}


@pytest.mark.parametrize("role", ["facilitator", "evaluator", "observer", "organizer"])
def test_a_role_in_one_drill_is_none_in_another_and_none_everywhere(house, role):
    for name, allowed in PERMISSIONS.items():
        if role not in allowed or "account" in allowed:
            continue
        for elsewhere in ({"drill_id": "other"}, {"drill_id": None}, {}):
            with refused("not_found"):
                house.perform(probe(name), actor_as(role, "d"), **elsewhere)


def test_a_role_everywhere_is_a_role_in_every_drill(house):
    everywhere = Actor("account", "olga", grants=frozenset({("organizer", "all")}))

    assert house.look(probe("standings_page"), everywhere, drill_id="any") == "reached"
    assert house.look(probe("staff_list"), everywhere) == "reached"


def test_a_participant_reaches_nothing_that_names_a_drill(cast, play):
    other = cast.play()
    for name in PERMISSIONS:
        with refused("not_found"):
            play.house.perform(probe(name), play.beatriz, drill_id=other.id)
    for name, found in FUNCTIONS.items():
        if "participant" in PERMISSIONS[name] and "nobody" not in PERMISSIONS[name]:
            assert {"drill_id", "team_id", "team_ids", "participant_id"} & set(
                inspect.signature(found).parameters
            ) == set()


def test_mallory_and_a_stranger_get_nothing_of_a_drill(cast, play):
    for name, found in FUNCTIONS.items():
        asked = inspect.signature(found).parameters
        if "drill_id" not in asked or "nobody" in PERMISSIONS[name]:
            continue
        for who in (cast.mallory, NOBODY, play.beatriz):
            with refused("not_found"):
                play.house.perform(probe(name), who, drill_id=play.id)


def test_the_program_plays_nobodys_part(house):
    for name in ("send_response", "rate_response", "publish_standings", "deliver_inject", "own_events"):
        with refused("not_found"):
            house.perform(probe(name), PROGRAM)


@pytest.mark.parametrize("words", ["a\x00b", "\ud800", ["ok", "\udfff"], ("\x00",)])
def test_what_no_database_can_store_is_refused_at_the_door(house, words):
    for way in (house.perform, house.look):
        with refused("not_found"):
            way(probe("join_team"), NOBODY, code=words)
