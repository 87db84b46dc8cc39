"""What is held about somebody: all of it for herself, without what is hers alone for the staff."""

import json
from datetime import datetime

import pytest

from simulator.actions.consents import give_consent
from simulator.actions.hotwash import write_hotwash
from simulator.actions.notice import read_notice
from simulator.actions.pausing import ask_pause
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from simulator.notice import NOTICE
from simulator.reading.held import held_about, own_held
from simulator.reading.held_account import account_held, own_account_held
from tests.cast import minutes, refused
from tests.web.rated_play import end, rate_all, rated_play, response_of


@pytest.fixture
def play(cast):
    """Let Beatriz answer, agree, ask for a pause, and say what went well."""
    play = cast.once(rated_play)
    play.do(read_notice, play.beatriz, notice=NOTICE)
    play.do(give_consent, play.beatriz, purpose="recording")
    play.do(ask_pause, play.beatriz)
    play.house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    end(play)
    play.do(write_hotwash, play.beatriz, question=0, text="La calma")
    return play


def about(play, who=None):
    return play.see(held_about, play.cast.olga, participant_id=(who or play.beatriz).id)


def test_she_gets_all_that_is_held_about_her(play):
    held = play.see(own_held, play.beatriz)

    assert (held["format"], held["kind"], held["person"]["name"]) == (1, "participant", "Beatriz")
    assert (held["team"]["name"], held["seats"], held["drill"]["name"]) == ("Azul", ["lead"], "Simulacro")
    assert [one["inject"] for one in held["responses"]] == ["01", "02", "03"]
    assert held["responses"][0]["content"] == {"text": "Cerramos la frontera <b>ya</b>"}
    assert [one["purpose"] for one in held["consents"]] == ["recording"]
    assert len(held["pause_requests"]) == len(held["sessions"]) == 1
    assert held["hotwash"] == [{"question": 0, "text": "La calma"}]
    kinds = [one["kind"] for one in held["log"]]
    assert kinds[0] == "participant_joined" and {"seats_taken", "consents_chosen"} <= set(kinds)
    assert json.loads(json.dumps(held)) == held
    assert datetime.fromisoformat(held["made_at"]) == play.clock.now


def test_it_holds_no_secret_and_nothing_of_others(play):
    held = json.dumps(play.see(own_held, play.beatriz), ensure_ascii=False)
    ((salt, digest),) = play.sql("SELECT salt, return_digest FROM participant WHERE id = :i", i=play.beatriz.id)

    assert salt not in held and digest not in held
    assert not any(other in held for other in ("Bruna", "Gwen", "We close the border", play.gwen.id))
    assert '"seq"' not in held


def test_staff_hand_it_over_without_what_only_she_may_read(play):
    held = about(play)

    assert held["responses"] and held["hotwash"] and held["sessions"]
    assert "consents" not in held and "pause_requests" not in held
    assert held["only_by_herself"] == ["consents", "pause_requests", "short_code"]
    assert not {one["kind"] for one in held["log"]} & {"consents_chosen"}
    assert "pause" not in json.dumps([held["log"], held["responses"], held["person"]])


def test_ratings_are_in_it_once_they_are_published_and_tell_no_evaluator(play, cast):
    rate_all(play, cast.edo)
    quote = {"response_id": response_of(play, cast.edo, "01", play.azul), "criterion": "C1", "level": "P"}
    play.do(rate_response, cast.edo, **quote, sentence="«frontera <b>ya</b>»")
    assert all("ratings" not in one for one in play.see(own_held, play.beatriz)["responses"])

    play.do(publish_standings, cast.olga)

    ratings = play.see(own_held, play.beatriz)["responses"][0]["ratings"]
    assert ratings[0] == {"criterion": "C1", "level": "P", "sentence": "«frontera <b>ya</b>»"}
    assert cast.edo.id not in json.dumps(play.see(own_held, play.beatriz))


def test_only_organizers_of_the_drill_may_take_it_along(play, cast):
    for who in (cast.fatima, cast.edo, cast.olu, cast.mallory, play.bruna):
        with refused("not_found"):
            play.see(held_about, who, participant_id=play.beatriz.id)
    other = cast.play()
    with refused("not_found"):
        other.see(held_about, cast.olga, participant_id=play.beatriz.id)


def test_a_member_of_staff_gets_hers(play, cast):
    rate_all(play, cast.edo)
    held = cast.house.look(own_account_held, cast.edo)

    assert (held["kind"], held["person"]["email"]) == ("account", "edo@ministry.example")
    assert held["roles"] == [{"role": "evaluator", "scope": "all"}]
    assert {one["inject"] for one in held["ratings"]} == {"01", "02", "03"}
    assert {one["kind"] for one in held["log"]} >= {"account_created", "role_granted", "rating_given"}
    ((secret,),) = play.sql("SELECT token_digest FROM web_session WHERE account_id = :a", a=cast.edo.id)
    assert secret not in json.dumps(held)
    assert cast.house.look(account_held, cast.olga, account_id=cast.edo.id) == held
    with refused("not_found"):
        cast.house.look(account_held, cast.fatima, account_id=cast.edo.id)


def test_time_passes_and_the_log_of_it_stays_short(play):
    before = len(play.see(own_held, play.beatriz)["log"])
    play.go(minutes(5))

    assert len(play.see(own_held, play.beatriz)["log"]) == before
