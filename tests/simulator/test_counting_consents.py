"""How many agree is told once, at ENDEX, in fives, and so that nobody's answer follows from it."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.actions.consents import give_consent, withdraw_consent
from simulator.actions.erasing import erase_participant
from simulator.actions.joining import join_team, remove_participant
from simulator.actions.running import end_drill
from simulator.actor import NOBODY
from simulator.counting_consents import coarse
from simulator.notice import FEWEST, NOTICE, PURPOSES
from simulator.reading.own_data import consent_counts
from simulator.refusal import Refusal
from tests.cast import minutes
from tests.play import NAME

NOTHING = dict.fromkeys(PURPOSES)
MOST = 40


@cache
def sums(asked, shown):
    """Give every number of people who can have agreed, where *shown* is told of *asked* people."""
    return frozenset(agree for agree in range(asked + 1) if coarse(agree, asked) == shown)


def test_whoever_knows_the_answers_of_four_others_cannot_tell_hers():
    for asked in range(1, MOST):
        for shown in {coarse(agree, asked) for agree in range(asked + 1)}:
            for known in range(min(FEWEST, asked)):
                for said_yes in range(known + 1):
                    # What the others, whom nobody knows, and she herself can have said all together.
                    open_sums = {agree - said_yes for agree in sums(asked, shown)} & set(range(asked - known + 1))
                    if not open_sums:
                        # With these answers known, that figure cannot have been told.
                        continue
                    others = range(asked - known)
                    assert any(agree - 1 in others for agree in open_sums), (asked, shown, known, said_yes, "no")
                    assert any(agree in others for agree in open_sums), (asked, shown, known, said_yes, "yes")


@pytest.mark.parametrize(
    ("agree", "asked", "shown"),
    [(0, 0, None), (4, 30, None), (5, 9, None), (5, 10, 5), (9, 14, 5), (10, 15, 10), (26, 30, None), (25, 30, 25)],
)
def test_it_is_told_in_fives_where_five_agree_and_five_do_not(agree, asked, shown):
    assert coarse(agree, asked) == shown


@given(st.integers(0, MOST), st.integers(0, MOST))
def test_a_figure_is_never_more_than_agree_nor_more_than_all_but_five(agree, others):
    shown = coarse(agree, agree + others)

    assert shown is None or (FEWEST <= shown <= agree < shown + FEWEST and others >= FEWEST)


def end(play):
    play.do(end_drill, play.cast.fatima, name=NAME)


def counts(play):
    return play.see(consent_counts, play.cast.olga)


def crowd(play, yes, no):
    """Let so many join, each with her answer; the four of the drill say no."""
    people = [play.join("Azul", f"Ana {number}") for number in range(yes + no)]
    for one in people[:yes]:
        play.do(give_consent, one, purpose="research")
    return people


def one_more(play, consents):
    facts = {"code": play.codes["Verde"], "name": "Nova", "language": "es", "notice": NOTICE, "consents": consents}
    play.do(join_team, NOBODY, **facts)


@pytest.mark.parametrize("by_itself", [False, True])
def test_staff_are_told_at_endex_and_not_before(play, by_itself):
    crowd(play, yes=7, no=2)
    play.start()
    assert counts(play) == NOTHING
    if by_itself:
        play.go(minutes(120))
    else:
        end(play)

    assert play.drill("state") == "ended"
    assert counts(play) == play.see(consent_counts, play.cast.fatima) == NOTHING | {"research": 5}
    assert len(play.log("consents_counted")) == 1


CHANGES = {
    "joins and allows it": lambda play, people: one_more(play, ["research"]),
    "joins and does not": lambda play, people: one_more(play, []),
    "allows it after all": lambda play, people: play.do(give_consent, people[-1], purpose="research"),
    "takes it back": lambda play, people: play.do(withdraw_consent, people[0], purpose="research"),
    "is taken out who allows it": lambda play, people: play.do(
        remove_participant, play.cast.fatima, participant_id=people[0].id
    ),
    "is taken out who does not": lambda play, people: play.do(
        remove_participant, play.cast.fatima, participant_id=people[-1].id
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("yes", [4, 9])
def test_what_one_person_does_before_or_after_endex_moves_no_number(play, yes, change):
    people = crowd(play, yes=yes, no=2)
    play.start()
    before = counts(play)
    CHANGES[change](play, people)
    assert counts(play) == before == NOTHING
    end(play)
    told = counts(play)
    for one in CHANGES.values():
        try:
            one(play, people[1:-1])
        except Refusal as refusal:
            # She has joined already, or is out.
            assert refusal.code in ("name_is_there", "not_found")

    assert counts(play) == told


def test_erasing_somebody_moves_no_number_either(play):
    people = crowd(play, yes=10, no=2)
    play.start()
    end(play)
    told = counts(play)
    play.go(minutes(120))
    for one in people[:7]:
        play.do(erase_participant, play.cast.olga, participant_id=one.id)

    assert counts(play) == told == NOTHING | {"research": 10}


def test_where_nothing_can_be_told_the_log_has_no_row_of_it(play):
    crowd(play, yes=5, no=0)
    play.start()
    end(play)

    assert counts(play) == NOTHING
    assert play.log("consents_counted") == []


def test_who_was_not_asked_does_not_count_among_those_who_said_no(play):
    crowd(play, yes=6, no=0)
    play.join("Azul", "Without", notice=None)
    play.start()
    end(play)

    assert counts(play) == NOTHING
