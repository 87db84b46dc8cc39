"""Row 13: a process with few descriptors turns newcomers away, and nobody who is there loses anything by it."""

import os
import subprocess
import sys
import time
from contextlib import suppress

import pytest
import yaml

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from tests.live.raw import Frames, handshake
from tests.scripts import scenario, text_inject
from tests.server_process import KEY, TOP, RunningServer, free_port, wait_until_up

FEW, MANY = 256, 500
PATH = "/socket.io/?EIO=4&transport=websocket"


@pytest.fixture
def server(tmp_path):
    """Run a server that may have 256 descriptors."""
    content = yaml.safe_dump(scenario(text_inject("01", at="0", due="50m")), allow_unicode=True).encode()
    server = RunningServer(tmp_path, free_port())
    server.fill()
    server = server.open_drill(content)
    settings = {"PRONTAS_DATABASE": server.database, "PRONTAS_PORT": str(server.port), "PRONTAS_DEMO_KEY": KEY}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:web.live.gunicorn_conf", "web.live.wsgi:application"]
    limited = ["sh", "-c", f'ulimit -n {FEW}; exec "$@"', "sh", *command]
    with (tmp_path / "server.log").open("a") as log:
        server.process = subprocess.Popen(limited, cwd=TOP, env=os.environ | settings, stdout=log, stderr=log)
    try:
        wait_until_up(server.url, server.process)
        yield server
    finally:
        server.stop()


def member(server, name):
    """Let somebody join Azul; gives the cookie of her browser."""
    with server.house() as house:
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name=name, language="es")
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    return f"prontas_team={token}"


def come(server, cookie):
    """Knock; gives the line where there is room, and the status either way."""
    connection, head, rest = handshake(server.port, PATH, cookie)
    status = int(head.split()[1])
    if status != 101:
        connection.close()
        return status, None
    return status, Frames(connection, rest)


def hears(frames, wanted):
    """Read until a frame begins as it is wanted; answers pings on the way."""
    while True:
        told = frames.read()
        if told == "2":
            frames.send("3")
        elif told.startswith(wanted):
            return told


def asks(frames, number):
    """Ask the server for something that needs the database, and wait for its answer."""
    frames.send(f'42{number}["resume",{{"n":0}}]')
    return hears(frames, f"43{number}[")


def test_newcomers_beyond_the_descriptors_are_turned_away_and_those_inside_are_served(server):
    cookie = member(server, "Beatriz")
    # Of one session alone only so many would be let knock.
    others = [member(server, f"Otra {number}") for number in range(10)]
    _status, beatriz = come(server, cookie)
    hears(beatriz, "0")
    beatriz.send('40{"as":"team"}')
    hears(beatriz, "40")
    assert '"n":' in asks(beatriz, 1)

    statuses, inside = [], []
    for number in range(MANY):
        status, frames = come(server, others[number % len(others)])
        statuses.append(status)
        if frames is not None:
            inside.append(frames)
        if number % 100 == 99:
            assert '"n":' in asks(beatriz, 2 + number), "somebody inside was harmed"
    admitted, away = statuses.count(101), statuses.count(503)
    assert admitted + away == MANY and admitted >= 80 and away >= 200, (admitted, away)

    # One line a minute, however many knock.
    assert server.log.count("no room for a connection") <= 2
    assert "failed" not in server.log
    for frames in (beatriz, *inside):
        with suppress(OSError):
            frames.connection.close()
    until_there_is_room(server, cookie)


def until_there_is_room(server, cookie, within=60):
    """Knock until somebody is let in again."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        status, frames = come(server, cookie)
        if status == 101:
            frames.connection.close()
            return
        time.sleep(0.2)
    raise AssertionError("no room, though everybody has gone")
