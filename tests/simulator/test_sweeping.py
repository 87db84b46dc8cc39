"""What is due happens in order, once, and in the drill time it is due; what is late says so."""

import pytest

from simulator.actions import program
from simulator.actions.msel import deliver_inject
from simulator.actions.running import end_drill, pause_drill
from simulator.actor import PROGRAM
from simulator.agenda import Agenda, read_agenda
from simulator.sweeping import sweep_drill
from tests.cast import START, minutes, seconds
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.simulator.counting import statements

WORDS = {"text": "Avisamos."}


def order_of(play, team):
    """Give what happened to a team's injects, in the order of the log."""
    kinds = {"inject_delivered", "inject_lapsed", "inject_skipped", "flag_set", "response_received"}
    own = [(kind.partition("_")[2], payload) for kind, of, payload in play.log(*kinds) if of == team]
    return [(what, payload.split('"')[3]) for what, payload in own]


def test_at_one_instant_lapses_come_before_injects_and_injects_in_file_order(cast):
    script = scenario(
        info("03", at="3m", **{"if": 'lapsed("01")'}),
        info("02", at="3m", sets=["paid"]),
        info("04", at="3m", **{"if": "paid"}),
        info("05", at="3m", **{"if": 'delivered("06")'}),
        info("06", at="3m"),
        text_inject("01", at="1m", due="1m"),
    )
    play = cast.play(script).start().go(minutes(3))

    assert order_of(play, play.azul) == [
        ("delivered", "01"), ("lapsed", "01"), ("delivered", "03"), ("delivered", "02"), ("set", "paid"),
        ("delivered", "04"), ("skipped", "05"), ("delivered", "06"),
    ]  # fmt: skip


def test_what_fell_due_while_nobody_looked_happens_in_the_order_of_its_instants(cast):
    script = scenario(
        info("03", at="2m", **{"if": "not paid"}),
        info("02", after={"inject": "01", "delay": "30s"}, sets=["paid"]),
        choice_inject("01", at="0", due="1m"),
        info("04", at="3m", **{"if": "paid"}),
    )
    play = cast.play(script).start().go(seconds(115))
    play.jump(seconds(9)).tick()
    play.go(minutes(2))

    assert order_of(play, play.azul) == [
        ("delivered", "01"), ("lapsed", "01"), ("delivered", "03"), ("delivered", "02"), ("set", "paid"),
        ("delivered", "04"),
    ]  # fmt: skip


def test_a_response_is_before_an_inject_that_falls_due_at_its_instant(cast):
    script = scenario(choice_inject("01", at="1m"), info("02", at="3m", **{"if": "isolated"}))
    play = cast.play(script).start().go(minutes(3) - seconds(1)).jump(seconds(1))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    play.tick()

    assert (play.states(play.azul)["02"], play.states(play.verde)["02"]) == ("delivered", "skipped")


@pytest.mark.parametrize(("behind", "late"), [(10, 0), (10.001, 1)])
def test_what_is_more_than_ten_seconds_behind_is_marked_late(cast, behind, late):
    play = cast.play(scenario(info("01"))).start().go(minutes(5) - seconds(1))
    play.jump(seconds(1 + behind)).tick()

    assert play.one(play.azul, "01")["late"] == late


class TestAfter:
    """``after`` counts from what became of the inject before."""

    def delivered(self, cast, story, first, **more):
        script = scenario(first, info("02", after={"inject": "01", "delay": "2m"}), **more)
        play = cast.play(script).start().go(minutes(6))
        story(play)
        play.go(minutes(20))
        return play.one(play.azul, "02")["delivered_at"] / 60_000

    def test_from_the_teams_response(self, cast):
        assert self.delivered(cast, lambda play: play.send(play.beatriz, "01", WORDS), text_inject("01")) == 8

    def test_from_its_first_response_and_not_from_a_better_one(self, cast):
        def story(play):
            play.send(play.beatriz, "01", WORDS)
            play.go(minutes(1)).send(play.beatriz, "01", {"text": "mejor"})

        assert self.delivered(cast, story, text_inject("01")) == 8

    def test_from_the_deadline_and_its_grace_where_none_came(self, cast):
        assert self.delivered(cast, lambda play: None, text_inject("01")) == 18

    def test_from_delivery_where_nothing_is_asked(self, cast):
        assert self.delivered(cast, lambda play: None, info("01")) == 7

    def test_from_the_acknowledgement_where_there_is_no_deadline(self, cast):
        acknowledge = info("01", ask={"kind": "acknowledge"})

        assert self.delivered(cast, lambda play: play.send(play.beatriz, "01", {}), acknowledge) == 8

    def test_never_where_nobody_acknowledges(self, cast):
        play = cast.play(scenario(info("01", ask={"kind": "acknowledge"}), info("02", after={"inject": "01"}))).start()

        assert play.go(minutes(59)).states(play.azul) == {"01": "delivered", "02": "planned"}

    def test_a_chain_of_what_asks_nothing_runs_on_by_itself(self, cast):
        steps = [info(f"0{n}", after={"inject": f"0{n - 1}"}) for n in range(2, 6)]
        play = cast.play(scenario(info("01"), *reversed(steps))).start().go(minutes(5))

        assert set(play.states(play.azul).values()) == {"delivered"}
        assert play.one(play.azul, "05")["delivered_at"] == 300_000


def test_the_clock_wakes_at_the_next_due_instant_and_not_while_paused(cast):
    play = cast.play(scenario(info("01"), info("02", at="9m"))).start()
    assert play.tick() == START + minutes(5)
    assert play.go(minutes(5)).tick() == START + minutes(9)
    play.do(pause_drill, cast.fatima)

    assert play.tick() is None


def test_a_tick_that_dies_before_its_commit_has_not_been(cast):
    play = cast.play(scenario(info("01"))).start().go(minutes(5) - seconds(1)).jump(seconds(1))
    before = (play.log(), play.states(play.azul))

    def tick(session, now, actor):
        program.tick(session, now, actor)
        session.flush()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play.house.perform(tick, PROGRAM)
    assert (play.log(), play.states(play.azul)) == before
    play.tick()

    assert play.states(play.azul) == {"01": "delivered"}
    assert len(play.log("inject_delivered")) == 2


class TestAgenda:
    """What the clock's owner looks at: all drills at once."""

    def agenda(self, cast, **facts):
        with cast.house._readers() as session:
            return read_agenda(session, cast.clock.now, **facts)

    def test_it_names_the_drills_in_which_something_is_due_and_says_when_something_is_next(self, cast):
        first = cast.play(scenario(info("01", at="3m"), info("02", at="9m"))).start()
        second = cast.play(scenario(info("01", at="4m"))).start()
        paused = cast.play(scenario(info("01", at="1m"))).start()
        paused.do(pause_drill, cast.fatima)
        assert self.agenda(cast) == Agenda((), START + minutes(3), True)
        cast.clock.now += minutes(4)

        assert self.agenda(cast) == Agenda(tuple(sorted((first.id, second.id))), START + minutes(3), True)
        with cast.house._sessions.begin() as session:
            sweep_drill(session, cast.clock.now, first.id)
        assert self.agenda(cast).due == (second.id,)
        assert (first.states(first.azul)["01"], second.states(second.azul)["01"]) == ("delivered", "planned")

    def test_an_order_is_due_when_its_ten_seconds_are_over(self, cast):
        play = cast.play(scenario(info("01", manual=True))).start()
        play.do(deliver_inject, cast.fatima, inject_id="01")
        assert self.agenda(cast) == Agenda((), START + seconds(10), True)
        cast.clock.now += seconds(10)

        assert self.agenda(cast).due == (play.id,)

    def test_a_drill_that_nobody_has_seen_for_long_is_due_too(self, cast):
        play = cast.play(scenario(info("01", at="9m"))).start()
        cast.clock.now += seconds(11)

        assert self.agenda(cast).due == self.agenda(cast, unseen_since=START).due == ()
        assert self.agenda(cast, unseen_since=START + seconds(1)).due == (play.id,)

    def test_the_hotwash_of_an_ended_drill_is_awaited(self, cast):
        play = cast.play(scenario(text_inject("01"))).start().go(minutes(6))
        play.do(end_drill, cast.fatima, name=NAME)

        assert self.agenda(cast) == Agenda((), START + minutes(16), False)

    @pytest.mark.parametrize(
        ("injects", "at", "delivers"),
        [
            ([text_inject("01", at="0m", due="2m"), info("02", at="4m")], 3, False),
            ([text_inject("01", at="0m", due="2m"), info("02", at="3m")], 3, False),
            ([text_inject("01", at="0m", due="2m"), info("02", at="2m")], 2, True),
            ([info("01", at="0m")], 75, False),
        ],
    )
    def test_where_a_deadline_ends_too_what_is_next_is_no_delivery_alone(self, cast, injects, at, delivers):
        cast.play(scenario(*injects, duration="60m")).start()

        assert self.agenda(cast) == Agenda((), START + minutes(at), delivers)

    def test_many_drills_take_no_more_statements_than_one(self, cast):
        counts = []
        for _ in range(3):
            cast.play(scenario(info("01", at="9m"))).start()
            counts.append(statements(cast.house.engine, lambda: self.agenda(cast)))

        # And the beginning of a transaction.
        assert counts == [3, 3, 3]
