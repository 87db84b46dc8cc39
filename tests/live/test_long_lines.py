"""A line on which nobody says anything lives on: what goes straight to the wire is missed in no queue."""

import threading

import engineio
import pytest

from web.live.guards import CarefulSocket

SOON = 0.02


@pytest.fixture
def line():
    """Give a line that takes 40 ms without a packet for too long, where the library asks it to."""
    return CarefulSocket(engineio.Server(async_mode="threading", ping_interval=SOON, ping_timeout=SOON), "line")


def polled(line):
    """Poll in a thread of its own; gives it, and what it ends with."""
    ended = []

    def poll():
        try:
            ended.append(line.poll())
        except engineio.exceptions.QueueEmpty as error:
            ended.append(error)

    thread = threading.Thread(target=poll)
    thread.start()
    return thread, ended


def test_a_writer_with_nothing_to_write_waits_on_where_all_goes_to_the_wire(line):
    line.wire = object()
    thread, ended = polled(line)
    thread.join(20 * SOON)

    assert thread.is_alive() and not ended
    line.queue.put(None)
    thread.join(30)
    assert ended == [[]]


def test_it_ends_with_the_line(line):
    line.wire, line.closed = object(), True
    thread, ended = polled(line)
    thread.join(30)

    assert [type(one) for one in ended] == [engineio.exceptions.QueueEmpty]


def test_on_the_stock_path_silence_ends_it_as_before(line):
    thread, ended = polled(line)
    thread.join(30)

    assert [type(one) for one in ended] == [engineio.exceptions.QueueEmpty]
