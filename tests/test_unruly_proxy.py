"""The unruly proxy does what it says: what other tests prove with it rests on this."""

import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from tests.unruly_proxy import unruly_proxy

PATIENCE = 20
WISH = b"GET /socket.io/ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


@contextmanager
def listening():
    """Give the port of a server that sends back what it is sent, and the list of what it was sent."""
    heard, server = [], socket.create_server(("127.0.0.1", 0))
    threads = []

    def serve(connection):
        with connection, suppress(ConnectionError):
            while data := connection.recv(65536):
                heard.append(data)
                connection.sendall(data)

    def accept():
        while True:
            try:
                connection, _address = server.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=serve, args=(connection,), daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    yield server.getsockname()[1], heard
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    accepting.join(PATIENCE)
    for thread in threads:
        thread.join(PATIENCE)


@pytest.fixture
def line():
    with listening() as (port, heard), unruly_proxy(port, seed=1) as proxy:
        proxy.heard = heard
        yield proxy


@contextmanager
def connected(proxy):
    with socket.create_connection(("127.0.0.1", proxy.port), PATIENCE) as one:
        yield one


def echo(connection, data=b"ping"):
    connection.sendall(data)
    return connection.recv(65536)


def is_silent(connection):
    connection.settimeout(0.3)
    try:
        return not connection.recv(65536) and pytest.fail("the line has ended")
    except TimeoutError:
        return True
    finally:
        connection.settimeout(PATIENCE)


def test_it_passes_everything_on_and_an_end_behind_it(line):
    with connected(line) as one:
        one.sendall(b"x" * 300_000)
        one.shutdown(socket.SHUT_WR)
        came = b""
        while data := one.recv(65536):
            came += data
    assert came == b"x" * 300_000


def test_a_narrow_slow_line_takes_its_time(line):
    line.shape(delay=0.2, jitter=0.1, kbit=64)
    with connected(line) as one:
        began = time.monotonic()
        one.sendall(b"x" * 4000)
        came = 0
        while came < 4000:
            came += len(one.recv(65536))
        # Half a second for the width, at least a tenth of delay each way.
        assert time.monotonic() - began >= 0.6


def test_what_is_stalled_arrives_later(line):
    with connected(line) as one:
        assert echo(one) == b"ping"
        line.stall()
        one.sendall(b"late")
        assert is_silent(one)
        line.heal()
        assert one.recv(65536) == b"late"


def test_what_is_lost_stays_open_and_never_comes_back(line):
    with connected(line) as old:
        assert echo(old) == b"ping"
        line.lose()
        old.sendall(b"gone")
        with connected(line) as late:
            late.sendall(b"gone too")
            assert is_silent(old) and is_silent(late)
            line.heal()
            old.sendall(b"gone")
            assert is_silent(old) and is_silent(late)
        with connected(line) as new:
            assert echo(new) == b"ping"
    assert b"".join(line.heard) == b"pingping"


@pytest.mark.parametrize("how", ["cut", "refuse"])
def test_a_cut_line_is_reset(line, how):
    with connected(line) as one:
        assert echo(one) == b"ping"
        getattr(line, how)()
        with pytest.raises(ConnectionError):
            one.recv(65536)
    line.heal()
    with connected(line) as one:
        assert echo(one) == b"ping"


def test_it_cuts_again_and_again(line):
    line.cut_every(0.2)
    for _time in range(3):
        with connected(line) as one, pytest.raises(ConnectionError):
            assert echo(one) == b"ping"
            one.recv(65536)
    line.cut_every(None)


@pytest.mark.parametrize("status", [200, 302, 511])
def test_a_portal_answers_whatever_is_asked(line, status):
    line.captive(status)
    with connected(line) as one:
        said = echo(one, b"GET /play/state HTTP/1.1\r\nHost: x\r\n\r\n")
    assert said.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"HOTEL" in said
    assert not line.heard


@pytest.mark.parametrize("how", ["400", "502"])
def test_a_proxy_may_refuse_websockets_and_nothing_else(line, how):
    line.websockets(how)
    with connected(line) as one:
        assert echo(one, WISH).startswith(f"HTTP/1.1 {how} ".encode())
    with connected(line) as one:
        plain = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
        assert echo(one, plain) == plain
    assert line.upgrades == 1


def test_a_proxy_may_strip_the_wish_for_a_websocket(line):
    line.websockets("strip")
    with connected(line) as one:
        assert echo(one, WISH) == b"GET /socket.io/ HTTP/1.1\r\nHost: x\r\n\r\n"


def test_a_proxy_may_accept_a_websocket_and_then_pass_nothing(line):
    line.websockets("mute")
    with connected(line) as one:
        assert echo(one, WISH) == WISH
        one.sendall(b"frame")
        assert is_silent(one)
    assert b"".join(line.heard) == WISH


def test_a_proxy_may_never_answer_a_wish_for_a_websocket(line):
    line.websockets("swallow")
    with connected(line) as one:
        one.sendall(WISH)
        assert is_silent(one)
    assert not line.heard
