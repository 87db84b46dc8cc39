"""The facilitator's hand on injects: deliver, hold, release, skip, move, withdraw, flags, and the undo."""

import json

import pytest

from simulator.actions.msel import (
    deliver_inject,
    hold_inject,
    move_inject,
    release_inject,
    set_flag,
    skip_inject,
    withdraw_inject,
)
from simulator.reading.feed import own_events
from tests.cast import minutes, refused, seconds
from tests.scripts import info, scenario, text_inject

WORDS = {"text": "Avisamos."}


def manual(**more):
    return scenario(info("01", manual=True, **more), info("02", after={"inject": "01", "delay": "1m"}))


def test_to_one_team_an_inject_goes_at_once(cast):
    play = cast.play(manual()).start()
    told = play.do(deliver_inject, cast.fatima, inject_id="01", team_ids=[play.verde])

    assert told == {"order": None, "teams": 1}
    assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("planned", "delivered")


def test_an_inject_reaches_a_team_once(cast):
    play = cast.play(manual()).start()
    facts = {"inject_id": "01", "team_ids": [play.azul]}
    play.do(deliver_inject, cast.fatima, **facts)
    with refused("already_done"):
        play.do(deliver_inject, cast.fatima, **facts)
    told = play.do(deliver_inject, cast.fatima, inject_id="01")

    assert told == {"order": None, "teams": 1}
    assert [row[1] for row in play.log("inject_delivered")] == [play.azul, play.verde]


class TestConditions:
    """A condition is read when the inject falls due, at the press, or at the release."""

    def flag(self, play, team):
        play.do(set_flag, play.cast.fatima, team_id=team, flag="isolated", reason="technical")

    def test_a_scheduled_one_when_it_falls_due(self, cast):
        play = cast.play(scenario(info("01", **{"if": "isolated"}))).start().go(minutes(4))
        self.flag(play, play.azul)
        play.go(minutes(1))
        self.flag(play, play.verde)

        assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("delivered", "skipped")
        assert play.one(play.verde, "01")["reason"] == "condition_false"

    def test_a_manual_one_at_the_press(self, cast):
        play = cast.play(manual(**{"if": "not isolated"})).start()
        self.flag(play, play.verde)
        play.do(deliver_inject, cast.fatima, inject_id="01")
        self.flag(play, play.azul)
        play.go(seconds(10))

        assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("delivered", "skipped")

    def test_a_held_one_at_the_release(self, cast):
        play = cast.play(scenario(info("01", **{"if": "isolated"}))).start().go(minutes(1))
        play.do(hold_inject, cast.fatima, inject_id="01")
        play.go(minutes(9))
        self.flag(play, play.azul)
        play.do(release_inject, cast.fatima, inject_id="01")
        self.flag(play, play.verde)
        play.go(seconds(10))

        assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("delivered", "skipped")


class TestHolding:
    """What is held waits for the facilitator."""

    def test_it_stays_when_its_time_comes_and_goes_out_at_its_release_without_being_late(self, cast):
        play = cast.play(scenario(info("01"))).start()
        play.do(hold_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="pacing")
        play.go(minutes(20))
        assert (play.states(play.azul)["01"], play.states(play.verde)["01"]) == ("held", "delivered")
        play.do(release_inject, cast.fatima, inject_id="01")

        assert play.one(play.azul, "01")["state"] == "delivered"
        assert play.one(play.azul, "01")["late"] == 0

    def test_released_before_its_time_it_falls_due_as_planned(self, cast):
        play = cast.play(scenario(info("01"))).start()
        play.do(hold_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="pacing")
        play.do(release_inject, cast.fatima, inject_id="01", team_ids=[play.azul])
        play.go(minutes(5) - seconds(1))
        assert play.states(play.azul)["01"] == "planned"

        assert play.go(seconds(1)).states(play.azul)["01"] == "delivered"

    def test_a_held_one_whose_predecessor_is_done_meanwhile_knows_its_time(self, cast):
        play = cast.play(scenario(info("01"), info("02", after={"inject": "01", "delay": "2m"}))).start()
        play.do(hold_inject, cast.fatima, inject_id="02")
        play.go(minutes(6)).do(release_inject, cast.fatima, inject_id="02", team_ids=[play.azul])
        play.go(minutes(1))

        assert play.one(play.azul, "02")["delivered_at"] == minutes(7).total_seconds() * 1000
        assert play.states(play.verde)["02"] == "held"


class TestReasons:
    """What is done to one team needs a coded reason."""

    @pytest.mark.parametrize("action", [hold_inject, skip_inject, withdraw_inject])
    def test_without_one_nothing_is_done(self, cast, action):
        play = cast.play(scenario(info("01"), info("02", at="9m"))).start().go(minutes(5))
        inject_id = "01" if action is withdraw_inject else "02"
        with refused("reason_missing"):
            play.do(action, cast.fatima, inject_id=inject_id, team_ids=[play.azul])
        with refused("reason_unknown"):
            play.do(action, cast.fatima, inject_id=inject_id, team_ids=[play.azul], reason="whim")
        play.do(action, cast.fatima, inject_id=inject_id, team_ids=[play.azul], reason="fairness")

        told = json.loads(play.log("inject_held", "inject_skipped", "inject_withdrawn")[-1][2])
        assert "fairness" in (told["reason"], told.get("code"))

    def test_a_flag_by_hand_always_needs_one_and_stays_set(self, cast):
        play = cast.play(manual()).start()
        with refused("reason_missing"):
            play.do(set_flag, cast.fatima, team_id=play.azul, flag="paid", reason=None)
        with refused("not_found"):
            play.do(set_flag, cast.fatima, team_id=play.azul, flag="unheard", reason="mistake")
        for _ in range(2):
            play.do(set_flag, cast.fatima, team_id=play.azul, flag="paid", reason="mistake")

        assert play.sql("SELECT team_id, flag FROM flag") == [(play.azul, "paid")]
        assert len(play.log("flag_set")) == 1


class TestWithdrawing:
    """What is withdrawn stays visible as void; what it set stays set."""

    def test_the_team_still_sees_it_as_withdrawn(self, cast):
        play = cast.play(scenario(text_inject("01", sets=["paid"]))).start().go(minutes(6))
        play.send(play.beatriz, "01", WORDS)
        play.do(withdraw_inject, cast.fatima, inject_id="01")
        play.go(seconds(10))

        events = play.see(own_events, play.beatriz, since=0)["events"]
        delivered = next(event for event in events if event["kind"] == "inject_delivered")
        assert (delivered["state"], delivered["inject"]["title"]) == ("withdrawn", "Inject 01")
        assert events[-1]["kind"] == "inject_withdrawn"
        assert len(play.sql("SELECT flag FROM flag WHERE flag = 'paid'")) == 2

    def test_after_counts_from_the_withdrawal(self, cast):
        play = cast.play(scenario(text_inject("01"), info("02", after={"inject": "01", "delay": "3m"}))).start()
        play.go(minutes(6)).do(withdraw_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="mistake")
        play.go(minutes(3))

        assert play.one(play.azul, "02")["delivered_at"] == minutes(9).total_seconds() * 1000

    def test_what_was_not_delivered_cannot_be_withdrawn(self, cast):
        play = cast.play(manual()).start()
        with refused("already_done"):
            play.do(withdraw_inject, cast.fatima, inject_id="01")


class TestSkipping:
    """What is skipped takes with it what would have followed."""

    def test_a_skipped_predecessor_means_skipped_too(self, cast):
        play = cast.play(manual()).start()
        play.do(skip_inject, cast.fatima, inject_id="01")

        assert play.states(play.azul) == {"01": "skipped", "02": "skipped"}
        assert play.one(play.azul, "01")["reason"] == "by_hand"
        assert play.one(play.azul, "02")["reason"] == "predecessor_skipped"

    def test_what_is_skipped_is_not_delivered_by_hand_any_more(self, cast):
        play = cast.play(manual()).start()
        play.do(skip_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="pacing")
        with refused("already_done"):
            play.do(deliver_inject, cast.fatima, inject_id="01", team_ids=[play.azul])


class TestMoving:
    """What is still planned can fall due earlier or later."""

    def test_later_and_earlier(self, cast):
        play = cast.play(scenario(info("01"), info("02", at="9m"))).start()
        assert play.do(move_inject, cast.fatima, inject_id="01", seconds=60) == 2
        play.do(move_inject, cast.fatima, inject_id="02", seconds=-120)
        play.go(minutes(20))

        assert play.one(play.azul, "01")["delivered_at"] == minutes(6).total_seconds() * 1000
        assert play.one(play.azul, "02")["delivered_at"] == minutes(7).total_seconds() * 1000

    def test_before_now_it_goes_out_now_and_is_not_late(self, cast):
        play = cast.play(scenario(info("01", at="30m"))).start().go(minutes(10))
        play.do(move_inject, cast.fatima, inject_id="01", seconds=-3600)
        play.tick()

        found = play.one(play.azul, "01")
        assert (found["state"], found["due_at"], found["late"]) == ("delivered", minutes(10).total_seconds() * 1000, 0)

    @pytest.mark.parametrize("far", [12 * 3600 + 1, -(10**30), 10**30])
    def test_too_far_is_refused(self, cast, far):
        play = cast.play(scenario(info("01"))).start()
        with refused("move_too_far"):
            play.do(move_inject, cast.fatima, inject_id="01", seconds=far)

    def test_what_has_no_time_or_is_gone_cannot_be_moved(self, cast):
        play = cast.play(manual()).start()
        with refused("inject_has_no_time"):
            play.do(move_inject, cast.fatima, inject_id="01", seconds=60)
        play.do(skip_inject, cast.fatima, inject_id="01")
        with refused("already_done"):
            play.do(move_inject, cast.fatima, inject_id="01", seconds=60)


@pytest.mark.parametrize("action", [deliver_inject, release_inject, withdraw_inject, hold_inject, skip_inject])
def test_an_inject_or_a_team_that_is_not_of_the_drill_is_refused(cast, action):
    play, other = cast.play(manual()).start(), cast.play(manual())
    reason = {} if action in (deliver_inject, release_inject) else {"reason": "mistake"}
    for facts in (
        {"inject_id": "99"},
        {"inject_id": "01", "team_ids": [other.azul]},
        {"inject_id": "01", "team_ids": []},
    ):
        with refused("not_found"):
            play.do(action, cast.fatima, **facts, **reason)
