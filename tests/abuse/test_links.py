"""Links that work once (row 28): looking never uses them up, one redemption, no token where it can leak."""

import logging
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.links import renew_link, use_link
from simulator.actor import NOBODY, PROGRAM
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.passwords import hash_password
from simulator.refusal import Refusal
from tests.cast import START, Cast
from tests.web.conftest import CSRF, Browser

PASSWORD = "verde pino lento"
LIVES = {"invite": timedelta(days=7), "reset": timedelta(hours=24)}


@pytest.fixture(params=LIVES)
def link(request, cast):
    """Give (path, token) of an invitation, and of a reset."""
    facts = {"email": "nina@ministry.example", "name": "Nina", "language": "en", "roles": ["observer"]}
    made = cast.house.perform(invite_staff, cast.olga, **facts)
    token = made["token"]
    if request.param == "reset":
        cast.house.perform(use_link, NOBODY, token=token, password_hash=hash_password("another one of hers"))
        token = cast.house.perform(renew_link, cast.olga, account_id=made["account_id"])["token"]
    return f"/{request.param}/{token}", token


def test_a_mail_scanner_uses_nothing_up_and_one_redemption_does(app, link):
    path, _token = link
    scanners = [Browser(app, address=f"203.0.113.{number}") for number in range(10)]
    looked = [scanner.get(path).status_code for scanner in scanners]
    heads = [scanner.client.head(path).status_code for scanner in scanners]
    hers, another = Browser(app), Browser(app)

    assert looked + heads == [200] * 20
    assert hers.post(path, seen=path, password=PASSWORD).status_code == 303
    assert another.post(path, password=PASSWORD).status_code == 409
    assert another.get(path).status_code == 409


def test_a_form_without_our_token_or_with_a_bad_password_uses_nothing_up(app, link):
    path, _token = link
    assert Browser(app).client.post(path, data={"password": PASSWORD}).status_code == 400
    for password in ("short", "password1234", "x" * 201):
        assert Browser(app).post(path, seen=path, password=password).status_code == 409

    assert Browser(app).post(path, seen=path, password=PASSWORD).status_code == 303


def test_a_link_that_is_over_says_whom_to_ask(app, cast, link):
    path, _token = link
    cast.clock.now += LIVES[path.split("/")[1]]
    for answer in (Browser(app).get(path), Browser(app).post(path, password=PASSWORD)):
        assert answer.status_code == 409
        assert "Ask an organizer for a new one" in answer.text


def test_a_link_for_one_purpose_opens_no_other(app, link):
    path, token = link
    others = {"/setup", "/invite", "/reset"} - {path.rpartition("/")[0]}
    assert [Browser(app).get(f"{other}/{token}").status_code for other in others] == [409, 409]

    assert Browser(app).get(path).status_code == 200


def test_its_token_is_in_no_log_no_address_no_referrer_and_no_row(app, cast, play, link, caplog):
    path, token = link
    caplog.set_level(logging.DEBUG)
    browser = Browser(app)
    page = browser.get(path)
    answer = browser.post(path, seen=path, password=PASSWORD)
    after = browser.get(answer.headers["Location"])

    for one in (page, answer, after):
        assert one.headers["Referrer-Policy"] == "no-referrer"
        assert one.headers["Cache-Control"] == "no-store"
    assert token not in page.text.replace(f'value="{path}"', ""), (
        "only the way back after a change of language names it"
    )
    assert not re.search(r'(?:href|src)="https?://', page.text)
    assert token not in answer.headers["Location"] + after.text
    assert token not in caplog.text
    tables = [name for (name,) in play.sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert len(tables) > 20
    assert [name for name in tables if token in str(play.sql(f'SELECT * FROM "{name}"'))] == []


def test_of_twenty_devices_at_once_one_redeems_it(each_database):
    cast = Cast.hire(House(each_database, VirtualClock(START)))
    token = cast.house.perform(renew_link, PROGRAM, account_id=cast.edo.id)["token"]
    barrier = threading.Barrier(20)

    def redeem(number):
        barrier.wait()
        try:
            return cast.house.perform(use_link, NOBODY, token=token, password_hash=f"h{number}")
        except Refusal as refusal:
            return refusal.code

    with ThreadPoolExecutor(20) as pool:
        told = list(pool.map(redeem, range(20)))

    assert told.count(cast.edo.id) == 1 and told.count("link_used_or_expired") == 19


def test_a_link_opened_on_one_device_works_on_another(app, link):
    path, _token = link
    form = CSRF.search(Browser(app, address="203.0.113.7").get(path).text)
    assert form

    assert Browser(app, address="198.51.100.9").post(path, seen=path, password=PASSWORD).status_code == 303
