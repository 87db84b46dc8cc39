"""Whatever people press and whatever breaks, in any order: the engine keeps every promise after every step.

A state machine drives two teams of one drill through the house in virtual time, beside an oracle that knows only
the rules. Its processes die between and within transactions, its database refuses to write, its owner sleeps,
the wall clock is set. A failing run prints its steps and the seed that finds them again: ``PRONTAS_SEED=… pytest``.
"""

import os
import random

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from simulator.actions.attending import note_presence
from simulator.actions.joining import change_language, remove_participant, take_seats
from simulator.actions.msel import (
    deliver_inject,
    hold_inject,
    move_inject,
    release_inject,
    set_flag,
    skip_inject,
    undo_order,
    withdraw_inject,
)
from simulator.actions.responding import decline_inject, open_inject, receive_injects, save_draft, send_response
from simulator.actions.running import end_drill, pause_drill, resume_drill, set_speed, stop_drill
from simulator.actor import PROGRAM
from tests.play import NAME
from tests.simulator.engine_machine import EngineMachine, fault, waits
from tests.simulator.engine_model import STATES
from tests.simulator.random_scripts import FLAGS

place, who = st.integers(0, 5), st.integers(0, 7)
team = st.sampled_from(("azul", "verde"))
some_teams = st.sampled_from(("azul", "verde", "both"))
WHERE = STATES | {"skip": ("planned", "held")}
PRESSES = {"deliver": deliver_inject, "release": release_inject, "withdraw": withdraw_inject}


class Engine(EngineMachine):
    """All that facilitators and participants can do to one drill while it runs."""

    @rule(
        what=st.sampled_from(("pause", "pause", "stop", "end", 1, 2, 4)), first=waits, then=st.sampled_from((0, 3, 6)),
        fault=fault, back=st.booleans(),
    )  # fmt: skip
    def run_it(self, what, first, then, fault, back):
        """Pause, stop, end, hurry; what stands still mostly goes on after a while."""
        self.pass_time(first)
        if what == "end" and self.model.time > 200:
            self.press(lambda: self.model.each("end"), end_drill, fault, name=NAME)
        elif what in ("pause", "stop"):
            self.press(self.model.pause, pause_drill if what == "pause" else stop_drill, fault)
        elif what != "end":
            self.press(lambda: self.model.set_speed(what), set_speed, fault, speed=what)
        self.pass_time(then)
        if self.model.paused and back:
            self.press(self.model.resume, resume_drill, fault)

    def pick(self, place, teams, states, *, asked=False):
        """Name an inject that is in one of *states*, but now and then any."""
        cells = [(name, self.model.oracles[team].cells[name].state) for team in teams for name in self.names]
        there = [name for name, state in cells if state in states and (self.kinds[name] or not asked)]
        return there[place % len(there)] if there and place else self.names[place % len(self.names)]

    # a hand on the injects

    @rule(
        verb=st.sampled_from(("hold", "skip", "deliver", "deliver", "release", "withdraw", "move", "flag")),
        place=place, teams=some_teams, first=waits, fault=fault, length=st.sampled_from((-120, -30, 30, 90)),
    )  # fmt: skip
    def reach_in(self, verb, place, teams, first, fault, length):
        self.pass_time(first)
        chosen = list(self.ids.values()) if teams == "both" else [self.ids[teams]]
        name = self.pick(place, chosen, WHERE.get(verb, ("planned",)))
        if verb in PRESSES:
            self.by_hand(verb, name, chosen, fault)
        elif verb == "move":
            self.press(
                lambda: self.model.each("move", name, length), move_inject, fault, inject_id=name, seconds=length
            )
        elif verb == "flag":
            facts = {"team_id": chosen[0], "flag": FLAGS[place % 2], "reason": "technical"}
            flags = self.model.oracles[chosen[0]].flags
            self.press(lambda: flags.add(facts["flag"]), set_flag, fault, **facts)
        else:
            self.press(
                lambda: [getattr(self.model.oracles[team], verb)(name) for team in chosen],
                hold_inject if verb == "hold" else skip_inject, fault,
                inject_id=name, team_ids=chosen, reason="pacing",
            )  # fmt: skip

    def by_hand(self, verb, name, chosen, fault):
        """Deliver, release or withdraw: at once for one team, after ten seconds for both."""
        reason = {"reason": "mistake"} if verb == "withdraw" else {}
        self.checks.by_hand.add(name)
        told, order = self.press(
            lambda: self.model.by_hand(verb, name, chosen), PRESSES[verb], fault,
            inject_id=name, team_ids=chosen, **reason,
        )  # fmt: skip
        if told is not None:
            assert (told["order"] is None) == (order == "done"), (told, order)
            if told["order"] is not None:
                order.id = told["order"]

    @precondition(lambda self: self.model.orders)
    @rule(which=who, first=st.sampled_from((0, 0, 3, 9, 10)), fault=fault)
    def undo(self, which, first, fault):
        order = self.model.orders[which % len(self.model.orders)]
        self.pass_time(first)
        self.press(lambda: self.model.orders.remove(order), undo_order, fault, order_id=order.id)

    # the teams

    @rule(
        what=st.sampled_from(("answer", "answer", "answer", "draft", "decline")), teams=some_teams, who=who,
        place=place, flag=st.sampled_from((*FLAGS, None)), first=waits, fault=fault,
    )  # fmt: skip
    def respond(self, what, teams, who, place, flag, first, fault):
        """Answer, replace an answer, decide, decline, draft; mostly where something is asked."""
        self.pass_time(first)
        for team in ("azul", "verde") if teams == "both" else (teams,):
            self.respond_in(team, what, who, place, flag, fault)

    def respond_in(self, team, what, who, place, flag, fault):
        oracle, actor = self.model.oracles[self.ids[team]], self.actor(team, who)
        name = self.pick(place, [self.ids[team]], ("delivered", "answered"), asked=True)
        if what == "draft" and self.kinds[name] == "text":
            facts = {"inject_id": name, "content": {"text": "borrador"}}
            self.press(lambda: oracle.write(name), save_draft, fault, actor, **facts)
        elif what == "decline":
            self.press(lambda: oracle.decline(name), decline_inject, fault, actor, inject_id=name)
        elif what == "answer":
            self.send(team, actor, name, flag, fault)

    def send(self, team, actor, name, flag, fault):
        """Send an answer; whose line breaks does not know whether it was stored, and sends it again."""
        kind, oracle = self.kinds[name], self.model.oracles[self.ids[team]]
        self.count += 1
        content = {"choice": {"option": flag or "no"}, "text": {"text": f"sí {self.count}"}}.get(kind, {})
        sent = {"inject_id": name, "response_id": f"r{self.count}", "content": content, "confirmed": True}
        decided = flag if kind == "choice" else None
        receipt, counts = self.press(lambda: oracle.answer(name, decided), send_response, fault, actor, **sent)
        if receipt is not None:
            assert (receipt["state"] == "counted") == counts, (receipt, counts)
            self.checks.acked[self.ids[team], name, sent["response_id"]] = receipt
            self.sent.append((team, actor, sent, receipt))

    @precondition(lambda self: self.sent)
    @rule(which=who, first=waits, fault=fault)
    def send_again(self, which, first, fault):
        """Send what was acknowledged once more, as a browser does that has not heard of it."""
        self.pass_time(first)
        team, actor, sent, receipt = self.sent[-1 - which % len(self.sent)]
        if actor in self.people[team]:
            again, _told = self.press(lambda: None, send_response, fault, actor, **sent)
            assert again in (receipt, None) and (fault is not None or again == receipt)

    @rule(
        what=st.sampled_from(("join", "leave", "here", "away", "es", "fr", "lead", "technical", "look")),
        team=team, who=who, fault=fault,
    )  # fmt: skip
    def come_and_go(self, what, team, who, fault):
        """Let people join, leave, come, go, read another language, take seats, and look."""
        there, actor = self.people[team], self.actor(team, who)
        self.look_again()
        if what == "join":
            self.count += 1
            there.append(self.play.join(team.capitalize(), f"Nueva {self.count}"))
        elif what == "leave" and len(there) > 1:
            self.press(lambda: there.remove(actor), remove_participant, fault, participant_id=actor.id)
        elif what in ("here", "away"):
            self.do(note_presence, PROGRAM, fault, participant_id=actor.id, present=what == "here")
            self.ring()
        elif what in ("es", "fr"):
            self.press(lambda: None, change_language, fault, actor, language=what)
        elif what in ("lead", "technical"):
            self.press(lambda: None, take_seats, fault, actor, seats=[what])
        elif what == "look":
            self.press(lambda: None, receive_injects, fault, actor, inject_ids=self.names)
            self.press(lambda: None, open_inject, fault, actor, inject_id=self.names[0])


def run(memory, hired, examples, steps):
    """Run the machine; the seed is printed, and found again with ``PRONTAS_SEED``."""
    number = int(os.environ.get("PRONTAS_SEED", random.randrange(2**32)))
    print(f"PRONTAS_SEED={number}: {examples} runs of {steps} steps")

    def machine():
        return Engine(memory, hired)

    # To shrink a failure takes minutes: whoever looks for its cause asks for it.
    unshrunk = [phase for phase in Phase if phase not in (Phase.shrink, Phase.explain)]
    profile = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, print_blob=True, database=None,
        phases=list(Phase) if os.environ.get("PRONTAS_SHRINK") else unshrunk, suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(seed(number)(machine), settings=profile)


def test_the_engine_keeps_its_promises_whatever_happens(memory, hired):
    run(memory, hired, 25, 40)


@pytest.mark.figure
@pytest.mark.timeout(0)
def test_the_engine_keeps_them_in_twenty_thousand_runs(memory, hired):
    run(memory, hired, int(os.environ.get("PRONTAS_RUNS", 20_000)), 40)
