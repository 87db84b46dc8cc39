"""Two people: nothing happens before the second word, and then all of it in the same transaction (rules.md 32)."""

import pytest

from simulator.actions.deciding import (
    EFFECTS,
    propose_decision,
    refuse_decision,
    second_decision,
    withdraw_decision,
)
from simulator.reading.decisions import decisions
from tests.cast import refused
from tests.results import by_two, played


@pytest.fixture
def play(cast):
    """Give a drill whose rules ask for two people; Olga and Olu are its organizers."""
    return cast.once(two)


def two(cast):
    return played(cast, two_people=True)


def propose(play, who=None, *, code="unmarked_message", note=""):
    facts = {"kind": "penalise", "subject": {"team": play.azul, "code": code}, "note": note, "drill_id": play.id}
    return play.do(propose_decision, who or play.cast.olga, **facts)


def end(play, action, who, decision):
    play.do(action, who, decision_id=decision, drill_id=play.id)


def penalties(play):
    return play.sql("SELECT points, lifted_at FROM penalty")


def test_a_proposal_changes_nothing(play):
    propose(play)

    assert penalties(play) == []
    assert [row[0] for row in play.log("decision_proposed", "decision_made", "penalty_given")] == ["decision_proposed"]


def test_the_second_word_of_somebody_else_carries_it_out(play, cast):
    decision = propose(play)
    end(play, second_decision, cast.olu, decision)

    assert penalties(play) == [("2", None)]
    assert [row[0] for row in play.log("decision_proposed", "decision_made", "penalty_given")] == [
        "decision_proposed", "decision_made", "penalty_given",
    ]  # fmt: skip
    told = play.see(decisions, cast.olu, drill_id=play.id)[0]
    assert (told["state"], told["proposed_by"], told["ended_by"]) == ("done", "Olga", "Olu")


def test_who_has_proposed_neither_signs_nor_refuses_it_but_takes_it_back(play, cast):
    decision = propose(play)
    for action in (second_decision, refuse_decision):
        with refused("second_person_needed"):
            end(play, action, cast.olga, decision)
    end(play, withdraw_decision, cast.olga, decision)

    assert penalties(play) == []
    assert len(play.log("decision_withdrawn")) == 1


def test_somebody_else_refuses_it_but_cannot_take_it_back(play, cast):
    decision = propose(play)
    with refused("decision_is_anothers"):
        end(play, withdraw_decision, cast.olu, decision)
    end(play, refuse_decision, cast.olu, decision)

    assert penalties(play) == []
    for action in (second_decision, refuse_decision, withdraw_decision):
        with refused("decision_is_over"):
            end(play, action, cast.olu, decision)


def test_the_same_waits_once_and_may_be_proposed_again_afterwards(play, cast):
    decision = propose(play)
    with refused("decision_is_open"):
        propose(play, cast.olu)
    end(play, refuse_decision, cast.olu, decision)

    assert propose(play) != decision


def test_a_decision_that_became_impossible_stays_open_and_does_nothing(play, cast):
    waiting = propose(play, code="real_contact")
    by_two(play, "penalise", team=play.azul, code="colleague_data")
    by_two(play, "penalise", team=play.azul, code="unmarked_message")
    play.sql("UPDATE penalty SET points = '4' WHERE points = '2'")
    with refused("penalties_at_most"):
        end(play, second_decision, cast.olu, waiting)

    assert play.see(decisions, cast.olga, drill_id=play.id)[0]["state"] == "open"
    assert len(penalties(play)) == 2


@pytest.mark.parametrize("kind", ["publish_awards", "nothing", ""])
def test_what_nobody_can_decide_of_a_drill_is_not_there(play, cast, kind):
    with refused("not_found"):
        play.do(propose_decision, cast.olga, kind=kind, subject={}, drill_id=play.id)


def test_a_decision_of_another_drill_is_not_there(play, cast):
    decision = propose(play)
    other = cast.play()
    for action in (second_decision, refuse_decision, withdraw_decision):
        with refused("not_found"):
            other.do(action, cast.olga, decision_id=decision, drill_id=other.id)


def test_a_decision_is_taken_in_a_drill_or_a_programme(play, cast):
    with refused("not_found"):
        play.house.perform(propose_decision, cast.olga, kind="rule", subject={})


def test_a_note_is_words_and_the_log_has_their_digest_alone(play, cast):
    with refused("note_too_long"):
        propose(play, note="x" * 1001)
    propose(play, note=" Lo vi en el chat. ")
    (_kind, _team, payload) = play.log("decision_proposed")[0]

    assert "chat" not in payload and '"note": "' in payload.replace('":"', '": "')
    assert play.see(decisions, cast.olu, drill_id=play.id)[0]["note"] == "Lo vi en el chat."


def test_every_kind_is_of_a_drill_or_of_a_programme():
    assert {effect.where for effect in EFFECTS.values()} <= {"drill", "programme"}
    assert {"rule", "override", "close_register", "penalise", "lift_penalty", "publish_provisional",
            "publish_final", "reopen_rating"} <= set(EFFECTS)  # fmt: skip
