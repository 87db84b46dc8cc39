"""Teams and seats: joining, coming back as the same person, the lead's single holder, being moved or removed."""

import pytest

from simulator.actions.attending import forget_presence, note_presence
from simulator.actions.drills import open_joining
from simulator.actions.joining import (
    change_language,
    join_team,
    move_participant,
    remove_participant,
    rename_participant,
    return_by_code,
    return_to_team,
    take_seats,
)
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.digest import salted_digest
from simulator.reading.drills import join_page
from simulator.reading.feed import own_events
from simulator.reading.people import find_actor
from simulator.reading.play import own_drafts, own_learning, own_place
from simulator.reading.results import own_result
from tests.cast import refused


def join(play, code, name, **facts):
    return play.do(join_team, NOBODY, code=code, name=name, **({"language": "es"} | facts))


def names(play, who):
    return {member["name"] for member in play.see(own_place, who)["team"]["members"]}


def present(play, who, here):
    play.do(note_presence, PROGRAM, participant_id=who.id, present=here)


def test_a_wrong_code_and_a_closed_one_are_refused_alike(cast, play):
    with refused("code_unknown") as wrong:
        join(play, "wrongwrong", "Ana")
    play.do(open_joining, cast.fatima, joining=False)
    with refused("code_unknown") as closed:
        join(play, play.codes["Azul"], "Ana")
    with refused("code_unknown") as page:
        play.see(join_page, NOBODY, code=play.codes["Azul"])

    assert wrong.value.parameters == closed.value.parameters == page.value.parameters == {}


@pytest.mark.parametrize("typed", ["  {}  ", "{}\n", str.upper])
def test_a_code_may_be_typed_in_capitals_and_with_spaces_around(play, typed):
    code = play.codes["Azul"]
    written = typed(code) if callable(typed) else typed.format(code)

    assert join(play, written, "Ana")["participant_id"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Ana\u202e", "A\tB\x07"])
def test_a_name_must_be_there_and_be_shown(play, name):
    with refused("name_needed"):
        join(play, play.codes["Azul"], name)


def test_a_name_already_there_asks_whether_she_continues_and_the_team_is_told(play):
    with refused("name_is_there") as asked:
        join(play, play.codes["Azul"], " BEATRIZ ")
    back = join(play, play.codes["Azul"], "beatriz", continue_as=True, language="en")

    assert asked.value.parameters == {"name": "Beatriz"}
    assert back["participant_id"] == play.beatriz.id
    assert play.see(own_events, play.bruna, since=0)["events"][-1]["kind"] == "participant_returned"
    assert len(play.see(own_place, play.bruna)["team"]["members"]) == 2


def test_the_same_name_in_another_team_is_another_person(play):
    assert join(play, play.codes["Verde"], "Beatriz")["participant_id"] != play.beatriz.id


def test_a_return_link_and_a_short_code_bring_her_back_as_the_same_person(play):
    made = join(play, play.codes["Azul"], "Ana")
    by_link = play.do(return_to_team, NOBODY, token=made["return_token"])
    by_code = play.do(return_by_code, NOBODY, code=play.codes["Azul"].upper(), short_code=made["short_code"].upper())

    assert by_link["participant_id"] == by_code["participant_id"] == made["participant_id"]
    assert play.do(return_to_team, NOBODY, token=made["return_token"]) == by_link, "the link she kept still works"


def test_coming_back_works_after_joining_has_closed(cast, play):
    made = join(play, play.codes["Azul"], "Ana")
    play.do(open_joining, cast.fatima, joining=False)

    assert play.do(return_by_code, NOBODY, code=play.codes["Azul"], short_code=made["short_code"])
    assert join(play, play.codes["Azul"], "Ana", continue_as=True)["participant_id"] == made["participant_id"]


def test_a_short_code_opens_only_its_own_team(play):
    made = join(play, play.codes["Azul"], "Ana")
    with refused("code_unknown"):
        play.do(return_by_code, NOBODY, code=play.codes["Verde"], short_code=made["short_code"])


def test_one_person_may_hold_several_seats_and_two_the_same_except_the_leads(play):
    play.do(take_seats, play.bruna, seats=["technical", "communications"])
    play.do(take_seats, play.beatriz, seats=["lead", "technical", "lead"])
    with refused("lead_taken") as taken:
        play.do(take_seats, play.bruna, seats=["lead"])

    assert taken.value.parameters == {"name": "Beatriz"}
    held = {member["name"]: sorted(member["seats"]) for member in play.see(own_place, play.bruna)["team"]["members"]}
    assert held == {"Beatriz": ["lead", "technical"], "Bruna": ["communications", "technical"]}


def test_the_leads_seat_is_free_again_once_she_lets_it_go(play):
    play.do(take_seats, play.beatriz, seats=[])
    play.do(take_seats, play.bruna, seats=["lead"])

    assert play.sql("SELECT participant_id FROM seat_holder WHERE lead AND team_id = :t", t=play.azul) == [
        (play.bruna.id,)
    ]


def test_a_seat_the_scenario_does_not_have_is_refused(play):
    with refused("not_found"):
        play.do(take_seats, play.beatriz, seats=["lead", "minister"])


def test_who_joins_for_a_taken_seat_has_not_joined(play):
    with refused("lead_taken"):
        join(play, play.codes["Azul"], "Ana", seats=["lead"])

    assert play.sql("SELECT name FROM participant WHERE name = 'Ana'") == []


def test_her_language_changes_at_any_moment_to_one_the_scenario_has(play):
    play.start()
    play.do(change_language, play.beatriz, language="fr")
    assert play.see(own_place, play.beatriz)["me"]["language"] == "fr"
    play.do(change_language, play.beatriz, language="xx")
    assert play.see(own_place, play.beatriz)["me"]["language"] == "es"


def test_facilitators_correct_a_name_but_not_into_one_that_is_there(cast, play):
    play.do(rename_participant, cast.fatima, participant_id=play.bruna.id, name="Bruna Lima")
    with refused("name_is_there"):
        play.do(rename_participant, cast.fatima, participant_id=play.bruna.id, name="beatriz")

    assert names(play, play.beatriz) == {"Beatriz", "Bruna Lima"}


def test_removed_means_out_with_the_same_commit(cast, play):
    token = play.do(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    assert play.see(find_actor, NOBODY, token=token).id == play.beatriz.id
    play.do(remove_participant, cast.fatima, participant_id=play.beatriz.id)

    assert play.see(find_actor, NOBODY, token=token) is None
    for view, facts in (
        (own_events, {"since": 0}),
        (own_place, {}),
        (own_drafts, {}),
        (own_learning, {}),
        (own_result, {}),
    ):
        with refused("not_found"):
            play.see(view, play.beatriz, **facts)
    with refused("not_found"):
        play.do(take_seats, play.beatriz, seats=[])
    with refused("not_found"):
        play.do(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    with refused("already_done"):
        play.do(remove_participant, cast.fatima, participant_id=play.beatriz.id)
    assert play.sql("SELECT seat FROM seat_holder WHERE participant_id = :id", id=play.beatriz.id) == []


def test_a_removed_name_is_free_for_somebody_new(cast, play):
    play.do(remove_participant, cast.fatima, participant_id=play.beatriz.id)

    assert join(play, play.codes["Azul"], "Beatriz")["participant_id"] != play.beatriz.id


def test_who_was_moved_sees_nothing_more_of_the_team_she_left(cast, play):
    play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)

    for view, facts in ((own_events, {"since": 0}), (own_place, {}), (own_drafts, {}), (own_result, {})):
        with refused("not_found"):
            play.see(view, play.bruna, **facts)
    assert names(play, play.gwen) == {"Gwen", "Giselle", "Bruna"}
    for member in (play.beatriz, play.gwen):
        assert play.see(own_events, member, since=0)["events"][-1]["kind"] == "participant_moved"


def test_nobody_is_moved_onto_a_person_of_the_same_name_or_into_another_drill(cast, play):
    other = cast.play()
    join(play, play.codes["Verde"], "Bruna")
    with refused("name_is_there"):
        play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    with refused("not_found"):
        play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=other.azul)
    with refused("not_found"):
        play.do(remove_participant, cast.fatima, participant_id=other.gwen.id)


def test_only_the_last_device_going_and_the_first_returning_are_logged(play):
    present(play, play.beatriz, True)
    present(play, play.bruna, True)
    present(play, play.beatriz, False)
    present(play, play.bruna, False)
    present(play, play.bruna, True)

    kinds = [row[0] for row in play.log("team_connected", "team_disconnected")]
    assert kinds == ["team_connected", "team_disconnected", "team_connected"]


@pytest.mark.parametrize("how", ["move", "remove"])
def test_a_team_whose_only_device_is_moved_or_removed_is_away(cast, play, how):
    present(play, play.bruna, True)
    if how == "move":
        play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    else:
        play.do(remove_participant, cast.fatima, participant_id=play.bruna.id)

    assert [row[:2] for row in play.log("team_disconnected")] == [("team_disconnected", play.azul)]
    assert [row[1] for row in play.log("team_connected")] == [play.azul] + [play.verde] * (how == "move")


def test_when_a_server_starts_nobody_is_there(play):
    present(play, play.beatriz, True)
    present(play, play.gwen, True)
    play.do(forget_presence, PROGRAM)

    assert {row[1] for row in play.log("team_disconnected")} == {play.azul, play.verde}
    assert play.sql("SELECT id FROM participant WHERE away_since IS NULL") == []


def test_the_log_holds_salted_digests_of_names_and_no_name(play):
    told = "\n".join(payload for _kind, _team, payload in play.log())
    ((salt,),) = play.sql("SELECT salt FROM participant WHERE id = :id", id=play.beatriz.id)

    assert "Beatriz" not in told
    assert salted_digest(salt, "Beatriz") in told
