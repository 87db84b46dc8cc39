"""Organizers open a call, see the mails that wait, and hand out or erase what is held about an application."""

import io
import re

import pytest

from simulator.actions.mails import note_mail, take_mails
from simulator.actions.sessions import open_account_session
from simulator.actor import PROGRAM
from tests.applying import Applying, call_bytes
from tests.cast import START
from tests.web.conftest import Browser


@pytest.fixture
def programme(cast):
    """Give a programme whose call has been open for a day."""
    return cast.once(Applying)


@pytest.fixture
def early(cast):
    """Give one whose call opens tomorrow."""
    return Applying(cast, at=START)


def staying(signed_in, cast, programme):
    """Sign Olga in anew: she has been away for days."""
    browser = signed_in("olga")
    token = programme.house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    browser.client.set_cookie("prontas_staff", token)
    return browser


def choose(browser, programme, **fields):
    path = f"/programmes/{programme.id}/call"
    return browser.post(path, fields, seen=path)


def test_every_call_that_ships_can_be_downloaded_and_its_times_stand_beside_it(early, signed_in):
    olga = signed_in("olga")
    page = olga.get(f"/programmes/{early.id}/call").text
    assert "Mujeres y Ciberseguridad" in page or "Mulheres e Cibersegurança" in page
    answer = olga.get(f"/programmes/{early.id}/call/ilo-style.yaml")
    assert answer.data.startswith(b"#") and answer.headers["Content-Disposition"].startswith("attachment")
    assert olga.get(f"/programmes/{early.id}/call/nothing.yaml").status_code == 404


def test_another_call_takes_the_place_of_one_that_is_not_open_yet(early, signed_in):
    olga = signed_in("olga")
    answer = choose(olga, early, call="upload", file=(io.BytesIO(call_bytes(team={"least": 2, "most": 5})), "c.yaml"))
    assert answer.status_code == 303
    assert "2 to 5" in Browser(olga.client.application, language="en").get(f"/calls/{early.id}").text


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "call_not_chosen"),
        ({"call": "upload"}, "call_not_chosen"),
        ({"call": "upload", "file": (b"kind: call\n", "c.yaml")}, "call_has_errors"),
        ({"call": "upload", "file": (b"\xff\xfe no yaml", "c.yaml")}, "call_has_errors"),
    ],
)
def test_what_is_no_call_is_refused_with_its_places(early, signed_in, fields, code):
    told = {
        name: (io.BytesIO(value[0]), value[1]) if isinstance(value, tuple) else value for name, value in fields.items()
    }
    answer = choose(signed_in("olga"), early, **told)

    assert answer.status_code == 409
    assert ("1:1" in answer.text) == (code == "call_has_errors")
    assert len(early.log("call_opened")) == 1


def test_once_applications_are_open_the_rules_stay(programme, signed_in, cast):
    olga = staying(signed_in, cast, programme)
    assert 'type="file"' not in olga.get(f"/programmes/{programme.id}/call").text
    answer = choose(olga, programme, call="ilo-style")
    assert answer.status_code == 409 and len(programme.log("call_opened")) == 1


def test_mails_wait_where_nothing_sends_them_and_each_can_be_sent_by_hand(programme, signed_in, cast):
    olga = staying(signed_in, cast, programme)
    ana = programme.begin()
    page = olga.get(f"/programmes/{programme.id}/mails").text
    assert "PRONTAS_MAIL_URL" in page and "ana@mh.example" in page
    (mail_id,) = programme.sql("SELECT id FROM mail")[0]
    answer = olga.get(f"/programmes/{programme.id}/mails/{mail_id}.eml")
    assert answer.headers["Content-Type"].startswith("message/rfc822")
    assert f"/apply/{programme.codes[ana.id]}" in answer.get_data(as_text=True).replace("=\r\n", "")
    assert olga.get(f"/programmes/{programme.id}/mails/nothing.eml").status_code == 404


def test_what_was_given_up_says_why_and_can_be_tried_again(programme, signed_in, cast):
    olga = staying(signed_in, cast, programme)
    programme.begin()
    (mail,) = programme.house.perform(take_mails, PROGRAM)
    programme.house.perform(note_mail, PROGRAM, mail_id=mail["id"], problem="address_refused", final=True)
    assert "mail" in olga.get(f"/programmes/{programme.id}/mails").text
    path = f"/programmes/{programme.id}/mails/{mail['id']}/again"
    assert olga.post(path, seen=f"/programmes/{programme.id}/mails").status_code == 303
    assert programme.sql("SELECT due_at IS NOT NULL, tries FROM mail") == [(1, 0)]
    programme.house.perform(note_mail, PROGRAM, mail_id=mail["id"])
    assert olga.post(path, seen=f"/programmes/{programme.id}/mails").status_code == 409
    assert olga.get(f"/programmes/{programme.id}/mails/{mail['id']}.eml").status_code == 404


def test_an_address_that_no_program_takes_is_handed_out_with_its_text(programme, signed_in, cast):
    olga = staying(signed_in, cast, programme)
    programme.begin(mail="a,b@x.example")
    (mail_id,) = programme.sql("SELECT id FROM mail")[0]
    assert b"unknown@address.invalid" in olga.get(f"/programmes/{programme.id}/mails/{mail_id}.eml").data


def test_an_application_is_handed_out_and_erased_once_its_code_is_typed(programme, signed_in, cast):
    olga = staying(signed_in, cast, programme)
    ana = programme.sent()
    (code,) = programme.sql("SELECT code FROM application")[0]
    base = f"/programmes/{programme.id}/applications/{ana.id}"
    held = olga.get(f"{base}/data.json").json
    assert held["application"]["lead_name"] == "Ana" and "draft" not in held
    wrong = olga.post(f"{base}/erase", {"code": "?"}, seen=f"{base}/erase")
    assert wrong.status_code == 409 and code in wrong.text
    assert olga.post(f"{base}/erase", {"code": code.lower()}, seen=f"{base}/erase").status_code == 303
    assert programme.sql("SELECT lead_name, state FROM application") == [("", "withdrawn")]
    assert olga.get(f"{base}/data.json").json["application"]["lead_name"] == ""
    assert olga.post(f"{base}/erase", {"code": code}, seen=f"{base}/erase").status_code == 409


def test_the_exact_numbers_are_for_organizers(programme, signed_in, cast):
    programme.sent()
    programme.begin(mail="b@x.example")
    page = staying(signed_in, cast, programme).get(f"/programmes/{programme.id}/numbers").text
    assert re.findall(r"<strong>(\d+)</strong>", page) == ["2", "1", "1", "0", "0"]
    assert "Costa Rica" in page


def test_only_organizers_of_it_see_any_of_this(programme, signed_in):
    for who in ("edo", "fatima", "olu"):
        browser = signed_in(who)
        for path in ("call", "mails", "call/ilo-style.yaml", "numbers"):
            assert browser.get(f"/programmes/{programme.id}/{path}").status_code in (303, 404)
