"""The notice she has read and what she agreed to: each purpose by itself, never a condition, taken back for nothing."""

import json

import pytest

from simulator.actions.consents import give_consent, withdraw_consent
from simulator.actions.joining import join_team, renew_return_link, return_to_team
from simulator.actions.notice import name_controller, read_notice
from simulator.actions.running import end_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.digest import salted_digest
from simulator.notice import FEWEST, NOTICE, PURPOSES
from simulator.reading.audit import Wanted, drill_audit, drill_audit_choices
from simulator.reading.own_data import consent_counts, has_consent, named_controller, own_page
from simulator.reading.people import find_participant
from simulator.reading.play import own_place
from tests.cast import minutes, refused, seconds
from tests.play import NAME

CANARY = "Canary-Ñandú"


def given(play, who):
    return {one["purpose"] for one in play.see(own_page, who)["consents"] if one["given"]}


def history(play, who, purpose):
    return next(one["history"] for one in play.see(own_page, who)["consents"] if one["purpose"] == purpose)


def join(play, **facts):
    return play.do(join_team, NOBODY, **({"code": play.codes["Azul"], "name": "Ana", "language": "es"} | facts))


def came_in(play, made):
    return play.see(find_participant, PROGRAM, participant_id=made["participant_id"])


def due(play, who):
    return play.see(own_place, who)["me"]["notice_due"]


def test_what_she_has_read_is_kept_with_its_version_and_its_time(play, clock):
    page = play.see(own_page, play.beatriz)["notice"]
    assert page == {"read": NOTICE, "read_at": clock.now, "due": False}


def test_who_has_read_nothing_may_join_and_reads_before_she_plays(play):
    ana = play.join("Azul", "Ana", notice=None)
    assert due(play, ana)
    play.jump(minutes(3)).do(read_notice, ana, notice=NOTICE)

    assert not due(play, ana)
    assert play.see(own_page, ana)["notice"]["read_at"] == play.clock.now


def test_a_newer_version_is_shown_again_and_nothing_else_changes(play):
    before = play.see(own_page, play.beatriz)
    play.sql("UPDATE participant SET notice = '2020-01' WHERE id = :id", id=play.beatriz.id)
    assert due(play, play.beatriz)
    play.jump(minutes(1)).do(read_notice, play.beatriz, notice=NOTICE)
    after = play.see(own_page, play.beatriz)

    assert after["notice"].pop("read_at") > before["notice"].pop("read_at")
    assert after == before


def test_reading_it_again_keeps_the_first_time(play):
    play.jump(minutes(1)).do(read_notice, play.beatriz, notice=NOTICE)
    assert play.see(own_page, play.beatriz)["notice"]["read_at"] < play.clock.now
    assert len(play.log("notice_read")) == 4


def test_a_version_that_is_not_the_current_one_is_not_read(play):
    for facts in ({"notice": "2020-01"}, {"notice": ""}):
        with refused("notice_unread"):
            join(play, **facts)
        with refused("notice_unread"):
            play.do(read_notice, play.beatriz, **facts)
    assert play.sql("SELECT count(*) FROM participant WHERE name = 'Ana'") == [(0,)]


def test_bots_read_no_notice(play, cast):
    made = join(play, bot=True)
    assert play.sql("SELECT notice FROM participant WHERE id = :id", id=made["participant_id"]) == [(None,)]
    bot = play.join("Azul", "Bot", notice=None)
    play.sql("UPDATE participant SET bot = true WHERE id = :id", id=bot.id)
    assert not due(play, bot)


def test_nothing_is_agreed_to_until_she_says_so(play):
    assert given(play, play.beatriz) == set()
    assert [one["purpose"] for one in play.see(own_page, play.beatriz)["consents"]] == list(PURPOSES)


def test_each_purpose_is_given_by_itself_where_she_joins_or_later(play):
    ana = came_in(play, join(play, notice=NOTICE, consents=["research"]))
    play.do(give_consent, play.beatriz, purpose="recording")

    assert given(play, ana) == {"research"}
    assert given(play, play.beatriz) == {"recording"}
    assert given(play, play.bruna) == set()


def test_a_consent_needs_the_notice_whose_words_it_uses(play):
    ana = play.join("Azul", "Ana", notice=None)
    with refused("notice_unread"):
        play.do(give_consent, ana, purpose="research")
    with refused("notice_unread"):
        join(play, name="Eva", consents=["research"])


@pytest.mark.parametrize("purpose", ["", "everything", "Recording"])
def test_there_is_no_other_purpose(play, purpose):
    for action in (give_consent, withdraw_consent):
        with refused("not_found"):
            play.do(action, play.beatriz, purpose=purpose)


def test_taken_back_and_given_again_each_stays_known_with_both_times(play):
    play.do(give_consent, play.beatriz, purpose="publication")
    play.jump(minutes(1)).do(withdraw_consent, play.beatriz, purpose="publication")
    assert given(play, play.beatriz) == set()
    play.jump(minutes(1)).do(give_consent, play.beatriz, purpose="publication")
    one, other = history(play, play.beatriz, "publication")

    assert one["withdrawn_at"] - one["given_at"] == minutes(1)
    assert (other["given_at"] - one["given_at"], other["withdrawn_at"]) == (minutes(2), None)
    assert one["notice"] == other["notice"] == NOTICE


def test_given_twice_is_given_once_and_taken_back_twice_too(play):
    before = len(play.log("consents_chosen"))
    for action in (give_consent, give_consent, withdraw_consent, withdraw_consent):
        play.do(action, play.beatriz, purpose="research")
    assert len(history(play, play.beatriz, "research")) == 1
    assert len(play.log("consents_chosen")) == before + 2


def test_the_result_and_the_drill_are_the_same_with_and_without(play):
    before = play.see(own_place, play.beatriz)
    for purpose in PURPOSES:
        play.do(give_consent, play.beatriz, purpose=purpose)
    assert play.see(own_place, play.beatriz) == before


def test_later_rooms_ask_each_time_whether_it_stands(play):
    def stands(purpose="recording"):
        with play.house._readers() as session:
            return has_consent(session, play.beatriz.id, purpose)

    assert not stands()
    play.do(give_consent, play.beatriz, purpose="recording")
    assert (stands(), stands("research")) == (True, False)
    play.do(withdraw_consent, play.beatriz, purpose="recording")
    assert not stands()


@pytest.mark.parametrize("who", ["edo", "olu", "mallory"])
def test_nobody_else_reads_even_how_many(play, cast, who):
    with refused("not_found"):
        play.see(consent_counts, getattr(cast, who))


def test_the_counts_of_one_drill_are_not_those_of_another(play, cast):
    other = cast.play()
    for number in range(2 * FEWEST):
        ana = play.join("Azul", f"Ana {number}")
        if number % 2:
            play.do(give_consent, ana, purpose="research")
    for one in (play, other):
        one.start().do(end_drill, cast.fatima, name=NAME)
    assert other.see(consent_counts, cast.olga) == dict.fromkeys(PURPOSES)


@pytest.mark.parametrize("continue_as", [False, True])
def test_the_numbers_of_the_audits_rows_do_not_tell_who_agreed_to_how_much(play, cast, continue_as):
    def rows(consents):
        name = f"Ana {len(consents)}"
        if continue_as:
            join(play, name=name, notice=NOTICE)
        before = play.see(drill_audit, cast.olga, wanted=Wanted())["chain"]["seq"]
        join(play, name=name, notice=NOTICE, consents=consents, continue_as=continue_as)
        page = play.see(drill_audit, cast.olga, wanted=Wanted(after=before))
        return page["chain"]["seq"] - before, [(row["seq"] - before, row["kind"]) for row in page["rows"]]

    none, some, every = rows(()), rows(PURPOSES[:1]), rows(PURPOSES)

    assert none == some == every


def test_who_only_agreed_to_something_is_no_choice_of_the_audits_filter(play, cast):
    ana = play.join("Azul", "Ana")
    play.do(give_consent, ana, purpose="research")

    people = play.see(drill_audit_choices, cast.olga)["people"]
    assert f"participant:{ana.id}" not in [one["id"] for one in people]


def test_what_the_log_says_of_a_consent_cannot_be_guessed_without_her_salt(play):
    made = join(play, name="Ana", notice=NOTICE, consents=["recording"])
    ana = came_in(play, made)
    play.jump(seconds(1)).do(give_consent, ana, purpose="research")
    play.jump(seconds(1)).do(withdraw_consent, ana, purpose="recording")
    ((salt, at),) = play.sql("SELECT salt, joined_at FROM participant WHERE id = :id", id=ana.id)

    told = [json.loads(payload) for _kind, _team, payload in play.log("consents_chosen")]
    assert [one["purposes"] for one in told if one["participant"] == ana.id] == [
        salted_digest(salt, [at, "recording"]), salted_digest(salt, [at + 1000, "recording", "research"]),
        salted_digest(salt, [at + 2000, "research"]),
    ]  # fmt: skip


def test_the_log_does_not_tell_saying_yes_from_saying_no(play):
    """Whoever has a public bundle reads its log: a kind for each would name who took what back."""
    for action in (give_consent, withdraw_consent):
        play.do(action, play.beatriz, purpose="research")
    kinds = [kind for kind, team, payload in play.log() if json.loads(payload).get("participant") == play.beatriz.id]
    one, other = play.log("consents_chosen")[-2:]

    assert kinds[-2:] == ["consents_chosen"] * 2
    assert json.loads(one[2]).keys() == json.loads(other[2]).keys() == {"participant", "purposes"}


def test_the_log_holds_ids_and_digests_for_the_audit_alone(play):
    play.do(name_controller, play.cast.olga, name=f"{CANARY} A", contact=f"{CANARY} B")
    ana = play.join("Azul", f"{CANARY} C")
    play.house.heard.clear()
    for action in (give_consent, withdraw_consent):
        play.do(action, ana, purpose="research")
    play.do(renew_return_link, ana)

    assert play.house.heard == []
    told = play.sql("SELECT kind, payload, actor FROM log ORDER BY wall_time")
    assert {"notice_read", "consents_chosen", "return_link_renewed", "controller_named"} <= {kind for kind, *_ in told}
    assert CANARY not in str(told)


def test_a_new_return_link_ends_the_old_one(play):
    made = join(play, notice=NOTICE)
    ana = came_in(play, made)
    new = play.do(renew_return_link, ana)

    with refused("return_link_unknown"):
        play.do(return_to_team, NOBODY, token=made["return_token"])
    assert play.do(return_to_team, NOBODY, token=new) == {"participant_id": ana.id}


def test_organizers_name_who_answers_for_the_data_and_everybody_reads_it(play, cast):
    assert play.see(named_controller, NOBODY) == {"name": "", "contact": ""}
    play.do(name_controller, cast.olga, name="  Ministerio  de Salud ", contact="datos@salud.example")
    named = {"name": "Ministerio de Salud", "contact": "datos@salud.example"}

    assert play.see(named_controller, NOBODY) == play.see(own_page, play.gwen)["controller"] == named
    play.do(name_controller, cast.olga, name="", contact="")
    assert play.see(named_controller, NOBODY) == {"name": "", "contact": ""}


@pytest.mark.parametrize(
    ("name", "contact", "code"),
    [
        ("Ministerio", "", "controller_incomplete"), ("", "x@y.example", "controller_incomplete"),
        ("M" * 201, "x@y.example", "controller_unreadable"), ("M\u202eX", "x@y.example", "controller_unreadable"),
        ("M", "x\x07", "controller_unreadable"),
    ],
)  # fmt: skip
def test_half_a_controller_is_refused_and_changes_nothing(play, cast, name, contact, code):
    with refused(code):
        play.do(name_controller, cast.olga, name=name, contact=contact)
    assert play.see(named_controller, NOBODY)["name"] == ""


@pytest.mark.parametrize("who", ["fatima", "edo", "olu", "mallory"])
def test_nobody_else_names_the_controller(play, cast, who):
    with refused("not_found"):
        play.do(name_controller, getattr(cast, who), name="M", contact="c")


def test_none_of_it_stops_when_the_drill_has_ended(play, cast):
    play.start().do(end_drill, cast.fatima, name=NAME)
    play.do(give_consent, play.beatriz, purpose="publication")
    play.do(withdraw_consent, play.beatriz, purpose="publication")
    assert given(play, play.beatriz) == set()
