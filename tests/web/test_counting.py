"""What is counted for all processes together: in Redis, and in each one's memory while Redis is away."""

import signal
import time

import pytest
import redis
from limits import RateLimitItemPerMinute

from tests.live.many import private_redis
from web.api.pace import Pace
from web.counting import Windows
from web.front.tries import Tries

FEW = RateLimitItemPerMinute(3, namespace="few")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Run a Redis of our own."""
    with private_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


def test_two_processes_count_together_and_another_installation_apart(server):
    one, other = Windows(server.url, "key-1"), Windows(server.url, "key-1")
    stranger = Windows(server.url, "key-of-another")
    assert [one.hit(FEW, "192.0.2.1"), other.hit(FEW, "192.0.2.1"), one.hit(FEW, "192.0.2.1")] == [True] * 3

    assert not one.hit(FEW, "192.0.2.1") and not other.test(FEW, "192.0.2.1")
    assert other.left(FEW, "192.0.2.1")[1] == 0
    assert stranger.test(FEW, "192.0.2.1") and other.test(FEW, "192.0.2.2")
    other.clear(FEW, "192.0.2.1")
    assert one.test(FEW, "192.0.2.1")


def test_redis_learns_no_address_and_no_name(server):
    Windows(server.url, "key-2").hit(FEW, "beatriz@ministry.example")
    with redis.Redis.from_url(server.url) as client:
        told = b" ".join(client.keys())

    assert told and b"beatriz" not in told and b"ministry" not in told


@pytest.mark.parametrize("fault", ["killed", "frozen"])
def test_without_redis_each_process_counts_by_itself_and_waits_for_nothing_twice(server, fault):
    windows = Windows(server.url, f"key-{fault}")
    assert windows.hit(FEW, "a")
    if fault == "killed":
        server.kill()
    else:
        server.signal(signal.SIGSTOP)
    began = time.monotonic()
    try:
        # What it took itself before counts on.
        assert [windows.hit(FEW, "a") for _ in range(4)] == [True, True, False, False]
        assert windows.left(FEW, "a")[1] == 0
        took = time.monotonic() - began
    finally:
        server.start() if fault == "killed" else server.signal(signal.SIGCONT)

    assert took < 10


def test_tries_and_pace_of_two_processes_are_one(server):
    tries = [Tries(Windows(server.url, "key-3")) for _ in range(2)]
    for number in range(3):
        tries[number % 2].count(FEW, "a")
    assert tries[0].used(FEW, "a") == tries[1].used(FEW, "a") == 3
    assert not tries[1].is_first(FEW, "a")

    paces = [Pace(2, Windows(server.url, "key-4")) for _ in range(2)]
    assert [paces[0].wait("t"), paces[1].wait("t")] == [0, 0]
    assert 0 < paces[0].wait("t") <= 60
