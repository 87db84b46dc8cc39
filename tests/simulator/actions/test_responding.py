"""Answering: replaced until the deadline, counted in the grace, kept when late, and the draft as it stood."""

import pytest

from simulator.actions.msel import withdraw_inject
from simulator.actions.responding import decline_inject, open_inject, receive_injects, save_draft
from simulator.actions.running import end_drill, pause_drill, stop_drill
from simulator.reading.play import own_drafts
from tests.cast import START, minutes, refused, seconds
from tests.play import NAME
from tests.scripts import choice_inject, inject, scenario, text_inject

WORDS = {"text": "Avisamos al CSIRT."}


@pytest.fixture
def play(cast):
    """Be five minutes into a drill whose one inject asks for words within ten minutes."""
    return cast.play(scenario(text_inject("01"))).start().go(minutes(5))


def draft(play, who, words, inject_id="01"):
    return play.do(save_draft, who, inject_id=inject_id, content={"text": words})


def responses(play, *columns):
    return play.sql(f"SELECT {', '.join(columns)} FROM response ORDER BY version")


def test_until_its_deadline_a_response_may_be_replaced_and_all_versions_are_kept(play):
    play.send(play.beatriz, "01", {"text": "uno"})
    receipt = play.jump(minutes(9)).send(play.bruna, "01", {"text": "dois"})

    assert receipt["version"] == 2
    assert responses(play, "version", "state", "current", "content", "participant_id") == [
        (1, "counted", 0, '{"text": "uno"}', play.beatriz.id),
        (2, "counted", 1, '{"text": "dois"}', play.bruna.id),
    ]


@pytest.mark.parametrize(("after_deadline", "state"), [(0, "counted"), (60, "counted"), (60.001, "late")])
def test_a_first_response_counts_until_sixty_seconds_after_the_deadline(play, after_deadline, state):
    play.jump(minutes(10) + seconds(after_deadline))

    assert play.send(play.beatriz, "01", WORDS)["state"] == state


def test_a_replacement_in_the_grace_is_late_and_the_earlier_version_counts(play):
    play.send(play.beatriz, "01", {"text": "uno"})
    receipt = play.jump(minutes(10) + seconds(1)).send(play.beatriz, "01", {"text": "dos"})

    assert receipt["state"] == "late"
    assert responses(play, "state", "current") == [("counted", 1), ("late", 0)]


def test_a_late_response_is_kept_with_both_its_times_and_the_inject_has_lapsed(play):
    play.go(minutes(12))
    play.send(play.beatriz, "01", WORDS, typed_at=START + minutes(14))

    assert play.one(play.azul, "01")["state"] == "lapsed"
    ((state, current, typed, received),) = responses(play, "state", "current", "typed_at", "received_wall")
    assert (state, current) == ("late", 0)
    assert received - typed == 3 * 60_000


def test_the_same_id_is_the_same_response_however_often_it_arrives(play):
    first = play.send(play.beatriz, "01", WORDS, id="same")
    play.jump(minutes(30))
    again = play.send(play.beatriz, "01", {"text": "otra cosa"}, id="same")

    assert again == first
    assert responses(play, "content") == [('{"text": "Avisamos al CSIRT."}',)]


def test_the_same_id_gets_its_receipt_even_while_the_drill_is_paused(cast, play):
    first = play.send(play.beatriz, "01", WORDS, id="same")
    play.do(pause_drill, cast.fatima)
    play.jump(minutes(1))

    assert play.send(play.beatriz, "01", WORDS, id="same") == first


def test_a_draft_goes_in_as_it_stood_at_the_deadline_marked_as_not_confirmed(play):
    draft(play, play.bruna, "borrador")
    play.go(minutes(10) + seconds(1))
    answer = draft(play, play.bruna, "más tarde")
    play.go(seconds(60))

    assert answer == {"state": "closed"}
    assert play.one(play.azul, "01")["state"] == "answered"
    assert responses(play, "state", "content", "participant_id", "received_at") == [
        ("taken_over", '{"text": "borrador"}', play.bruna.id, minutes(15).total_seconds() * 1000)
    ]


@pytest.mark.parametrize("words", ["", "   \n"])
def test_an_empty_draft_lapses(play, words):
    draft(play, play.bruna, words)
    play.go(minutes(11))

    assert play.one(play.azul, "01")["state"] == "lapsed"
    assert responses(play, "state") == []


def test_an_inject_can_opt_out_of_taking_drafts_over(cast):
    play = cast.play(scenario(text_inject("01", ask={"autosubmit": False}))).start().go(minutes(5))
    draft(play, play.bruna, "borrador")
    play.go(minutes(11))

    assert play.one(play.azul, "01")["state"] == "lapsed"


def test_a_late_answer_that_comes_before_the_clock_has_looked_does_not_stop_the_clock(play):
    draft(play, play.bruna, "borrador")
    play.go(minutes(11) - seconds(1)).jump(seconds(2))
    late = play.send(play.beatriz, "01", WORDS, id="draft-1")
    play.tick()

    assert late["state"] == "late"
    assert responses(play, "version", "state") == [(1, "late"), (2, "taken_over")]
    assert play.one(play.verde, "01")["state"] == "lapsed"


def test_a_choice_that_sets_a_flag_asks_once_for_confirmation_and_is_final(cast):
    play = cast.play(scenario(choice_inject("01"))).start().go(minutes(5))
    play.send(play.beatriz, "01", {"option": "B"})
    with refused("confirmation_needed"):
        play.send(play.beatriz, "01", {"option": "A"})
    play.send(play.beatriz, "01", {"option": "A"}, id="final", confirmed=True)

    assert play.send(play.beatriz, "01", {"option": "A"}, id="final")["version"] == 2
    with refused("answer_final"):
        play.send(play.beatriz, "01", {"option": "B"})
    assert play.sql("SELECT team_id, flag FROM flag") == [(play.azul, "isolated")]


def test_a_choice_never_confirmed_lapses(cast):
    play = cast.play(scenario(choice_inject("01"))).start().go(minutes(5))
    play.do(save_draft, play.beatriz, inject_id="01", content={"option": "A"})
    play.go(minutes(11))

    assert play.one(play.azul, "01")["state"] == "lapsed"
    assert play.sql("SELECT flag FROM flag") == []


def test_a_choice_that_sets_nothing_goes_in_by_itself(cast):
    play = cast.play(scenario(choice_inject("01"))).start().go(minutes(5))
    play.do(save_draft, play.beatriz, inject_id="01", content={"option": "B"})
    play.go(minutes(11))

    assert responses(play, "state", "content") == [("taken_over", '{"option": "B"}')]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"text": " ".join(["palabra"] * 6)}, "answer_too_long"),
        ({"text": " "}, "answer_empty"),
        ({"option": "A"}, "answer_unknown_key"),
        ({"text": 7}, "answer_wrong_kind"),
        ({"text": "á" * 20_001}, "answer_too_large"),
    ],
)
def test_what_is_no_answer_to_the_ask_is_refused_and_nothing_is_kept(cast, content, code):
    play = cast.play(scenario(text_inject("01", ask={"max_words": 5}))).start().go(minutes(5))
    with refused(code):
        play.send(play.beatriz, "01", content)

    assert responses(play, "id") == []


def test_half_of_a_character_is_kept_and_stops_nothing(play):
    receipt = play.send(play.beatriz, "01", {"text": "roto \ud83d aquí\x00"})

    assert receipt["state"] == "counted"


def test_a_response_on_its_way_counts_within_five_seconds_of_a_pause(cast, play):
    play.jump(minutes(1)).do(pause_drill, cast.fatima)

    assert play.jump(seconds(5)).send(play.beatriz, "01", WORDS)["state"] == "counted"
    with refused("drill_paused"):
        play.jump(seconds(0.001)).send(play.gwen, "01", WORDS)


def test_a_stop_on_top_of_a_pause_gives_no_new_mercy(cast, play):
    play.do(pause_drill, cast.fatima)
    play.jump(seconds(6)).do(stop_drill, cast.fatima)

    with refused("drill_paused"):
        play.send(play.beatriz, "01", WORDS)


def test_drafts_are_kept_while_the_drill_is_paused(cast, play):
    play.do(pause_drill, cast.fatima)
    play.jump(minutes(90))

    assert draft(play, play.bruna, "en la pausa") == {"state": "saved"}
    assert play.see(own_drafts, play.beatriz)["01"]["content"] == {"text": "en la pausa"}
    assert play.see(own_drafts, play.gwen) == {}


def test_only_an_optional_inject_can_be_declined(cast):
    play = cast.play(scenario(text_inject("01"), text_inject("02", optional=True))).start().go(minutes(5))
    with refused("inject_not_optional"):
        play.do(decline_inject, play.beatriz, inject_id="01")
    play.do(decline_inject, play.beatriz, inject_id="02")

    assert play.states(play.azul) == {"01": "delivered", "02": "declined"}
    with refused("inject_declined"):
        play.send(play.beatriz, "02", WORDS)
    with refused("inject_declined"):
        play.do(decline_inject, play.beatriz, inject_id="02")


def test_a_withdrawn_inject_takes_no_answer(cast, play):
    play.do(withdraw_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="mistake")

    with refused("inject_withdrawn"):
        play.send(play.beatriz, "01", WORDS)
    assert play.send(play.gwen, "01", WORDS)["state"] == "counted"


@pytest.mark.parametrize("inject_id", ["02", "99", "", "' OR 1=1 --", "01\x00"])
def test_what_has_not_come_cannot_be_answered_opened_or_drafted(cast, inject_id):
    play = cast.play(scenario(text_inject("01"), text_inject("02", at="20m"))).start().go(minutes(5))
    with refused("not_found"):
        play.send(play.beatriz, inject_id, WORDS)
    with refused("not_found"):
        draft(play, play.beatriz, "x", inject_id)


def test_information_takes_no_answer(cast):
    play = cast.play(scenario(inject("01"))).start().go(minutes(5))
    with refused("nothing_asked"):
        play.send(play.beatriz, "01", WORDS)


def test_an_acknowledgement_may_come_at_any_time(cast):
    play = cast.play(scenario(inject("01", ask={"kind": "acknowledge"}))).start().go(minutes(30))

    assert play.send(play.beatriz, "01", {})["state"] == "counted"
    assert play.states(play.azul) == {"01": "answered"}


def test_an_answer_after_endex_counts_while_its_deadline_runs(cast, play):
    play.do(end_drill, cast.fatima, name=NAME)

    assert play.go(minutes(9)).send(play.beatriz, "01", WORDS)["state"] == "counted"


def test_the_first_receipt_and_the_first_opening_of_a_team_are_noted_once(play):
    for who in (play.beatriz, play.bruna):
        play.do(receive_injects, who, inject_ids=["01", "99"])
        play.do(open_inject, who, inject_id="01")

    assert [row[0] for row in play.log("inject_received", "inject_opened")] == ["inject_received", "inject_opened"]
