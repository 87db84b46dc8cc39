"""Rating: only what can no longer change, on the rubric's levels; and standings that become a fact once."""

import json

import pytest

from simulator.actions.msel import withdraw_inject
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.responding import save_draft
from simulator.actions.ruling import rule_deviation
from simulator.actions.running import end_drill
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.reading.feed import own_events
from simulator.reading.register import register_page
from simulator.reading.results import own_result, standings_page
from tests.cast import minutes, refused, seconds
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject

WORDS = {"text": "Avisamos."}
QUOTE = "Dice «Avisamos»."


@pytest.fixture
def play(cast):
    """Be six minutes into a rated drill that asks for words and for a decision; both teams have written."""
    play = cast.play(scenario(text_inject("01"), choice_inject("02"), rated=True)).start().go(minutes(6))
    for who in (play.beatriz, play.gwen):
        play.send(who, "01", WORDS)
    return play


def entries(play, who):
    return [(one["inject"], one["response_id"]) for one in play.see(rating_queue, who)["entries"]]


def rate(play, who, response, criterion="C1", level="S", sentence=QUOTE):
    facts = {"response_id": response, "criterion": criterion, "level": level, "sentence": sentence}
    return play.do(rate_response, who, **facts)


def rate_all(play, who, level="S"):
    for _inject, response in entries(play, who):
        for criterion in ("C1", "C2"):
            rate(play, who, response, criterion, level)


def end(play):
    play.do(end_drill, play.cast.fatima, name=NAME)
    play.go(minutes(12))


def test_nothing_is_rated_before_its_deadline_has_passed(cast, play):
    ((response,),) = play.sql(
        "SELECT r.id FROM response r JOIN delivery d ON d.id = delivery_id WHERE team_id = :t", t=play.azul
    )
    play.go(minutes(9))
    assert entries(play, cast.edo) == []
    with refused("response_not_ready"):
        rate(play, cast.edo, response)
    with refused("response_not_ready"):
        play.see(rating_sheet, cast.edo, response_id=response)
    play.jump(seconds(0.001))

    assert len(entries(play, cast.edo)) == 2
    assert rate(play, cast.edo, response) == {"version": 1}


def test_a_draft_that_went_in_is_rated_like_an_answer_and_stays_marked(cast):
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.do(save_draft, play.beatriz, inject_id="01", content=WORDS)
    play.go(minutes(11))
    ((_inject, response),) = entries(play, cast.edo)
    rate(play, cast.edo, response)

    taken_over = play.see(own_events, play.beatriz, since=0)["events"][-1]
    assert (taken_over["kind"], taken_over["response"]["state"]) == ("response_taken_over", "taken_over")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"criterion": "C9"}, "criterion_not_rated"),
        ({"level": "A"}, "level_outside_rubric"),
        ({"level": None, "sentence": "  "}, "sentence_missing"),
        ({"sentence": "x" * 1001}, "sentence_too_long"),
        ({"response": "unknown"}, "not_found"),
    ],
)
def test_what_is_no_rating_is_refused(cast, play, facts, code):
    play.go(minutes(10))
    facts = {"response": entries(play, cast.edo)[0][1]} | facts
    with refused(code):
        rate(play, cast.edo, **facts)


def test_not_observed_is_a_rating_with_a_sentence(cast, play):
    play.go(minutes(10))
    rate(play, cast.edo, entries(play, cast.edo)[0][1], level=None)

    assert play.sql("SELECT level, sentence FROM rating") == [(None, QUOTE)]


def test_a_later_rating_of_the_same_evaluator_replaces_hers_and_every_version_is_kept(cast, play):
    play.go(minutes(10))
    response = entries(play, cast.edo)[0][1]
    rate(play, cast.edo, response, level="U")
    rate(play, cast.eun, response, level="P")
    assert rate(play, cast.edo, response, level="M") == {"version": 2}

    rows = play.sql("SELECT account_id, version, level, current FROM rating ORDER BY given_at, version, level DESC")
    assert sorted(rows) == sorted([(cast.edo.id, 1, "U", 0), (cast.eun.id, 1, "P", 1), (cast.edo.id, 2, "M", 1)])


def test_a_response_of_another_drill_is_not_there(cast, play):
    other = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.go(minutes(10))
    response = entries(play, cast.edo)[0][1]
    with refused("not_found"):
        rate(other, cast.edo, response)
    with refused("not_found"):
        other.see(rating_sheet, cast.edo, response_id=response)


def test_a_choice_without_reasons_has_nothing_to_rate_even_where_it_names_criteria(cast):
    ask = {"criteria": ["C1"]}
    play = cast.play(scenario(text_inject("01"), choice_inject("02", ask=ask), rated=True)).start().go(minutes(6))
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)
    ((response,),) = play.sql("SELECT id FROM response")

    assert entries(play, cast.edo) == []
    with refused("not_found"):
        rate(play, cast.edo, response)


class TestPublishing:
    """Standings are computed until they are published; then they are a fact."""

    def test_not_before_endex(self, cast, play):
        with refused("drill_not_in_state"):
            play.do(publish_standings, cast.olga)

    def test_not_while_a_deadline_runs(self, cast, play):
        play.go(minutes(10))
        rate_all(play, cast.edo)
        late = cast.play(scenario(text_inject("01", due="20m"), rated=True)).start().go(minutes(6))
        late.send(late.beatriz, "01", WORDS)
        late.do(end_drill, cast.fatima, name=NAME)
        with refused("ratings_missing"):
            late.do(publish_standings, cast.olga)

    def test_not_before_every_counted_response_has_its_ratings(self, cast, play):
        end(play)
        with refused("ratings_missing") as refusal:
            play.do(publish_standings, cast.olga)
        assert refusal.value.parameters == {"missing": 2, "teams": 2}
        rate_all(play, cast.edo)
        play.do(publish_standings, cast.olga)
        with refused("already_done"):
            play.do(publish_standings, cast.olga)

        assert len(play.log("standings_published")) == 1

    def test_afterwards_no_rating_changes(self, cast, play):
        end(play)
        rate_all(play, cast.edo)
        play.do(publish_standings, cast.olga)
        with refused("standings_are_published"):
            rate(play, cast.eun, entries(play, cast.eun)[0][1])

    def test_each_team_reads_its_own_place_and_no_other(self, cast, play):
        end(play)
        for (_inject, response), level in zip(entries(play, cast.edo), ("P", "M"), strict=True):
            for criterion in ("C1", "C2"):
                rate(play, cast.edo, response, criterion, level)
        assert play.see(own_result, play.beatriz) is None
        play.do(publish_standings, cast.olga)

        page = {one["team_id"]: one for one in play.see(standings_page, cast.olga)["standings"]}
        for who in (play.beatriz, play.gwen):
            own = play.see(own_result, who)
            standing = page[who.team_id]
            told = {"place": standing["place"], "score": str(standing["score"]), "teams": 2}
            assert own == told | {"final": True, "appeal": False}
        assert {one["place"] for one in page.values()} == {1, 2}
        told = json.loads(play.log("standings_published")[0][2])
        assert set(told) == {"standings", "rules"}

    def test_a_drill_that_nothing_scores_has_nothing_to_publish(self, cast):
        play = cast.play(scenario(info("01"))).start().go(minutes(6))
        end(play)
        with refused("drill_not_rated"):
            play.do(publish_standings, cast.olga)
        assert play.see(standings_page, cast.olga)["rated"] is False

    def test_what_was_withdrawn_needs_no_rating(self, cast, play):
        play.go(minutes(10)).do(withdraw_inject, cast.fatima, inject_id="01")
        play.go(seconds(10))
        end(play)
        with refused("deviations_open") as refusal:
            play.do(publish_standings, cast.olga)
        assert refusal.value.parameters == {"n": 2}
        about = [one["about"] for one in play.see(register_page, cast.olga)["entries"][0]["items"]]
        play.do(rule_deviation, cast.olga, about=about, verdict="stands", reason="same_for_all")
        play.do(publish_standings, cast.olga)

        assert [one["of"] for one in play.see(standings_page, cast.olga)["standings"]] == [1, 1]
