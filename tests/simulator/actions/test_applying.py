"""A lead applies: she begins, writes in two windows, uploads, sends, and replaces what she has sent."""

import hashlib
import json
from datetime import timedelta

import pytest

from simulator.actions.application_files import MOST_FILES, add_file, declare_file, remove_file
from simulator.actions.applying import (
    CROWD,
    LINK_EVERY,
    MOST_PER_ADDRESS,
    begin_application,
    open_application,
    renew_application_link,
    save_application,
)
from simulator.actions.calls import open_call
from simulator.actions.sending_application import send_application
from simulator.actor import NOBODY
from simulator.notice import APPLICATION_NOTICE
from simulator.reading.application import call_content, call_list, call_page, own_application_file
from simulator.reading.applications import application_file, application_list, application_page, programme_call
from simulator.reading.mails import mail_list
from simulator.rows import ApplicationFile
from tests.applying import CLOSES, GRACE, OPENS, Applying, call_bytes, member, pdf, picture, whole
from tests.cast import START, minutes, refused, seconds


@pytest.fixture
def programme(cast):
    """Give a programme whose call has been open for a day."""
    return cast.once(Applying)


@pytest.fixture
def ana(programme):
    """Give a lead who has begun."""
    return programme.begin()


def lacks(programme, who):
    return [(one.part, one.code) for one in programme.see(who)["lacks"]]


def test_opening_a_call_tells_the_digest_of_its_rules_before_anybody_applies(programme):
    assert [kind for kind, _payload in programme.log()] == ["call_opened", "rules_published"]
    assert programme.opened["rules"] in programme.log("rules_published")[0][1]
    page = programme.house.look(call_page, NOBODY, call=programme.id)
    assert (page["rules"], page["stages"]) == (programme.opened["rules"], {"grants": "planned"})


def test_a_call_with_errors_is_refused_with_all_of_them(cast):
    programme = Applying(cast, at=START)
    with refused("call_has_errors") as caught:
        content = call_bytes(team={"least": 5, "most": 2}, contact="olga")
        programme.house.perform(open_call, cast.olga, programme_id=programme.id, content=content)

    assert {one.code for one in caught.value.parameters["findings"]} >= {"sizes_disordered", "bad_mail"}


def test_a_call_can_be_replaced_until_its_window_opens(cast):
    programme = Applying(cast, at=START)
    other = call_bytes(team={"least": 2, "most": 4})
    programme.house.perform(open_call, cast.olga, programme_id=programme.id, content=other)
    programme.clock.now = OPENS

    with refused("call_is_open"):
        programme.house.perform(open_call, cast.olga, programme_id=programme.id, content=call_bytes())
    assert programme.house.look(call_page, NOBODY, call=programme.id)["call"].team.most == 4


def test_a_call_that_is_over_is_not_opened(cast):
    cast.clock.now = CLOSES + GRACE + seconds(1)
    with refused("call_is_over"):
        Applying(cast)


def test_after_a_restart_a_call_is_read_from_the_database_and_a_broken_one_says_so(programme):
    other = call_bytes(contact="otra@vincula.example")
    for content in (other, b"kind: call\n"):
        digest = hashlib.sha256(content).hexdigest()
        programme.sql("INSERT INTO call_file (digest, content) VALUES (:d, :c)", d=digest, c=content)
        programme.sql("UPDATE programme SET call_digest = :d", d=digest)
        if content is other:
            assert programme.house.look(call_page, NOBODY, call=programme.id)["call"].contact == "otra@vincula.example"
            assert programme.house.look(call_content, NOBODY, call=programme.id) == other
    with refused("call_has_errors"):
        programme.house.look(call_page, NOBODY, call=programme.id)


def test_one_application_holds_only_so_many_files(programme, ana):
    programme.letter(ana)
    (digest,) = programme.sql("SELECT digest FROM blob")[0]
    with programme.house._sessions.begin() as session:
        session.add_all(
            ApplicationFile(
                application_id=ana.id, document="photo", name="x", kind="png", size=1, digest=digest,
                sent_at=programme.clock.now, removed_at=programme.clock.now,
            )
            for _file in range(MOST_FILES - 1)
        )  # fmt: skip
    with refused("too_many_files"):
        programme.letter(ana, pdf(b"nueva"))


def test_a_programme_that_is_not_there_is_no_call(programme):
    for look in (call_page, call_content):
        with refused("not_found"):
            programme.house.look(look, NOBODY, call="nothing")
    with refused("not_found"):
        programme.house.perform(renew_application_link, NOBODY, call="nothing", mail="ana@mh.example")
    for view in (application_list, programme_call, mail_list):
        with refused("not_found"):
            programme.house.look(view, programme.cast.olga, programme_id="nothing")


def test_a_programme_without_a_call_is_no_page(programme, cast):
    programme.sql("UPDATE programme SET call_digest = NULL")

    assert programme.house.look(call_list, NOBODY) == []
    with refused("not_found"):
        programme.house.look(call_page, NOBODY, call=programme.id)
    with refused("not_found"):
        programme.begin()
    with refused("call_missing"):
        programme.house.look(application_list, cast.olga, programme_id=programme.id)


def test_nothing_is_stored_before_the_notice_of_today_is_read(programme):
    with refused("notice_unread"):
        programme.begin(notice="2020-01")
    assert programme.sql("SELECT * FROM application") == programme.mails() == []


@pytest.mark.parametrize(
    ("at", "code"),
    [(OPENS - seconds(1), "applications_not_open"), (CLOSES + GRACE + seconds(1), "applications_closed")],
)
def test_nobody_begins_outside_the_window(programme, at, code):
    programme.clock.now = at
    with refused(code):
        programme.begin()


@pytest.mark.parametrize(
    "mail", ["ana", "ana@", "a b@x.example", "ana@x.example\nBcc: all@x.example", "a" * 300 + "@x"]
)
def test_an_address_that_is_none_is_refused(programme, mail):
    with refused("email_malformed"):
        programme.begin(mail=mail)


def test_who_begins_gets_her_link_by_mail_and_nobody_reads_her_name_in_the_log(programme, ana):
    ((kind, address, language, facts),) = programme.mails()

    assert (kind, address, language) == ("application_link", "ana@mh.example", "es")
    assert json.loads(facts)["token"] == programme.codes[ana.id]
    assert "Ana" not in repr(programme.log()) and "ana@" not in repr(programme.log())


def test_a_language_that_the_call_does_not_take_is_its_first(programme):
    assert programme.see(programme.begin(language="fr"))["language"] == "es"
    assert programme.see(programme.begin(mail="b@x.example", language="pt"))["language"] == "pt"


def test_one_address_leads_only_some_teams_and_a_crowd_is_held_up(programme):
    for _time in range(MOST_PER_ADDRESS):
        programme.begin()
    with refused("too_many_of_address"):
        programme.begin()
    for number in range(CROWD - MOST_PER_ADDRESS):
        programme.house.perform(
            begin_application, NOBODY, call=programme.id, name="X", mail=f"x{number}@x.example", language="es",
            notice=APPLICATION_NOTICE,
        )  # fmt: skip
    with refused("too_many_begin"):
        programme.begin(mail="last@x.example")


def test_the_link_opens_as_often_as_she_needs_it_and_a_wrong_one_never(programme, ana):
    for _time in range(2):
        assert programme.house.perform(open_application, NOBODY, token=programme.codes[ana.id]) == ana.id
    with refused("application_link_unknown"):
        programme.house.perform(open_application, NOBODY, token="guessed")


def test_a_lost_link_is_mailed_anew_and_the_old_one_ends_when_the_new_one_is_used(programme, ana):
    programme.clock.now += LINK_EVERY
    for mail in ("ANA@mh.example ", "nobody@mh.example"):
        assert programme.house.perform(renew_application_link, NOBODY, call=programme.id, mail=mail) is None
    first, second = (json.loads(row[3])["token"] for row in programme.mails())

    assert programme.house.perform(open_application, NOBODY, token=first) == ana.id
    assert programme.house.perform(open_application, NOBODY, token=second) == ana.id
    with refused("application_link_unknown"):
        programme.house.perform(open_application, NOBODY, token=first)


def test_asking_again_and_again_sends_one_mail(programme, ana):
    for _time in range(3):
        programme.house.perform(renew_application_link, NOBODY, call=programme.id, mail="ana@mh.example")
    assert len(programme.mails()) == 1


def test_what_she_writes_is_kept_and_the_older_of_two_windows_is_told(programme, ana):
    first = programme.write(ana, whole(need="uno"))
    second = programme.write(ana, whole(need="dos"), version=first["version"])
    older = programme.write(ana, whole(need="tres"), version=first["version"])

    assert (first["state"], second["version"]) == ("saved", first["version"] + 1)
    assert older["state"] == "newer" and older["content"]["fields"]["need"] == "dos"
    assert programme.see(ana)["content"]["fields"]["need"] == "dos"
    # The same words again are no quarrel.
    assert programme.write(ana, whole(need="dos"), version=first["version"])["state"] == "saved"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (7, "request_malformed"),
        ({"score": 1}, "request_malformed"),
        ({"fields": {"state": "sent"}}, "request_malformed"),
        ({"fields": [1]}, "request_malformed"),
        ({"fields": {"need": True}}, "request_malformed"),
        ({"fields": {"need": [[[["deep"]]]]}}, "request_malformed"),
        ({"fields": {"need": "x" * 20_001}}, "text_too_long"),
        ({"members": "Ana"}, "too_many_members"),
        ({"members": [{}] * 14}, "too_many_members"),
        ({"members": [7]}, "request_malformed"),
        ({"members": [{"role": "admin"}]}, "request_malformed"),
        ({"members": [{"name": 7}]}, "request_malformed"),
        ({"members": [{"consents": ["all"]}]}, "request_malformed"),
        ({"members": [{"name": "x" * 121}]}, "text_too_long"),
    ],
)
def test_what_no_form_sends_is_refused_and_changes_nothing(programme, ana, content, code):
    with refused(code):
        programme.write(ana, content)
    assert programme.see(ana)["version"] == 0


def test_signs_that_nobody_types_are_left_out_and_numbers_are_words(programme, ana):
    programme.write(ana, {"fields": {"need": "a\x00b\ud800c\r\nd", "since": 2020.0}, "members": [{}]})

    content = programme.see(ana)["content"]
    assert content["fields"] == {"need": "abc\nd", "since": "2020"}
    assert content["members"] == [{"name": "", "mail": "", "fields": {}, "consents": []}]


def test_all_that_is_missing_is_told_with_its_part(programme, ana):
    assert lacks(programme, ana) == [
        ("field:country", "field_missing"), ("field:institution", "field_missing"), ("field:need", "field_missing"),
        ("members", "too_few_members"), ("document:letter", "document_missing"),
    ]  # fmt: skip
    programme.write(ana, {"members": [member("", "ana"), member("Eva", "eva@mh.example", fields={}, consents=[])]})
    assert lacks(programme, ana)[3:] == [
        ("members", "member_field_missing"), ("members", "consent_missing"), ("document:letter", "document_missing"),
        ("members", "member_name_missing"), ("members", "member_mail_missing"),
    ]  # fmt: skip
    programme.write(ana)
    programme.letter(ana)
    assert lacks(programme, ana) == []


def test_a_letter_signed_by_the_wrong_role_is_incomplete_until_a_new_one_takes_its_place(programme, ana):
    programme.write(ana)
    for role, code in (("", "signer_missing"), ("chief", "wrong_signer"), ("other", "wrong_signer")):
        programme.letter(ana, signer_role=role, elements=["presents"])
        assert lacks(programme, ana) == [("document:letter", code), ("document:letter", "element_missing")]
    programme.letter(ana, pdf(b"nueva"))
    assert lacks(programme, ana) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"content": b""}, "file_empty"),
        ({"kind": "png"}, "file_kind_not_taken"),
        ({"content": b"x" * 65537}, "file_too_large"),
        ({"document": "passport"}, "not_found"),
        ({"signer_role": "minister"}, "not_found"),
        ({"signer_name": "x" * 121}, "name_needed"),
        ({"elements": ["pays"]}, "not_found"),
    ],
)
def test_a_file_that_the_call_does_not_take_is_refused(programme, ana, facts, code):
    told = {"document": "letter", "name": "carta.pdf", "kind": "pdf", "content": pdf()} | facts
    with refused(code):
        programme.house.perform(add_file, ana, **told)
    assert programme.see(ana)["files"] == {}


def test_a_file_sent_twice_is_one_and_a_replaced_one_leaves_nothing(programme, ana):
    first, again = programme.letter(ana), programme.letter(ana)
    second = programme.letter(ana, pdf(b"nueva"))

    assert first == again != second
    assert programme.sql("SELECT count(*) FROM application_file") == [(1,)]
    assert programme.sql("SELECT count(*) FROM blob") == [(1,)]


def test_a_name_is_data_and_no_path(programme, ana):
    programme.house.perform(
        add_file, ana, document="photo", name="..\\..\\C:/x/\x07fo\nto.png", kind="png", content=picture()
    )
    assert programme.see(ana)["files"]["photo"]["name"] == "foto.png"


def test_a_file_taken_back_is_gone_and_was_hers_alone(programme, ana):
    mine, other = programme.letter(ana), programme.begin("Eva", "eva@x.example")
    for action in (declare_file, remove_file):
        with refused("not_found"):
            programme.house.perform(action, other, file_id=mine)
    with refused("not_found"):
        programme.house.look(own_application_file, other, file_id=mine)
    assert programme.house.look(own_application_file, ana, file_id=mine)["content"] == pdf()

    programme.house.perform(remove_file, ana, file_id=mine)
    assert programme.sql("SELECT * FROM blob") == []


def test_a_sent_application_has_a_receipt_with_the_hash_of_each_file(programme, ana):
    programme.write(ana)
    programme.letter(ana)
    receipt = programme.send(ana)

    assert (receipt["version"], receipt["sent_at"], receipt["in_grace"]) == (1, programme.clock.now, False)
    assert [len(one["sha256"]) for one in receipt["files"]] == [64]
    (mail,) = programme.mails("application_receipt")
    assert json.loads(mail[3])["files"][0]["sha256"] == receipt["files"][0]["sha256"]
    assert json.loads(mail[3])["files"][0]["title"] == "Carta institucional"
    (told,) = programme.log("application_sent")
    assert receipt["files"][0]["sha256"] not in told[1] and "Hacienda" not in told[1]


def test_sending_twice_unchanged_is_one_version_and_a_change_makes_the_next(programme):
    ana = programme.sent()
    assert programme.send(ana)["version"] == 1
    programme.write(ana, whole(need="Mejor así."))
    assert programme.see(ana)["unsent"]
    assert programme.send(ana)["version"] == 2
    assert not programme.see(ana)["unsent"]
    assert programme.sql("SELECT version, current FROM application_version ORDER BY version") == [(1, 0), (2, 1)]
    assert len(programme.mails("application_receipt")) == 2


def test_what_a_sent_file_said_stays_with_its_version(programme, cast):
    ana = programme.sent()
    file_id = programme.see(ana)["files"]["letter"]["id"]
    programme.house.perform(declare_file, ana, file_id=file_id, signer_role="chief", signer_name="Jefa")

    facts = {"programme_id": programme.id, "application_id": ana.id}
    page = programme.house.look(application_page, cast.olga, **facts)
    assert page["files"]["letter"]["signer"] == {"role": "head", "name": "Dra. Paz"}
    assert programme.see(ana)["files"]["letter"]["signer"]["role"] == "chief"
    programme.letter(ana, pdf(b"nueva"), signer_role="head")
    assert programme.house.look(application_file, cast.olga, **facts, file_id=file_id)["content"] == pdf(
        b"ana@mh.example"
    )


def test_staff_reads_what_was_sent_and_nothing_of_a_draft(programme, cast, ana):
    programme.write(ana)
    draft = programme.letter(ana)
    (line,) = programme.house.look(application_list, cast.olga, programme_id=programme.id)
    assert (line["state"], line["attributes"], line["members"]) == ("draft", {}, 0)
    facts = {"programme_id": programme.id, "application_id": ana.id}
    with refused("application_not_sent"):
        programme.house.look(application_page, cast.olga, **facts)
    with refused("not_found"):
        programme.house.look(application_file, cast.olga, **facts, file_id=draft)
    programme.send(ana)
    (line,) = programme.house.look(application_list, cast.olga, programme_id=programme.id)
    assert line["attributes"] == {"country": "CR", "institution": "Ministerio de Hacienda", "region": "CAM"}
    assert line["complete"] and line["state"] == "sent"


def test_the_stated_grace_decides_and_a_second_later_nothing_does(programme, ana):
    programme.write(ana)
    programme.letter(ana)
    programme.clock.now = CLOSES
    assert not programme.send(ana)["in_grace"]
    programme.clock.now = CLOSES + GRACE
    programme.write(ana, whole(need="Otra vez."))
    assert programme.send(ana)["in_grace"]
    programme.clock.now = CLOSES + GRACE + seconds(1)
    with refused("applications_closed") as caught:
        programme.send(ana)
    assert caught.value.parameters == {"at": CLOSES + GRACE}
    for change in (lambda: programme.write(ana), lambda: programme.letter(ana, pdf(b"tarde"))):
        with refused("applications_closed"):
            change()
    assert programme.see(ana)["receipt"]["version"] == 2


def test_what_is_wrong_is_refused_and_so_is_what_is_missing_where_nothing_can_be_mended(programme, ana):
    with refused("application_incomplete"):
        programme.send(ana)
    programme.write(ana, whole(need="palabra " * 21))
    programme.letter(ana)
    with refused("application_wrong"):
        programme.send(ana)
    same = whole()
    same["members"][1]["mail"] = "ANA@mh.example"
    same["members"][0]["fields"]["post"] = ["x"]
    programme.write(ana, same)
    assert lacks(programme, ana) == [("members", "field_wrong_kind"), ("members", "member_twice")]
    assert programme.sql("SELECT * FROM application_version") == programme.mails("application_receipt") == []


def test_where_the_call_has_a_cure_window_what_is_missing_is_received_and_marked(cast):
    programme = Applying(cast, windows__cure="48h")
    ana = programme.begin()
    programme.write(ana)

    assert programme.send(ana)["complete"] is False
    assert '"document_missing"' in programme.log("application_sent")[0][1]


def test_only_a_lead_applies_and_only_for_herself(programme, cast, ana):
    for who in (NOBODY, cast.olga, cast.edo):
        for action, facts in ((save_application, {"content": {}, "version": 0}), (send_application, {})):
            with refused("not_found"):
                programme.house.perform(action, who, **facts)
    with refused("not_found"):
        programme.house.look(application_list, ana, programme_id=programme.id)
    assert programme.clock.now - START == minutes(2 * 24 * 60) == timedelta(days=2)
