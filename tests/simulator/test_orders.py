"""Orders: what goes to more than one team by hand waits ten seconds, and can be called back."""

from simulator.actions.msel import deliver_inject, undo_order
from simulator.actions.running import end_drill, pause_drill, resume_drill
from simulator.reading.console import console_page
from tests.cast import minutes, refused, seconds
from tests.play import NAME
from tests.scripts import info, scenario


def manual():
    return scenario(info("01", manual=True), info("02", after={"inject": "01", "delay": "1m"}))


def test_to_more_than_one_team_it_waits_ten_seconds(cast):
    play = cast.play(manual()).start()
    told = play.do(deliver_inject, cast.fatima, inject_id="01")
    play.go(seconds(10) - seconds(0.001))
    assert play.states(play.azul)["01"] == "planned"
    assert play.see(console_page, cast.fatima)["orders"][0]["id"] == told["order"]
    play.go(seconds(0.001))

    assert play.states(play.azul)["01"] == play.states(play.verde)["01"] == "delivered"
    assert play.see(console_page, cast.fatima)["orders"] == []


def test_what_follows_an_order_at_once_comes_with_the_same_look(cast):
    script = scenario(info("01", manual=True), info("02", after={"inject": "01", "delay": "0s"}))
    play = cast.play(script).start()
    play.do(deliver_inject, cast.fatima, inject_id="01")
    play.jump(seconds(11)).tick()

    assert play.states(play.azul) == play.states(play.verde) == {"01": "delivered", "02": "delivered"}


def test_an_order_can_be_called_back_while_it_waits_and_not_afterwards(cast):
    play = cast.play(manual()).start()
    first = play.do(deliver_inject, cast.fatima, inject_id="01")["order"]
    play.jump(seconds(9)).do(undo_order, cast.fatima, order_id=first)
    play.go(minutes(1))
    assert play.states(play.azul)["01"] == "planned"

    second = play.do(deliver_inject, cast.fatima, inject_id="01")["order"]
    play.go(seconds(10))
    for order in (first, second):
        with refused("already_done"):
            play.do(undo_order, cast.fatima, order_id=order)
    assert play.states(play.azul)["01"] == "delivered"


def test_the_same_order_twice_is_refused_so_that_one_undo_is_enough(cast):
    play = cast.play(manual()).start()
    order = play.do(deliver_inject, cast.fatima, inject_id="01")["order"]
    with refused("already_done"):
        play.do(deliver_inject, cast.fatima, inject_id="01")
    play.do(undo_order, cast.fatima, order_id=order)

    assert play.do(deliver_inject, cast.fatima, inject_id="01")["order"]


def test_no_order_is_carried_out_while_the_drill_is_paused(cast):
    play = cast.play(manual()).start()
    play.do(deliver_inject, cast.fatima, inject_id="01")
    play.do(pause_drill, cast.fatima)
    play.go(minutes(5))
    assert play.states(play.azul)["01"] == "planned"
    play.do(resume_drill, cast.fatima)
    play.tick()

    assert play.states(play.azul)["01"] == "delivered"


def test_an_order_of_another_drill_cannot_be_undone(cast):
    play, other = cast.play(manual()).start(), cast.play(manual()).start()
    order = other.do(deliver_inject, cast.fatima, inject_id="01")["order"]
    with refused("not_found"):
        play.do(undo_order, cast.fatima, order_id=order)


def test_an_order_that_endex_overtook_delivers_nothing(cast):
    play = cast.play(manual()).start()
    play.do(deliver_inject, cast.fatima, inject_id="01")
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(1))

    assert play.states(play.azul)["01"] == "skipped"
