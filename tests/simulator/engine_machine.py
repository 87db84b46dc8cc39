"""How one drill is driven twice, in the house and by the rules; and what time, death and a full disk do to it."""

from contextlib import contextmanager, nullcontext

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.exc import DBAPIError

from simulator.actions.attending import forget_presence
from simulator.actions.program import catch_up, tick
from simulator.actions.running import start_drill
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.reading.clock import last_known_instant
from simulator.refusal import Refusal
from tests.cast import START, Cast, seconds
from tests.play import NAME
from tests.scripts import scenario
from tests.simulator.engine_checks import Checks
from tests.simulator.engine_model import Model
from tests.simulator.random_scripts import lines, written

DURATION = 10
# What a transaction dies of: the process ends in it, or the database takes no more into one of these tables.
BROKEN = (("log", "INSERT"), ("feed", "INSERT"), ("response", "INSERT"), ("delivery", "UPDATE"), ("stream", "UPDATE"),
          ("draft", "INSERT"), ("order", "INSERT"), ("drill", "UPDATE"), ("reader", "UPDATE"))  # fmt: skip
fault = st.sampled_from((*(None,) * 20, "killed", "killed", *BROKEN))
# How long it is until a step, and whether anybody looks meanwhile.
waits = st.sampled_from((0, 0, 1, 30, 60, 60, 61, 120, 180, *(("stall", length) for length in (3, 10, 11, 25, 130))))


class Killed(Exception):
    """The process has ended within a transaction."""


class EngineMachine(RuleBasedStateMachine):
    """One drill twice, in the house and as the rules tell it. Here: how a step is done, and what time and death do."""

    def __init__(self, memory, hired):
        super().__init__()
        self.memory, self.hired = memory, hired

    @initialize(script=lines(), before=st.sampled_from((0, 30, 3600)), twice=st.booleans())
    def startex(self, script, before, twice):
        self.hired[0].begin()
        self.clock = VirtualClock(START)
        self.cast = Cast(House(self.memory, self.clock, catch_up=catch_up), self.hired[1])
        drill = scenario(*map(written, script), duration=f"{DURATION}m")
        self.play = self.cast.play(drill, rehearsal=True)
        people = {"azul": ("beatriz", "bruna"), "verde": ("gwen", "giselle")}
        self.people = {key: [getattr(self.play, name) for name in names] for key, names in people.items()}
        self.ids = {"azul": self.play.azul, "verde": self.play.verde}
        self.names = [line["id"] for line in script]
        self.kinds = {line["id"]: line["ask"] for line in script}
        self.checks = Checks(self.play, self.names)
        self.checks.look(self.clock())
        self.wall_is_ahead, self.stalled, self.count, self.sent, self.model = 0, 0, 0, [], None
        self.play.jump(seconds(before)).start()
        self.model = Model(script, DURATION * 60, self.ids.values())
        if twice:
            with pytest.raises(Refusal):
                self.play.do(start_drill, self.cast.fatima, name=NAME)

    # how a step is done

    def name(self, place):
        return self.names[place % len(self.names)]

    def actor(self, team, who):
        there = self.people[team]
        return there[who % len(there)] if there else None

    def wake(self, *, just_before=False):
        """Let the model sleep as long as nobody looked."""
        length, self.stalled = self.stalled, 0
        if length:
            self.model.sleep(length, just_before=just_before)

    def ring(self):
        """Let the alarm clock ring, as a server does after each press."""
        self.wake()
        self.play.tick()
        self.model.settle()

    def look_again(self):
        """Let the owner wake up, if it slept."""
        if self.stalled:
            self.ring()

    def do(self, action, actor, fault=None, **facts):
        """Carry an action out; gives its result, or None where it was refused or has died. *done* says which."""
        self.done = False
        try:
            with self.broken(*fault) if isinstance(fault, tuple) else nullcontext():
                result = self.play.do(dying(action) if fault == "killed" else action, actor, **facts)
        except Refusal:
            return None
        except Killed:
            self.restart(0)
            return None
        except DBAPIError:
            return None
        self.done = True
        return result

    @contextmanager
    def broken(self, table, verb):
        """Let the database refuse to write into a table, as a full disk does."""
        self.play.sql(
            f"CREATE TRIGGER broken BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
        try:
            yield
        finally:
            self.play.sql("DROP TRIGGER broken")

    def press(self, model, action, fault=None, actor=None, **facts):
        """Do in the house what *model* does by the rules, where it was not lost on its way."""
        result = self.do(action, actor or self.cast.fatima, fault, **facts)
        if self.done:
            self.wake(just_before=True)
            told = model()
        else:
            told = None
        self.ring()
        return result, told

    def restart(self, down):
        """Let the process end, and another begin on the same database, with the clock of the wall or the log's."""
        wall = self.clock() + seconds(down + self.wall_is_ahead)
        before = self.clock()
        with self.play.house._sessions() as session:
            known = last_known_instant(session)
        self.clock = VirtualClock(max(wall, known))
        self.wall_is_ahead = (wall - self.clock()) // seconds(1)
        self.stalled += (self.clock() - before) // seconds(1)
        self.play.clock = self.clock
        self.play.house = House(self.memory, self.clock, catch_up=catch_up)
        self.play.do(forget_presence, PROGRAM)

    # time and trouble

    def pass_time(self, length):
        """Let time pass with the owner awake; ``("stall", length)``: with nobody looking, until the next step."""
        if isinstance(length, tuple):
            self.play.jump(seconds(length[1]))
            self.stalled += length[1]
            return
        self.look_again()
        if length:
            self.play.go(seconds(length))
            self.model.pass_time(length)

    @rule(length=st.sampled_from((4, 10, 11, 15, 60, 130)))
    def outage(self, length):
        self.look_again()
        self.play.jump(seconds(length)).tick()
        self.model.sleep(length)

    @rule(first=waits, fault=st.sampled_from(("killed", *BROKEN)))
    def tick_and_die(self, first, fault):
        self.pass_time(first)
        self.do(tick, PROGRAM, fault)
        self.ring()

    @rule(down=st.sampled_from((0, 1, 9, 11, 90)), by=st.sampled_from((0, 0, -86_400, -61, -1, 1, 61, 3_600)))
    def crash(self, down, by):
        """Set the wall clock, which moves nothing while the process lives; then let it die."""
        self.wall_is_ahead += by
        if self.model.time < 300:
            self.wall_is_ahead = min(self.wall_is_ahead, 61)
        self.restart(down)
        self.ring()

    # what holds after each step

    @invariant()
    def every_promise_is_kept(self):
        if self.model is None:
            return
        self.checks.look(None if self.stalled else self.clock())
        if self.stalled:
            return
        for team, oracle in self.model.oracles.items():
            self.compare(team, oracle)

    def compare(self, team, oracle):
        """Compare all that both know of one team."""
        found, told = {}, {}
        query = (
            "SELECT inject, state, late, due_at, delivered_at, deadline_at, closes_at FROM delivery WHERE team_id = :t"
        )
        for name, state, late, *times in self.play.sql(query, t=team):
            cell = oracle.cells[name]
            # When an answered one closes is of no effect any more, and a drill at rest moves it no further.
            counting = slice(None) if state == "delivered" else slice(3)
            found[name] = (state, bool(late), *times[counting])
            expected = (cell.due, cell.delivered, cell.deadline, cell.closes)[counting]
            told[name] = (cell.state, cell.late, *(None if at is None else round(at * 1000) for at in expected))
        assert found == told, {name: (found[name], told[name]) for name in found if found[name] != told[name]}
        assert {one for of, one in self.checks.flags if of == team} == oracle.flags
        assert self.checks.traces[team] == oracle.trace

    def teardown(self):
        if getattr(self, "model", None) is None:
            return
        with self.play.house._readers() as session:
            assert broken_link(session, self.checks.stream) is None


def dying(action):
    """Give an action whose process ends just before the commit."""

    def die(session, now, actor, **facts):
        action(session, now, actor, **facts)
        raise Killed

    die.__name__ = action.__name__
    return die
