"""API tokens: made by somebody for her own scripts, never worth more than she is, and over when they are over."""

import json
from datetime import timedelta

import pytest

from simulator.actions.accounts import change_own_password, disable_account, enable_account, invite_staff, keep_setting
from simulator.actions.granting import grant_role
from simulator.actions.links import renew_link, use_link
from simulator.actions.running import pause_drill
from simulator.actions.sessions import open_account_session
from simulator.actions.tokens import (
    MOST_OPEN,
    PREFIX,
    create_token,
    note_token_used,
    revoke_staff_token,
    revoke_token,
)
from simulator.actor import NOBODY, PROGRAM
from simulator.digest import token_digest
from simulator.house import House
from simulator.links import INVITE, RESET
from simulator.permission import PERMISSIONS
from simulator.reading.console import console_page
from simulator.reading.drills import drill_list
from simulator.reading.people import find_actor
from simulator.reading.tokens import find_token, own_tokens, staff_tokens
from simulator.second_factor import DEMAND, DEMANDED
from simulator.token_scopes import SCOPES, scope_of, scopes_for
from tests.cast import START, Cast, refused, seconds

ALL = list(SCOPES)


def make(cast, who, *scopes, **facts):
    """Make a token; gives what opens."""
    made = cast.house.perform(create_token, who, name="Script", scopes=scopes or ["read"], **facts)
    return made["token"]


def holder(cast, token):
    return cast.house.look(find_token, NOBODY, token=token)


def ids(cast, who):
    return {one["id"]: one["state"] for one in cast.house.look(own_tokens, who)}


def house_log(play, *kinds):
    rows = play.sql("SELECT kind, payload FROM log WHERE stream = 'house' ORDER BY seq")
    return [(kind, json.loads(payload)) for kind, payload in rows if kind in kinds]


def test_a_token_is_told_once_and_kept_as_a_digest(cast, play):
    token = make(cast, cast.fatima, "read", "run", bound_to=play.id)

    assert token.startswith(PREFIX) and len(token) == len(PREFIX) + 43
    assert play.sql("SELECT token_digest FROM api_token") == [(token_digest(token),)]
    (shown,) = cast.house.look(own_tokens, cast.fatima)
    assert token not in repr(shown)
    assert (shown["scopes"], shown["drill"], shown["state"]) == (["read", "run"], "Simulacro", "open")
    assert shown["expires_at"] == START + timedelta(days=30)


def test_the_log_holds_ids_and_scopes_and_no_name(cast, play):
    token = make(cast, cast.fatima, "run", bound_to=play.id)
    token_id = holder(cast, token).token_id
    cast.house.perform(revoke_token, cast.fatima, token_id=token_id)
    cast.house.perform(revoke_token, cast.fatima, token_id=token_id)

    assert house_log(play, "token_created", "token_revoked") == [
        ("token_created", {"token": token_id, "scopes": ["run"], "drill": play.id}),
        ("token_revoked", {"token": token_id}),
    ]


def test_a_token_acts_as_its_owner_within_its_scopes(cast, play):
    play.start()
    reader, runner = (holder(cast, make(cast, cast.fatima, scope)).actor for scope in ("read", "run"))

    assert (reader.id, reader.only) == (cast.fatima.id, SCOPES["read"])
    assert play.see(console_page, reader)["drill"]["id"] == play.id
    with refused("not_found"):
        play.do(pause_drill, reader)
    with refused("not_found"):
        play.see(console_page, runner)
    play.do(pause_drill, runner)


def test_a_token_bound_to_a_drill_opens_no_other(cast, play):
    other = cast.play()
    bound = holder(cast, make(cast, cast.olga, "read", bound_to=play.id)).actor

    assert [drill["id"] for drill in cast.house.look(drill_list, bound)] == [play.id]
    assert play.see(console_page, bound)
    with refused("not_found"):
        other.see(console_page, bound)


def test_a_bound_token_does_nothing_that_names_no_drill(cast, play):
    bound = holder(cast, make(cast, cast.fatima, "make", bound_to=play.id)).actor

    assert bound.roles_in(None) == {"account"}


def test_a_token_has_the_grants_of_the_moment(cast, play):
    token = make(cast, cast.eun, "rate", "read")
    cast.grant(cast.eun, "facilitator", play.id)
    assert play.see(console_page, holder(cast, token).actor)

    play.sql('DELETE FROM "grant" WHERE account_id = :id', id=cast.eun.id)
    with refused("not_found"):
        play.see(console_page, holder(cast, token).actor)


def test_nobody_gives_a_token_more_than_she_may_do(cast, play):
    assert scopes_for(cast.eun) == ("read", "rate")
    assert scopes_for(cast.fatima) == ("read", "run", "make", "scenarios")
    with refused("token_scope_not_yours") as caught:
        make(cast, cast.eun, "read", "run", "results")
    assert caught.value.parameters == {"scopes": "run, results"}
    cast.grant(cast.eun, "facilitator", play.id)
    other = cast.play()
    assert make(cast, cast.eun, "run", bound_to=play.id)
    with refused("token_scope_not_yours"):
        make(cast, cast.eun, "scenarios")
    with refused("token_scope_not_yours"):
        make(cast, cast.eun, "run", bound_to=other.id)


def test_a_token_is_bound_only_to_a_drill_of_hers(cast, play):
    made = cast.house.perform(
        invite_staff, PROGRAM, email="eva@ministry.example", name="Eva", language="es", roles=["evaluator"],
        drill_id=play.id,
    )  # fmt: skip
    eva = holder_of_session(cast, made["account_id"])
    other = cast.play()

    assert make(cast, eva, "rate", bound_to=play.id)
    for drill_id in (other.id, "zzzzzzzzzzzz"):
        with refused("not_found"):
            make(cast, eva, "rate", bound_to=drill_id)
    with refused("not_found"):
        make(cast, cast.fatima, "read", bound_to="zzzzzzzzzzzz")


def holder_of_session(cast, account_id):
    """Give an account as somebody who has signed in."""
    token = cast.house.perform(open_account_session, PROGRAM, account_id=account_id)
    return cast.house.look(find_actor, NOBODY, token=token)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("token_needs_name", {"name": "  "}), ("token_needs_name", {"name": "x" * 81}),
        ("token_needs_name", {"name": "a\u202eb"}), ("token_needs_scope", {"scopes": []}),
        ("token_scope_unknown", {"scopes": ["read", "root"]}), ("token_days_outside", {"days": 0}),
        ("token_days_outside", {"days": 366}), ("token_days_outside", {"days": -1}),
    ],
)  # fmt: skip
def test_what_does_not_fit_makes_no_token(cast, code, facts):
    with refused(code):
        cast.house.perform(create_token, cast.fatima, **{"name": "Script", "scopes": ["read"], **facts})
    assert ids(cast, cast.fatima) == {}


def test_twenty_tokens_are_open_at_most(cast, clock):
    made = [make(cast, cast.fatima, days=1) for _ in range(MOST_OPEN)]
    with refused("too_many_tokens"):
        make(cast, cast.fatima)
    cast.house.perform(revoke_token, cast.fatima, token_id=holder(cast, made[0]).token_id)
    make(cast, cast.fatima, days=2)
    clock.now += timedelta(days=1)

    assert [make(cast, cast.fatima) for _ in range(MOST_OPEN - 1)]


def test_a_token_ends_by_time_by_hand_and_with_its_owner(cast, play, clock):
    live, expired, revoked, disabled, erased = (
        make(cast, who, days=days)
        for who, days in ((cast.fatima, 9), (cast.fatima, 1), (cast.fatima, 9), (cast.eun, 9), (cast.edo, 9))
    )
    cast.house.perform(revoke_token, cast.fatima, token_id=holder(cast, revoked).token_id)
    clock.now += timedelta(days=1)
    play.sql("UPDATE account SET disabled_at = :now WHERE id = :id", now=0, id=cast.eun.id)
    play.sql("UPDATE account SET erased_at = :now WHERE id = :id", now=0, id=cast.edo.id)

    assert holder(cast, live).actor.id == cast.fatima.id
    found = [holder(cast, token) for token in (expired, revoked, disabled, erased, PREFIX + "x" * 43, "")]
    assert found == [None] * 6


def test_disabling_an_account_ends_its_tokens_for_good(cast, play):
    token = make(cast, cast.eun)
    cast.house.perform(disable_account, cast.olga, account_id=cast.eun.id)
    assert holder(cast, token) is None
    cast.house.perform(enable_account, cast.olga, account_id=cast.eun.id)

    assert holder(cast, token) is None
    assert set(ids(cast, cast.eun).values()) == {"revoked"}


def test_a_new_password_leaves_tokens_as_they_are(cast, play):
    token = make(cast, cast.fatima)
    play.sql("UPDATE account SET password_hash = 'another' WHERE id = :id", id=cast.fatima.id)

    assert holder(cast, token)


def test_one_sees_and_revokes_only_ones_own(cast):
    token = make(cast, cast.fatima)
    token_id = holder(cast, token).token_id

    assert ids(cast, cast.olga) == {}
    for who in (cast.olga, cast.eun):
        with refused("not_found"):
            cast.house.perform(revoke_token, who, token_id=token_id)
    assert ids(cast, cast.fatima) == {token_id: "open"}


def test_the_last_use_is_noted_at_most_once_a_minute(cast, clock):
    token = make(cast, cast.fatima)
    found = holder(cast, token)
    assert found.unnoted
    cast.house.perform(note_token_used, PROGRAM, token_id=found.token_id)
    clock.now += seconds(59)
    assert not holder(cast, token).unnoted
    cast.house.perform(note_token_used, PROGRAM, token_id=found.token_id)
    assert cast.house.look(own_tokens, cast.fatima)[0]["used_at"] == START
    clock.now += seconds(1)
    assert holder(cast, token).unnoted
    cast.house.perform(note_token_used, PROGRAM, token_id=found.token_id)
    assert cast.house.look(own_tokens, cast.fatima)[0]["used_at"] == START + seconds(60)


def test_a_token_makes_no_other_key(cast, play):
    actor = holder(cast, make(cast, cast.fatima, "read", "run", "make")).actor

    with refused("not_found"):
        make(cast, actor)
    with refused("not_found"):
        cast.house.look(own_tokens, actor)
    with refused("not_found"):
        cast.house.perform(grant_role, actor, account_id=cast.eun.id, role="organizer")
    with refused("not_found"):
        cast.house.perform(grant_role, actor, account_id=cast.eun.id, role="organizer", drill_id=play.id)


def test_a_reset_by_a_link_ends_her_tokens_and_a_password_she_changes_does_not(cast):
    house, fatima = cast.house, cast.fatima
    hers, others = make(cast, fatima), make(cast, cast.edo)

    def use_a_link(password_hash):
        link = house.perform(renew_link, PROGRAM, account_id=fatima.id)
        house.perform(use_link, NOBODY, token=link["token"], password_hash=password_hash)
        return link["purpose"]

    # The first one is an invitation: it gives a password to somebody who had none.
    assert use_a_link("one") == INVITE and holder(cast, hers)
    token = house.perform(open_account_session, PROGRAM, account_id=fatima.id)
    fatima = house.look(find_actor, NOBODY, token=token)
    house.perform(change_own_password, fatima, known_hash="one", password_hash="two")
    assert holder(cast, hers)
    assert use_a_link("three") == RESET

    assert holder(cast, hers) is None
    assert holder(cast, others)


def test_an_organizer_sees_the_tokens_of_all_staff_and_revokes_one(cast, play):
    token, other = make(cast, cast.edo, "rate", bound_to=play.id), make(cast, cast.fatima)
    make(cast, cast.fatima, days=1)
    cast.clock.now += timedelta(days=1)
    listed = cast.house.look(staff_tokens, PROGRAM)
    assert {who: len(tokens) for who, tokens in listed.items()} == {cast.edo.id: 1, cast.fatima.id: 1}
    (shown,) = listed[cast.edo.id]
    assert (shown["scopes"], shown["drill"]) == (["rate"], "Simulacro") and token not in repr(listed)
    for account_id, token_id in ((cast.fatima.id, shown["id"]), (cast.edo.id, "unknown")):
        with refused("not_found"):
            cast.house.perform(revoke_staff_token, cast.olga, account_id=account_id, token_id=token_id)
    for _ in range(2):
        cast.house.perform(revoke_staff_token, cast.olga, account_id=cast.edo.id, token_id=shown["id"])

    assert holder(cast, token) is None and holder(cast, other)
    assert cast.edo.id not in cast.house.look(staff_tokens, cast.olga)
    assert house_log(play, "token_revoked") == [("token_revoked", {"token": shown["id"], "account": cast.edo.id})]


@pytest.mark.parametrize("who", ["fatima", "edo", "olu", "mallory"])
def test_nobody_else_sees_or_revokes_the_tokens_of_others(cast, who):
    make(cast, cast.eun)
    (shown,) = cast.house.look(own_tokens, cast.eun)
    with refused("not_found"):
        cast.house.look(staff_tokens, getattr(cast, who))
    with refused("not_found"):
        facts = {"account_id": cast.eun.id, "token_id": shown["id"]}
        cast.house.perform(revoke_staff_token, getattr(cast, who), **facts)


def test_every_scope_holds_known_operations_of_drills_and_none_twice():
    listed = [name for operations in SCOPES.values() for name in operations]

    assert len(listed) == len(set(listed)) and set(listed) <= set(PERMISSIONS)
    assert {scope_of(name) for name in listed} == set(SCOPES)
    # All but the list of one's own drills, the making of one, and the store, happen in a drill that is named.
    elsewhere = {name for name in listed if PERMISSIONS[name].scope != "drill"}
    assert elsewhere == {"drill_list", "create_drill"} | SCOPES["scenarios"]
    with pytest.raises(KeyError):
        scope_of("create_token")


def test_tokens_are_the_same_on_every_database(each_database, clock):
    cast = Cast.hire(House(each_database, clock))
    token = make(cast, cast.fatima, "read", "run", days=1)
    found = holder(cast, token)
    cast.house.perform(note_token_used, PROGRAM, token_id=found.token_id)
    (shown,) = cast.house.look(own_tokens, cast.fatima)

    assert found.actor.only == SCOPES["read"] | SCOPES["run"] and not holder(cast, token).unnoted
    assert (shown["scopes"], shown["used_at"], shown["state"]) == (["read", "run"], START, "open")
    cast.house.perform(disable_account, cast.olga, account_id=cast.fatima.id)
    assert holder(cast, token) is None and ids(cast, cast.fatima) == {found.token_id: "revoked"}


def test_a_token_of_somebody_who_owes_a_second_step_opens_nothing(cast):
    token = make(cast, cast.fatima, "read", "run")
    cast.house.perform(keep_setting, PROGRAM, name=DEMAND, value=DEMANDED)

    assert holder(cast, token).actor.only == frozenset()
