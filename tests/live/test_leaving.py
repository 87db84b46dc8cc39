"""Who has left hears nothing: every socket of hers is closed at once here, and within a second in other processes."""

import time
from datetime import timedelta

import pytest
import socketio

from simulator.actions.accounts import change_own_password, disable_account
from simulator.actions.granting import grant_role, revoke_role
from simulator.actions.joining import join_team, move_participant, remove_participant
from simulator.actions.program import forget_departures
from simulator.actions.sessions import (
    close_session,
    end_account_sessions,
    end_own_other_sessions,
    open_account_session,
    open_participant_session,
)
from simulator.actor import NOBODY, PROGRAM
from simulator.house import House
from simulator.leaving import KEPT, close_sockets
from simulator.passwords import hash_password
from simulator.reading.people import account_actor, find_actor
from simulator.rows import Departure, WebSession
from tests.cast import minutes
from tests.live.conftest import PATIENCE, Line
from tests.server_process import running_server

# What docs/security.md promises of a quiet machine.
SOON = 1.0


@pytest.fixture
def play(cast):
    """Give a drill that has begun."""
    return cast.play(rehearsal=True).start()


@pytest.fixture
def staff_line(live, house):
    """Open lines of the staff by sessions of the test's own."""
    lines = []

    def open_line(token, drill_id):
        lines.append(Line(live.url, f"prontas_staff={token}", drill=drill_id))
        return lines[-1]

    yield open_line
    for line in lines:
        line.end()


def is_closed(line):
    return line.lost.wait(PATIENCE)


def is_open(line):
    return "events" in line.ask("resume", n=0)


def elsewhere(house):
    """Act as another server process on the same database does: nobody here is told."""
    return House(house.engine, house.clock)


def test_signing_out_closes_every_line_of_that_session_and_no_other(play, cast, house, staff_line):
    first, second = (house.perform(open_account_session, PROGRAM, account_id=cast.fatima.id) for _ in range(2))
    mine, also, other = (staff_line(token, play.id) for token in (first, first, second))
    house.perform(close_session, NOBODY, token=first)

    assert is_closed(mine) and is_closed(also)
    assert is_open(other)


@pytest.mark.parametrize(
    "leave",
    [
        lambda play, cast: play.house.perform(disable_account, cast.olga, account_id=cast.fatima.id),
        lambda play, cast: play.house.perform(end_account_sessions, cast.olga, account_id=cast.fatima.id),
        lambda play, cast: play.house.perform(revoke_role, cast.olga, account_id=cast.fatima.id, role="facilitator"),
    ],
    ids=["disabled", "sessions ended", "role taken away"],
)
def test_what_ends_an_accounts_rights_closes_all_its_lines(play, cast, connect, leave):
    lines = [connect(cast.fatima, drill=play.id) for _ in range(3)]
    beatriz = connect(play.beatriz)
    leave(play, cast)

    assert all(is_closed(line) for line in lines)
    assert is_open(beatriz)


def test_a_new_password_closes_all_lines_and_only_the_new_token_opens_another(play, cast, house, staff_line):
    """A line of her own session may be a stranger's, who had its token: the new password must end that, too."""
    before = hash_password("the one before, a long one")
    play.sql("UPDATE account SET password_hash = :hash WHERE id = :id", hash=before, id=cast.fatima.id)
    stolen, other = (house.perform(open_account_session, PROGRAM, account_id=cast.fatima.id) for _ in range(2))
    here, there = staff_line(stolen, play.id), staff_line(other, play.id)
    facts = {"known_hash": before, "password_hash": hash_password("another long sentence")}
    token = house.perform(change_own_password, here_by(house, stolen), **facts)

    assert is_closed(there) and is_closed(here)
    with pytest.raises(socketio.exceptions.ConnectionError):
        staff_line(stolen, play.id)
    assert is_open(staff_line(token, play.id))


def test_ending_ones_other_sessions_leaves_the_own(play, cast, house, staff_line):
    kept, other = (house.perform(open_account_session, PROGRAM, account_id=cast.fatima.id) for _ in range(2))
    here, there = staff_line(kept, play.id), staff_line(other, play.id)
    house.perform(end_own_other_sessions, here_by(house, kept))

    assert is_closed(there)
    assert is_open(here)


def here_by(house, token):
    return house.look(find_actor, NOBODY, token=token)


def test_a_removed_participant_is_out_on_all_her_devices_and_cannot_come_back(play, cast, connect, live, house):
    token = house.perform(open_participant_session, PROGRAM, participant_id=play.bruna.id)
    lines = [connect(play.bruna) for _ in range(3)]
    play.do(remove_participant, cast.fatima, participant_id=play.bruna.id)

    assert all(is_closed(line) for line in lines)
    with pytest.raises(socketio.exceptions.ConnectionError):
        Line(live.url, f"prontas_team={token}", **{"as": "team"})


def test_a_moved_participant_comes_back_into_her_new_team(play, cast, connect):
    bruna = connect(play.bruna)
    play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)

    assert is_closed(bruna)
    again = connect(play.bruna)
    gwen = connect(play.gwen)
    assert again.ask("resume", n=0)["n"] == gwen.ask("resume", n=0)["n"]


def test_another_process_closes_them_when_it_looks_and_each_departure_once(play, cast, connect, live, house):
    beatriz, gwen = connect(play.beatriz), connect(play.gwen)
    elsewhere(house).perform(remove_participant, cast.fatima, drill_id=play.id, participant_id=play.beatriz.id)
    assert not beatriz.lost.is_set()
    live.sockets.leaving.look_around()
    assert is_closed(beatriz)

    elsewhere(house).perform(move_participant, cast.fatima, drill_id=play.id, participant_id=play.gwen.id,
                             team_id=play.azul)  # fmt: skip
    live.sockets.leaving.look_around()
    assert is_closed(gwen)
    again = connect(play.gwen)
    live.sockets.leaving.look_around()
    assert is_open(again)


def test_a_commit_that_was_overtaken_by_a_later_one_is_not_missed(play, connect, live, house):
    """PostgreSQL gives numbers before the commit: the smaller one may appear after the larger."""
    beatriz, gwen = connect(play.beatriz), connect(play.gwen)
    with house._sessions() as session, session.begin():
        session.add(Departure(id=2, actor=f"participant:{play.gwen.id}", at=house.clock()))
    live.sockets.leaving.look_around()
    assert is_closed(gwen)
    with house._sessions() as session, session.begin():
        late = house.clock() - timedelta(seconds=3)
        session.add(Departure(id=1, actor=f"participant:{play.beatriz.id}", at=late))
    live.sockets.leaving.look_around()

    assert is_closed(beatriz)


def test_a_session_that_has_run_out_closes_its_line(play, connect, live, clock, house):
    beatriz = connect(play.beatriz)
    live.sockets.leaving.look_around()
    assert is_open(beatriz)
    clock.now += timedelta(hours=14)
    live.sockets.leaving.look_around()

    assert is_closed(beatriz)


def test_after_half_an_hour_rights_are_looked_at_anew(play, cast, connect, live, clock, house):
    """Even what no action has told of, such as a row changed by hand."""
    fatima, olga = connect(cast.fatima, drill=play.id), connect(cast.olga, drill=play.id)
    play.sql('DELETE FROM "grant" WHERE account_id = :id', id=cast.fatima.id)
    clock.now += minutes(29)
    live.sockets.leaving.look_around()
    assert not fatima.lost.is_set()
    clock.now += minutes(1)
    live.sockets.leaving.look_around()

    assert is_closed(fatima)
    assert is_open(olga)


def test_who_is_sent_away_while_she_comes_in_gets_no_seat(play, live, house):
    """The look at her session and her seat are two moments; a departure may fall between them."""
    token = house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    sockets, place_of = live.sockets, live.sockets._place

    def slow(environ, wanted):
        place = place_of(environ, wanted)
        house.perform(close_session, NOBODY, token=token)
        return place

    sockets._place = slow
    with pytest.raises(socketio.exceptions.ConnectionError):
        Line(live.url, f"prontas_team={token}", **{"as": "team"})
    assert sockets.seating.places == {}


def test_one_person_has_twenty_lines_and_not_more(play, live, connect, house):
    token = house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    lines = [Line(live.url, f"prontas_team={token}", **{"as": "team"}) for _ in range(20)]
    with pytest.raises(socketio.exceptions.ConnectionError):
        Line(live.url, f"prontas_team={token}", **{"as": "team"})

    assert is_open(connect(play.gwen))
    lines.pop().end()
    for line in lines:
        line.end()


def test_old_departures_are_forgotten_after_an_hour(house, clock):
    with house._sessions() as session, session.begin():
        close_sockets(session, clock(), "participant:somebody")
    clock.now += KEPT
    house.perform(forget_departures, PROGRAM)
    with house._sessions() as session:
        assert session.query(Departure).count() == 1
    clock.now += timedelta(seconds=1)
    house.perform(forget_departures, PROGRAM)
    with house._sessions() as session:
        assert session.query(Departure).count() == 0


@pytest.mark.parametrize("within", [10 * SOON, pytest.param(SOON, marks=pytest.mark.figure)])
def test_a_real_server_closes_five_lines_of_three_sessions_soon_after_another_processs_commit(tmp_path, within):
    """The test itself is the other process: it acts on the same database and tells the server nothing."""
    with running_server(tmp_path) as server, server.house() as house:
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name="Ana", language="es")
        hers = {"participant_id": made["participant_id"]}
        tokens = [house.perform(open_participant_session, PROGRAM, **hers) for _ in range(3)]
        cookies = [f"prontas_team={tokens[number % 3]}" for number in range(5)]
        lines = [Line(server.url, cookie, **{"as": "team"}) for cookie in cookies]
        witness = staff_token(house, server)
        console = Line(server.url, f"prontas_staff={witness}", drill=server.drill_id)
        with house._sessions() as session:
            fatima = account_actor(session, server.account_id)

        house.perform(remove_participant, fatima, drill_id=server.drill_id, **hers)
        removed = seconds_until_closed(lines)
        assert console.ask("resume", n=0)["n"] > 0

        house.perform(close_session, NOBODY, token=witness)
        signed_out = seconds_until_closed([console])
        print(f"five lines of three sessions: {removed:.2f} s; signed out: {signed_out:.2f} s")

        assert removed <= within and signed_out <= within
        for token in tokens:
            with pytest.raises(socketio.exceptions.ConnectionError):
                Line(server.url, f"prontas_team={token}", **{"as": "team"})
        with house._sessions() as session:
            assert session.query(WebSession).where(WebSession.revoked_at.is_(None)).count() == 0


def staff_token(house, server):
    house.perform(grant_role, PROGRAM, account_id=server.account_id, role="organizer")
    return house.perform(open_account_session, PROGRAM, account_id=server.account_id)


def seconds_until_closed(lines):
    began = time.monotonic()
    for line in lines:
        assert line.lost.wait(PATIENCE)
    return time.monotonic() - began
