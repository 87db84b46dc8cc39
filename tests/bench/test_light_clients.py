"""The light clients: frames come whole however they are cut, and the C programs compile and count right."""

import shutil
import socket
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.crowd import crowd
from tests.bench.drills import ready
from tests.bench.machine import Cores, compile_all
from tests.bench.rooms import emissions, seated, storm
from tests.bench.servers import floor, prontas, rest_of_event
from web.bench.drill import Shape
from web.bench.line import Line, Lost, State, frame
from web.live.frames import text_frame

needs_a_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler here")
needs_taskset = pytest.mark.skipif(shutil.which("taskset") is None, reason="there is no taskset here")


@pytest.fixture
def heard():
    """Give a line that is seated, and the socket at its other end."""
    line = Line(0, "token")
    line.sock, other = socket.socketpair()
    line.sock.setblocking(False)
    line.state = State.SEATED
    with other:
        yield line, other
    line.hang_up()


@settings(deadline=None)
@given(
    texts=st.lists(st.text(max_size=300) | st.just("x" * 70_000), max_size=6),
    cuts=st.lists(st.integers(0, 200_000), max_size=6),
)
def test_messages_are_heard_whole_and_in_order_wherever_the_wire_cuts_them(texts, cuts):
    line = Line(0, "token")
    line.sock, other = socket.socketpair()
    line.state = State.SEATED
    line.sock.setblocking(False)
    wire = b"".join(text_frame(f"4{text}") for text in texts)
    # Never more at once than a kernel's buffer holds: nobody reads meanwhile.
    edges = sorted({*range(0, len(wire), 30_000), *(cut for cut in cuts if cut < len(wire)), len(wire)})
    packets = []
    with other:
        for begin, end in pairwise(edges):
            other.sendall(wire[begin:end])
            packets += line.hear()
    line.hang_up()

    assert [packet.decode() for packet in packets] == texts


def test_a_heartbeat_is_answered_at_once(heard):
    line, other = heard
    other.sendall(text_frame("2"))

    assert line.hear() == []
    assert other.recv(100) == frame(b"3")


@pytest.mark.parametrize("wire", [b"\x88\x00", b"\x82\x01x", text_frame("nonsense")])
def test_what_is_no_message_ends_the_line(heard, wire):
    line, other = heard
    other.sendall(wire)

    with pytest.raises(Lost):
        line.hear()


def test_a_line_that_was_closed_is_lost(heard):
    line, other = heard
    other.close()

    with pytest.raises(Lost):
        line.hear()


@needs_a_compiler
def test_the_c_programs_compile_without_a_warning(tmp_path):
    made = compile_all(tmp_path)

    assert all(path.stat().st_mode & 0o100 for path in made.values())


@needs_a_compiler
@needs_taskset
def test_the_client_counts_every_receipt_of_the_floor(tmp_path):
    compile_all()
    rest = tmp_path / "rest.json"
    rest.write_text(rest_of_event("body " * 100))
    with floor(Cores.here(), rest) as server, crowd(Cores.here(), server.port, 20, tmp_path) as people:
        assert seated(server, people)["clients"] == 20
        found = emissions(server, people, "all", 3, first=1)

    assert (found["rounds"], found["missed"]) == (3, 0)
    assert 0 < found["receipt_p50"] <= found["receipt_p99"] <= found["last_p99"] + 0.001


@needs_a_compiler
@needs_taskset
@pytest.mark.figure
def test_the_driver_reaches_every_seated_participant_and_all_come_back(tmp_path):
    compile_all()
    rest = tmp_path / "rest.json"
    rest.write_text(rest_of_event("body"))
    drill = ready(tmp_path, "rooms", Shape(clients=6, teams=3, asks=1, due=0))
    with (
        drill.fresh(tmp_path) as database,
        prontas(Cores.here(), tmp_path, database, rest) as server,
        crowd(Cores.here(), server.port, 6, tmp_path, drill.made.sessions) as people,
    ):
        seated(server, people)
        everybody = emissions(server, people, "all", 2, first=1)
        teams = emissions(server, people, "teams", 2, first=101)
        back = storm(server, people)

    assert (everybody["missed"], teams["missed"]) == (0, 0)
    assert (back["seated"], back["caught_up"]) == (6, 6)
