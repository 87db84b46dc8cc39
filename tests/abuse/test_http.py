"""HTTP and frames as no browser sends them (rows 42, 43, 46), against a real server."""

import re
import socket
import threading
import time

import pytest
import socketio

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from tests.live.raw import Frames, handshake
from tests.server_process import running_server

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

PATH = "/socket.io/?EIO=4&transport="
LONGEST_HEADER = 8_190


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Run one server for all of it."""
    with running_server(tmp_path_factory.mktemp("http")) as server:
        yield server


def come_in(server, name):
    """Open the line of a new member of Azul."""
    client, cookie = socketio.Client(reconnection=False), cookie_of(server, name)
    client.connect(server.url, headers={"Cookie": cookie}, auth={"as": "team"}, transports=["websocket"])
    return client


def talk(server, *pieces, wait=5.0):
    """Send bytes as they are; give all that comes back until the other end closes or is silent."""
    heard = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as line:
        try:
            for piece in pieces:
                line.sendall(piece)
            while more := line.recv(1 << 16):
                heard += more
        except (TimeoutError, ConnectionError):
            pass
    return heard


def head(server, method="GET", path="/healthz", *headers):
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def is_healthy(server):
    return talk(server, head(server, "GET", "/healthz", "Connection: close")).startswith(b"HTTP/1.1 200")


SMUGGLED = b"GET /join/smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
ODD = {
    "length and chunks": ("POST", ["Content-Length: 5", "Transfer-Encoding: chunked"], b"0\r\n\r\n" + SMUGGLED),
    "two lengths": ("POST", ["Content-Length: 5", "Content-Length: 6"], b"hello"),
    "a length with a sign": ("POST", ["Content-Length: +5"], b"hello" + SMUGGLED),
    "a negative length": ("POST", ["Content-Length: -1"], SMUGGLED),
    "chunks within chunks": ("POST", ["Transfer-Encoding: chunked, chunked"], b"0\r\n\r\n" + SMUGGLED),
    "chunks that are not": ("POST", ["Transfer-Encoding: xchunked"], b"0\r\n\r\n" + SMUGGLED),
    "a space before the colon": ("POST", ["Transfer-Encoding : chunked"], b"0\r\n\r\n" + SMUGGLED),
    "a folded header": ("GET", ["X-Long: one", " two"], b""),
    "a chunk of no size": ("POST", ["Transfer-Encoding: chunked"], b"zz\r\nhello\r\n0\r\n\r\n" + SMUGGLED),
    "a chunk that is longer": ("POST", ["Transfer-Encoding: chunked"], b"3\r\nhello\r\n0\r\n\r\n" + SMUGGLED),
    "a header of more than 8 KB": ("GET", ["X-Long: " + "a" * (LONGEST_HEADER + 100)], b""),
    "two hundred headers": ("GET", [f"X-{number}: a" for number in range(200)], b""),
    "a header without a name": ("GET", [": value"], b""),
    "a header with a NUL": ("GET", ["X-Nul: a\x00b"], b""),
    "a bare line feed": ("GET", ["X-Bare: a\nTransfer-Encoding: chunked"], b""),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_http_is_refused_and_nothing_is_smuggled(running, name):
    method, headers, body = ODD[name]
    heard = talk(running, head(running, method, "/sign-in", *headers) + body, wait=3)
    statuses = re.findall(rb"HTTP/1\.[01] (\d{3})", heard)

    # The page may be refused before its body is read, and the body then; what it carried within is never answered.
    assert len(statuses) <= 2, heard[:500]
    assert set(map(int, statuses)) <= {400, 413, 431, 501}, heard[:300]
    assert b"smuggled" not in heard
    assert is_healthy(running)


NO_HTTP_1 = [
    b"GET /healthz\r\n", b"GET /healthz\r\n\r\n", b"\r\n\r\n\r\n\r\n", b"\x16\x03\x01\x02\x00",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET " + b"/" * 10_000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n", b"get / http/1.1\r\n\r\n",
]  # fmt: skip


@pytest.mark.parametrize("said", NO_HTTP_1)
def test_what_is_not_http_1_is_refused_or_closed(running, said):
    heard = talk(running, said, wait=3)

    assert heard == b"" or re.match(rb"HTTP/1\.[01] (4|5)\d\d", heard), heard[:200]
    assert b"Traceback" not in heard
    assert is_healthy(running)


def test_a_thousand_pipelined_pairs_stay_in_step(running):
    """The first of each pair has a body that looks like a request; the second must be answered as itself."""
    pairs, step = 1_000, 50
    for begun in range(0, pairs, step):
        asked = b""
        for number in range(begun, begun + step):
            body = f"GET /join/smuggled{number} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
            asked += head(running, "POST", "/sign-in", f"Content-Length: {len(body)}") + body
            last = number == begun + step - 1
            asked += head(running, "GET", "/healthz", *(["Connection: close"] if last else []))
        heard = talk(running, asked, wait=30)
        statuses = re.findall(rb"HTTP/1\.1 (\d{3})", heard)
        assert statuses == [b"400", b"200"] * step, statuses[:6]
    print(f"{pairs} pipelined pairs, each answered in step")


def cookie_of(server, name):
    with server.house() as house:
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name=name, language="es")
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    return f"prontas_team={token}"


MALFORMED = [
    "4", "42", "4x", "42[", '42["x"', "42{}", '42{"a":1}', '42["save_draft",', "451-[]", "9", "\x00", "40{", "40[]",
    '451-["x",{"_placeholder":true}]', "41", "43", "431[", "2probe", "5", "6", "4" + "[" * 100, "b4xx", "42/evil,[]",
]  # fmt: skip


def test_malformed_frames_are_a_few_lines_in_the_log_and_disturb_nobody(running):
    """Each of ten thousand; most end their line, so they come over many."""
    cookie, before = cookie_of(running, "Mallory"), len(running.log.splitlines())
    gwen = come_in(running, "Gwen")
    slowest, sent, goal = 0.0, 0, 10_000
    while sent < goal:
        connection, head, rest = handshake(running.port, f"{PATH}websocket", cookie)
        if "101" not in head.partition("\r\n")[0]:
            # She knocks too often, and is told so; then she waits.
            connection.close()
            time.sleep(0.5)
            continue
        frames = Frames(connection, rest)
        frames.read()
        try:
            frames.send('40{"as":"team"}')
            for number in range(100):
                frames.send(MALFORMED[(sent + number) % len(MALFORMED)][:120])
        except OSError:
            pass
        connection.close()
        sent += 100
        if sent % 1_000 == 0:
            began = time.monotonic()
            assert "events" in gwen.call("resume", {"n": 0}, timeout=10)
            slowest = max(slowest, time.monotonic() - began)
    gwen.disconnect()
    lines = running.log.splitlines()[before:]
    print(f"{sent} malformed frames: {len(lines)} lines in the log; another's slowest answer {slowest * 1000:.0f} ms")

    assert is_healthy(running)
    assert len(lines) <= 100
    assert not any("Traceback" in line for line in lines), lines[:40]
    assert slowest < 5


def test_what_floods_is_told_so_and_then_cut_while_others_go_on(running):
    flood, calm = come_in(running, "Rápida"), come_in(running, "Calma")
    cut, told, answered = threading.Event(), [], threading.Event()
    flood.on("disconnect", cut.set)

    def hear(answer):
        told.append(answer.get("error", {}).get("code"))
        if len(told) == 400:
            answered.set()

    for _ in range(400):
        flood.emit("resume", {"n": 0}, callback=hear)
    began = time.monotonic()
    assert "events" in calm.call("resume", {"n": 0}, timeout=20)
    took = time.monotonic() - began
    assert answered.wait(60)
    assert 200 <= told.count(None) <= 300
    assert told.count(None) + told.count("too_many") == 400

    for _ in range(1_500):
        if cut.is_set():
            break
        flood.emit("resume", {"n": 0})
    began = time.monotonic()
    assert "events" in calm.call("resume", {"n": 0}, timeout=20)
    took = max(took, time.monotonic() - began)
    assert cut.wait(30)
    calm.disconnect()
    print(f"400 at once: {told.count('too_many')} too many; then cut; another waited {took:.2f} s at most")

    assert took < 5
