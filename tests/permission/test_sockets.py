"""The walk over the wire: who may open a line, and what each request does with what is another's.

What has not reached her team is answered as what was never written, and nothing is changed by either.
"""

import hashlib
import sqlite3
import time
from contextlib import closing

import pytest
import socketio

from simulator.rows import Row
from tests.bodies import REQUESTS
from tests.live.conftest import Line, house, live, short_farewells
from tests.permission.asking import may
from tests.permission.world import build
from tests.walk import filled
from web.live.knocking import Knocks
from web.matrix import SOCKETS

__all__ = ["house", "live", "short_farewells"]
NOTHING = "zz"
# Ids of a stranger's beside what is asked for: none of them is looked at.
STRANGE = ("drill_id", "drill", "team_id", "team", "participant_id", "participant", "account_id")


@pytest.fixture(scope="module")
def built():
    """Keep the world, once it is built: it takes longer than most of what is asked of it."""
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as database:
        yield {"database": database}


@pytest.fixture
def world(house, clock, built):
    """Build the world of the walk on the live server's database, or put it there as it was built before."""
    with closing(house.engine.raw_connection()) as connection:
        if "world" not in built:
            built["world"] = build(house)
            built["now"] = clock.now
            connection.driver_connection.backup(built["database"])
        else:
            built["database"].backup(connection.driver_connection)
    clock.now = built["now"]
    return built["world"]


def opened(live, principal, **auth):
    """Open a line as somebody; None where she is turned away, after the one word that everybody hears."""
    try:
        return Line(live.url, principal.cookie, **auth)
    except socketio.exceptions.ConnectionError as error:
        assert str(error) == str(turned_away(live)), principal.name
        return None


def turned_away(live):
    with pytest.raises(socketio.exceptions.ConnectionError) as caught:
        Line(live.url, "prontas_staff=none", **{"as": "staff", "drill": "zzzzzzzzzzzz"})
    return caught.value


def fingerprint(house):
    """Digest every row there is, but for who is there just now and when she was last seen."""
    told, passing = hashlib.sha256(), {"seen_at", "away_since", "online", "contact_at"}
    with house.engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            columns = ", ".join(f'"{one.name}"' for one in table.columns if one.name not in passing)
            for row in connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}" ORDER BY 1, 2'):
                told.update(repr(tuple(row)).encode())
    return told.hexdigest()


def test_every_event_of_the_server_is_in_the_matrix_and_in_the_walk(live):
    heard = set(live.server.handlers["/"])

    assert heard ^ set(SOCKETS) == set()
    assert heard - {"connect", "disconnect", "*"} - set(REQUESTS) == set()


def test_a_line_opens_for_whom_the_table_says_and_is_refused_alike(live, world, record_property):
    people = [one for one in world.principals.values() if not one.bearer]
    wrong, cells = [], 0
    for principal in people:
        live.knocks = Knocks(secure=False)
        for place in ("Azul", "elsewhere", "nothing"):
            drill_id, cells = world.places[place]["drill_id"], cells + 2
            # What a line says of itself is not believed: she has no team but her own.
            for auth in ({"as": "team", "drill": drill_id, "team": world.here.azul}, {"drill": drill_id}):
                line = opened(live, principal, **auth)
                team = "as" in auth and principal.participant.kind == "participant"
                wanted = team or ("as" not in auth and place != "nothing" and sees(principal, drill_id))
                if (line is not None) != wanted:
                    wrong.append((principal.name, place, auth))
                if line is not None:
                    readers = {one.reader for one in live.sockets.seating.places.values()}
                    own = f"team:{principal.participant.team_id}" if team else f"staff:{drill_id}"
                    wrong += [] if readers == {own} else [(principal.name, readers)]
                    close(live, line)
    record_property("cells", cells)
    print(f"connect: {cells} cells")
    assert wrong == []


def sees(principal, drill_id):
    return all(may(principal.staff, name, drill_id) for name in SOCKETS["connect"][1].needs)


def close(live, line):
    line.client.disconnect()
    for sid in list(live.server.eio.sockets):
        live.server.eio.disconnect(sid)
    wait_until(lambda: not live.sockets.seating.places)


def wait_until(so):
    for _ in range(1000):
        if so():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


# Each line by who holds it; with the injects that are not hers, and one that is.
LINES = {
    "participant of Azul": ("h3", "h6", "e1", "e4"),
    "participant of Verde": ("h6", "e1", "e4", "e5"),
    "participant of another drill": ("e5", "e6", "h1", "h3", "h4"),
    "facilitator everywhere": ("h1", "h3", "h6", "e1"),
    "organizer here": ("h1", "h3", "h6", "e1"),
}


@pytest.mark.parametrize("name", sorted(LINES))
def test_a_request_about_what_is_anothers_is_answered_like_one_about_nothing(live, world, house, name, record_property):
    principal, wrong, cells = world.principals[name], [], 0
    team = principal.participant.kind == "participant"
    auth = {"as": "team"} if team else {"drill": world.here.id}
    strange = dict.fromkeys(STRANGE, world.here.verde)
    for event, body in REQUESTS.items():
        line = opened(live, principal, **auth)
        names_inject = "{inject_id}" in str(body)
        mine = any(edge.asks == ("participant" if team else "staff") for edge in SOCKETS[event])
        if not names_inject and mine:
            close(live, line)
            continue
        # Who is there is noted a moment after she has come in.
        wait_until(live.sockets.attendance.is_settled)
        before = fingerprint(house)
        wanted, anyway = (asked(line, event, sent, NOTHING) for sent in (body, {**body, **strange}))
        for inject in LINES[name] if names_inject else (NOTHING,):
            cells += 1
            if asked(line, event, body, inject) != wanted:
                wrong.append((event, inject, "is answered otherwise"))
            if asked(line, event, {**body, **strange}, inject) != anyway:
                wrong.append((event, inject, "is answered otherwise with a stranger's ids"))
        if not mine and wanted not in ("not_found", None):
            wrong.append((event, wanted))
        if fingerprint(house) != before:
            wrong.append((event, "has changed something"))
        close(live, line)
    record_property("cells", cells)
    print(f"{name}: {cells} cells")
    assert wrong == []


def asked(line, event, body, inject):
    """Ask, and give what can be compared of the answer: a refusal's code, or all of it."""
    if event == "write_draft":
        line.client.emit(event, filled(body, {"inject_id": inject}))
        return None
    answer = line.ask(event, **filled(body, {"inject_id": inject}))
    return answer["error"]["code"] if "error" in answer else answer


def test_that_somebody_writes_is_heard_by_her_own_team_alone(live, world):
    azul, verde = (
        opened(live, world.principals[f"participant of {team}"], **{"as": "team"}) for team in ("Azul", "Verde")
    )
    staff = opened(live, world.principals["facilitator everywhere"], drill=world.here.id)
    beatriz = opened(live, world.principals["participant of Azul"], **{"as": "team"})
    staff.client.emit("write_draft", {"inject": "h4"})
    beatriz.client.emit("write_draft", {"inject": "h4", "team": world.here.verde})

    assert azul.wait_for("somebody_writing") == {"inject": "h4", "by": "Beatriz"}
    for line in (staff, verde):
        line.ask("resume", n=0)
        assert [name for name, _facts in line.heard if name == "somebody_writing"] == []
    for line in (azul, verde, staff, beatriz):
        line.end()
