"""Roles in a drill, in a programme, everywhere: given, taken away at once, and never the last organizer's."""

import pytest
import yaml

from simulator.actions.accounts import disable_account, enable_account, invite_staff
from simulator.actions.drills import add_team, create_drill
from simulator.actions.erasing import erase_account
from simulator.actions.granting import grant_role, revoke_role
from simulator.actions.links import renew_link, use_link
from simulator.actions.programmes import create_programme
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.console import console_page
from simulator.reading.own_account import programme_list
from simulator.reading.people import find_actor, staff_list
from tests.cast import refused
from tests.scripts import scenario

CONTENT = yaml.safe_dump(scenario(), sort_keys=False, allow_unicode=True).encode()


@pytest.fixture
def programme(cast):
    """Give a programme that Olga has made."""
    return cast.house.perform(create_programme, cast.olga, name="Panamá 2026")


def make_drill(cast, who, **facts):
    return cast.house.perform(create_drill, who, name="Simulacro", content=CONTENT, **facts)["drill_id"]


def newcomer(cast, *roles, name="Nina", **where):
    facts = {"email": f"{name}@ministry.example", "name": name, "language": "es", "roles": roles, **where}
    account_id = cast.house.perform(invite_staff, cast.olga, **facts)["account_id"]
    return session_of(cast, account_id)


def session_of(cast, account_id):
    token = cast.house.perform(open_account_session, PROGRAM, account_id=account_id)
    return cast.house.look(find_actor, NOBODY, token=token)


def test_a_role_in_a_programme_holds_in_its_drills_and_in_no_other(cast, programme):
    other = cast.house.perform(create_programme, cast.olga, name="Lima 2026")
    inside, outside, alone = (
        make_drill(cast, cast.fatima, **({"programme_id": one} if one else {})) for one in (programme, other, None)
    )
    nina = newcomer(cast, "facilitator", programme_id=programme)

    assert cast.house.look(console_page, nina, drill_id=inside)["drill"]["id"] == inside
    cast.house.perform(add_team, nina, drill_id=inside, name="Azul")
    for drill_id in (outside, alone):
        with refused("not_found"):
            cast.house.look(console_page, nina, drill_id=drill_id)
        with refused("not_found"):
            cast.house.perform(add_team, nina, drill_id=drill_id, name="Azul")


def test_who_facilitates_a_programme_makes_drills_in_it_and_nowhere_else(cast, programme):
    nina = newcomer(cast, "facilitator", programme_id=programme)
    other = cast.house.perform(create_programme, cast.olga, name="Lima 2026")
    made = make_drill(cast, nina, programme_id=programme)

    assert [one["id"] for one in cast.house.look(programme_list, nina)] == [programme]
    assert "facilitator" in session_of(cast, nina.id).roles_in(made)
    for where in ({}, {"programme_id": other}, {"programme_id": "unknown"}):
        with refused("not_found"):
            make_drill(cast, nina, **where)
    with refused("not_found"):
        make_drill(cast, cast.fatima, programme_id="unknown")


def test_making_a_drill_is_a_grant_that_is_logged(cast, play):
    rows = play.sql("SELECT kind, payload FROM log WHERE stream = 'house' ORDER BY seq DESC LIMIT 1")
    kind, payload = rows[0]

    assert kind == "role_granted"
    assert play.id in payload and cast.fatima.id in payload and "Fátima" not in payload


@pytest.mark.parametrize("name", [" ", "x" * 121, "a\nb\x07"])
def test_a_programme_needs_a_name(cast, name):
    with refused("programme_needs_name"):
        cast.house.perform(create_programme, cast.olga, name=name)


def test_two_programmes_have_two_names_and_only_organizers_make_them(cast, programme):
    with refused("programme_name_taken"):
        cast.house.perform(create_programme, cast.olga, name=" PANAMÁ  2026")
    for who in (cast.fatima, cast.mallory, NOBODY):
        with refused("not_found"):
            cast.house.perform(create_programme, who, name="Otro")


def test_a_role_that_is_taken_away_is_gone_at_once(cast, play):
    cast.grant(cast.eun, "facilitator", play.id)
    assert "facilitator" in cast.eun.roles_in(play.id)
    facts = {"account_id": cast.eun.id, "role": "facilitator"}
    cast.house.perform(revoke_role, cast.olga, **facts, drill_id=play.id)
    cast.house.perform(revoke_role, cast.olga, **facts, drill_id=play.id)
    cast.refresh()

    assert "facilitator" not in cast.eun.roles_in(play.id)
    assert play.sql("SELECT actor, session_id FROM departure") == [(f"account:{cast.eun.id}", None)]
    assert [kind for (kind,) in play.sql("SELECT kind FROM log WHERE stream = 'house'")].count("role_revoked") == 1


def test_a_role_is_taken_away_where_it_was_given_and_not_elsewhere(cast, play, programme):
    cast.grant(cast.edo, "observer", play.id)
    facts = {"account_id": cast.edo.id, "role": "evaluator"}
    cast.house.perform(revoke_role, cast.olga, **facts, drill_id=play.id)
    cast.house.perform(revoke_role, cast.olga, **facts, programme_id=programme)
    cast.refresh()

    assert cast.edo.roles_in(play.id) == {"account", "evaluator", "observer"}
    for where in ({"drill_id": "unknown"}, {"programme_id": "unknown"}):
        with refused("not_found"):
            cast.house.perform(revoke_role, cast.olga, **facts, **where)
    with refused("not_found"):
        cast.house.perform(grant_role, PROGRAM, **facts, drill_id=play.id, programme_id=programme)


def test_an_organizer_of_one_drill_gives_and_takes_roles_in_it_only(cast, play):
    cast.grant(cast.olu, "organizer", play.id)
    facts = {"account_id": cast.eun.id, "role": "observer"}
    cast.house.perform(grant_role, cast.olu, **facts, drill_id=play.id)
    cast.house.perform(revoke_role, cast.olu, **facts, drill_id=play.id)

    other = cast.play()
    for action in (grant_role, revoke_role):
        for where in ({}, {"drill_id": other.id}):
            with refused("not_found"):
                cast.house.perform(action, cast.olu, **facts, **where)


def test_the_last_organizer_can_neither_be_taken_away_nor_disabled(cast):
    facts = {"account_id": cast.olga.id, "role": "organizer"}
    for who in (cast.olga, PROGRAM):
        with refused("last_organizer"):
            cast.house.perform(revoke_role, who, **facts)
    with refused("last_organizer"):
        cast.house.perform(disable_account, PROGRAM, account_id=cast.olga.id)
    nina = newcomer(cast, "organizer")
    cast.house.perform(disable_account, cast.olga, account_id=nina.id)
    with refused("last_organizer"):
        cast.house.perform(revoke_role, cast.olga, **facts)
    cast.house.perform(enable_account, cast.olga, account_id=nina.id)
    cast.house.perform(revoke_role, cast.olga, **facts)

    with refused("last_organizer"):
        cast.house.perform(revoke_role, PROGRAM, account_id=nina.id, role="organizer")


def test_who_is_disabled_is_out_with_links_and_sessions_and_comes_back_with_her_roles(cast):
    nina = newcomer(cast, "evaluator")
    link = cast.house.perform(renew_link, cast.olga, account_id=nina.id)
    with refused("not_oneself"):
        cast.house.perform(disable_account, cast.olga, account_id=cast.olga.id)
    cast.house.perform(disable_account, cast.olga, account_id=nina.id)
    cast.house.perform(disable_account, cast.olga, account_id=nina.id)

    with refused("not_found"):
        session_of(cast, nina.id)
    with refused("not_found"):
        cast.house.perform(renew_link, cast.olga, account_id=nina.id)
    cast.house.perform(enable_account, cast.olga, account_id=nina.id)
    with refused("link_used_or_expired"):
        cast.house.perform(use_link, NOBODY, token=link["token"], password_hash="h")
    assert session_of(cast, nina.id).roles_in(None) == {"account", "evaluator"}
    told = next(one for one in cast.house.look(staff_list, cast.olga) if one["id"] == nina.id)
    assert (told["disabled"], told["grants"][0]["scope"]) == (False, "all")


def test_who_was_erased_is_given_no_role_any_more(cast):
    cast.house.perform(disable_account, cast.olga, account_id=cast.edo.id)
    cast.house.perform(erase_account, cast.olga, account_id=cast.edo.id)

    with refused("not_found"):
        cast.house.perform(grant_role, cast.olga, account_id=cast.edo.id, role="evaluator")
