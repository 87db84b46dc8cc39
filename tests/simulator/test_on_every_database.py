"""The same story on SQLite in a file and on PostgreSQL, and what happens when several press at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.actions.accounts import keep_setting
from simulator.actions.attending import forget_presence, note_presence
from simulator.actions.declaring import recuse_oneself
from simulator.actions.joining import join_team, move_participant, take_seats
from simulator.actions.msel import deliver_inject, undo_order, withdraw_inject
from simulator.actions.program import tick
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.responding import save_draft
from simulator.actions.ruling import rule_deviation
from simulator.actions.running import end_drill, pause_drill, resume_drill, start_drill, stop_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.book import lock_stream
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.kinds import HOUSE_STREAM
from simulator.reading.console import console_page, team_page
from simulator.reading.desk import rating_queue
from simulator.reading.evaluators import evaluators_board
from simulator.reading.feed import own_events, staff_events
from simulator.reading.play import own_drafts, own_place
from simulator.reading.rating_statistics import rating_statistics
from simulator.reading.results import own_result, standings_page
from simulator.refusal import Refusal
from tests.cast import START, Cast, minutes, seconds
from tests.desks import answered, assign, desk_play, holders, queue, rate, raters
from tests.play import NAME
from tests.results import about
from tests.scripts import choice_inject, info, scenario, text_inject

WORDS = {"text": "Avisamos."}


@pytest.fixture
def cast(each_database):
    """Bring the staff into a house on each kind of database."""
    return Cast.hire(House(each_database, VirtualClock(START)))


def at_once(*works):
    """Do everything at once, each in a thread of its own; gives results, or the codes of refusals."""
    barrier = threading.Barrier(len(works))

    def do(work):
        barrier.wait()
        try:
            return work()
        except Refusal as refusal:
            return refusal.code

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(do, works))


def chain_holds(cast, *streams):
    with cast.house._readers() as session:
        return [broken_link(session, stream) for stream in streams] == [None] * len(streams)


def test_a_drill_from_its_making_to_its_results(cast):
    script = scenario(
        text_inject("01"), choice_inject("02"), info("03", manual=True),
        info("04", after={"inject": "02", "delay": "1m"}, **{"if": "isolated"}), rated=True,
    )  # fmt: skip
    play = cast.play(script).start().go(minutes(6))
    for who in (play.beatriz, play.gwen):
        play.do(note_presence, PROGRAM, participant_id=who.id, present=True)
        play.send(who, "01", WORDS)
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)
    play.do(save_draft, play.giselle, inject_id="02", content={"option": "B"})
    order = play.do(deliver_inject, cast.fatima, inject_id="03")["order"]
    play.do(undo_order, cast.fatima, order_id=order)
    play.do(deliver_inject, cast.fatima, inject_id="03")
    play.go(minutes(1)).do(pause_drill, cast.fatima)
    play.do(stop_drill, cast.fatima)
    play.go(minutes(10)).do(resume_drill, cast.fatima)
    play.jump(seconds(40)).tick()
    play.go(minutes(11)).do(withdraw_inject, cast.fatima, inject_id="03", team_ids=[play.azul], reason="mistake")
    play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(5))
    for entry in play.see(rating_queue, cast.edo)["entries"]:
        for criterion in ("C1", "C2"):
            facts = {"response_id": entry["response_id"], "criterion": criterion}
            play.do(rate_response, cast.edo, **facts, level="S", sentence="Dice «Avisamos».")
    withdrawn = about(play, "inject_withdrawn")
    play.do(rule_deviation, cast.olga, about=withdrawn, verdict="stands", reason="no_effect")
    play.do(publish_standings, cast.olga)
    play.do(forget_presence, PROGRAM)

    assert play.states(play.azul) == {"01": "answered", "02": "answered", "03": "withdrawn", "04": "delivered"}
    assert play.states(play.verde) == {"01": "answered", "02": "answered", "03": "delivered", "04": "skipped"}
    assert play.see(own_result, play.beatriz) == {
        "place": 1,
        "score": "83.33",
        "teams": 2,
        "final": True,
        "appeal": False,
    }
    assert [one["place"] for one in play.see(standings_page, cast.olga)["standings"]] == [1, 2]
    assert len(play.log("outage_ended")) == 1
    assert chain_holds(cast, f"drill:{play.id}", HOUSE_STREAM)
    for view, who, facts in (
        (console_page, cast.fatima, {}), (team_page, cast.olga, {"team_id": play.azul}), (own_place, play.gwen, {}),
        (own_drafts, play.gwen, {}), (own_events, play.gwen, {"since": 0}), (staff_events, cast.olga, {"since": 0}),
    ):  # fmt: skip
        assert play.see(view, who, **facts)


def test_the_same_response_ten_times_at_once_is_one_response_with_ten_equal_receipts(cast):
    play = cast.play(scenario(text_inject("01"))).start().go(minutes(6))
    receipts = at_once(*[lambda: play.send(play.beatriz, "01", WORDS, id="same")] * 10)

    assert all(receipt == receipts[0] and receipt["state"] == "counted" for receipt in receipts)
    assert play.sql("SELECT version FROM response") == [(1,)]


def test_different_answers_at_once_are_versions_of_which_the_last_counts(cast):
    play = cast.play(scenario(text_inject("01"))).start().go(minutes(6))
    receipts = at_once(*[lambda: play.send(play.beatriz, "01", WORDS)] * 6)

    assert sorted(receipt["version"] for receipt in receipts) == [1, 2, 3, 4, 5, 6]
    assert play.sql("SELECT version FROM response WHERE current") == [(6,)]


def test_two_facilitators_press_at_once_and_one_is_told(cast):
    play = cast.play(scenario(info("01", manual=True), info("02", at="50m"))).start()
    deliver = {"inject_id": "01", "team_ids": [play.azul]}

    pairs = {
        "pause": at_once(*[lambda: play.do(pause_drill, cast.fatima)] * 2),
        "resume": at_once(*[lambda: play.do(resume_drill, cast.fatima)] * 2),
        "deliver": at_once(*[lambda: play.do(deliver_inject, cast.fatima, **deliver)] * 2),
        "end": at_once(*[lambda: play.do(end_drill, cast.fatima, name=NAME)] * 2),
    }

    assert sorted(map(str, pairs["pause"])) == ["None", "drill_not_in_state"]
    assert sorted(map(str, pairs["resume"])) == ["None", "drill_not_in_state"]
    assert sorted(map(str, pairs["deliver"])) == ["already_done", "{'order': None, 'teams': 1}"]
    assert sorted(map(str, pairs["end"])) == ["None", "drill_not_in_state"]


def test_an_order_is_undone_or_carried_out_and_never_both(cast):
    play = cast.play(scenario(info("01", manual=True))).start()
    order = play.do(deliver_inject, cast.fatima, inject_id="01")["order"]
    play.jump(seconds(10))
    undone, _due = at_once(
        lambda: play.do(undo_order, cast.fatima, order_id=order), lambda: play.house.perform(tick, PROGRAM)
    )

    delivered = play.states(play.azul)["01"] == "delivered"
    assert delivered == (undone == "already_done")
    assert len(play.log("order_undone", "order_carried_out")) == 1


def test_several_clocks_at_once_deliver_once(cast):
    play = cast.play(scenario(info("01"), text_inject("02", at="5m"))).start().go(minutes(5) - seconds(1))
    play.jump(seconds(1))
    at_once(*[lambda: play.house.perform(tick, PROGRAM)] * 6)

    delivered = [(team, payload) for _kind, team, payload in play.log("inject_delivered")]
    assert len(delivered) == 4


def test_the_leads_seat_has_one_holder_however_many_reach_for_it(cast):
    play = cast.play(joined=False)
    people = [play.join("Azul", f"P{number}") for number in range(6)]
    told = at_once(*[lambda who=who: play.do(take_seats, who, seats=["lead"]) for who in people])

    assert sorted(map(str, told)) == ["None"] + ["lead_taken"] * 5


def test_the_same_name_joins_once_however_often_it_knocks(cast):
    play = cast.play(joined=False)
    facts = {"code": play.codes["Azul"], "name": "Ana", "language": "es"}
    told = at_once(*[lambda: play.house.perform(join_team, NOBODY, **facts)] * 6)

    assert [one for one in told if one == "name_is_there"] == ["name_is_there"] * 5


def test_readers_never_see_a_number_ahead_of_what_they_were_given(cast):
    play = cast.play(scenario(info("01", at="50m"))).start()
    done = threading.Event()

    def press():
        for _ in range(12):
            play.do(pause_drill, cast.fatima)
            play.do(resume_drill, cast.fatima)
        done.set()

    def read():
        since, pages = 0, 0
        while not done.is_set() or pages == 0:
            page = play.see(own_events, play.beatriz, since=since)
            assert [event["n"] for event in page["events"]] == list(range(since + 1, page["n"] + 1))
            since, pages = page["n"], pages + 1
        return "read"

    assert at_once(press, read, read) == [None, "read", "read"]
    assert chain_holds(cast, f"drill:{play.id}")


def test_two_drills_at_once_keep_their_own_chains_and_share_the_houses(cast):
    plays = [cast.play(), cast.play()]
    at_once(*[lambda play=play: play.do(start_drill, cast.fatima, name=NAME) for play in plays])
    at_once(*[
        lambda name=name: cast.house.perform(keep_setting, PROGRAM, name=name, value=name) for name in "aabb"
    ])  # fmt: skip

    assert chain_holds(cast, HOUSE_STREAM, *(f"drill:{play.id}" for play in plays))


def test_a_stream_that_several_begin_at_once_begins_once(each_database):
    house = House(each_database, VirtualClock(START))
    told = at_once(*[lambda n=n: house.perform(keep_setting, PROGRAM, name="key", value=str(n)) for n in range(6)])

    assert len(set(told)) == 1
    with house._sessions() as session:
        lock_stream(session, HOUSE_STREAM)
        assert broken_link(session, HOUSE_STREAM) is None


def test_work_is_given_out_and_two_who_disagree_at_once_ask_one_third(cast):
    play = answered(desk_play(cast, ratings=2))
    assert assign(play) == {"added": 8, "dropped": 0}
    people = raters(play)
    place = next(iter(queue(play, cast.edo)))
    one, other = (people[id] for id in sorted(holders(play, place)))
    response = queue(play, one)[place]
    at_once(lambda: rate(play, one, response, "UU"), lambda: rate(play, other, response, "SS"))
    asked = play.sql("SELECT account_id, purpose FROM assignment WHERE purpose = 'third'")

    assert len(asked) == 1 and asked[0][0] not in (one.id, other.id)
    board = play.see(evaluators_board, cast.olga, drill_id=play.id)
    assert (board["open"], board["problems"]) == (1, [])
    rate(play, people[asked[0][0]], response, "MM")
    play.do(recuse_oneself, one, drill_id=play.id, response_id=response, reason="family")
    assert play.see(rating_statistics, cast.olga, drill_id=play.id)["ratings"] == 4
    assert one.id not in holders(play, place)
    assert chain_holds(cast, f"drill:{play.id}")
