"""Mails go out by a real SMTP line, once, in the reader's language; what fails is noted and tried again."""

import pytest
from pydantic import ValidationError

from simulator.actions.mails import take_mails
from simulator.actor import PROGRAM
from simulator.mailing import WAITS, write_mail
from tests.applying import Applying
from tests.web.mail.smtp_server import smtp_server
from web.live.server import LiveServer
from web.mail.message import message_of
from web.mail.sending import may_send, send_due
from web.mail.words import compose
from web.safe_start import dangers
from web.settings import Settings

PUBLIC = "https://drills.ministry.example"


@pytest.fixture(scope="module")
def box():
    """Give an SMTP server for all these tests."""
    with smtp_server() as box:
        yield box


@pytest.fixture
def server(box):
    """Give it, as it is at first."""
    box.mails.clear()
    box.heard.clear()
    box.recipients.clear()
    box.signs_in, box.silent, box.after_data = True, False, "250 kept"
    return box


@pytest.fixture
def programme(cast):
    """Give a programme to which nobody has applied yet."""
    return cast.once(Applying)


def settings_of(server, **more):
    return Settings(**{"mail_url": server.url, "mail_from": "prontas@ministry.example", "public_url": PUBLIC, **more})


def send(app, programme, settings):
    return send_due(app, programme.house, settings)


def state(programme):
    return programme.sql("SELECT sent_at IS NOT NULL, due_at IS NOT NULL, problem FROM mail ORDER BY written_at, id")


def test_the_link_arrives_in_her_language_and_opens_the_application(app, programme, server):
    ana = programme.begin(language="pt")
    assert send(app, programme, settings_of(server)) == 1
    (mail,) = server.mails

    assert mail["To"] == "ana@mh.example" and mail["From"] == "prontas@ministry.example"
    assert mail["Content-Language"] == "pt" and mail["Auto-Submitted"] == "auto-generated"
    assert "Mulheres e Cibersegurança" in mail["Subject"]
    assert f"{PUBLIC}/apply/{programme.codes[ana.id]}" in mail.get_content()
    assert "EX" not in mail["Subject"]
    assert state(programme) == [(1, 0, None)]
    assert send(app, programme, settings_of(server)) == 0 and len(server.mails) == 1


def test_the_receipt_says_when_and_names_the_hash_of_each_file(app, programme, server):
    programme.sent()
    send(app, programme, settings_of(server))
    receipt = next(mail for mail in server.mails if "version" in mail.get_content() or "versión" in mail.get_content())
    digest = programme.sql("SELECT digest FROM application_file")[0][0]

    assert digest in receipt.get_content() and "12:30 UTC" in receipt.get_content()


def test_a_name_begins_no_header_and_no_second_reader(app, programme, server):
    with programme.house._sessions() as session, session.begin():
        facts = {"name": "A\nBcc: x@x.example", "call": "B\r\nBcc: x@x.example", "closes": "2026-04-01T12:30:00+00:00"}
        write_mail(
            session, programme.clock.now, kind="application_link", about="x", address="ana@mh.example", language="es",
            facts=facts,
        )  # fmt: skip
        for address in ("ana@mh.example>,<x@x.example", "a,b@x.example\r\nBcc: y@y.example"):
            write_mail(
                session, programme.clock.now, kind="application_link", about="x", address=address, language="es",
                facts=facts,
            )  # fmt: skip
    send(app, programme, settings_of(server))

    assert [mail["Bcc"] for mail in server.mails] == [None] * len(server.mails)
    assert not any("x@x.example" in line or "y@y" in line for line in server.heard if line.startswith("RCPT"))
    assert sorted(row[2] or "" for row in state(programme))[-1] == "address_refused"


def test_an_address_that_is_refused_for_good_is_given_up_and_the_others_leave(app, programme, server):
    for name in ("ana", "eva", "luz"):
        programme.begin(mail=f"{name}@mh.example")
        programme.clock.now += WAITS[0]
    server.recipients |= {"ana@mh.example": "550 nobody here", "eva@mh.example": "450 later"}
    assert send(app, programme, settings_of(server)) == 1

    assert state(programme) == [(0, 0, "address_refused"), (0, 1, "address_refused_now"), (1, 0, None)]
    server.recipients.clear()
    programme.clock.now += WAITS[0]
    assert send(app, programme, settings_of(server)) == 1
    # The same mail at each try.
    assert len({mail["Message-ID"] for mail in server.mails}) == 2


@pytest.mark.parametrize(
    ("change", "more", "problem"),
    [
        ({"silent": True}, {}, "unreachable"),
        ({"after_data": "554 spam"}, {}, "server_refused"),
        ({"signs_in": False}, {"mail_url": "smtp://me:secret@127.0.0.1:{port}"}, "sign_in_refused"),
        ({}, {"mail_url": "starttls://127.0.0.1:{port}"}, "line_not_safe"),
        ({}, {"mail_url": "smtps://127.0.0.1:{port}"}, "line_not_safe"),
        ({}, {"mail_url": "smtp://127.0.0.1:1"}, "unreachable"),
        ({}, {"mail_url": "smtp://no-such-host.invalid"}, "unreachable"),
    ],
)
def test_what_fails_is_noted_by_a_code_and_waits(app, programme, server, change, more, problem):
    for name, value in change.items():
        setattr(server, name, value)
    programme.begin()
    told = {name: value.format(port=server.server_address[1]) for name, value in more.items()}

    assert send(app, programme, settings_of(server, **told)) == 0
    assert state(programme) == [(0, 1, problem)]
    assert server.mails == []


def test_who_signs_in_to_the_server_may_have_any_password(app, programme, server):
    programme.begin()
    url = server.url.replace("smtp://", "smtp://me%40x:p%3A%2F@")
    assert send(app, programme, settings_of(server, mail_url=url)) == 1
    assert any(line.startswith("AUTH") for line in server.heard)


def test_without_a_setting_mails_wait_and_a_demo_sends_none(app, programme, server):
    programme.begin()
    assert send(app, programme, Settings()) == send(app, programme, settings_of(server, demo_key="k" * 20)) == 0
    assert state(programme) == [(0, 1, None)] and server.heard == []
    assert len(programme.house.perform(take_mails, PROGRAM)) == 1


@pytest.mark.parametrize("url", ["http://x", "smtp://", "mail.ministry.example", "smtp://x:99999", "smtp://x:0"])
def test_a_way_out_that_is_none_is_refused_at_the_start(url):
    with pytest.raises(ValidationError) as caught:
        Settings(mail_url=url)
    assert "smtp://HOST" in str(caught.value)


def test_an_address_to_come_from_is_one():
    with pytest.raises(ValidationError):
        Settings(mail_from="Prontas <prontas@x.example>")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"mail_from": None}, "PRONTAS_MAIL_FROM"),
        ({"public_url": None}, "PRONTAS_PUBLIC_URL"),
        ({"mail_url": "smtp://me:secret@mail.ministry.example"}, "unencrypted"),
    ],
)
def test_what_would_be_unsafe_does_not_start(facts, words):
    safe = {"mail_url": "starttls://me:secret@mail.ministry.example", "mail_from": "p@x.example", "public_url": PUBLIC}
    assert not any("MAIL" in one.words for one in dangers(Settings(**safe), {}))
    assert any(words in one.words for one in dangers(Settings(**safe | facts), {}))


def test_the_password_is_not_shown():
    assert "g3heim" not in repr(Settings(mail_url="smtps://me:g3heim@x.example"))


def test_only_a_server_with_a_way_out_looks_for_mails_again_and_again(house, server):
    jobs = []
    for settings in (Settings(), settings_of(server, demo_key="k" * 20), settings_of(server)):
        live = LiveServer(house, settings, async_mode="threading")
        jobs.append(len(live.alarm._scheduler.get_jobs()))
        live.server.shutdown()

    assert may_send(settings_of(server))
    assert jobs[0] == jobs[1] == jobs[2] - 1


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
@pytest.mark.parametrize("kind", ["application_link", "application_receipt", "cure_opened"])
def test_every_kind_can_be_said_in_every_language(kind, language):
    at = "2026-04-01T12:30:00+00:00"
    facts = {
        "name": "Ana", "code": "K7", "call": "Mujeres", "closes": at, "sent_at": at, "until": at, "token": "t",
        "version": 1, "in_grace": True, "cure": False, "complete": False, "parts": ["Carta", ""], "reasons": ["No"],
        "files": [{"title": "Carta", "name": "c.pdf", "sha256": "0" * 64}],
    }  # fmt: skip
    subject, text = compose({"kind": kind, "language": language, "facts": facts}, lambda endpoint, **values: endpoint)

    assert "\n" not in subject and "%(" not in subject + text and "Ana" in text
    assert compose({"kind": kind, "language": language, "facts": {**facts, "name": ""}}, lambda *a, **b: "x")[1]


def test_a_mail_to_be_sent_by_hand_says_no_sender(programme):
    programme.begin()
    (told,) = programme.house.perform(take_mails, PROGRAM)
    message = message_of(told, lambda endpoint, **values: "https://x/apply/…", None)
    assert message["From"] is None and message["To"] == "ana@mh.example"
