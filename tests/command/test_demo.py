"""The demo as a newcomer meets it: one command, links that work, and an end without loss."""

import os
import re
import signal
import socket
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.command.processes import ask, descendants, is_alive, read_until, run, running, wait_for
from tests.server_process import free_port

DELIVERED = "SELECT count(*) FROM delivery WHERE state != 'planned'"
STATE = "SELECT state FROM drill"


def demo(tmp_path, port, *more):
    return running("demo", "--port", port, "--data", tmp_path / "data", *more)


def links_of(said):
    return dict(re.findall(r"^  (\S.*?)  +(http://\S+)$", said, re.MULTILINE))


def opens(link):
    with build_opener(HTTPCookieProcessor()).open(link, timeout=20) as answer:
        return answer.status, answer.url


def test_a_demo_lives_pauses_goes_on_and_leaves_nobody_behind(tmp_path):
    port, database = free_port(), tmp_path / "data" / "demo.db"
    with demo(tmp_path, port) as process:
        said = read_until(process, "Ctrl-C")
        links = links_of(said)
        assert set(links) == {"Facilitator", "Team Azul", "Evaluator", "Organizer"}
        assert wait_for(lambda: ask(database, DELIVERED) != [(0,)])
        for link in [*links.values(), links["Facilitator"]]:
            assert opens(link)[0] == 200
        assert database.stat().st_mode & 0o777 == 0o600
        assert wait_for(lambda: ask(database, "SELECT count(*) FROM participant WHERE bot")[0] == (3,))

        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert ask(database, STATE) == [("paused",)]

    with demo(tmp_path, port) as process:
        assert links_of(read_until(process, "Ctrl-C")) == links
        assert wait_for(lambda: ask(database, STATE) == [("running",)])
        family = descendants(process.pid)
        process.kill()
        process.wait()
        assert family and wait_for(lambda: not any(map(is_alive, family)))
        assert ask(database, STATE) == [("paused",)]

    with demo(tmp_path, port, "--fresh") as process:
        said = read_until(process, "Ctrl-C")
        assert links_of(said) != links
        (earlier,) = (tmp_path / "data").glob("earlier-*/demo.db")
        assert ask(earlier, STATE) == [("paused",)]
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_a_taken_port_is_one_line_with_the_next_step(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run("demo", "--port", port, "--data", tmp_path)

    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1 and f"--port {port + 1}" in told.stderr
    assert not (tmp_path / "demo.db").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").touch()
    told = run("demo", "--port", free_port(), "--data", tmp_path / "file" / "data")

    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1 and "cannot be written" in told.stderr


def test_a_second_demo_in_the_same_folder_is_refused(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    held = os.open(tmp_path / "demo.lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(held, fcntl.LOCK_EX)
    told = run("demo", "--port", free_port(), "--data", tmp_path)
    os.close(held)

    assert told.returncode == 1
    assert "already running" in told.stderr
