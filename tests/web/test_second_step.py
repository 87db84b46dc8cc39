"""The code page of signing in: after the password, within ten minutes, a code once; it gives no rights by itself."""

import re

import pytest

from simulator.actions.accounts import disable_account, invite_staff
from simulator.actions.links import renew_link, use_link
from simulator.actor import NOBODY, PROGRAM
from simulator.passwords import hash_password
from tests.authenticator import set_up
from tests.cast import Cast, minutes, seconds
from tests.web.conftest import Browser, who
from web import door

PASSWORD = "a sentence of mine"
ENTRY = {"email": "olga@ministry.example", "password": PASSWORD}


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


@pytest.fixture
def app(app, house):
    """Give the app whose wall clock is the test's."""
    app.extensions["wall_clock"] = house.clock
    return app


def give_password(cast, who):
    link = cast.house.perform(renew_link, PROGRAM, account_id=who.id)["token"]
    cast.house.perform(use_link, NOBODY, token=link, password_hash=hash_password(PASSWORD))


@pytest.fixture
def phone(cast):
    """Give Olga's phone; a minute ago she has set her second step up."""
    phone = set_up(cast, "olga")
    give_password(cast, cast.olga)
    cast.clock.now += seconds(60)
    return phone


def begin(app, **more):
    browser = Browser(app, **more)
    answer = browser.post("/sign-in", ENTRY | {"next": "/staff"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in/code")
    return browser


def enter(browser, code):
    return browser.post("/sign-in/code", seen="/sign-in/code", code=code)


def test_a_code_follows_the_password_and_leads_to_where_she_was_going(app, cast, phone):
    browser = begin(app)
    assert browser.holds(door.STAFF) is None
    wrong = enter(browser, "000000")
    assert (wrong.status_code, "This code is not right" in wrong.text) == (409, True)
    answer = enter(browser, phone.code(cast.clock.now))

    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    assert who(browser, cast.house, door.STAFF).id == cast.olga.id


def test_a_recovery_code_works_on_the_same_field_once(app, cast, phone):
    assert enter(begin(app), phone.recovery[3]).status_code == 303
    assert enter(begin(app), phone.recovery[3]).status_code == 409


def test_between_password_and_code_nothing_is_hers(app, cast, phone):
    browser = begin(app)

    for path in ("/drills", "/staff", "/account"):
        assert browser.get(path).headers["Location"].startswith("/sign-in")
    assert browser.get("/account", headers={"Accept": "application/json"}).status_code == 401


def test_the_code_page_is_for_whoever_has_shown_a_password(app, phone):
    browser = Browser(app)

    assert browser.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert browser.post("/sign-in/code", code="123456").headers["Location"] == "/sign-in"


def test_ten_minutes_later_she_begins_again(app, cast, phone):
    browser = begin(app)
    cast.clock.now += minutes(10) - seconds(1)
    assert browser.get("/sign-in/code").status_code == 200
    cast.clock.now += seconds(1)

    assert browser.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert enter(browser, phone.code(cast.clock.now)).headers["Location"] == "/sign-in"


@pytest.mark.parametrize("change", ["password", "disabled"])
def test_what_changes_meanwhile_makes_the_half_open_door_worthless(app, cast, phone, change):
    browser = begin(app)
    if change == "password":
        give_password(cast, cast.olga)
    else:
        facts = {"email": "ana@ministry.example", "name": "Ana", "language": "es", "roles": ["organizer"]}
        cast.house.perform(invite_staff, PROGRAM, **facts)
        cast.house.perform(disable_account, PROGRAM, account_id=cast.olga.id)

    assert enter(browser, phone.code(cast.clock.now)).headers["Location"] == "/sign-in"
    assert browser.holds(door.STAFF) is None


def test_a_cookie_that_somebody_made_up_opens_nothing(app, cast, phone):
    browser = begin(app)
    kept = browser.holds("prontas_form")
    forged = Browser(app)
    forged.client.set_cookie("prontas_form", kept[:-4] + "AAAA")

    assert forged.get("/sign-in/code").headers["Location"] == "/sign-in"


def test_a_wrong_password_does_not_tell_that_there_is_a_second_step(app, cast, phone):
    give_password(cast, cast.edo)
    answers = [
        Browser(app).post("/sign-in", email=f"{name}@ministry.example", password="wrong")
        for name in ("olga", "edo", "nobody")
    ]

    texts = {re.sub(r'value="[^"]*"|content="[^"]*"|nonce="[^"]*"', "", answer.text) for answer in answers}
    assert [answer.status_code for answer in answers] == [409] * 3
    assert len(texts) == 1


def test_a_reset_link_asks_for_the_code_too(app, cast, phone):
    link = cast.house.perform(renew_link, PROGRAM, account_id=cast.olga.id)["token"]
    browser = Browser(app)
    assert "A new password, Olga" in browser.get(f"/reset/{link}").text
    answer = browser.post(f"/reset/{link}", password="verde pino lento")

    assert answer.headers["Location"] == "/sign-in/code"
    assert browser.holds(door.STAFF) is None
    assert enter(browser, phone.code(cast.clock.now)).headers["Location"] == "/drills"
