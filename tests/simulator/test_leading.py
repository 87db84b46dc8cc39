"""Answers that go out only with the lead's word, her deputy's, or after three minutes of her silence."""

import pytest

from simulator.actions.attending import note_presence
from simulator.actions.responding import save_draft
from simulator.actor import PROGRAM
from simulator.reading.play import own_drafts
from tests.cast import minutes, seconds
from tests.scripts import scenario, text_inject

WORDS = {"text": "Avisamos al CSIRT."}


def draft(play, who, words, inject_id="01"):
    return play.do(save_draft, who, inject_id=inject_id, content={"text": words})


def responses(play, *columns):
    return play.sql(f"SELECT {', '.join(columns)} FROM response ORDER BY version")


class TestApproval:
    """Some answers go out only with the lead's word."""

    @pytest.fixture
    def play(self, cast):
        play = cast.play(scenario(text_inject("01", ask={"approve": "lead"}))).start().go(minutes(5))
        for who in (play.beatriz, play.bruna, play.gwen, play.giselle):
            play.do(note_presence, PROGRAM, participant_id=who.id, present=True)
        return play

    def test_the_lead_sends_at_once_and_a_member_proposes(self, play):
        proposed = play.send(play.giselle, "01", WORDS)

        assert proposed == {"state": "proposed", "free_at": minutes(8)}
        assert play.see(own_drafts, play.gwen)["01"]["proposed_at"] == minutes(5).total_seconds() * 1000
        assert play.send(play.gwen, "01", WORDS)["state"] == "counted"
        assert responses(play, "participant_id") == [(play.gwen.id,)]

    def test_after_three_minutes_of_her_silence_any_member_may_send(self, play):
        play.send(play.giselle, "01", WORDS)

        assert play.jump(minutes(3) - seconds(0.001)).send(play.giselle, "01", WORDS)["state"] == "proposed"
        assert play.jump(seconds(0.001)).send(play.giselle, "01", WORDS)["state"] == "counted"

    def test_words_that_change_wait_anew(self, play):
        play.send(play.giselle, "01", WORDS)
        play.jump(minutes(2)).send(play.giselle, "01", {"text": "otra cosa"})

        assert play.jump(minutes(2)).send(play.giselle, "01", {"text": "otra cosa"})["state"] == "proposed"

    def test_a_deputy_speaks_for_the_lead_once_she_has_been_away_for_a_minute(self, play):
        play.do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=False)

        assert play.jump(seconds(59)).send(play.bruna, "01", WORDS)["state"] == "proposed"
        assert play.jump(seconds(1)).send(play.bruna, "01", WORDS)["state"] == "counted"

    def test_who_is_no_deputy_does_not_speak_for_an_absent_lead(self, play):
        play.do(note_presence, PROGRAM, participant_id=play.gwen.id, present=False)

        assert play.jump(minutes(2)).send(play.giselle, "01", WORDS)["state"] == "proposed"

    def test_a_proposal_never_approved_goes_in_at_the_deadline(self, play):
        play.go(minutes(8)).send(play.giselle, "01", WORDS)
        play.go(minutes(3))

        assert responses(play, "state") == [("taken_over",)]

    def test_a_proposal_in_the_grace_does_not_change_the_draft_as_it_stood(self, play):
        draft(play, play.giselle, "a tiempo")
        play.go(minutes(10) + seconds(5)).send(play.giselle, "01", {"text": "después"})
        assert play.see(own_drafts, play.gwen)["01"]["content"] == {"text": "después"}
        play.go(minutes(1))

        assert responses(play, "state", "content") == [("taken_over", '{"text": "a tiempo"}')]

    def test_a_first_proposal_in_the_grace_that_nobody_approves_lapses(self, play):
        play.go(minutes(10) + seconds(5)).send(play.giselle, "01", WORDS)
        play.go(minutes(1))

        assert play.one(play.verde, "01")["state"] == "lapsed"


def test_the_word_of_a_seat_that_nobody_holds_is_the_leads(cast):
    play = cast.play(scenario(text_inject("01", ask={"approve": "communications"}))).start().go(minutes(5))
    play.do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=True)

    assert play.send(play.bruna, "01", WORDS)["state"] == "proposed"
    assert play.send(play.beatriz, "01", WORDS)["state"] == "counted"
    assert play.send(play.gwen, "01", WORDS)["state"] == "proposed"
    assert play.send(play.giselle, "01", WORDS)["state"] == "counted"
