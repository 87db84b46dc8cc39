"""The direct path and the library's own say the same to a browser, byte for byte, against a real gunicorn."""

import json
import time

import pytest
import yaml

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from tests.live.raw import Frames, event_of, handshake
from tests.scripts import scenario, text_inject
from tests.server_process import running_server

PATH = "/socket.io/?EIO=4&transport=websocket"


def seated(server, name):
    """Let somebody of Azul sit down; gives her frames once she is in."""
    with server.house() as house:
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name=name, language="es")
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    connection, _head, rest = handshake(server.port, PATH, f"prontas_team={token}")
    frames = Frames(connection, rest)
    assert frames.read().startswith("0{")
    frames.send('40{"as":"team"}')
    while not frames.read().startswith("40{"):
        pass
    return frames


def ask(frames, facts):
    """Ask for what she missed; gives what came before the answer, and the answer."""
    frames.send("420" + json.dumps(["resume", facts], separators=(",", ":")))
    before = []
    while not (frame := frames.read()).startswith("430"):
        before.append(frame)
    return before, json.loads(frame[3:])[0]


@pytest.fixture(scope="module", params=["once", "stock"])
def drafted(request, tmp_path_factory):
    """Let one of two devices write a draft; gives what the two others of her team hear of it, and what she is told."""
    content = yaml.safe_dump(scenario(text_inject("01", at="0", due="50m")), allow_unicode=True).encode()
    folder = tmp_path_factory.mktemp(request.param)
    with running_server(folder, content=content, PRONTAS_FRAMES=request.param) as server:
        first, second, writer = (seated(server, name) for name in ("Beatriz", "Bruna", "Berta"))
        while not any(one["kind"] == "inject_delivered" for one in ask(writer, {"n": 0})[1]["events"]):
            time.sleep(0.3)
        writer.send('42["save_draft",{"inject":"01","content":{"text":"Aislamos la red — já"}}]')
        heard = [next_of(frames, "draft_changed") for frames in (first, second)]
        _before, told = ask(writer, {"n": 0})
        for frames in (first, second, writer):
            frames.connection.close()
    return heard, [event["kind"] for event in told["events"]]


def next_of(frames, name):
    while (event := event_of(frame := frames.read())) is None or event[0] != name:
        pass
    return frame


def test_both_paths_write_the_same_frames(drafted):
    heard, kinds = drafted

    assert heard[0] == heard[1]
    assert heard[0] == (
        '42["draft_changed",{"inject":"01","content":{"text":"Aislamos la red \\u2014 j\\u00e1"},"by":"Berta"}]'
    )
    assert kinds.count("inject_delivered") == 1
