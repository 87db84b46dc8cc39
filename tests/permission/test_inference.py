"""What cannot be read cannot be counted, sorted or weighed either: order, numbers and sizes tell nothing of others."""

import json

from simulator.actions.drills import add_team
from simulator.actions.joining import change_language, join_team
from simulator.actions.pausing import ask_pause
from simulator.actions.responding import decline_inject, open_inject, receive_injects, save_draft
from simulator.actor import NOBODY
from simulator.reading.desk import rating_queue
from simulator.reading.feed import own_events
from simulator.reading.play import own_drafts, own_place
from tests.cast import minutes
from tests.scripts import scenario, text_inject

TEAMS = 12


def test_the_desk_goes_by_codes_that_follow_neither_the_teams_nor_who_was_first(cast):
    play = cast.play(scenario(text_inject("01", at="1m"), rated=True), joined=False)
    for number in range(TEAMS - 2):
        play.codes[f"T{number}"] = play.do(add_team, cast.fatima, name=f"T{number}")["code"]
    people = [play.join(team, "Ana") for team in play.codes]
    play.start().go(minutes(2))
    for who in people:
        play.send(who, "01", {"text": "Sí"})
        play.go(minutes(0.1))
    play.go(minutes(12))
    in_order = [
        code for (code,) in play.sql("SELECT blind_code FROM team WHERE drill_id = :d ORDER BY position", d=play.id)
    ]
    told = [entry["code"] for entry in play.see(rating_queue, cast.edo)["entries"]]

    assert told == sorted(told)
    # By chance once in 479 million.
    assert in_order not in (sorted(in_order), sorted(in_order, reverse=True))
    assert sorted(in_order) == told


def test_what_another_team_does_moves_no_number_no_order_and_no_size_of_ours(cast):
    play = cast.play(scenario(text_inject("01", at="1m", optional=True), text_inject("02", at="2m"))).start()
    play.go(minutes(3))

    def ours():
        views = (own_place, {}), (own_drafts, {}), (own_events, {"since": 0})
        return [json.dumps(play.see(view, play.beatriz, **more), default=str) for view, more in views]

    before = ours()
    play.do(receive_injects, play.gwen, inject_ids=["01", "02"])
    play.do(open_inject, play.gwen, inject_id="01")
    play.do(save_draft, play.gwen, inject_id="02", content={"text": "Half"})
    play.send(play.giselle, "02", {"text": "All of it"})
    play.do(decline_inject, play.gwen, inject_id="01")
    play.do(change_language, play.gwen, language="pt")
    play.do(ask_pause, play.gwen)
    play.house.perform(join_team, NOBODY, code=play.codes["Verde"], name="Nova", language="es")

    assert ours() == before
