"""Batches of requests that meet, on SQLite in a file and on PostgreSQL: one row each, one word to all."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.actions.responding import carry_out_together, save_draft, send_response
from simulator.call import Call
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.refusal import Refusal
from tests.cast import START, Cast, minutes
from tests.scripts import choice_inject, info, scenario, text_inject

SCRIPT = scenario(text_inject("01"), choice_inject("02"), info("03", after={"inject": "02", "delay": "1m"}))


@pytest.fixture
def play(each_database):
    """Be six minutes into a drill on each kind of database."""
    cast = Cast.hire(House(each_database, VirtualClock(START)))
    return cast.play(SCRIPT).start().go(minutes(6))


def at_once(play, *batches):
    """Carry batches out, each in a thread of its own; gives the results of all of them."""
    barrier = threading.Barrier(len(batches))

    def work(batch):
        barrier.wait()
        return play.house.perform_all(carry_out_together, batch)

    with ThreadPoolExecutor(len(batches)) as pool:
        return [result for results in pool.map(work, batches) for result in results]


def sending(who, id, inject="01", content=None, **facts):
    content = content or {"text": "Avisamos."}
    return Call(send_response, who, {"inject_id": inject, "response_id": id, "content": content} | facts)


def chain_holds(play):
    with play.house._readers() as session:
        return broken_link(session, f"drill:{play.id}") is None


def test_the_same_response_ten_times_in_batches_that_meet_is_one_with_ten_equal_receipts(play):
    receipts = at_once(play, *[[sending(who, "same")] * 5 for who in (play.beatriz, play.bruna)])

    assert receipts == [receipts[0]] * 10
    assert play.sql("SELECT count(*) FROM response") == [(1,)]
    assert len(play.log("response_received")) == 1 and chain_holds(play)


def test_a_hundred_answers_in_batches_that_meet_are_a_hundred_versions_of_which_the_last_counts(play):
    batches = [[sending(play.beatriz, f"{batch}-{one}") for one in range(25)] for batch in range(4)]
    receipts = at_once(play, *batches)

    assert sorted(receipt["version"] for receipt in receipts) == list(range(1, 101))
    assert play.sql("SELECT version FROM response WHERE current") == [(100,)]
    assert len(play.log("response_received")) == 100 and chain_holds(play)


def test_of_two_who_decide_at_once_one_is_first_and_what_follows_comes_once(play):
    deciding = [[sending(who, who.id, "02", {"option": "A"}, confirmed=True)] for who in (play.beatriz, play.bruna)]
    results = at_once(play, *deciding)
    refused = [result.code for result in results if isinstance(result, Refusal)]

    assert refused == ["answer_final"]
    assert play.sql("SELECT flag FROM flag") == [("isolated",)]
    assert play.go(minutes(2)).states(play.azul)["03"] == "delivered"


def test_drafts_of_a_whole_team_in_batches_that_meet_leave_one(play):
    drafts = [
        [Call(save_draft, who, {"inject_id": "01", "content": {"text": f"{who.name} {n}"}}) for n in range(10)]
        for who in (play.beatriz, play.bruna)
    ]

    assert at_once(play, *drafts) == [{"state": "saved"}] * 20
    ((words,),) = play.sql("SELECT CAST(content AS TEXT) FROM draft")
    assert words in ('{"text": "Beatriz 9"}', '{"text": "Bruna 9"}')


def test_batches_of_the_same_two_drills_do_not_wait_for_each_other_for_ever(play):
    other = play.cast.play(SCRIPT).start().go(minutes(6))
    mine, theirs = [sending(play.beatriz, f"m{n}") for n in range(5)], [sending(other.gwen, f"t{n}") for n in range(5)]
    results = at_once(play, mine + theirs, theirs + mine, theirs[::-1] + mine[::-1])

    assert {result["state"] for result in results} == {"counted"}
    assert play.sql("SELECT count(*) FROM response") == [(10,)]
