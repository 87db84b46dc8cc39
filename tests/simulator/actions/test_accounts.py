"""Staff accounts: set up once, invited once, and out when a session ends, expires or is taken away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.actions.accounts import add_bot_evaluator, change_own_language, invite_staff, keep_setting
from simulator.actions.granting import grant_role
from simulator.actions.links import issue_setup_link, use_link
from simulator.actions.sessions import close_session, note_seen, open_account_session, open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.reading.people import find_account, find_actor, find_link, has_accounts, read_setting, staff_list
from simulator.rows import Row
from tests.cast import START, refused, seconds

OLGA = {"email": "Olga@Ministry.example", "name": "Olga", "language": "pt"}


@pytest.fixture
def fresh():
    """Give a house that nobody has set up."""
    engine = open_engine(MEMORY)
    Row.metadata.create_all(engine)
    yield House(engine, VirtualClock(START))
    close_engine(engine)


def set_up(house, token):
    return house.perform(use_link, NOBODY, token=token, password_hash="h", **OLGA)


def invite(cast, **facts):
    whole = {"email": "eva@ministry.example", "name": "Eva", "language": "es", "roles": ["evaluator"]} | facts
    return cast.house.perform(invite_staff, cast.olga, **whole)


def test_the_setup_link_makes_one_organizer_once(fresh):
    assert not fresh.look(has_accounts, NOBODY)
    token = fresh.perform(issue_setup_link, PROGRAM)
    assert fresh.look(find_link, NOBODY, token=token)["purpose"] == "setup"
    account = set_up(fresh, token)

    assert fresh.look(has_accounts, NOBODY)
    found = fresh.look(find_account, PROGRAM, email=" olga@ministry.EXAMPLE ")
    assert (found["id"], found["password_hash"], found["second_factor"]) == (account, "h", False)
    assert fresh.look(find_link, NOBODY, token=token) is None
    with refused("link_used_or_expired"):
        set_up(fresh, token)
    with refused("already_set_up"):
        fresh.perform(issue_setup_link, PROGRAM)


def test_a_new_setup_link_ends_the_one_before(fresh):
    old, new = fresh.perform(issue_setup_link, PROGRAM), fresh.perform(issue_setup_link, PROGRAM)
    with refused("link_used_or_expired"):
        set_up(fresh, old)

    assert set_up(fresh, new)


def test_a_setup_link_is_worth_nothing_once_there_is_an_account(fresh):
    token = fresh.perform(issue_setup_link, PROGRAM)
    fresh.perform(invite_staff, PROGRAM, **OLGA, roles=["organizer"])
    with refused("link_used_or_expired"):
        fresh.perform(use_link, NOBODY, token=token, password_hash="h", email="m@x.example", name="M", language="en")


def test_a_mistyped_address_does_not_use_the_link_up(fresh):
    token = fresh.perform(issue_setup_link, PROGRAM)
    with refused("email_malformed"):
        fresh.perform(use_link, NOBODY, token=token, password_hash="h", email="olga", name="Olga", language="pt")

    assert set_up(fresh, token)


def test_an_invitation_works_once_and_for_seven_days(cast):
    token = invite(cast)["token"]
    assert cast.house.look(find_link, NOBODY, token=token)["email"] == "eva@ministry.example"
    cast.house.perform(use_link, NOBODY, token=token, password_hash="h")
    with refused("link_used_or_expired"):
        cast.house.perform(use_link, NOBODY, token=token, password_hash="stolen")

    late = invite(cast, email="ida@ministry.example")["token"]
    cast.clock.now += timedelta(days=7)
    assert cast.house.look(find_link, NOBODY, token=late) is None
    for token in (late, "unknown"):
        with refused("link_used_or_expired"):
            cast.house.perform(use_link, NOBODY, token=token, password_hash="h")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"email": "no address"}, "email_malformed"),
        ({"email": "x@" + "y" * 190}, "email_malformed"),
        ({"email": "FATIMA@ministry.example"}, "email_taken"),
        ({"name": " "}, "name_needed"),
        ({"roles": ["king"]}, "role_unknown"),
        ({"roles": []}, "role_unknown"),
    ],
)
def test_what_makes_no_account_makes_nothing(cast, facts, code):
    before = cast.house.look(staff_list, cast.olga)
    with refused(code):
        invite(cast, **facts)

    assert cast.house.look(staff_list, cast.olga) == before


def test_a_role_is_granted_once_in_a_drill_that_is_there(cast, play):
    for _ in range(2):
        cast.grant(cast.eun, "facilitator", play.id)
    assert cast.eun.roles_in(play.id) == {"account", "evaluator", "facilitator"}
    assert cast.eun.roles_in("other") == {"account", "evaluator"}
    with refused("not_found"):
        cast.house.perform(grant_role, PROGRAM, account_id=cast.eun.id, role="observer", drill_id="other")
    with refused("not_found"):
        cast.house.perform(grant_role, PROGRAM, account_id="nobody", role="observer")


def test_a_session_ends_when_it_is_closed_and_by_itself(cast):
    def seen(token):
        return cast.house.look(find_actor, NOBODY, token=token)

    closed, expiring = (cast.house.perform(open_account_session, PROGRAM, account_id=cast.edo.id) for _ in range(2))
    cast.house.perform(close_session, NOBODY, token=closed)
    cast.house.perform(close_session, NOBODY, token="unknown")
    assert seen(closed) is None
    session_id = seen(expiring).session_id
    for _ in range(13):
        cast.clock.now += timedelta(hours=1)
        cast.house.perform(note_seen, PROGRAM, session_id=session_id)
    cast.clock.now += timedelta(hours=1) - seconds(1)
    assert replace(seen(expiring), session_id=None) == replace(cast.edo, session_id=None)
    cast.clock.now += seconds(1)

    assert seen(expiring) is None


def test_a_disabled_account_is_out_at_once_and_cannot_come_in(cast, play):
    token = cast.tokens["edo"]
    play.sql("UPDATE account SET disabled_at = 1 WHERE id = :id", id=cast.edo.id)

    assert cast.house.look(find_actor, NOBODY, token=token) is None
    assert cast.house.look(find_account, PROGRAM, email="edo@ministry.example") is None
    with refused("not_found"):
        cast.house.perform(open_account_session, PROGRAM, account_id=cast.edo.id)


def test_only_digests_of_tokens_are_kept(cast, play):
    link = invite(cast)["token"]
    session = cast.house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    stored = play.sql("SELECT token_digest FROM web_session") + play.sql("SELECT token_digest FROM one_use_link")

    assert not {(link,), (session,)} & set(stored)
    assert all(len(digest) == 64 for (digest,) in stored)


def test_staff_choose_the_language_they_read(cast):
    cast.house.perform(change_own_language, cast.edo, language="fr")
    cast.refresh()

    assert cast.edo.language == "fr"


def test_a_bot_evaluator_belongs_to_one_drill_and_cannot_sign_in(cast, play):
    facts = {"name": "Bot", "language": "es"}
    play.do(add_bot_evaluator, PROGRAM, **facts)
    with refused("email_taken"):
        play.do(add_bot_evaluator, PROGRAM, **facts)

    found = play.see(find_account, PROGRAM, email=f"bot-{play.id}@bots.invalid")
    assert found["password_hash"] is None
    assert "Bot" not in {one["name"] for one in play.see(staff_list, cast.olga)}


def test_a_setting_that_stands_is_not_replaced(house):
    assert house.perform(keep_setting, PROGRAM, name="key", value="first") == "first"
    assert house.perform(keep_setting, PROGRAM, name="key", value="second") == "first"
    assert house.look(read_setting, PROGRAM, name="key") == "first"
    assert house.look(read_setting, PROGRAM, name="other") is None
