"""The permission table: whatever the house can be asked is in it, and whoever is not in a cell gets nothing."""

import importlib
import inspect
import pkgutil
from dataclasses import replace

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
HELPERS = {
    "open_scene", "own_scene", "open_programme", "open_ground", "open_desk", "own_application_scene", "tell_house",
    "renew_token", "let_applications_go",
}  # fmt: skip
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


ROLES = (
    "facilitator",
    "evaluator",
    "observer",
    "organizer",
    "account",
    "participant",
    "applicant",
    "program",
    "nobody",
)
STAFF = {"facilitator", "evaluator", "observer", "organizer"}


def actor_as(role, scope):
    if role == "participant":
        return Actor("participant", "beatriz", drill_id=scope.removeprefix("drill:"), team_id="azul")
    if role == "applicant":
        return Actor("applicant", "her-application", programme_id="p")
    if role in ("program", "nobody"):
        return Actor(role)
    return Actor("account", "somebody", grants=frozenset({(role, scope)} if role in STAFF else ()))


def reached_by(house, who, **facts):
    """Name what somebody reaches, the same way through both doors; all else looks like absence."""
    reached = set()
    for name in PERMISSIONS:
        for way in (house.perform, house.look):
            try:
                way(probe(name), who, **facts)
                reached.add((way.__name__, name))
            except Refusal as refusal:
                assert refusal.code == "not_found"
    assert {name for way, name in reached if way == "perform"} == {name for way, name in reached if way == "look"}
    return {name for _, name in reached}


def named(role, *scopes):
    held = {role} | ({"account"} if role in STAFF else set())
    return {name for name, right in PERMISSIONS.items() if right.roles & held and right.scope in scopes}


# For each way of asking: the facts, and the scopes in which a role held in drill d counts there.
@pytest.mark.parametrize("role", sorted(STAFF))
@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        ({"drill_id": "d"}, {"drill", "given"}),
        ({"drill_id": "other"}, set()),
        ({}, set()),
        ({"programme_id": "p"}, set()),
    ],
)
def test_a_role_in_one_drill_counts_there_and_nowhere_else(house, role, facts, counts):
    expected = {name for name in named(role, *counts) if role in PERMISSIONS[name].roles}
    own = {name for name, right in PERMISSIONS.items() if right.scope == "own" and "account" in right.roles}

    assert reached_by(house, actor_as(role, "drill:d"), **facts) == expected | (set() if facts else own)


@pytest.mark.parametrize("role", sorted(STAFF))
@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        ({"drill_id": "any"}, {"drill", "given"}), ({}, {"given", "house"}),
        ({"programme_id": "p"}, {"given", "programme"}),
        ({"drill_id": "any", "programme_id": "p"}, {"drill"}),
    ],
)  # fmt: skip
def test_a_role_everywhere_counts_wherever_its_rule_says(house, role, facts, counts):
    expected = {name for name in named(role, *counts) if role in PERMISSIONS[name].roles}
    own = {name for name, right in PERMISSIONS.items() if right.scope == "own" and "account" in right.roles}

    assert reached_by(house, actor_as(role, "all"), **facts) == expected | (set() if facts else own)


@pytest.mark.parametrize("role", ["account", "participant", "applicant", "program", "nobody"])
def test_who_has_no_role_reaches_her_own_and_the_open_door(house, role):
    assert reached_by(house, actor_as(role, "drill:d")) == named(role, "own", "given", "house")


@pytest.mark.parametrize("role", ["account", "participant", "applicant", "nobody"])
def test_who_has_no_role_reaches_nothing_that_names_a_drill(house, role):
    assert reached_by(house, actor_as(role, "drill:d"), drill_id="other") == set()


def test_a_role_in_a_programme_counts_in_it(house):
    olga = actor_as("organizer", "programme:p")

    assert reached_by(house, olga, programme_id="p") == {
        name for name in named("organizer", "given", "programme") if "organizer" in PERMISSIONS[name].roles
    }
    assert reached_by(house, olga, programme_id="q") == set()


def test_a_narrower_key_opens_only_what_it_names(house):
    key = replace(actor_as("facilitator", "all"), only=frozenset({"pause_drill", "standings_page"}))

    assert reached_by(house, key, drill_id="d") == {"pause_drill"}
    assert reached_by(house, key) == set()


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
        if "participant" in PERMISSIONS[name].roles and "nobody" not in PERMISSIONS[name].roles:
            assert {"drill_id", "team_id", "team_ids", "participant_id"} & set(
                inspect.signature(found).parameters
            ) == set()


def test_mallory_and_a_stranger_get_nothing_of_a_drill(cast, play):
    for name, found in FUNCTIONS.items():
        asked = inspect.signature(found).parameters
        if "drill_id" not in asked or "nobody" in PERMISSIONS[name].roles:
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
