"""`prontas bench` on a real server: a document that scripts can read, and nothing left behind, however it ends."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.command.processes import PRONTAS, descendants
from tests.server_process import TOP

SMALL = ("bench", "--quick", "--clients", "8", "--teams", "2")


def start(folder: Path, *arguments: str) -> subprocess.Popen:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PRONTAS_")}
    environ |= {"TMPDIR": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return subprocess.Popen(
        [*PRONTAS, *arguments], cwd=TOP, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Measure with eight people once; gives the document, what was said beside it, and the folder."""
    folder = tmp_path_factory.mktemp("bench")
    process = start(folder, *SMALL, "--json")
    told, said = process.communicate(timeout=240)
    assert process.returncode == 0, said
    return json.loads(told), said, folder


def test_everybody_sees_every_inject_and_every_answer_is_acknowledged(measured):
    found, _said, _folder = measured

    assert (found["format"], found["quick"], found["clients"], found["teams"]) == (1, True, 8, 2)
    for part in ("alone", "while_answering"):
        delivery = found["delivery"][part]
        assert (delivery["injects"], delivery["missing"]) == (2, 0)
        assert 0 < delivery["screen"]["p50_ms"] <= delivery["last_screen"]["p99_ms"]
    assert found["acks"]["acknowledged"] > 0
    assert found["acks"]["refused"] == found["burst"]["refused"] == 0
    assert found["burst"]["acknowledged"] == 8


def test_whoever_comes_back_has_caught_up(measured):
    assert measured[0]["storm"]["caught_up"] == measured[0]["storm"]["clients"] == 8


def test_it_says_what_it_was_measured_on(measured):
    machine = measured[0]["machine"]

    assert set(machine) == {"cores", "system", "processor", "python"}
    assert all(machine.values())
    assert 0 <= measured[0]["client_cpu_share"] <= 1.5


def test_nothing_of_it_stays(measured):
    assert list(measured[2].iterdir()) == []


def test_how_far_it_is_goes_where_errors_go(measured):
    assert "Measuring" in measured[1]


@pytest.mark.figure
def test_an_interrupted_one_ends_its_server_and_leaves_nothing(tmp_path):
    # At its full length: a quick one may be over before anybody can interrupt it.
    process = start(tmp_path, "bench", "--clients", "8", "--teams", "2")
    began = time.monotonic()
    # The log is there once the server has been started.
    while not list(tmp_path.glob("*/server.log")) and time.monotonic() - began < 120:
        assert process.poll() is None
        time.sleep(0.05)
    serving = descendants(process.pid)
    process.send_signal(signal.SIGINT)
    told, _said = process.communicate(timeout=60)

    assert (process.returncode, told) == (1, "")
    assert serving
    # What it had started is told to end, and may take a moment longer than itself.
    while any(Path(f"/proc/{pid}").exists() for pid in serving) and time.monotonic() - began < 120:
        time.sleep(0.05)
    assert not [pid for pid in serving if Path(f"/proc/{pid}").exists()]
    assert list(tmp_path.iterdir()) == []


def test_more_teams_than_people_are_refused_before_anything_begins(tmp_path):
    process = start(tmp_path, "bench", "--clients", "2", "--teams", "3")
    _told, said = process.communicate(timeout=60)

    assert process.returncode == 2
    assert "--teams is at most --clients" in said
    assert list(tmp_path.iterdir()) == []
