"""Who begins lines too often, or floods, is sent away before the handshake; nobody else, and not for long."""

import pytest

from tests.live.raw import handshake
from tests.live.test_guards import PATH, is_healthy, member, server
from web.live.knocking import FLOOD, Knocks
from web.live.rationing import for_knocks

__all__ = ["server"]
TRIES = for_knocks().burst


def request(cookie="", query="EIO=4&transport=websocket"):
    return {"PATH_INFO": "/socket.io/", "QUERY_STRING": query, "HTTP_COOKIE": cookie}


def test_each_session_has_its_tries_and_what_belongs_to_a_line_is_none():
    knocks = Knocks(secure=False)
    ana, bea = request("prontas_team=ana; prontas_language=es"), request("prontas_language=pt; prontas_team=bea")

    assert [knocks.may_begin(ana) for _ in range(TRIES + 1)] == [True] * TRIES + [False]
    assert not knocks.may_begin(request("prontas_team=ana; prontas_language=fr"))
    assert knocks.may_begin(bea)
    assert knocks.may_begin(request("prontas_team=ana", "EIO=4&transport=polling&sid=abc"))


def test_who_floods_has_fewer_tries():
    knocks = Knocks(secure=True)
    ana = request("__Host-prontas_team=ana")
    knocks.has_flooded(ana)

    assert sum(knocks.may_begin(ana) for _ in range(TRIES)) == TRIES - FLOOD


@pytest.mark.parametrize("cookie", ["", "other=1", "prontas_team", "=;;=", "a=\x00"])
def test_who_has_no_session_is_somebody_elses_business(cookie):
    knocks = Knocks(secure=False)
    knocks.has_flooded(request(cookie))

    assert all(knocks.may_begin(request(cookie)) for _ in range(TRIES + 1))


def test_a_real_server_says_when_it_is_too_often_and_lets_the_others_in(server):
    ana, bea = member(server, "Ana la rápida"), member(server, "Bea la lenta")
    heads = []
    for _ in range(TRIES + 5):
        connection, head, _rest = handshake(server.port, f"{PATH}websocket", ana)
        connection.close()
        heads.append(head)

    assert heads[0].startswith("HTTP/1.1 101")
    assert heads[-1].startswith("HTTP/1.1 429") and "Retry-After: 5" in heads[-1]
    connection, head, _rest = handshake(server.port, f"{PATH}websocket", bea)
    connection.close()
    assert head.startswith("HTTP/1.1 101")
    assert is_healthy(server)
