"""The checker itself is checked: a sound run passes it, and whatever is doctored in one does not."""

import copy
from datetime import timedelta

import pytest

from simulator.actions.program import tick
from simulator.actions.responding import save_draft, send_response
from simulator.actions.running import pause_drill, start_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.columns import EPOCH
from simulator.reading.people import find_actor
from tests.faults.checker import violations
from tests.faults.facts import read_facts
from tests.faults.reference import NAME, Drill, Size, fatima_of, make_in, script_of
from tests.faults.rows import all_rows

SIZE = Size(injects=20, teams=2, devices=4, seconds=400, speed=4)


@pytest.fixture(scope="module")
def sound(memory, hired):
    """Play a small drill in virtual time, with an outage, and write the history that faultless devices would have."""
    from simulator.clock import VirtualClock
    from simulator.house import House
    from tests.cast import START

    hired[0].begin()
    house = House(memory, VirtualClock(START))
    drill = make_in(house, Drill("sqlite://", SIZE, script_of(SIZE)))
    history = [{"t": 1000.0, "w": (START - EPOCH).total_seconds(), "who": "driver", "what": "startex"}]
    house.perform(start_drill, fatima_of(house, drill), drill_id=drill.id, name=NAME)
    people = {device: house.look(find_actor, NOBODY, token=cookie.partition("=")[2]) for device, (_team, cookie) in
              drill.people.items()}  # fmt: skip
    for second in range(110):
        # Forty seconds on, nobody looks for a quarter of a minute.
        if not 40 <= second < 55:
            house.perform(tick, PROGRAM)
        if second == 12:
            _answer(house, people["d000"], history, "a-1", "000", {"text": "Aislamos."})
            _answer(house, people["d000"], history, "a-2", "000", {"text": "Avisamos."})
            _answer(house, people["d000"], history, "a-3", "002", {"option": "A"})
            _answer(house, people["d001"], history, "b-1", "001", {"text": "Esperamos."})
        if second == 16:
            facts = {"inject_id": "003", "content": {"text": "Borrador"}}
            house.perform(save_draft, people["d001"], **facts)
        house.clock.now += timedelta(seconds=1)
    house.perform(pause_drill, fatima_of(house, drill), drill_id=drill.id)
    facts = read_facts(memory, drill.id, drill.script, {name: team for name, (team, _cookie) in drill.people.items()})
    for device in facts.people:
        history += _screen(facts, device)
    return facts, history


def _answer(house, who, history, op, inject, content):
    device = "d000" if op.startswith("a") else "d001"
    history.append({"t": 0, "w": 0, "who": device, "what": "invoke", "op": op, "inject": inject, "content": content})
    facts = {"inject_id": inject, "response_id": op, "content": content, "confirmed": True}
    receipt = house.perform(send_response, who, **facts)
    history.append({"t": 0, "w": 0, "who": device, "what": "ok", "op": op, "inject": inject, "state": receipt["state"]})


def _screen(facts, device):
    rows = {row["seq"]: row for row in facts.log}
    begin = next(row["wall_time"] for row in facts.log if row["kind"] == "drill_started")
    for n, seq in facts.feed[facts.reader_of(device)]:
        row = rows[seq]
        yield {
            "t": 1000 + (row["wall_time"] - begin) / 1000 + 0.01, "w": 0, "who": device, "what": "shown", "n": n,
            "kind": row["kind"], "inject": row["payload"].get("inject"),
        }  # fmt: skip


@pytest.fixture
def run(sound):
    """Give a copy of the sound run that a test may spoil."""
    return copy.deepcopy(sound)


def test_a_sound_run_has_no_fault_and_holds_everything_that_is_checked(run):
    facts, history = run
    states = {one["state"] for one in facts.deliveries}
    kinds = {row["kind"] for row in facts.log}

    assert violations(facts, history) == []
    assert {"answered", "lapsed", "skipped", "delivered"} <= states
    assert {"outage_ended", "response_taken_over", "response_received"} <= kinds


def shown(history, device="d000"):
    return [entry for entry in history if entry["what"] == "shown" and entry["who"] == device]


def lose_an_acknowledged_response(facts, history):
    facts.responses = [one for one in facts.responses if one["client_id"] != "a-1"]


def lose_its_words(facts, history):
    next(one for one in facts.responses if one["client_id"] == "a-2")["content"] = {"text": "otra cosa"}


def store_a_response_twice(facts, history):
    facts.responses.append(next(one for one in facts.responses if one["client_id"] == "b-1") | {"version": 2})


def store_it_for_another_team(facts, history):
    next(one for one in history if one.get("op") == "b-1")["who"] = "d000"


def let_an_older_version_count(facts, history):
    for one in facts.responses:
        one["current"] = one["client_id"] == "a-1" if one["inject"] == "000" else one["current"]


def show_an_event_twice(facts, history):
    history.insert(history.index(shown(history)[5]), dict(shown(history)[5]))


def show_two_events_in_the_wrong_order(facts, history):
    one, other = shown(history)[5:7]
    at, there = history.index(one), history.index(other)
    history[at], history[there] = other, one


def leave_an_event_out(facts, history):
    history.remove(shown(history)[7])


def leave_the_last_event_out(facts, history):
    history.remove(shown(history)[-1])


def show_another_inject_under_its_number(facts, history):
    next(entry for entry in shown(history) if entry["kind"] == "inject_delivered")["inject"] = "019"


def show_an_inject_early(facts, history):
    arrivals = [entry for entry in shown(history) if entry["inject"] == "006" and entry["kind"] == "inject_delivered"]
    arrivals[0]["t"] -= 1.5


def deliver_an_inject_early(facts, history):
    next(one for one in facts.deliveries if one["inject"] == "006")["due_at"] += 5000


def deliver_an_inject_twice(facts, history):
    row = next(row for row in facts.log if row["kind"] == "inject_delivered")
    facts.log.append(row | {"seq": len(facts.log) + 1, "drill_time": facts.log[-1]["drill_time"]})


def deliver_an_inject_to_nobody(facts, history):
    one = next(one for one in facts.deliveries if one["state"] == "delivered")
    one |= {"state": "planned", "delivered_at": None, "deadline_at": None, "closes_at": None}


def make_a_hole_in_a_count(facts, history):
    del facts.feed[f"team:{facts.teams[0]}"][4]


def make_a_hole_in_the_log(facts, history):
    del facts.log[9]


def tell_a_team_nothing_of_a_row(facts, history):
    reader = f"team:{facts.teams[0]}"
    lines = facts.feed[reader]
    facts.feed[reader] = [(n, seq) for n, (_n, seq) in enumerate(lines[:6] + lines[7:], 1)]
    facts.counts[reader] -= 1


def break_the_chain(facts, history):
    facts.chain_broken_at = 12


def break_the_file(facts, history):
    facts.integrity = "row 3 missing from index"


def let_drill_time_go_back(facts, history):
    facts.log[-1]["drill_time"] = 0


def forget_the_outage_in_a_deadline(facts, history):
    moved = [one for one in facts.deliveries if one["deadline_at"] and one["state"] == "answered"]
    moved[0]["deadline_at"] -= 15000
    moved[0]["closes_at"] -= 15000


def let_a_condition_go_wrong(facts, history):
    one = next(one for one in facts.deliveries if one["state"] == "skipped")
    one |= {"state": "planned", "reason": None}


def count_an_answer_that_was_late(facts, history):
    next(row for row in facts.log if row["kind"] == "response_received")["kind"] = "response_late"


def break_a_client(facts, history):
    history.append({"t": 0, "w": 0, "who": "d001", "what": "broken", "error": "KeyError('n')"})


SPOILED = [
    lose_an_acknowledged_response, lose_its_words, store_a_response_twice, store_it_for_another_team,
    let_an_older_version_count, show_an_event_twice, show_two_events_in_the_wrong_order, leave_an_event_out,
    leave_the_last_event_out, show_another_inject_under_its_number, show_an_inject_early, deliver_an_inject_early,
    deliver_an_inject_twice, deliver_an_inject_to_nobody, make_a_hole_in_a_count, make_a_hole_in_the_log,
    tell_a_team_nothing_of_a_row, break_the_chain, break_the_file, let_drill_time_go_back,
    forget_the_outage_in_a_deadline, let_a_condition_go_wrong, count_an_answer_that_was_late, break_a_client,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_whatever_is_doctored_is_found(run, spoil):
    facts, history = run
    spoil(facts, history)

    assert violations(facts, history)


def test_the_rows_of_this_half_are_all_there():
    assert {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 16} <= {row.NUMBER for row in all_rows()}
