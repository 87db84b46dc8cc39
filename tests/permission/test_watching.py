"""Observers see the story ten minutes late, without a team's name, a word of anybody, or a count that tells (1.6)."""

import json
import re

import pytest

from simulator.actions.drills import add_team
from simulator.actions.msel import withdraw_inject
from simulator.actions.running import end_drill, pause_drill
from simulator.reading.console import console_page, team_page
from simulator.reading.deviations import deviations
from simulator.reading.feed import staff_events
from simulator.reading.watching import watch_page
from tests.cast import minutes, refused
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject

SCRIPT = scenario(
    text_inject("01", at="1m", body={"es": "Hay humo.", "en": "There is smoke."}, note="NOTA"),
    choice_inject("02", at="5m"),
    info("03", at="40m", title="DESPUÉS"),
)


@pytest.fixture
def play(cast):
    """Give a drill that has begun."""
    return cast.play(SCRIPT, rehearsal=True).start()


@pytest.fixture
def five(cast):
    """Give one in which five teams play."""
    play = cast.play(SCRIPT, joined=False)
    for name in ("Lila", "Ocre", "Rojo"):
        play.do(add_team, cast.fatima, name=name)
    play.beatriz, play.gwen = play.join("Azul", "Beatriz"), play.join("Verde", "Gwen")
    return play.start()


def seen(play, who=None):
    page = play.see(watch_page, who or play.cast.olu)
    return {inject["id"]: inject for inject in page["injects"]}


def test_the_story_comes_ten_minutes_late_to_the_second(play):
    assert play.see(watch_page, play.cast.olu)["state"] == "draft"
    play.go(minutes(10.99))
    assert seen(play) == {}
    play.go(minutes(0.01))

    assert list(seen(play)) == ["01"]
    page = play.see(watch_page, play.cast.olu)
    assert (page["state"], page["drill_time"]) == ("running", 60_000)
    assert page["injects"][0]["body"] == "There is smoke."


def test_a_pause_is_seen_ten_minutes_late_too(play):
    play.go(minutes(11)).do(pause_drill, play.cast.fatima)
    assert play.see(watch_page, play.cast.olu)["state"] == "running"
    play.jump(minutes(10))
    page = play.see(watch_page, play.cast.olu)

    assert (page["state"], page["drill_time"]) == ("paused", 660_000)
    play.jump(minutes(30))
    assert play.see(watch_page, play.cast.olu)["drill_time"] == 660_000


@pytest.mark.parametrize(("which", "before", "after"), [("play", (None, None), (None, None)), ("five", (5, 0), (5, 2))])
def test_a_count_stands_only_where_five_teams_have_the_message(request, which, before, after):
    play = request.getfixturevalue(which).go(minutes(8))
    play.send(play.beatriz, "01", {"text": "Sí"})
    play.send(play.gwen, "01", {"text": "Yes"})

    def counts():
        return seen(play)["01"]["reached"], seen(play)["01"]["answered"]

    assert play.go(minutes(9)) and counts() == before
    assert play.go(minutes(1)) and counts() == after


def test_a_withdrawal_is_told_once_all_who_had_the_message_have_lost_it(five):
    five.go(minutes(2))
    five.do(withdraw_inject, five.cast.fatima, inject_id="01", team_ids=[five.azul], reason="mistake")
    five.go(minutes(11))
    assert seen(five)["01"]["withdrawn"] is False
    five.do(withdraw_inject, five.cast.fatima, inject_id="01")
    five.go(minutes(11))

    assert seen(five)["01"]["withdrawn"] is True


def test_ten_minutes_after_endex_all_that_happened_is_there_and_nothing_that_did_not(play):
    play.go(minutes(12)).do(end_drill, play.cast.fatima, name=NAME)
    play.go(minutes(9.9))
    assert play.see(watch_page, play.cast.olu)["state"] == "running"
    play.go(minutes(0.1))
    page = play.see(watch_page, play.cast.olu)

    assert page["state"] == "ended"
    assert [inject["id"] for inject in page["injects"]] == ["01", "02"]


def test_nothing_in_it_names_a_team_a_person_an_answer_or_a_rule(five):
    five.go(minutes(6))
    five.send(five.beatriz, "01", {"text": "PALABRAS"})
    five.send(five.gwen, "02", {"option": "A"}, confirmed=True)
    five.go(minutes(30))
    told = json.dumps(five.see(watch_page, five.cast.olu), default=str, ensure_ascii=False)

    for word in ("Azul", "Verde", "Beatriz", "Gwen", "PALABRAS", "NOTA", "DESPUÉS", "isolated", '"value"', five.azul):
        assert word not in told
    assert "Mirar" in told


@pytest.mark.parametrize("view", [console_page, staff_events, deviations, team_page])
def test_what_the_staff_sees_live_is_not_there_for_observers(play, view):
    more = {team_page: {"team_id": play.azul}, staff_events: {"since": 0}}.get(view, {})
    with refused("not_found"):
        play.see(view, play.cast.olu, **more)


@pytest.mark.parametrize(("who", "sees"), [("olu", True), ("fatima", True), ("olga", True), ("edo", False)])
def test_who_watches(play, who, sees):
    asked = getattr(play.cast, who)
    if sees:
        assert play.see(watch_page, asked)["injects"] == []
    else:
        with refused("not_found"):
            play.see(watch_page, asked)


@pytest.mark.parametrize(("language", "words"), [
    ("en", "seen by Olu"), ("es", "visto por Olu"), ("pt", "visto por Olu"), ("fr", "vu par Olu"),
])  # fmt: skip
def test_the_page_is_marked_with_who_looks_and_when_as_often_as_it_can_be_cut_out(play, signed_in, language, words):
    play.go(minutes(16))
    olu = signed_in("olu")
    olu.post("/language", language=language, back="/", seen="/drills")
    page = olu.get(f"/drills/{play.id}/watch").text
    marks = re.findall(r'<p class="watermark">([^<]+)</p>', page)

    assert len(marks) == 3
    assert all(words in mark for mark in marks)
    assert len(set(marks)) == 1


def test_her_home_leads_an_observer_to_the_story_and_nowhere_else(play, signed_in):
    page = signed_in("olu").get("/drills").text

    assert f'href="/drills/{play.id}/watch"' in page
    assert re.findall(rf'href="/drills/{play.id}/(\w+)', page) == ["watch"]
    assert "nothing has happened" not in page
    assert "Nothing has happened yet" in signed_in("olu").get(f"/drills/{play.id}/watch").text
