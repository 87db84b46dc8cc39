"""One's own page: password, second step and open sessions; what ends a session ends it everywhere at once."""

import re

import pytest

from simulator.actions.accounts import change_own_language
from simulator.actions.links import renew_link, use_link
from simulator.actions.second_factor import demand_second_factor
from simulator.actor import NOBODY, PROGRAM
from simulator.passwords import hash_password
from simulator.reading.people import find_actor
from tests.authenticator import Phone, set_up
from tests.cast import Cast, minutes, seconds
from tests.web.conftest import Browser, who
from web import door

PASSWORD = "a sentence of mine"
NEW = "cuatro pinos lentos"


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


@pytest.fixture
def app(app, house):
    """Give the app whose wall clock is the test's."""
    app.extensions["wall_clock"] = house.clock
    return app


@pytest.fixture
def edo(app, cast):
    """Give the browser in which Edo has signed in with his password."""
    link = cast.house.perform(renew_link, PROGRAM, account_id=cast.edo.id)["token"]
    cast.house.perform(change_own_language, cast.edo, language="en")
    cast.house.perform(use_link, NOBODY, token=link, password_hash=hash_password(PASSWORD))
    return sign_in(app)


def sign_in(app, password=PASSWORD, **more):
    browser = Browser(app, **more)
    browser.post("/sign-in", email="edo@ministry.example", password=password)
    return browser


def post(browser, path, **fields):
    return browser.post(path, seen="/account", **fields)


def is_out(browser):
    """Say whether what a browser still holds opens nothing, neither as a page nor to a script."""
    page, script = browser.get("/account"), browser.get("/account", headers={"Accept": "application/json"})
    return (page.status_code, page.headers.get("Location"), script.status_code) == (303, "/sign-in?next=/account", 401)


def test_a_new_password_takes_the_old_one_and_ends_the_other_sessions(app, house, edo):
    others, before = [sign_in(app) for _ in range(2)], edo.holds(door.STAFF)
    for facts, code in (
        ({"password": "not hers at all", "new_password": NEW}, "This is not your password"),
        ({"password": PASSWORD, "new_password": "tiny one"}, "at least 12"),
        ({"password": PASSWORD, "new_password": "password1234"}, "guessed quickly"),
    ):
        refused = post(edo, "/account/password", **facts)
        assert (refused.status_code, code in refused.text) == (409, True)
        assert not any(secret in refused.text for secret in facts.values())
    answer = post(edo, "/account/password", password=PASSWORD, new_password=NEW)

    assert "Your new password is saved" in edo.get(answer.headers["Location"]).text
    assert edo.holds(door.STAFF) != before and house.look(find_actor, NOBODY, token=before) is None
    assert [is_out(other) for other in others] == [True, True]
    assert is_out(sign_in(app, PASSWORD)) and not is_out(sign_in(app, NEW))


def test_guessing_the_password_at_an_open_screen_is_bounded(edo):
    facts = {"password": "wrong", "new_password": NEW}
    answers = [post(edo, "/account/password", **facts).status_code for _ in range(11)]

    assert answers == [409] * 10 + [429]
    assert post(edo, "/account/password", password=PASSWORD, new_password=NEW).status_code == 429


def test_she_sees_her_sessions_and_ends_one_or_all_others(app, house, edo):
    phone, laptop, office = (sign_in(app) for _ in range(3))
    page = edo.get("/account").text
    assert page.count("this one") == 1 and page.count("End it<") == 3
    ended = who(phone, house, door.STAFF).session_id
    answer = post(edo, f"/account/sessions/{ended}/end")
    assert "The session has ended" in edo.get(answer.headers["Location"]).text
    assert (is_out(phone), is_out(laptop)) == (True, False)
    post(edo, "/account/sessions/end-others")

    assert [is_out(one) for one in (laptop, office, edo)] == [True, True, False]


def test_nobody_ends_the_session_of_somebody_else(app, house, edo, signed_in):
    eun = signed_in("eun")
    assert post(edo, f"/account/sessions/{who(eun, house, door.STAFF).session_id}/end").status_code == 404
    assert not is_out(eun)


def test_ending_the_session_she_asks_by_leads_to_the_way_in(house, edo):
    mine = who(edo, house, door.STAFF).session_id
    answer = post(edo, f"/account/sessions/{mine}/end")

    assert answer.headers["Location"] == "/"
    assert edo.holds(door.STAFF) is None and is_out(edo)


@pytest.mark.parametrize("how", ["sign out", "disable", "password", "reset"])
def test_of_three_sessions_a_reused_cookie_opens_nothing(app, cast, edo, signed_in, how):
    browsers = [edo, sign_in(app), sign_in(app)]
    held = [browser.holds(door.STAFF) for browser in browsers]
    if how == "sign out":
        for browser in browsers:
            browser.post("/sign-out", seen="/account")
    elif how == "disable":
        signed_in("olga").post(f"/staff/{cast.edo.id}/disable", seen="/staff")
    elif how == "password":
        post(edo, "/account/password", password=PASSWORD, new_password=NEW)
    else:
        text = signed_in("olga").post(f"/staff/{cast.edo.id}/link", seen="/staff", name="Edo").text
        Browser(app).post(re.search(r"/reset/[\w-]+", text)[0], password=NEW)
    reused = []
    for token in held:
        browser = Browser(app)
        browser.client.set_cookie(door.STAFF, token)
        reused.append(is_out(browser))

    assert reused == [True] * 3


def enrol(browser, cast):
    post(browser, "/account/second-factor")
    page = browser.get("/account/second-factor").text
    assert 'src="data:image/svg+xml' in page
    phone = Phone(re.search(r'id="secret"[^>]*>([A-Z2-7 ]+)<', page)[1].replace(" ", ""))
    facts = {"seen": "/account/second-factor", "code": phone.code(cast.clock.now)}
    shown = browser.post("/account/second-factor/confirm", **facts)
    phone.recovery = re.findall(r"<li>([a-z0-9]{5}-[a-z0-9]{5})</li>", shown.text)
    return phone, shown


def test_the_second_step_is_set_up_on_her_page_and_its_codes_are_shown_once(app, cast, edo):
    other = sign_in(app)
    wrong = post(edo, "/account/second-factor/confirm", code="000000")
    assert wrong.status_code == 409
    phone, shown = enrol(edo, cast)

    assert (shown.status_code, len(set(phone.recovery))) == (200, 10)
    assert shown.headers["Cache-Control"] == "no-store"
    assert is_out(other) and not is_out(edo)
    page = edo.get("/account").text
    assert "10 recovery codes are left" in page and phone.secret not in page and phone.recovery[0] not in page
    assert edo.get("/account/second-factor").headers["Location"] == "/account"
    assert post(edo, "/account/second-factor").status_code == 409


def test_a_wrong_first_code_keeps_the_secret_that_her_phone_has_read(edo):
    post(edo, "/account/second-factor")
    before = edo.get("/account/second-factor").text
    wrong = edo.post("/account/second-factor/confirm", seen="/account/second-factor", code="000000")

    secret = re.search(r'id="secret"[^>]*>([A-Z2-7 ]+)<', before)[1]
    assert (wrong.status_code, secret in wrong.text) == (409, True)


def test_a_browser_that_was_left_open_does_not_lock_its_owner_out(cast, edo):
    assert "begin-password" not in edo.get("/account").text
    cast.clock.now += minutes(5)
    page = edo.get("/account").text
    assert 'id="begin-password"' in page and "a screen you left open" in page
    for fields, words in (({}, "Type your password to go on"), ({"password": "not hers"}, "This is not your password")):
        refused = post(edo, "/account/second-factor", **fields)
        assert (refused.status_code, words in refused.text) == (409, True)
    assert edo.get("/account/second-factor").headers["Location"] == "/account"
    assert post(edo, "/account/second-factor", password=PASSWORD).headers["Location"] == "/account/second-factor"

    assert 'id="secret"' in edo.get("/account/second-factor").text


def test_guessing_the_password_there_is_bounded_too(cast, edo):
    cast.clock.now += minutes(5)
    answers = [post(edo, "/account/second-factor", password="wrong").status_code for _ in range(11)]

    assert answers == [409] * 10 + [429]
    assert post(edo, "/account/second-factor", password=PASSWORD).status_code == 429


def test_a_secret_that_she_left_on_the_screen_serves_nobody_later_or_elsewhere(app, cast, edo):
    post(edo, "/account/second-factor")
    secret = re.search(r'id="secret"[^>]*>([A-Z2-7 ]+)<', edo.get("/account/second-factor").text)[1].replace(" ", "")
    elsewhere = sign_in(app)
    assert elsewhere.get("/account/second-factor").headers["Location"] == "/account"
    code = Phone(secret).code(cast.clock.now)
    assert "Begin once more" in post(elsewhere, "/account/second-factor/confirm", code=code).text
    cast.clock.now += minutes(10)
    assert edo.get("/account/second-factor").headers["Location"] == "/account"
    late = post(edo, "/account/second-factor/confirm", code=Phone(secret).code(cast.clock.now))

    assert (late.status_code, "Begin once more" in late.text) == (409, True)
    assert "Set up the second step" in edo.get("/account").text


def test_new_recovery_codes_and_turning_it_off_ask_for_a_code(cast, edo):
    phone, _shown = enrol(edo, cast)
    cast.clock.now += seconds(60)
    assert post(edo, "/account/second-factor/codes", code="000000").status_code == 409
    fresh = post(edo, "/account/second-factor/codes", code=phone.code(cast.clock.now))
    assert phone.recovery[0] not in fresh.text and len(re.findall(r"<li>[a-z0-9]{5}-", fresh.text)) == 10
    cast.clock.now += seconds(60)
    facts = {"password": PASSWORD, "code": phone.code(cast.clock.now)}
    assert post(edo, "/account/second-factor/off", **facts | {"password": "wrong"}).status_code == 409
    assert post(edo, "/account/second-factor/off", **facts | {"code": "1"}).status_code == 409
    answer = post(edo, "/account/second-factor/off", **facts)

    assert "The second step is off" in edo.get(answer.headers["Location"]).text
    assert "Set up the second step" in edo.get("/account").text


def test_codes_cannot_be_guessed_at_an_open_screen_either(cast, edo):
    phone, _shown = enrol(edo, cast)
    cast.clock.now += seconds(60)
    answers = [post(edo, "/account/second-factor/codes", code="000000").status_code for _ in range(6)]

    assert answers == [409] * 5 + [429]
    assert post(edo, "/account/second-factor/codes", code=phone.code(cast.clock.now)).status_code == 429


def test_where_it_is_asked_of_all_every_page_leads_to_setting_it_up(app, cast, edo):
    set_up(cast, "olga")
    cast.house.perform(demand_second_factor, cast.olga, demanded=True)

    assert edo.get("/drills").headers["Location"] == "/account"
    assert edo.get("/drills", headers={"Accept": "application/json"}).status_code == 403
    page = edo.get("/account").text
    assert "Set up your second step to go on" in page and "Your password of today" not in page
    assert edo.post("/language", seen="/account", language="en").status_code == 303
    enrol(edo, cast)
    assert edo.get("/drills").status_code == 200


def test_a_session_in_use_stays_open_and_an_idle_one_does_not(cast, edo):
    for _ in range(5):
        cast.clock.now += minutes(119)
        assert edo.get("/account").status_code == 200
    cast.clock.now += minutes(120)

    assert is_out(edo)


def test_looking_at_a_page_writes_at_most_once_in_five_minutes(cast, edo, play):
    def written():
        query = "SELECT seen_at FROM web_session WHERE id = :id"
        return play.sql(query, id=who(edo, cast.house, door.STAFF).session_id)[0][0]

    instants = set()
    for _ in range(11):
        edo.get("/account")
        instants.add(written())
        cast.clock.now += minutes(1)

    assert len(instants) == 3


def test_where_she_is_led_says_only_what_we_know_of(edo):
    assert edo.get("/account/done/nonsense").headers["Location"] == "/account"
    assert b"secret-word" not in edo.get("/account/done/secret-word", follow_redirects=True).data
