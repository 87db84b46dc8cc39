"""Open sessions: listed, ended one by one or all at once, over when nobody uses them; and what a new password ends."""

from datetime import timedelta

import pytest

from simulator.actions.accounts import change_own_password
from simulator.actions.links import renew_link, use_link
from simulator.actions.sessions import (
    close_session,
    end_account_session,
    end_account_sessions,
    end_own_other_sessions,
    end_own_session,
    note_seen,
    open_account_session,
    open_participant_session,
)
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.own_account import account_sessions, own_account
from simulator.reading.people import find_actor, find_link
from tests.cast import Cast, minutes, refused, seconds

HOUR = timedelta(hours=1)


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


def open_for(cast, who, browser=""):
    return cast.house.perform(open_account_session, PROGRAM, account_id=who.id, browser=browser)


def seen(cast, token):
    return cast.house.look(find_actor, NOBODY, token=token)


def departed(play):
    return play.sql("SELECT actor, session_id FROM departure ORDER BY id")


def test_she_sees_where_she_is_signed_in_and_nobody_elses(cast):
    open_for(cast, cast.edo, "Firefox, Android")
    open_for(cast, cast.eun, "Chrome, Windows")
    told = cast.house.look(own_account, cast.edo)["sessions"]

    assert [(one["browser"], one["current"]) for one in told] == [("", True), ("Firefox, Android", False)]
    with refused("not_found"):
        cast.house.look(account_sessions, cast.olga, account_id=cast.edo.id)


def test_she_ends_one_of_her_sessions_and_none_of_others(cast, play):
    token = open_for(cast, cast.edo)
    ended = seen(cast, token).session_id
    with refused("not_found"):
        cast.house.perform(end_own_session, cast.eun, session_id=ended)
    with refused("not_found"):
        cast.house.perform(end_own_session, cast.edo, session_id="unknown")
    for _ in range(2):
        cast.house.perform(end_own_session, cast.edo, session_id=ended)

    assert seen(cast, token) is None and seen(cast, cast.tokens["edo"])
    assert departed(play) == [(str(cast.edo), ended)]


def test_all_others_end_and_hers_stays(cast):
    others = [open_for(cast, cast.edo) for _ in range(3)]
    assert cast.house.perform(end_own_other_sessions, cast.edo) == 3

    assert [seen(cast, token) for token in others] == [None] * 3
    assert seen(cast, cast.tokens["edo"]).id == cast.edo.id


def test_an_organizer_ends_all_sessions_of_somebody(cast, play):
    cast.house.perform(end_account_sessions, cast.olga, account_id=cast.edo.id)
    with refused("not_found"):
        cast.house.perform(end_account_sessions, cast.olga, account_id="unknown")
    with refused("not_found"):
        cast.house.perform(end_account_sessions, cast.fatima, account_id=cast.eun.id)

    assert seen(cast, cast.tokens["edo"]) is None
    assert departed(play) == [(str(cast.edo), cast.edo.session_id)]


def test_an_organizer_ends_one_session_of_somebody(cast, play):
    token = open_for(cast, cast.edo)
    ended = seen(cast, token).session_id
    facts = {"account_id": cast.edo.id, "session_id": ended}
    with refused("not_found"):
        cast.house.perform(end_account_session, cast.fatima, **facts)
    for wrong in ({"account_id": cast.eun.id}, {"session_id": "unknown"}):
        with refused("not_found"):
            cast.house.perform(end_account_session, cast.olga, **facts | wrong)
    for _ in range(2):
        cast.house.perform(end_account_session, cast.olga, **facts)

    assert seen(cast, token) is None and seen(cast, cast.tokens["edo"])
    assert departed(play) == [(str(cast.edo), ended)]


def test_leaving_closes_the_sockets_of_that_session(cast, play):
    cast.house.perform(close_session, NOBODY, token=cast.tokens["edo"])
    token = cast.house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    session_id = seen(cast, token).session_id
    cast.house.perform(close_session, NOBODY, token=token)

    assert departed(play) == [(str(cast.edo), cast.edo.session_id), (str(play.beatriz), session_id)]


def test_staff_who_do_nothing_for_two_hours_sign_in_again_and_participants_do_not(cast, play):
    hers = cast.house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    cast.clock.now += 2 * HOUR - seconds(1)
    assert seen(cast, cast.tokens["edo"])
    cast.clock.now += seconds(1)

    assert seen(cast, cast.tokens["edo"]) is None
    assert cast.house.look(account_sessions, PROGRAM, account_id=cast.edo.id) == []
    cast.clock.now += 11 * HOUR
    assert seen(cast, hers).id == play.beatriz.id


def test_use_is_written_down_once_in_five_minutes(cast, play):
    def written():
        query = "SELECT seen_at FROM web_session WHERE id = :id"
        return play.sql(query, id=cast.edo.session_id)[0][0]

    begun = written()
    for _ in range(2):
        cast.clock.now += minutes(2)
        cast.house.perform(note_seen, PROGRAM, session_id=cast.edo.session_id)
    assert written() == begun
    cast.clock.now += minutes(1)
    cast.house.perform(note_seen, PROGRAM, session_id=cast.edo.session_id)

    assert written() == begun + 5 * 60_000


def test_a_new_password_ends_all_sessions_but_hers_which_gets_another_token(cast, play):
    other, before = open_for(cast, cast.edo), cast.tokens["edo"]
    link = cast.house.perform(renew_link, cast.olga, account_id=cast.edo.id)["token"]
    with refused("password_wrong"):
        cast.house.perform(change_own_password, cast.edo, known_hash="another", password_hash="new")
    token = cast.house.perform(change_own_password, cast.edo, known_hash=None, password_hash="new")

    assert (seen(cast, other), seen(cast, before)) == (None, None)
    assert seen(cast, token).session_id == cast.edo.session_id
    assert cast.house.look(find_link, NOBODY, token=link) is None
    assert str(cast.edo) in {actor for actor, _session in departed(play)}


def test_a_reset_works_for_a_day_once_and_ends_every_session(cast):
    cast.house.perform(change_own_password, cast.edo, known_hash=None, password_hash="old")
    first, late, used = (cast.house.perform(renew_link, cast.olga, account_id=cast.edo.id) for _ in range(3))
    assert {one["purpose"] for one in (first, late, used)} == {"reset"}
    for one in (first, late):
        with refused("link_used_or_expired"):
            cast.house.perform(use_link, NOBODY, token=one["token"], password_hash="new")
    token = open_for(cast, cast.edo)
    cast.house.perform(use_link, NOBODY, token=used["token"], password_hash="new")
    assert seen(cast, token) is None

    late = cast.house.perform(renew_link, cast.olga, account_id=cast.edo.id)["token"]
    cast.clock.now += 24 * HOUR - seconds(1)
    assert cast.house.look(find_link, NOBODY, token=late)
    cast.clock.now += seconds(1)
    assert cast.house.look(find_link, NOBODY, token=late) is None
    with refused("link_used_or_expired"):
        cast.house.perform(use_link, NOBODY, token=late, password_hash="h")
