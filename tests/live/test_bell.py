"""The bell: what is rung is heard, what is forged is dropped, and a Redis that is dead or frozen holds nobody up."""

import json
import signal
import threading
import time

import pytest
import redis
from hypothesis import given
from hypothesis import strategies as st

from tests.live.many import private_redis
from web.live.bell import Bell
from web.live.ringing import Beat, Message, Word, read
from web.refused import Refused

KEY = "the key of an installation"
PATIENCE = 30


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Run a Redis of our own."""
    with private_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


class Process:
    """One process with a bell: what it has heard, and how often its line was new."""

    def __init__(self, server, name, key=KEY):
        self.heard, self.lines, self.refused = [], 0, Refused()
        self.bell = Bell(
            server.url, key, name, self.refused, heard=self.heard.append, again=self._again,
            tell=lambda: {"trouble": False, "contacts": {"d": {"azul": 3}}},
        )  # fmt: skip
        self.threads = []

    def _again(self):
        self.lines += 1

    def start(self):
        self.bell.start(self._spawn)
        until(lambda: not self.bell.is_silent)
        return self

    def _spawn(self, work):
        self.threads.append(threading.Thread(target=work))
        self.threads[-1].start()

    def stop(self):
        self.bell.stop()
        for thread in self.threads:
            thread.join(PATIENCE)

    def counts(self):
        told = {}
        for message in list(self.heard):
            told |= message.counts
        return told


@pytest.fixture
def processes(server):
    """Start processes of one installation; all are stopped at the end."""
    made = []

    def make(*names, key=KEY):
        made.extend(Process(server, name, key).start() for name in names)
        return made[-len(names) :]

    yield make
    for one in made:
        one.stop()


def until(found, within=PATIENCE):
    began = time.monotonic()
    while not (result := found()):
        assert time.monotonic() - began < within
        time.sleep(0.01)
    return result


def test_what_one_process_rings_the_others_hear_and_not_itself(processes):
    one, other, third = processes("one", "other", "third")
    one.bell.ring({"team:azul": 7, "staff:d": 9}, wake=True)
    one.bell.say("team:azul", "draft_changed", {"inject": "01", "by": "Ana"})

    for hearer in (other, third):
        until(lambda hearer=hearer: hearer.counts() == {"team:azul": 7, "staff:d": 9})
        until(lambda hearer=hearer: any(message.words for message in hearer.heard))
        assert any(message.wake for message in hearer.heard)
    words = next(message.words for message in other.heard if message.words)
    assert words == (Word("team:azul", "draft_changed", {"inject": "01", "by": "Ana"}),)
    assert not [message for message in one.heard if message.by == "one"]
    assert until(lambda: next((message.beat for message in other.heard if message.beat), None)) == Beat(
        False, {"d": {"azul": 3}}
    )


def test_two_installations_share_a_redis_and_hear_nothing_of_each_other(processes):
    (one,), (stranger,) = processes("one"), processes("stranger", key="another key")
    one.bell.ring({"team:azul": 7})
    stranger.bell.ring({"team:azul": 8})
    time.sleep(0.5)

    assert not one.heard and not stranger.heard
    assert one.bell.channel != stranger.bell.channel


def test_what_bears_no_signature_of_ours_is_counted_and_dropped(server, processes):
    (one,) = processes("one")
    body = json.dumps({"by": "forger", "n": {"team:azul": 10**6}}).encode()
    with redis.Redis.from_url(server.url) as forger:
        for data in (body, b"0" * 32 + body, b"", b"\xff" * 40, b"x" * 300_000):
            forger.publish(one.bell.channel, data)
    until(lambda: one.refused.counts["bell message malformed"] == 5)

    assert one.heard == []


@pytest.mark.parametrize("fault", ["killed", "frozen"])
def test_a_redis_that_is_gone_holds_nobody_up_and_is_found_again(server, processes, fault):
    one, other = processes("one", "other")
    lines = other.lines
    if fault == "killed":
        server.kill()
    else:
        server.signal(signal.SIGSTOP)
    began = time.perf_counter()
    for number in range(20_000):
        one.bell.ring({"team:azul": number})
        one.bell.say("team:azul", "somebody_writing", {"n": number})
    took = time.perf_counter() - began
    until(lambda: one.bell.is_silent and other.bell.is_silent)
    if fault == "killed":
        server.start()
    else:
        server.signal(signal.SIGCONT)
    until(lambda: not one.bell.is_silent and not other.bell.is_silent)

    # What it counted meanwhile is rung when Redis is back, of each reader the last; a line that is new by then may have
    # missed it, and knows that.
    one.bell.ring({"team:verde": 1})
    until(lambda: "team:verde" in other.counts())
    assert other.counts().get("team:azul") == 19_999 or other.lines > lines
    assert took < 20
    if fault == "killed":
        assert other.lines > lines
    assert sum(len(message.words) for message in other.heard) <= 2_100


def test_a_message_is_what_was_said():
    told = {
        "by": "one", "n": {"team:azul": 3}, "wake": True, "words": [["team:azul", "left", {}]],
        "beat": {"trouble": True, "contacts": {"d": {"azul": 1}}},
    }  # fmt: skip

    assert read(json.dumps(told).encode()) == Message(
        "one", {"team:azul": 3}, True, (Word("team:azul", "left", {}),), Beat(True, {"d": {"azul": 1}})
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"by": 7}', b'{"by": ""}', b'{"by": "a", "more": 1}', b'{"by": "a", "n": {"r": -1}}',
     b'{"by": "a", "n": {"r": true}}', b'{"by": "a", "n": {"r": 1.5}}', b'{"by": "a", "n": [1]}',
     b'{"by": "a", "wake": 1}', b'{"by": "a", "words": [["room", "event", {}]]}',
     b'{"by": "a", "words": [["room", "left"]]}', b'{"by": "a", "words": [["room", "left", []]]}',
     b'{"by": "a", "words": {}}', b'{"by": "a", "beat": {"trouble": 1, "contacts": {}}}',
     b'{"by": "a", "beat": {"trouble": true}}', b'{"by": "a", "beat": {"trouble": true, "contacts": {"d": 1}}}',
     b"\xff", b"[" * 100_000],
)  # fmt: skip
def test_what_has_not_the_form_of_a_message_is_none(body):
    assert read(body) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("by", "n", "wake", "words", "beat"), json_values)))
def test_whatever_is_said_is_a_message_or_none(told):
    message = read(json.dumps(told).encode())

    assert message is None or isinstance(message.by, str)


@given(st.binary(max_size=200))
def test_bytes_are_no_accident(body):
    assert read(body) is None or json.loads(body)["by"]
