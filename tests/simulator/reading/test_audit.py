"""Who did what: an organizer reads a drill's log or the house's, page by page, with the names of today."""

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.consents import give_consent
from simulator.actions.erasing import erase_account, erase_participant
from simulator.actions.joining import rename_participant
from simulator.actions.notice import read_notice
from simulator.actor import PROGRAM
from simulator.notice import NOTICE
from simulator.reading.audit import (
    Wanted,
    chain_state,
    drill_audit,
    drill_audit_choices,
    house_audit,
    house_audit_choices,
    house_chain_state,
)
from tests.cast import START, minutes, refused
from tests.web.rated_play import end, rated_play


@pytest.fixture
def play(cast):
    """Give a drill in which enough has happened."""
    return cast.once(rated_play)


def audit(play, **wanted):
    return play.see(drill_audit, play.cast.olga, wanted=Wanted(**wanted))


def numbers(page):
    return [row["seq"] for row in page["rows"]]


def shown(play):
    """Give the numbers of the rows that staff may read: who agreed to what is not among them."""
    return [seq for seq, (kind, *_rest) in enumerate(play.log(), start=1) if kind != "consents_chosen"]


def test_the_newest_come_first_and_pages_join_without_a_gap(play):
    whole = audit(play, limit=2000)
    told = shown(play)
    assert numbers(whole) == told[::-1] and not whole["older"] and not whole["newer"]

    seen, page = [], audit(play, limit=7)
    while True:
        seen += numbers(page)
        if not page["older"]:
            break
        page = audit(play, limit=7, before=page["rows"][-1]["seq"])
        assert page["newer"]
    assert seen == numbers(whole)
    back = audit(play, limit=7, after=page["rows"][0]["seq"])
    assert numbers(back) == [number for number in told if number > numbers(page)[0]][:7][::-1]


def test_rows_say_who_and_of_which_team_by_the_names_of_today(play, cast):
    play.do(rename_participant, cast.fatima, participant_id=play.bruna.id, name="Bruna Lima")
    newest = audit(play)["rows"][0]
    assert (newest["kind"], newest["actor"]["name"], newest["team"]["name"]) == (
        "participant_changed",
        "Fátima",
        "Azul",
    )
    assert newest["named"][play.bruna.id]["name"] == "Bruna Lima"
    joined = audit(play, kind="participant_joined")["rows"]
    assert {row["named"][row["payload"]["participant"]]["name"] for row in joined} >= {"Bruna Lima", "Gwen"}


def test_who_was_erased_has_no_name_in_it(play, cast):
    end(play)
    play.do(erase_participant, cast.olga, participant_id=play.beatriz.id)
    cast.house.perform(disable_account, PROGRAM, account_id=cast.fatima.id)
    cast.house.perform(erase_account, cast.olga, account_id=cast.fatima.id)

    rows = audit(play, limit=2000)["rows"]
    assert {"Beatriz", "Fátima"} & {str(one["name"]) for row in rows for one in row["named"].values()} == set()
    assert {row["actor"]["erased"] for row in rows if row["actor"]["id"].endswith(play.beatriz.id)} == {True}
    choices = play.see(drill_audit_choices, cast.olga)["people"]
    assert {one["name"] for one in choices if one.get("erased")} == {""}


def test_filters_leave_what_fits_all_of_them(play, cast):
    sent = audit(play, kind="response_received", team=play.azul)["rows"]
    assert {(row["kind"], row["team"]["name"]) for row in sent} == {("response_received", "Azul")} and len(sent) == 3
    hers = audit(play, person=f"participant:{play.gwen.id}")["rows"]
    assert {row["kind"] for row in hers} >= {"participant_joined", "seats_taken", "response_received"}
    assert {row["team"]["name"] for row in hers} == {"Verde"}
    assert all(row["at"] >= START + minutes(6) for row in audit(play, since=START + minutes(6))["rows"])
    assert numbers(audit(play, until=START))[0] < numbers(audit(play))[0]
    assert audit(play, kind="drill_ended")["rows"] == []


@pytest.mark.parametrize("odd", ["%", "_", "everybody", "participant:%", "account:_____", "'; DROP TABLE log; --"])
def test_an_odd_person_is_nobody(play, odd):
    assert audit(play, person=odd)["rows"] == []


def test_who_agreed_to_what_is_not_for_the_staff(play, cast):
    play.do(read_notice, play.bruna, notice=NOTICE)
    play.do(give_consent, play.bruna, purpose="recording")

    assert play.log("consents_chosen")
    assert [row["kind"] for row in audit(play, kind="consents_chosen")["rows"]] == []
    assert "consents_chosen" not in {row["kind"] for row in audit(play, limit=2000)["rows"]}
    assert "consents_chosen" not in play.see(drill_audit_choices, cast.olga)["kinds"]


def test_the_house_has_its_own_log(play, cast):
    page = cast.house.look(house_audit, cast.olga, wanted=Wanted(limit=2000))
    assert {row["kind"] for row in page["rows"]} >= {"account_created", "role_granted", "session_opened"}
    granted = next(row for row in page["rows"] if row["kind"] == "role_granted")
    assert granted["named"][granted["payload"]["account"]]["name"]
    assert cast.house.look(house_audit_choices, cast.olga)["teams"] == []


def test_an_organizer_of_one_drill_sees_its_log_and_no_other(play, cast):
    other = cast.play()
    cast.grant(cast.olu, "organizer", drill_id=play.id)
    assert play.see(drill_audit, cast.olu, wanted=Wanted())["rows"]
    for view, facts in ((drill_audit, {"wanted": Wanted()}), (chain_state, {}), (drill_audit_choices, {})):
        with refused("not_found"):
            other.see(view, cast.olu, **facts)
        for who in (cast.fatima, cast.edo, cast.mallory, play.beatriz, cast.stranger):
            with refused("not_found"):
                play.see(view, who, **facts)
    for view, facts in ((house_audit, {"wanted": Wanted()}), (house_chain_state, {}), (house_audit_choices, {})):
        with refused("not_found"):
            cast.house.look(view, cast.olu, **facts)


def test_the_chain_tells_its_head_its_length_and_its_first_bad_row(play, cast):
    ((seq, digest),) = play.sql("SELECT seq, hash FROM stream WHERE name = :s", s=f"drill:{play.id}")
    assert play.see(chain_state, cast.olga) == {
        "length": seq, "hash": digest, "broken_at": None, "checked_at": play.clock.now
    }  # fmt: skip
    assert cast.house.look(house_chain_state, cast.olga)["broken_at"] is None

    play.sql("UPDATE log SET kind = 'flag_set' WHERE stream = :s AND seq = 6", s=f"drill:{play.id}")
    assert play.see(chain_state, cast.olga)["broken_at"] == 6


@pytest.mark.parametrize("payload", ["no JSON", "[1, 2]", "null", '{"inject": {"deep": [1]}}'])
def test_a_row_that_was_tampered_with_hides_no_other(play, payload):
    play.sql(
        "UPDATE log SET payload = :p, wall_time = 'x' WHERE stream = :s AND seq = 5", p=payload, s=f"drill:{play.id}"
    )
    rows = audit(play, limit=2000)["rows"]

    assert numbers({"rows": rows}) == shown(play)[::-1]
    assert [row["seq"] for row in rows if row["at"] is None] == [5]
