"""Secrets (row 52): after a drill's worth of traffic and errors no token, code or key stands where it can be read."""

import hashlib
import hmac
import logging
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import PROGRAM
from simulator.reading.people import read_setting
from tests.server_process import PASSWORD, running_server
from tests.walk import ABSENT, edges_of
from tests.web.conftest import Browser
from web import door
from web.refused import Counted, Refused, trace

MAIL = "beatriz@ministry.example"
TRACES = re.compile(r"Traceback \(most recent|File \"/|site-packages|sqlalchemy\.|\bat 0x[0-9a-f]{6}")


@pytest.fixture
def known(app, cast, house):
    """Give a drill, and every secret that its people and the installation have."""
    play = cast.play()
    team = house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    staff = house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    secrets = {
        "key": app.config["SECRET_KEY"], "team": team, "staff": staff, "password": PASSWORD,
        "digest of team": hashlib.sha256(team.encode()).hexdigest(),
        "digest of staff": hashlib.sha256(staff.encode()).hexdigest(),
        **{f"return of {who}": digest for who, digest in play.sql("SELECT name, return_digest FROM participant")},
    }  # fmt: skip
    return play, secrets


def found_in(text, secrets):
    return [name for name, secret in secrets.items() if secret in text]


def test_no_page_error_or_header_holds_a_secret_or_the_inside_of_the_server(app, cast, known, caplog):
    caplog.set_level(logging.INFO)
    play, secrets = known
    for role in ("facilitator", "evaluator", "organizer", "observer"):
        cast.grant(cast.olga, role)
    browser, leaks, seen = Browser(app), {}, 0
    browser.client.set_cookie(door.STAFF, secrets["staff"])
    browser.client.set_cookie(door.TEAM, secrets["team"])
    ids = {"drill_id": play.id, "team_id": play.azul, "participant_id": play.beatriz.id, "inject_id": "01"}
    for page in edges_of(app):
        path = page.path({name: ids.get(name, ABSENT) for name in page.arguments})
        answer = browser.client.open(path, method=page.method)
        seen += 1
        whole = answer.text + str(answer.headers)
        if found_in(whole, secrets) or TRACES.search(whole):
            leaks[page.key] = found_in(whole, secrets) or TRACES.search(whole)[0]
        assert answer.headers["Referrer-Policy"] == "no-referrer"

    assert seen > 80
    assert leaks == {}
    assert found_in(caplog.text, secrets) == []
    assert not any(code in caplog.text for code in play.codes.values())


def test_an_unexpected_error_shows_its_visitor_nothing_and_the_log_its_place_alone(new_app, caplog):
    @new_app.get("/breaks/<code>")
    def breaks(code):
        raise RuntimeError(f"could not read {code} of {MAIL}")

    browser = Browser(new_app)
    answers = [browser.get("/breaks/secret-code-1") for _ in range(50)]

    assert {answer.status_code for answer in answers} == {500}
    assert not any(
        "could not read" in answer.text or "@ministry" in answer.text or TRACES.search(answer.text)
        for answer in answers
    )
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 1
    assert "in breaks" in lines[0] and "RuntimeError" in lines[0]
    assert "secret-code" not in caplog.text and "@ministry" not in caplog.text


def test_what_was_refused_is_one_line_a_kind_a_minute_with_its_number(caplog):
    now = [0.0]
    refused = Refused(lambda: now[0])
    for _ in range(1_000):
        refused.count("too_many_tries")
        refused.count("host unknown")
    now[0] = 59
    refused.tell()
    assert [record.getMessage() for record in caplog.records] == ["too_many_tries: 1", "host unknown: 1"]
    now[0] = 60
    refused.tell()
    refused.tell()
    refused.count("too_many_tries")
    now[0] = 121
    refused.tell()

    told = [record.getMessage() for record in caplog.records[2:]]
    assert told == ["too_many_tries: 999 more", "host unknown: 999 more", "too_many_tries: 1 more"]
    assert refused.counts == {"too_many_tries": 1_001, "host unknown": 1_000}


def test_what_a_library_says_of_a_frame_is_counted_without_its_words(caplog):
    refused = Refused()
    logger = logging.Logger("engine", logging.WARNING)
    logger.addHandler(Counted(refused))
    for number in range(30):
        try:
            raise ValueError(f"frame-{number} of a client")
        except ValueError:
            logger.exception("message handler error")
        logger.warning("Cannot send to sid %s", f"sid-{number}")
        logger.warning(f"words of a client {number}")

    assert refused.counts == {"malformed frame: ValueError": 30, "line gone": 30, "wire": 30}
    assert len(caplog.records) == 3
    assert "client" not in caplog.text and "sid-" not in caplog.text


def test_the_place_of_an_error_holds_no_message_of_any_error_behind_it():
    def outer():
        try:
            raise KeyError("token-of-beatriz")
        except KeyError as error:
            raise RuntimeError("mail-of-beatriz") from error

    with pytest.raises(RuntimeError) as caught:
        outer()
    told = trace(caught.value)

    assert "KeyError" in told and "RuntimeError" in told
    assert told.count("in outer") == 2
    assert "of-beatriz" not in told.replace('raise KeyError("token-of-beatriz")', "").replace(
        'raise RuntimeError("mail-of-beatriz") from error', ""
    )


def test_a_real_servers_log_and_health_hold_no_secret(tmp_path):
    with running_server(tmp_path, start=False) as server:
        with server.house() as house:
            key = house.look(read_setting, PROGRAM, name="secret_key")
            staff = house.perform(open_account_session, PROGRAM, account_id=server.account_id)
        code = server.codes["Azul"]
        signed = hmac.digest(key.encode(), f"join:{code}".encode(), "sha256").hex()
        for path in (
            f"/join/{code}",
            f"/join/wrong{code}",
            "/return/" + "t" * 43,
            "/healthz",
            "/drills",
            "/nowhere/" + staff,
        ):
            try:
                answer = urlopen(Request(server.url + path, headers={"Cookie": f"prontas_staff={staff}"}), timeout=10)
            except HTTPError as error:
                answer = error
            with answer:
                text = answer.read().decode() + str(answer.headers)
                assert not [one for one in (key, staff, signed) if one in text.replace(path, "")], path
                assert not TRACES.search(text)
        with urlopen(server.url + "/healthz") as answer:
            assert answer.read().strip() == b'{"status":"ok"}'
        server.stop()
        log = server.log

    assert not [one for one in (key, staff, code, PASSWORD, "t" * 43) if one in log]
    assert "Traceback" not in log
