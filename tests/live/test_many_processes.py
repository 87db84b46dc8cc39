"""Several processes, one truth: whoever is killed, frozen or cut off, every screen shows the log, once and in order."""

import signal
import time
from itertools import pairwise

import pytest
import yaml

from simulator.actions.joining import join_team
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.people import find_participant
from tests.live.conftest import PATIENCE
from tests.live.many import installation
from tests.scripts import choice_inject, info, scenario, text_inject

# Something falls due every second, long after the last of these tests.
SCRIPT = scenario(
    text_inject("00", at="1s"), choice_inject("01", at="1s"), *(info(f"{n:03}", at=f"{n}s") for n in range(1, 600))
)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """Run two processes with a bell between them, around one drill that goes on all the time."""
    content = yaml.safe_dump(SCRIPT, sort_keys=False, allow_unicode=True).encode()
    with installation(tmp_path_factory.mktemp("many"), content=content) as found:
        yield found
        for node in found.nodes:
            print(node.log[-4000:])


@pytest.fixture(autouse=True)
def whole(here):
    """Begin and end each test with all processes up, and no line."""
    yield
    for line in here.lines:
        line.end()
    here.lines.clear()
    for node in here.nodes:
        if node.process is None:
            node.start()


@pytest.fixture
def join(here):
    """Let somebody join a team."""
    names = iter(range(100))

    def come(team):
        with here.first.house() as house:
            name = f"P{next(names)} {time.monotonic_ns()}"
            made = house.perform(join_team, NOBODY, code=here.first.codes[team], name=name, language="es")
            return house.look(find_participant, PROGRAM, participant_id=made["participant_id"])

    return come


def until(found, within=PATIENCE):
    """Wait until *found* gives something; gives it, and how many seconds it took."""
    began = time.monotonic()
    while not (result := found()):
        assert time.monotonic() - began < within, "it did not happen"
        time.sleep(0.02)
    return result, time.monotonic() - began


def numbers(line):
    return [facts["n"] for name, facts in list(line.heard) if name == "event"]


def hears_on(line, more=2):
    """Wait until a line has heard so many events more; gives how long it took."""
    before = len(numbers(line))
    return until(lambda: len(numbers(line)) >= before + more)[1]


def is_whole(line):
    """Say whether a screen shows everything from its first event on, once and in order."""
    shown = sorted(set(numbers(line)))
    return shown == list(range(shown[0], shown[-1] + 1))


def terms_never_overlap(here):
    terms = here.terms()
    assert all(ended for *_rest, ended in terms[:-1])
    assert all(before[3] <= after[2] for before, after in pairwise(terms)), terms


def is_delivered_once(here):
    doubled = here.sql(
        "SELECT team, payload ->> 'inject', count(*) FROM log WHERE kind = 'inject_delivered' GROUP BY 1, 2 "
        "HAVING count(*) > 1"
    )
    assert doubled == []


def test_what_happens_in_one_process_is_on_the_screens_of_the_other(here, join):
    ana, bea = join("Azul"), join("Azul")
    one, other = (here.line(node, who) for node, who in zip(here.nodes, (ana, bea), strict=True))
    one.wait_for("presence_changed", lambda told: told == {"participant": bea.id, "here": True})
    hears_on(one)
    facts = {"inject": "00", "id": "r-1", "content": {"text": "Aislamos la red."}}
    assert one.ask("send_response", **facts)["state"] == "counted"
    other.wait_for("event", lambda event: event["kind"] == "response_received")
    # The same answer again, on a line to another process: the same receipt.
    assert other.ask("send_response", **facts)["version"] == 1

    one.ask("save_draft", inject="01", content={"option": "A"})
    assert other.wait_for("draft_changed")["content"] == {"option": "A"}
    one.end()
    other.wait_for("presence_changed", lambda told: told == {"participant": ana.id, "here": False})
    hears_on(other)
    assert is_whole(other)


def test_somebody_with_a_line_to_each_process_is_there_until_both_are_gone(here, join):
    ana, bea = join("Verde"), join("Verde")
    watching = here.line(here.nodes[0], bea)
    one, other = (here.line(node, ana) for node in here.nodes)
    watching.wait_for("presence_changed", lambda told: told == {"participant": ana.id, "here": True})
    one.end()
    until(lambda: here.sql("SELECT count(*) FROM sitting WHERE participant_id = :who", who=ana.id) == [(1,)])
    assert here.sql("SELECT away_since FROM participant WHERE id = :who", who=ana.id) == [(None,)]
    assert not any(facts == {"participant": ana.id, "here": False} for _name, facts in watching.heard)
    other.end()
    watching.wait_for("presence_changed", lambda told: told == {"participant": ana.id, "here": False})


def test_an_owner_who_is_killed_is_replaced_and_every_screen_goes_on(here, join):
    owner = here.owner()
    (other,) = here.others(owner)
    line = here.line(other, join("Azul"))
    hears_on(line)
    epoch = here.terms()[-1][0]
    owner.kill()
    _found, took = until(lambda: here.terms()[-1][0] > epoch)
    gap = hears_on(line)
    print(f"killed: another owner after {took:.2f} s, two more events after {gap:.2f} s")

    assert here.owner() is other
    assert took <= 20
    assert is_whole(line)
    terms_never_overlap(here)
    is_delivered_once(here)


def test_an_owner_who_is_frozen_is_replaced_and_writes_nothing_when_she_wakes(here, join):
    owner, _took = until(here.owner)
    (other,) = here.others(owner)
    line = here.line(other, join("Azul"))
    hears_on(line)
    epoch = here.terms()[-1][0]
    owner.signal(signal.SIGSTOP)
    try:
        _found, took = until(lambda: here.terms()[-1][0] > epoch, within=150)
        hears_on(line)
    finally:
        owner.signal(signal.SIGCONT)
    ended = next(term for term in here.terms() if term[0] == epoch)
    hears_on(line, more=4)
    print(f"frozen: replaced after {took:.2f} s")

    assert next(term for term in here.terms() if term[0] == epoch) == ended
    assert is_whole(line)
    terms_never_overlap(here)
    is_delivered_once(here)
    # Frozen, she was taken for dead; awake, she serves as before.
    again = here.line(owner, join("Verde"))
    hears_on(again)
    assert is_whole(again)


@pytest.mark.parametrize("fault", ["killed", "frozen"])
def test_without_redis_every_screen_shows_the_log_soon(here, join, fault):
    owner, _took = until(here.owner)
    (other,) = here.others(owner)
    line = here.line(other, join("Azul"))
    hears_on(line)
    if fault == "killed":
        here.redis.kill()
    else:
        here.redis.signal(signal.SIGSTOP)
    began = time.monotonic()
    hears_on(line, more=4)
    took = time.monotonic() - began
    print(f"Redis {fault}: the events of four more seconds after {took:.2f} s")
    if fault == "killed":
        here.redis.start()
    else:
        here.redis.signal(signal.SIGCONT)
    hears_on(line)

    assert is_whole(line)
    is_delivered_once(here)


@pytest.mark.figure
def test_connections_to_the_database_that_are_cut_lose_nothing_that_was_acknowledged(here, join):
    lines = [here.line(node, join("Azul")) for node in here.nodes]
    acknowledged = []
    for round_ in range(6):
        here.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name = 'prontas' AND pid <> pg_backend_pid()"
        )
        for place, line in enumerate(lines):
            facts = {"inject": "00", "id": f"cut-{round_}-{place}", "content": {"text": f"{round_} {place}"}}
            receipt, _took = until(lambda line=line, facts=facts: receipt_of(line.ask("send_response", **facts)))
            acknowledged.append((facts["id"], receipt["version"]))
    stored = here.sql("SELECT client_id, version FROM response WHERE client_id LIKE 'cut-%' ORDER BY version")

    assert sorted(stored) == sorted(acknowledged)
    for line in lines:
        hears_on(line)
        assert is_whole(line)
    is_delivered_once(here)


def receipt_of(answer):
    """Give a receipt; a refusal that asks for another try is none, and any other is a failure."""
    if "error" in answer:
        assert answer["error"]["code"] == "server_failed", answer
        return None
    return answer
