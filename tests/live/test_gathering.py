"""What waits for a transaction goes together, and each gets her own answer: alone, in a crowd, and when it fails."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.actions.joining import change_language
from simulator.actions.msel import withdraw_inject
from simulator.actions.responding import open_inject, receive_injects, save_draft, send_response
from simulator.actor import PROGRAM
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.reading.feed import own_events
from simulator.reading.visiting import find_visitor
from simulator.refusal import Refusal
from simulator.rows import Row
from tests.cast import Cast, minutes
from tests.live.conftest import PATIENCE
from tests.scripts import scenario, text_inject
from web.live.gathering import Gathering
from web.live.precedence import Precedence
from web.refused import Refused

CROWD = 20
WORDS = {"text": "Avisamos."}


class Gate:
    """Carry transactions out one by one, once they may; count them."""

    def __init__(self):
        self.open, self.begun = threading.Event(), 0
        self.open.set()

    def __call__(self, work):
        self.begun += 1
        assert self.open.wait(PATIENCE)
        return work()


@pytest.fixture
def gate():
    """Give the gate before the database; it is open."""
    return Gate()


@pytest.fixture
def house(tmp_path, clock, gate):
    """Open the house on a file, behind the gate."""
    engine = open_engine(sqlite_url(tmp_path / "live.db"))
    Row.metadata.create_all(engine)
    yield House(engine, clock, run=gate)
    close_engine(engine)


@pytest.fixture
def refused():
    """Count what goes wrong."""
    return Refused()


@pytest.fixture
def precedence():
    """Let nothing be due."""
    return Precedence()


@pytest.fixture
def gathering(house, refused, precedence):
    """Gather for the house; whoever drains does so in a thread of its own."""
    threads = []

    def spawn(work):
        threads.append(threading.Thread(target=work))
        threads[-1].start()

    yield Gathering(house, spawn, refused, precedence)
    for thread in threads:
        thread.join(PATIENCE)


@pytest.fixture
def play(house):
    """Be six minutes into a drill with two asks."""
    return Cast.hire(house).play(scenario(text_inject("01"), text_inject("02"))).start().go(minutes(6))


def send(gathering, who, id, inject="01", content=WORDS):
    try:
        return gathering.perform(send_response, who, inject_id=inject, response_id=id, content=content)
    except Refusal as refusal:
        return refusal.code


def noted(play):
    return [row[0] for row in play.log("inject_received", "inject_opened")]


def wait_until(holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_whoever_is_alone_waits_for_nobody(play, gate, gathering):
    before = gate.begun

    assert send(gathering, play.beatriz, "r-1")["state"] == "counted"
    assert gate.begun == before + 1


def test_what_falls_due_goes_before_an_answer(play, gathering, precedence, monkeypatch):
    held = threading.Event()
    monkeypatch.setattr("web.live.precedence.AT_MOST", PATIENCE)
    monkeypatch.setattr(precedence, "_wait", lambda seconds: held.set() or time.sleep(seconds))
    with ThreadPoolExecutor(1) as pool:
        with precedence.at_work():
            sent = pool.submit(send, gathering, play.beatriz, "r-1")
            assert held.wait(PATIENCE)
            assert not sent.done()
        assert sent.result(PATIENCE)["state"] == "counted"


def test_what_comes_while_one_transaction_is_at_work_is_the_next_one_together(play, gate, gathering):
    gate.open.clear()
    before = gate.begun
    with ThreadPoolExecutor(CROWD + 1) as pool:
        first = pool.submit(send, gathering, play.beatriz, "first")
        wait_until(lambda: gate.begun == before + 1)
        rest = [pool.submit(send, gathering, play.bruna, f"r-{number}") for number in range(CROWD)]
        wait_until(lambda: gathering.waiting == CROWD)
        gate.open.set()
        receipts = [one.result(PATIENCE) for one in (first, *rest)]

    assert gate.begun == before + 2
    assert sorted(receipt["version"] for receipt in receipts) == list(range(1, CROWD + 2))


def test_each_gets_her_own_answer_or_refusal(play, gate, gathering):
    gate.open.clear()
    before = gate.begun
    asked = [("a", "01", WORDS), ("b", "99", WORDS), ("c", "01", {"text": ""}), ("d", "02", WORDS)]
    with ThreadPoolExecutor(len(asked)) as pool:
        waiting = [pool.submit(send, gathering, play.gwen, *asked[0])]
        wait_until(lambda: gate.begun == before + 1)
        waiting += [pool.submit(send, gathering, play.gwen, *one) for one in asked[1:]]
        wait_until(lambda: gathering.waiting == len(asked) - 1)
        gate.open.set()
        results = [one.result(PATIENCE) for one in waiting]

    assert [one if isinstance(one, str) else one["state"] for one in results] == [
        "counted", "not_found", "answer_empty", "counted",
    ]  # fmt: skip


def test_where_the_database_fails_everybody_who_waits_is_told_so_and_it_passes(play, gate, gathering):
    play.sql("CREATE TRIGGER full BEFORE INSERT ON response BEGIN SELECT RAISE(FAIL, 'disk is full'); END")
    with ThreadPoolExecutor(5) as pool:
        waiting = [pool.submit(send, gathering, play.beatriz, f"r-{number}") for number in range(5)]
        errors = [one.exception(PATIENCE) for one in waiting]
    play.sql("DROP TRIGGER full")

    assert all(isinstance(error, Exception) and not isinstance(error, Refusal) for error in errors)
    assert play.sql("SELECT count(*) FROM response") == [(0,)]
    assert send(gathering, play.beatriz, "r-1")["state"] == "counted"


def test_an_answer_that_is_on_the_disk_is_acknowledged_even_where_telling_the_others_fails(
    play, house, gathering, refused
):
    def fail(_posts):
        raise ArithmeticError

    house.announce = fail

    assert send(gathering, play.beatriz, "r-1")["state"] == "counted"
    wait_until(lambda: refused.counts["gathering failed: ArithmeticError"] == 1)


def test_what_is_noted_is_not_asked_of_the_database_again(play, gate, gathering):
    assert gathering.perform(receive_injects, play.beatriz, inject_ids=["01", "02", "99"]) == ["01", "02"]
    before = gate.begun

    assert gathering.perform(receive_injects, play.bruna, inject_ids=["02", "01"]) == ["02", "01"]
    assert gate.begun == before
    assert gathering.perform(open_inject, play.bruna, inject_id="01") == ["01"]
    assert gathering.perform(open_inject, play.beatriz, inject_id="01") == ["01"]
    assert gate.begun == before + 1
    assert [row[0] for row in play.log("inject_received", "inject_opened")] == ["inject_received"] * 2 + [
        "inject_opened"
    ]


def test_what_could_not_be_noted_is_not_remembered(play, gathering):
    play.sql("CREATE TRIGGER full BEFORE UPDATE ON delivery BEGIN SELECT RAISE(FAIL, 'disk is full'); END")
    with pytest.raises(Exception, match="disk is full"):
        gathering.perform(receive_injects, play.beatriz, inject_ids=["01"])
    play.sql("DROP TRIGGER full")

    assert play.one(play.azul, "01")["received_at"] is None
    gathering.perform(receive_injects, play.beatriz, inject_ids=["01"])
    assert play.one(play.azul, "01")["received_at"] is not None


def test_what_is_remembered_of_one_team_or_before_a_withdrawal_says_nothing_untrue(play, gathering):
    gathering.perform(receive_injects, play.beatriz, inject_ids=["01"])
    gathering.perform(receive_injects, play.gwen, inject_ids=["01"])
    play.do(withdraw_inject, play.cast.fatima, inject_id="01", team_ids=[play.azul], reason="mistake")
    gathering.perform(receive_injects, play.bruna, inject_ids=["01"])
    gathering.perform(open_inject, play.bruna, inject_id="01")

    told = [(kind, team) for kind, team, _payload in play.log("inject_received", "inject_opened")]
    assert told == [("inject_received", play.azul), ("inject_received", play.verde), ("inject_opened", play.azul)]
    assert play.one(play.azul, "01")["received_at"] is not None


def test_what_is_not_gathered_goes_to_the_house_as_ever(play, gathering):
    gathering.perform(change_language, play.gwen, language="fr")

    assert play.sql("SELECT language FROM participant WHERE id = :id", id=play.gwen.id) == [("fr",)]


def test_one_answer_from_ten_lines_is_one_with_ten_equal_receipts(play, connect):
    lines = [connect(who) for who in (play.beatriz, play.bruna) for _line in range(5)]
    facts = {"inject": "01", "id": "same", "content": WORDS}
    with ThreadPoolExecutor(len(lines)) as pool:
        receipts = list(pool.map(lambda line: line.ask("send_response", **facts), lines))

    assert receipts == [receipts[0]] * 10 and receipts[0]["state"] == "counted"
    assert play.sql("SELECT count(*) FROM response") == [(1,)]


def test_drafts_and_openings_of_many_lines_reach_whom_they_concern(play, connect):
    beatriz, bruna = connect(play.beatriz), connect(play.bruna)
    beatriz.ask("receive_injects", injects=["01", "02"])
    assert bruna.ask("open_inject", inject="01") == {}
    assert beatriz.ask("save_draft", inject="01", content=WORDS) == {"state": "saved"}

    assert bruna.wait_for("draft_changed")["content"] == WORDS
    assert [row[0] for row in play.log("inject_received", "inject_opened")] == ["inject_received"] * 2 + [
        "inject_opened"
    ]


def test_a_draft_that_waits_with_the_answer_to_it_is_kept_or_closed_in_their_order(play, gathering):
    saved = gathering.perform(save_draft, play.beatriz, inject_id="01", content=WORDS)
    send(gathering, play.beatriz, "r-1")

    assert saved == {"state": "saved"}
    assert gathering.perform(save_draft, play.bruna, inject_id="01", content=WORDS) == {"state": "closed"}


def at_once(gate, gathering, looks):
    """Ask all of *looks* while one is at work; give what each ended in."""
    gate.open.clear()
    before = gate.begun
    with ThreadPoolExecutor(len(looks)) as pool:
        waiting = [pool.submit(looks[0])]
        wait_until(lambda: gate.begun == before + 1)
        for place, look in enumerate(looks[1:], 1):
            waiting.append(pool.submit(look))
            wait_until(lambda place=place: gathering.waiting == place)
        gate.open.set()
        return [one.exception(PATIENCE) or one.result() for one in waiting]


def test_what_many_look_at_while_one_looks_is_read_together_and_each_sees_her_own(play, gate, gathering):
    people = [play.beatriz, play.gwen, play.bruna] * 4
    before = gate.begun

    pages = at_once(gate, gathering, [lambda who=who: gathering.look(own_events, who, since=0) for who in people])

    assert gate.begun == before + 2
    gate.open.set()
    assert pages == [play.cast.house.look(own_events, who, since=0) for who in people]
    assert pages[0] != pages[1]


def test_a_look_that_is_refused_or_fails_concerns_nobody_else(play, gate, gathering):
    def visit(token):
        return lambda: gathering.look(find_visitor, PROGRAM, token=token)

    def events(who):
        return lambda: gathering.look(own_events, who, since=0)["n"]

    looks = [events(play.beatriz), events(play.cast.fatima), events(play.gwen), visit(5), visit("nobody's")]
    first, refused, second, failed, nobody = at_once(gate, gathering, looks)

    assert isinstance(first, int) and isinstance(second, int)
    assert isinstance(refused, Refusal)
    assert isinstance(failed, Exception) and not isinstance(failed, Refusal)
    assert nobody is None
    assert gathering.look(find_visitor, PROGRAM, token="nobody's") is None
