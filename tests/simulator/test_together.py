"""Many requests in one transaction: each meets what the ones before left, as if it had had one of its own."""

import copy
import json
import sqlite3
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from simulator.actions.joining import remove_participant
from simulator.actions.responding import (
    carry_out_together,
    decline_inject,
    open_inject,
    receive_injects,
    save_draft,
    send_response,
)
from simulator.actions.running import pause_drill
from simulator.call import Call
from simulator.chain import broken_link
from simulator.refusal import Refusal
from tests.cast import minutes, seconds
from tests.scripts import choice_inject, info, scenario, text_inject

SCRIPT = scenario(
    text_inject("01"),
    choice_inject("02"),
    text_inject("03", ask={"approve": "lead"}),
    text_inject("04", optional=True),
    info("05"),
    text_inject("06", at="40m"),
    info("07", after={"inject": "02", "delay": "1m"}, **{"if": "isolated"}),
    text_inject("08", ask={"due": None, "kind": "acknowledge", "criteria": []}),
)
INJECTS = ("01", "02", "03", "04", "05", "06", "08", "99")
WORDS = st.sampled_from([{"text": "uno"}, {"text": "dos"}, {"text": " "}, {"option": "A"}, {"option": "B"}, {}])
TIMES = (minutes(6), minutes(15) + seconds(30), minutes(17))


def together(play, *calls):
    """Carry calls out in one transaction; gives results, and codes for refusals."""
    return [told(one) for one in play.house.perform_all(carry_out_together, calls)]


def told(result):
    return (result.code, result.parameters) if isinstance(result, Refusal) else result


def sending(who, inject="01", id="r-1", content=None, **facts):
    content = {"text": "uno"} if content is None else content
    return Call(send_response, who, {"inject_id": inject, "response_id": id, "content": content} | facts)


def drafting(who, inject="01", words="borrador"):
    return Call(save_draft, who, {"inject_id": inject, "content": {"text": words}})


@pytest.fixture
def play(cast):
    """Be six minutes into a drill with an inject of each kind."""
    return cast.play(SCRIPT).start().go(minutes(6))


class Kept:
    """A drill that can be put back to where a test found it."""

    def __init__(self, play):
        self.play, self._now, self._copy = play, play.clock.now, sqlite3.connect(":memory:")
        self._driver = play.house.engine.raw_connection().driver_connection
        self._driver.backup(self._copy)

    def back(self):
        self._copy.backup(self._driver)
        self.play.clock.now = self._now


def calls_of(play):
    people = st.sampled_from([play.beatriz, play.bruna, play.gwen, play.giselle])
    inject = st.sampled_from(INJECTS)
    ids, confirmed = st.sampled_from(["a", "b", "c", "d"]), st.booleans()
    send = st.builds(lambda *given: sending(*given[:4], confirmed=given[4]), people, inject, ids, WORDS, confirmed)
    draft = st.builds(
        lambda who, inject, content: Call(save_draft, who, {"inject_id": inject, "content": content}),
        people, inject, WORDS,
    )  # fmt: skip
    one = st.sampled_from([open_inject, decline_inject])
    opening = st.builds(lambda do, who, inject: Call(do, who, {"inject_id": inject}), one, people, inject)
    receive = st.builds(
        lambda who, injects: Call(receive_injects, who, {"inject_ids": injects}),
        people, st.lists(inject, max_size=4),
    )  # fmt: skip
    return st.lists(st.one_of(send, send, draft, opening, receive), min_size=1, max_size=12)


def cut(calls, sizes):
    """Cut a list into parts of these sizes; what is left is the last part."""
    rest = list(calls)
    for size in sizes:
        part, rest = rest[:size], rest[size:]
        if part:
            yield part
    if rest:
        yield rest


# What is drawn by lot: whoever compares two runs leaves it out.
def without_chance(payload):
    return {name: value for name, value in json.loads(payload).items() if name not in ("response", "digest")}


def state(play):
    """Give everything that requests of participants can change."""
    responses = (
        "SELECT delivery_id, client_id, version, state, current, participant_id, content, typed_at, received_at, "
        "received_wall FROM response ORDER BY delivery_id, version"
    )
    return {
        "deliveries": play.sql("SELECT * FROM delivery ORDER BY id"),
        "responses": play.sql(responses),
        "drafts": play.sql("SELECT * FROM draft ORDER BY delivery_id"),
        "flags": play.sql("SELECT * FROM flag ORDER BY team_id, flag"),
        "log": [(kind, team, without_chance(payload)) for kind, team, payload in play.log()],
        "feed": play.sql("SELECT reader, n, seq FROM feed ORDER BY reader, n"),
        "counts": play.sql("SELECT * FROM reader ORDER BY name"),
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_however_requests_are_put_together_what_comes_of_them_is_the_same(play, data):
    kept = Kept(play)
    later = data.draw(st.sampled_from(TIMES), label="time")
    paused = data.draw(st.booleans(), label="paused")
    calls = data.draw(calls_of(play), label="calls")
    sizes = data.draw(st.lists(st.integers(1, 5), max_size=6), label="sizes")

    def run(parts):
        kept.back()
        play.jump(later - minutes(6))
        if paused:
            play.do(pause_drill, play.cast.fatima)
            play.jump(seconds(7))
        results = [result for part in parts for result in together(play, *part)]
        with play.house._readers() as session:
            assert broken_link(session, f"drill:{play.id}") is None
        return results, state(play)

    one_by_one = run([[call] for call in calls])
    assert run(cut(calls, sizes)) == one_by_one
    assert run([calls]) == one_by_one
    kept.back()


def test_a_refusal_changes_nothing_and_nothing_of_the_others(play):
    late = sending(play.gwen, "06", "g-1")
    results = together(
        play, sending(play.beatriz, content={"text": " "}), sending(play.bruna, id="b-1"), late, drafting(play.giselle)
    )

    assert [result[0] if isinstance(result, tuple) else result["state"] for result in results] == [
        "answer_empty", "counted", "not_found", "saved",
    ]  # fmt: skip
    assert play.sql("SELECT client_id FROM response") == [("b-1",)]
    assert [row[0] for row in play.log("response_received")] == ["response_received"]


def test_two_versions_in_one_transaction_are_both_kept_and_the_last_counts(play):
    first, second = together(play, sending(play.beatriz), sending(play.bruna, id="r-2", content={"text": "dos"}))

    assert (first["version"], second["version"]) == (1, 2)
    assert play.sql("SELECT version, current, content FROM response ORDER BY version") == [
        (1, 0, '{"text": "uno"}'), (2, 1, '{"text": "dos"}'),
    ]  # fmt: skip


def test_the_same_id_ten_times_in_one_transaction_is_one_response_with_ten_equal_receipts(play):
    receipts = together(play, *[sending(play.beatriz)] * 10)

    assert len(play.sql("SELECT id FROM response")) == 1
    assert receipts == [receipts[0]] * 10


def test_what_is_decided_is_final_for_whoever_comes_after_in_the_same_transaction(play):
    decided, other = together(
        play,
        sending(play.beatriz, "02", "a", {"option": "A"}, confirmed=True),
        sending(play.bruna, "02", "b", {"option": "B"}),
    )

    assert (decided["state"], other[0]) == ("counted", "answer_final")
    assert play.sql("SELECT flag FROM flag") == [("isolated",)]
    assert play.go(minutes(1)).states(play.azul)["07"] == "delivered"


def test_who_was_removed_is_refused_and_nobody_else(play):
    gone = copy.copy(play.bruna)
    play.do(remove_participant, play.cast.fatima, participant_id=play.bruna.id)
    results = together(play, sending(gone), sending(play.beatriz, id="r-2"))

    assert (results[0][0], results[1]["state"]) == ("not_found", "counted")


def test_what_nobody_may_do_or_no_person_types_is_refused_at_the_door_and_the_others_pass(play):
    results = together(
        play, sending(play.cast.fatima), sending(play.beatriz, id="a\x00b"), sending(play.gwen, id="r-3")
    )

    assert [result[0] if isinstance(result, tuple) else result["state"] for result in results] == [
        "not_found", "not_found", "counted",
    ]  # fmt: skip


def test_the_teams_of_two_drills_answer_in_one_transaction(cast, play):
    other = cast.play(SCRIPT).start().go(minutes(6))
    results = together(play, sending(play.beatriz), sending(other.beatriz), sending(play.gwen, id="g"))

    assert [result["state"] for result in results] == ["counted"] * 3
    for one, answers in ((play, 2), (other, 1)):
        assert len(one.log("response_received")) == answers
        with one.house._readers() as session:
            assert broken_link(session, f"drill:{one.id}") is None


def test_who_brings_all_down_fails_alone_and_everybody_else_is_answered_once(play):
    people = (play.beatriz, play.bruna, play.gwen, play.giselle)
    calls = [sending(people[place % 4], id=f"r-{place}") for place in range(9)]

    def stumbling(session, now, together):
        results = carry_out_together(session, now, together)
        if calls[5] in together:
            raise ArithmeticError
        return results

    answered = Counter()
    results = play.house.perform_all(stumbling, calls, lambda place, _result: answered.update([place]))

    assert isinstance(results[5], ArithmeticError)
    assert [result["state"] for place, result in enumerate(results) if place != 5] == ["counted"] * 8
    assert answered == Counter(range(9))
    assert sorted(play.sql("SELECT client_id FROM response")) == sorted(
        (f"r-{place}",) for place in range(9) if place != 5
    )


def test_where_the_database_takes_nothing_nobody_is_told_that_it_did(play):
    play.sql("CREATE TRIGGER full BEFORE INSERT ON response BEGIN SELECT RAISE(FAIL, 'disk is full'); END")
    before = play.log()
    results = play.house.perform_all(carry_out_together, [sending(play.beatriz), sending(play.gwen, id="g")])
    play.sql("DROP TRIGGER full")

    assert all(isinstance(result, Exception) and not isinstance(result, Refusal) for result in results)
    assert (play.sql("SELECT id FROM response"), play.log()) == ([], before)


def test_each_is_answered_before_anybody_else_is_told(play):
    order = []
    play.house.announce = lambda posts: order.append("told")
    play.house.perform_all(
        carry_out_together,
        [sending(play.beatriz), sending(play.gwen, id="g")],
        lambda place, _result: order.append(place),
    )

    assert order == [0, 1, "told"]


def test_a_batch_costs_as_many_statements_as_one_request(play):
    def statements(calls):
        asked = []

        def note(_connection, _cursor, statement, *_more):
            asked.append(statement)

        event.listen(play.house.engine, "before_cursor_execute", note)
        assert all(result["state"] == "counted" for result in together(play, *calls))
        event.remove(play.house.engine, "before_cursor_execute", note)
        return len(asked)

    people = (play.beatriz, play.bruna, play.gwen, play.giselle)
    together(play, *[sending(who, id="first") for who in people])
    one = statements([sending(play.beatriz, id="x")])

    assert statements([sending(people[place % 4], id=f"y{place}") for place in range(100)]) <= one + 1
    assert one <= 20


def test_what_was_received_and_opened_is_given_back_so_that_nobody_need_say_it_again(play):
    received, again, opened = together(
        play,
        Call(receive_injects, play.beatriz, {"inject_ids": ["05", "01", "06", "99"]}),
        Call(receive_injects, play.bruna, {"inject_ids": ["01"]}),
        Call(open_inject, play.bruna, {"inject_id": "02"}),
    )

    assert (received, again, opened) == (["01", "05"], ["01"], ["02"])
    assert [row[0] for row in play.log("inject_received", "inject_opened")] == [
        "inject_received", "inject_received", "inject_received", "inject_opened",
    ]  # fmt: skip
    assert play.one(play.azul, "01")["received_at"] == minutes(6) // timedelta(milliseconds=1)
