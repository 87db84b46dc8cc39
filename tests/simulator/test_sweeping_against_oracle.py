"""Whatever a scenario says and whatever people press, drills come to what the second telling of the rules says."""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.actions.msel import deliver_inject, hold_inject, release_inject, skip_inject, withdraw_inject
from simulator.actions.program import tick
from simulator.actions.responding import save_draft
from simulator.actions.running import end_drill, pause_drill, resume_drill, set_speed
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.house import House
from simulator.refusal import Refusal
from tests.cast import START, Cast, seconds
from tests.play import NAME
from tests.scripts import scenario
from tests.simulator.oracle import Oracle
from tests.simulator.random_scripts import FLAGS, lines, written

DURATION = 10
place = st.integers(0, 5)
waits = st.tuples(st.just("pass_time"), st.sampled_from((0, 3, 6, 30, 60, 60, 120, 240)))
sleeps = st.tuples(st.just("sleep"), st.sampled_from((4, 10, 11, 15, 60, 130)))
presses = st.one_of(
    st.tuples(st.just("answer"), place, st.sampled_from((*FLAGS, None))),
    st.tuples(st.just("write"), place),
    st.tuples(st.sampled_from(("press", "hold", "release", "skip", "withdraw")), place),
    st.tuples(st.sampled_from(("pause", "resume", "crash"))),
    st.tuples(st.sampled_from(("resume", "end"))),
    st.tuples(st.just("speed"), st.sampled_from((1, 2, 4))),
)
turns = st.tuples(st.one_of(waits, waits, waits, sleeps), presses)
steps = st.lists(turns, min_size=3, max_size=12)


class Run:
    """Do each step twice: in the drill, for Azul, and in the oracle."""

    def __init__(self, cast, script):
        self.cast, self.script = cast, script
        self.play = cast.play(scenario(*map(written, script), duration=f"{DURATION}m"), rehearsal=True, joined=False)
        self.beatriz = self.play.join("Azul", "Beatriz", seats=["lead"])
        self.play.start()
        self.oracle = Oracle(script, DURATION * 60)
        self.oracle.settle()

    def name(self, place):
        return self.script[place % len(self.script)]["id"]

    def do(self, action, who=None, **facts):
        with contextlib.suppress(Refusal):
            self.play.do(action, who or self.cast.fatima, **facts)
        # Like the server after each press: what it made due is looked after at once.
        self.play.tick()

    def one(self, action, place, **facts):
        self.do(action, inject_id=self.name(place), team_ids=[self.play.azul], **facts)

    def step(self, verb, *told):
        getattr(self, f"_{verb}")(*told)

    def _pass_time(self, length):
        self.play.go(seconds(length))
        self.oracle.pass_time(length)

    def _sleep(self, length):
        self.play.jump(seconds(length)).tick()
        self.oracle.sleep(length)

    def _crash(self):
        def tick_and_die(session, now, actor):
            tick(session, now, actor)
            raise RuntimeError

        tick_and_die.__name__ = "tick"
        with contextlib.suppress(RuntimeError):
            self.play.house.perform(tick_and_die, PROGRAM)

    def _answer(self, place, flag):
        name = self.name(place)
        kind = self.oracle.lines[name]["ask"]
        content = {"choice": {"option": flag or "no"}, "text": {"text": "sí"}}.get(kind, {})
        with contextlib.suppress(Refusal):
            self.play.send(self.beatriz, name, content, confirmed=True)
        self.play.tick()
        self.oracle.answer(name, flag if kind == "choice" else None)
        self._settle()

    def _write(self, place):
        self.do(save_draft, self.beatriz, inject_id=self.name(place), content={"text": "borrador"})
        self.oracle.write(self.name(place))

    def _settle(self):
        if self.oracle.paused_for is None:
            self.oracle.settle()

    def _press(self, place):
        self.one(deliver_inject, place)
        self.oracle.press(self.name(place))
        self._settle()

    def _hold(self, place):
        self.one(hold_inject, place, reason="pacing")
        self.oracle.hold(self.name(place))

    def _release(self, place):
        self.one(release_inject, place)
        self.oracle.release(self.name(place))
        self._settle()

    def _skip(self, place):
        self.one(skip_inject, place, reason="pacing")
        self.oracle.skip(self.name(place))
        self._settle()

    def _withdraw(self, place):
        self.one(withdraw_inject, place, reason="mistake")
        self.oracle.withdraw(self.name(place))
        self._settle()

    def _pause(self):
        self.do(pause_drill)
        if self.oracle.paused_for is None and self.oracle.ended is None:
            self.oracle.paused_for = 0

    def _resume(self):
        self.do(resume_drill)
        self.oracle.paused_for = None
        self._settle()

    def _speed(self, speed):
        self.do(set_speed, speed=speed)
        self.oracle.speed = speed

    def _end(self):
        self.do(end_drill, name=NAME)
        if self.oracle.ended is None:
            self.oracle.end()

    def check(self):
        """Compare all that both know of Azul."""
        found, told = {}, {}
        for name, cell in self.oracle.cells.items():
            row = self.play.one(self.play.azul, name)
            times = ("due_at", "delivered_at", "deadline_at", "closes_at")
            found[name] = (row["state"], bool(row["late"]), *(row[time] for time in times))
            expected = (cell.due, cell.delivered, cell.deadline, cell.closes)
            told[name] = (cell.state, cell.late, *(None if at is None else round(at * 1000) for at in expected))
        assert found == told
        flags = {flag for (flag,) in self.play.sql("SELECT flag FROM flag WHERE team_id = :t", t=self.play.azul)}
        assert flags == self.oracle.flags

    def trace(self):
        """Give what happened to Azul's injects, in the order of the log."""
        kinds = {
            "inject_delivered": "delivered", "inject_skipped": "skipped", "inject_lapsed": "lapsed",
            "inject_voided": "void", "inject_withdrawn": "withdrawn", "response_taken_over": "answered",
        }  # fmt: skip
        query = "SELECT kind, json_extract(payload, '$.inject') FROM log WHERE team = :t ORDER BY seq"
        return [(name, kinds[kind]) for kind, name in self.play.sql(query, t=self.play.azul) if kind in kinds]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines(), steps)
def test_a_drill_comes_to_what_the_rules_say(memory, hired, clock, script, story):
    hired[0].begin()
    clock.now = START
    run = Run(Cast(House(memory, clock), hired[1]), script)
    run.check()
    for turn in story:
        for step in turn:
            run.step(*step)
            run.check()
    run.step("pass_time", 300)
    run.check()

    answered = {name for name, state in run.oracle.trace if state == "answered"}
    expected = [(name, state) for name, state in run.oracle.trace if state != "answered"]
    assert [(name, state) for name, state in run.trace() if state != "answered"] == expected
    assert all(name in answered for name, state in run.trace() if state == "answered")
    with run.play.house._readers() as session:
        assert broken_link(session, f"drill:{run.play.id}") is None
