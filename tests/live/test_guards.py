"""Three traps in today's libraries, each against a real server: it stays healthy, and no stream is corrupted."""

import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import socketio
import yaml
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Ping, TextMessage
from wsproto.events import Request as Upgrade

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from tests.live.raw import Frames, event_of, handshake
from tests.scripts import scenario, text_inject
from tests.server_process import running_server
from web.live.guards import forget_the_handshake

PATH = "/socket.io/?EIO=4&transport="
ENOUGH = 4_000_000
PATIENCE = 20
DRAFT = "Aislamos la red. " * 1150


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Run one server for all guards, with one inject delivered at STARTEX."""
    content = yaml.safe_dump(scenario(text_inject("01", at="0", due="50m")), allow_unicode=True).encode()
    with running_server(tmp_path_factory.mktemp("guards"), content=content) as server:
        yield server


def member(server, name, **facts):
    """Let somebody join Azul; gives the cookie of her browser."""
    with server.house() as house:
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name=name, language="es", **facts)
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    return f"prontas_team={token}"


def is_healthy(server):
    with urlopen(f"{server.url}/healthz", timeout=PATIENCE) as answer:
        return answer.status == 200


def open_polling(server, cookie):
    with urlopen(Request(f"{server.url}{PATH}polling", headers={"Cookie": cookie}), timeout=PATIENCE) as answer:
        return answer.read().decode().partition('"sid":"')[2].partition('"')[0]


def post(server, sid, data, cookie):
    request = Request(f"{server.url}{PATH}polling&sid={sid}", data=data, headers={"Cookie": cookie}, method="POST")
    began = time.monotonic()
    try:
        with urlopen(request, timeout=PATIENCE) as answer:
            status = answer.status
    except HTTPError as error:
        status = error.code
        error.close()
    return status, time.monotonic() - began


@pytest.mark.parametrize("data", [b"0", b"6", b"7", b"x" * 200_000], ids=["open", "noop", "unknown", "oversized"])
def test_one_bad_polling_post_is_answered_at_once(server, data):
    cookie = "prontas_team=nobody"
    status, took = post(server, open_polling(server, cookie), data, cookie)

    assert status in (200, 400)
    # A hundredth of a second; the guard is against for ever.
    assert took < 10
    assert is_healthy(server)


def test_two_hundred_bad_posts_leave_the_server_healthy(server):
    began = time.monotonic()
    for number in range(200):
        nobody = f"prontas_team=nobody-{number % 10}"
        sid = open_polling(server, nobody)
        post(server, sid, (b"0", b"6", b"7")[number % 3], nobody)

    assert is_healthy(server)
    assert time.monotonic() - began < 60


def test_deflate_is_refused_whoever_offers_it(server):
    cookie = member(server, "Deolinda")
    connection, head, _rest = handshake(server.port, f"{PATH}websocket", cookie, offer="permessage-deflate")
    connection.close()

    assert head.startswith("HTTP/1.1 101")
    assert "sec-websocket-extensions" not in head.lower()


def test_the_stream_of_a_slow_reader_is_whole(server):
    slow, writer = member(server, "Lenta"), member(server, "Beatriz", seats=["lead"])
    connection, _head, rest = handshake(server.port, f"{PATH}websocket", slow, window=4096)
    frames = Frames(connection, rest)
    assert frames.read().startswith("0{")
    frames.send('40{"as":"team"}')
    while not frames.read().startswith("40{"):
        pass

    sent = write_drafts(server, writer, ENOUGH // len(DRAFT))
    seen = [facts["content"]["text"].partition(" ")[0] for facts in drafts_of(frames, len(sent))]
    connection.close()

    assert seen == sent
    assert is_healthy(server)


def write_drafts(server, cookie, count):
    # Two of her browsers take turns: one line alone may not say so much in so short a time.
    clients = [socketio.Client(reconnection=False) for _ in range(2)]
    for client in clients:
        client.connect(server.url, headers={"Cookie": cookie}, auth={"as": "team"}, transports=["websocket"])
    wait_for_delivery(clients[0])
    for number in range(count):
        draft = {"inject": "01", "content": {"text": f"{number} {DRAFT}"}}
        answer = clients[number % 2].call("save_draft", draft, timeout=PATIENCE)
        assert answer == {"state": "saved"}, answer
    for client in clients:
        client.disconnect()
    return [str(number) for number in range(count)]


def wait_for_delivery(client):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        told = client.call("resume", {"n": 0})
        if any(event["kind"] == "inject_delivered" and event["inject"]["id"] == "01" for event in told["events"]):
            return
        time.sleep(0.3)
    raise AssertionError("nothing was delivered")


def drafts_of(frames, count):
    found = []
    while len(found) < count:
        event = event_of(frames.read())
        if event is not None and event[0] == "draft_changed":
            found.append(event[1])
    return found


def test_a_line_whose_handshake_is_forgotten_speaks_and_ends_as_before():
    browser, line = WSConnection(ConnectionType.CLIENT), WSConnection(ConnectionType.SERVER)
    forget_the_handshake(line)
    line.receive_data(browser.send(Upgrade(host="prontas.test", target="/socket.io/")))
    assert isinstance(next(line.events()), Upgrade)
    said = line.send(AcceptConnection())

    # What the browser sends at once may come before we forget: it is heard nevertheless.
    browser.receive_data(said)
    assert isinstance(next(browser.events()), AcceptConnection)
    first = browser.send(TextMessage(data="uno"))
    line.receive_data(first[:3])
    forget_the_handshake(line)
    line.receive_data(first[3:] + browser.send(TextMessage(data="dos")) + browser.send(Ping(payload=b"?")))
    heard = list(line.events())

    assert [event.data for event in heard if isinstance(event, TextMessage)] == ["uno", "dos"]
    assert isinstance(heard[-1], Ping)
    assert not hasattr(line.handshake, "_h11_connection")
    line.receive_data(browser.send(CloseConnection(code=1000)))
    assert isinstance(next(line.events()), CloseConnection)
